"""Things side by side, each drawn: the number, the card, the chip with its certificates, a site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from components.charts.chart import Chart, View
from components.charts.drawing import EDGE, Drawing
from components.charts.pictures import PICTURES
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.text.cells import Row, cells

PAD, GAP, LINE = 14, 12, 1.36
SIZES = ((20, 16), (18, 15), (16, 14), (15, 13), (14, 12))  # of a name and of the rest, on a stage


def object_cards(view: View, things: Mapping[str, Row], names: Sequence[str]) -> Chart:
    """
    Draw records as cards: a picture, the name, and under it a line for each column.

    things are the records by the name of their picture (PICTURES); names are columns of
    listing.cells, the first one that of the thing, each other with its head among the step's words.
    Raises KeyError for a picture there is not, and ValueError without things.
    """
    if not things:
        raise ValueError("nothing to draw")
    sizes = SIZES if view.for_presenter else ((LABEL_SIZE + 2, SMALL_SIZE + 1),)
    # Where a stage is too low even for the smallest type, the last columns are left to the words.
    for count, size in product(range(len(names), 1, -1), sizes):
        drawing = _drawn(view, things, names[:count], size)
        if not view.canvas.height or drawing.used + 2 * EDGE <= view.canvas.height:
            break
    return drawing.chart([*things.values()])


def _drawn(
    view: View, things: Mapping[str, Row], names: Sequence[str], size: tuple[int, int]
) -> Drawing:
    drawing, abreast = Drawing(view), 1 if view.narrow else 2
    width = (drawing.width - GAP * (abreast - 1)) / abreast
    found = list(things.items())
    for start in range(0, len(found), abreast):
        line = found[start : start + abreast]
        told = [_told(view, row, names, width - _beside(width) - 2 * PAD, size) for _, row in line]
        height = max(sum(each[2] for each in lines) for lines in told) + 2 * PAD
        height = max(height, _beside(width) * 0.7 + 2 * PAD)
        for place, ((picture, _), lines) in enumerate(zip(line, told, strict=True)):
            x = place * (width + GAP)
            drawing.box(
                x, drawing.used, width, height, fill=view.theme.ground, edge=view.theme.rule
            )
            PICTURES[picture](drawing, x + PAD, drawing.used + PAD, _beside(width) - PAD)
            _write(drawing, lines, x + PAD + _beside(width), drawing.used + PAD)
        drawing.used += height + GAP
    return drawing


def _beside(width: float) -> float:
    """Give the room of a picture in a card."""
    return min(124, 0.25 * width)


Line = tuple[str, int, float, str, bool]  # words, size, height, colour, bold


def _told(
    view: View, row: Row, names: Sequence[str], room: float, size: tuple[int, int]
) -> list[Line]:
    """Give the lines of a card: the name, then each column behind its head."""
    written = cells(view.dataset, row, view.language)
    first, *others = names
    lines = [(written[first], size[0], view.theme.ink, True)]
    for name in others:
        if said := written.get(name, ""):
            lines.append((view.step_text(name), size[1] - 1, view.theme.muted, False))
            lines.append((said, size[1], view.theme.ink, False))
    broken = [(wrap_text(words, room, big), big, ink, bold) for words, big, ink, bold in lines]
    return [
        (
            words,
            big,
            line_count(words) * big * LINE + (0 if ink == view.theme.muted else 4),
            ink,
            bold,
        )
        for words, big, ink, bold in broken
    ]


def _write(drawing: Drawing, lines: Sequence[Line], x: float, y: float) -> None:
    for words, size, height, colour, bold in lines:
        drawing.text(words, x, y, size, colour, bold=bold)
        y += height
