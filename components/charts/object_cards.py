"""Things side by side, each drawn: the number, the card, the chip with its certificates, a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from components.charts.chart import Chart, View
from components.charts.drawing import EDGE, Drawing
from components.charts.fitting import pages, wanted
from components.charts.pictures import PICTURES
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.text.cells import Row, cells

PAD, GAP, LINE = 14, 12, 1.36
FEW = 4  # cards, in two columns on a page
SIZES = ((20, 16), (18, 15), (16, 14), (15, 13), (14, 12))  # of a name and of the rest, on a stage

Line = tuple[str, int, float, str, bool]  # words, size, height, colour, bold


@dataclass(frozen=True)
class _Line:
    """Cards side by side: their pictures, the lines of words of each, width and height of one."""

    pictures: Sequence[str]
    told: Sequence[Sequence[Line]]
    width: float
    height: float


def object_cards(
    view: View, things: Sequence[tuple[str, Row]], names: Sequence[str], *, keep: int = 1
) -> Chart:
    """
    Draw records as cards: a picture, the name, and under it a line for each column.

    things are records, each with the name of its picture (PICTURES); names are columns of
    listing.cells, the first one that of the thing, each other with its head among the step's words.
    Where a stage is too low, columns after the first `keep` others are left to the words, and then
    cards come on pages. Raises KeyError for a picture there is not, and ValueError without things.

    >>> object_cards(view, [("card", view.dataset.systems["node_card"])], ("name", "run_by"))
    """
    if not things:
        raise ValueError("nothing to draw")
    sizes = SIZES if view.for_presenter else ((LABEL_SIZE + 2, SMALL_SIZE + 1),)
    height = view.canvas.height and view.canvas.height - 2 * EDGE + GAP
    for count, size in product(range(len(names), keep, -1), sizes):
        lines = list(_lines(view, things, names[:count], size))
        parts = pages([line.height + GAP for line in lines], height)
        if len(parts) == 1:
            break
    part, abreast = wanted(view, parts), _abreast(view, len(things))
    shown = things[part.start * abreast : part.stop * abreast]
    room, lines = height or 0, lines[part]
    if len(parts) > 1:  # a page with room to spare takes larger type
        larger = (list(_lines(view, shown, names[:count], size)) for size in sizes)
        fits = (each for each in larger if sum(line.height + GAP for line in each) <= room)
        lines = next(fits, lines)
    drawing = Drawing(view)
    for line in lines:
        _draw(drawing, line)
    drawing.used = max(drawing.used, room) - GAP  # pictures are not to be stretched
    return drawing.chart([row for _, row in shown], page_count=len(parts))


def _abreast(view: View, count: int) -> int:
    """Tell how many of so many cards stand side by side; a page keeps many within a screen."""
    return 1 if view.narrow else 3 if count > FEW and not view.for_presenter else 2


def _lines(
    view: View, things: Sequence[tuple[str, Row]], names: Sequence[str], size: tuple[int, int]
) -> Iterator[_Line]:
    """Measure the cards, as many side by side as there is room for."""
    abreast = _abreast(view, len(things))
    width = (view.canvas.width - GAP * (abreast - 1)) / abreast
    room = width - _beside(width) - 2 * PAD
    for start in range(0, len(things), abreast):
        cards = things[start : start + abreast]
        told = [_told(view, row, names, room, size) for _, row in cards]
        deepest = max(sum(each[2] for each in lines) for lines in told)
        height = max(deepest, _beside(width) * 0.7) + 2 * PAD
        yield _Line([picture for picture, _ in cards], told, width, height)


def _draw(drawing: Drawing, line: _Line) -> None:
    theme, width = drawing.view.theme, line.width
    for place, (picture, told) in enumerate(zip(line.pictures, line.told, strict=True)):
        x = place * (width + GAP)
        drawing.box(x, drawing.used, width, line.height, fill=theme.ground, edge=theme.rule)
        PICTURES[picture](drawing, x + PAD, drawing.used + PAD, _beside(width) - PAD)
        _write(drawing, told, x + PAD + _beside(width), drawing.used + PAD)
    drawing.used += line.height + GAP


def _beside(width: float) -> float:
    """Give the room of a picture in a card."""
    return min(124, 0.25 * width)


def _told(
    view: View, row: Row, names: Sequence[str], room: float, size: tuple[int, int]
) -> list[Line]:
    """Give the lines of a card: the name, then each column behind its head."""
    written = cells(view.dataset, row, view.language)
    first, *others = names
    lines = [(written[first], size[0], view.theme.ink, True)]
    for name in others:
        if said := written.get(name, ""):
            lines.append(
                (view.step_text(name), max(size[1] - 1, SMALL_SIZE), view.theme.muted, False)
            )
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
