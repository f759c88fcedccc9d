"""What different voices counted, side by side: a block for each, bars on one scale of size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.series import one_unit
from components.charts.text_width import ROOMY, line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

GAP, PAD = 26, 8  # pixels between two blocks, and between a bar and its value
BAR, LINE, AFTER = 20, 1.3, 10  # height of a bar, of a line in sizes of type, and after a bar


@dataclass(frozen=True)
class Voice:
    """Who counted: one of the step's words or labels, and the ids of what adds up for them."""

    name: str
    parts_of: str = ""  # id of a whole, which the records after it make up end to end


def side_by_side(
    view: View,
    voices: Mapping[Voice, pd.DataFrame],
    *,
    limit: float = 0,
    highlight: Sequence[str] = (),
) -> Chart:
    """
    Draw each voice's records as bars from zero under its name, in columns; on a phone in rows.

    - voices: who counted, and a frame of figures of one unit, drawn in its order. They may count
      different things: the words must say so. The parts of a whole begin where the last one ended
    - limit: where the scale ends at least, in the records' unit, drawn pale behind each bar (100
      for shares); highlight: ids in the accent

    Raises ValueError without records, for a gap, or for mixed units.

    >>> side_by_side(view, {Voice("said_press"): view.dataset.frame("insurance_cost_tally_2024")})
    """
    blocks = {voice: view.figures(rows) for voice, rows in voices.items()}
    rows = [row for each in blocks.values() for row in each]
    one_unit({row.id: [row] for row in rows})
    top = max(limit, *(row.number or 0 for row in rows)) or 1
    drawing = Drawing(view)
    abreast = 1 if view.narrow else len(blocks)
    wide = (drawing.width - GAP * (abreast - 1) - 2) / abreast
    size = SMALL_SIZE + (0 if view.for_presenter else 1)
    name = {voice: _name(view, voice, wide) for voice in blocks}
    heads = max(line_count(each) for each in name.values()) * LABEL_SIZE * LINE + 14
    foot = 0.0
    for place, (voice, figures) in enumerate(blocks.items()):
        left, drawing.used = place * (wide + GAP) * (abreast > 1), foot * (abreast == 1)
        drawing.text(name[voice], left, drawing.used, LABEL_SIZE, bold=True)
        drawing.used += heads if abreast > 1 else line_count(name[voice]) * LABEL_SIZE * LINE + 8
        edge = drawing.used - 8
        drawing.line((left, edge), (left + wide, edge), view.theme.ink)
        _bars(drawing, voice, figures, (left, wide, size, top), (limit, highlight))
        foot = max(foot, drawing.used + (12 if abreast == 1 else 0))
    drawing.used = foot
    return drawing.chart(rows)


def _name(view: View, voice: Voice, wide: float) -> str:
    said = view.step_text(voice.name) if voice.name in view.words else view.label(voice.name)
    return wrap_text(said, wide, LABEL_SIZE, bold=True)


def _bars(
    drawing: Drawing,
    voice: Voice,
    rows: Sequence[Figure],
    room: tuple[float, float, int, float],
    look: tuple[float, Sequence[str]],
) -> None:
    """Draw a voice's bars under each other, each under its name; room: left, width, type, top."""
    limit, highlight = look
    view, theme, (left, wide, size, top) = drawing.view, drawing.view.theme, room
    start, scale = 0.0, wide / top
    for row in rows:
        words = wrap_text(view.localize(row.label), wide, size)
        drawing.text(words, left, drawing.used, size)
        drawing.used += line_count(words) * size * LINE + 3
        whole = row.id == voice.parts_of
        colour = theme.context if whole else theme.main
        colour = theme.accent if row.id in highlight else colour
        length = max((row.number or 0) * scale, 2)
        x = left + (0 if whole else start)
        if limit:  # all of those a share is of
            drawing.box(left, drawing.used, limit * scale, BAR, edge_width=0)
        place = (x, drawing.used, length, BAR)
        drawing.bar(place, row, fill=colour, edge=colour)
        if voice.parts_of and not whole:
            start += length
        _value(drawing, row, (left, x, length, wide))
        drawing.used += BAR + AFTER


def _value(drawing: Drawing, row: Figure, place: tuple[float, float, float, float]) -> None:
    """Write a value behind its bar; before it, or else below, where there is no room."""
    (left, x, length, wide), size = place, LABEL_SIZE + 1
    value, middle = drawing.view.format_value(row), drawing.used + BAR / 2
    needed = text_width(value, size * ROOMY, bold=True, typical=True) + PAD
    if x + length + PAD + needed <= left + wide:
        drawing.text(value, x + length + PAD, middle, size, bold=True, at="middle left")
    elif x - left >= needed:
        drawing.text(value, x - PAD, middle, size, bold=True, at="middle right")
    else:
        drawing.used += BAR + 2
        drawing.text(value, left + wide, drawing.used, size, bold=True, at="top right")
