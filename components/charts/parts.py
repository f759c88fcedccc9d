"""What a sum consists of: the parts that are known, and what is not broken down."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from components.charts.chart import Chart, View
from components.charts.fitting import row_height
from components.charts.series import HOLLOW, Bars, one_axis
from components.charts.style import axis, finish, note
from components.charts.text_width import BREAK, text_width, wrap_text
from components.charts.themes import LABEL_SIZE
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

ROW, NARROW_ROW = 62, 104


def waterfall(
    view: View, rows: pd.DataFrame, *, unknown: Sequence[str] = (), gone: Sequence[str] = ()
) -> Chart:
    """
    Draw a whole and, below it, its parts end to end.

    - rows: a frame of figures of one measure (or of measures that may be compared): the whole
      first, then its parts in order
    - unknown: ids of parts that nobody has broken down; they are hatched
    - gone: ids of parts that were taken away; they are outlines

    The parts may not reach beyond the whole. Raises ValueError where they do, or where one_axis
    would.
    """
    figures = view.figures(rows)
    one_axis(figures)
    whole, *parts = figures
    numbers = [row.number or 0 for row in parts]
    if sum(numbers) > (whole.number or 0) * 1.0000001:
        raise ValueError(f"the parts of {whole.id} are larger than it is")
    starts = [0.0, *accumulate(numbers[:-1], initial=0.0)][: len(figures)]
    places = list(range(len(figures) - 1, -1, -1))
    limit = whole.number or 1
    layout = {
        "margin": {"l": 4, "r": 4, "t": 4},
        "xaxis": axis(view.theme, range=[0, limit * 1.01], visible=False),
        "yaxis": axis(view.theme, range=[-0.5, len(figures) - 0.2]),
        "annotations": [
            _words(view, row, start, place, limit)
            for row, start, place in zip(figures, starts, places, strict=True)
        ],
    }
    row = row_height(view, NARROW_ROW if view.narrow else ROW, len(figures), around=16)
    bars = _bars(view, figures, starts, places, (unknown, gone))
    height = int(row * len(figures)) + 16
    return finish(view, [bars], layout, rows=figures, height=height)


def _bars(
    view: View,
    rows: Sequence[Figure],
    starts: Sequence[float],
    places: Sequence[int],
    looks: tuple[Sequence[str], Sequence[str]],
) -> Bars:
    theme, (unknown, gone) = view.theme, looks
    colours = [theme.main if place else theme.context for place in range(len(rows))]
    hollow = [row.id in (*unknown, *gone) or row.qualifier in HOLLOW for row in rows]
    return Bars(
        rows,
        [row.number for row in rows],
        [place - 0.12 for place in places],
        [theme.ground if each else colour for each, colour in zip(hollow, colours, strict=True)],
        0.4,
        places,
        lying=True,
        starts=starts,
        edge=colours,
        hatch=[theme.context if row.id in unknown else "" for row in rows],
    )


def _words(view: View, row: Figure, start: float, place: int, limit: float) -> dict[str, Any]:
    right, end = start > limit * 0.5, start + (row.number or 0)
    name, value = view.localize(row.label), view.format_value(row)
    share = (end if right else limit - start) / limit
    room = max(view.canvas.width * share - 24, 40)
    between = "　" if text_width(f"{name}　{value}", LABEL_SIZE) <= room else BREAK
    words = f"{wrap_text(name, room, LABEL_SIZE)}{between}<b>{value}</b>"
    x = end if right else start
    side = "right" if right else "left"
    above = {"xanchor": side, "align": side, "yanchor": "bottom"}
    return note(words, x, place + 0.1, LABEL_SIZE, view.theme.ink, **above)
