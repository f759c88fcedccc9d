"""Two voices on each subject, as a pair of cards: what one says, and beside it the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.text_table import TableRow
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.text.cells import Row

NAME, BETWEEN = 0.16, 14  # of the width for the subject's name; pixels between two cards
PAD, BAR, GAP = 7, 5, 7  # within a card, its coloured edge, and between two pairs
LINE, HEAD = 1.35, 26  # height of a line in sizes of type, and of the heads in pixels


@dataclass(frozen=True)
class _Pair:
    """A pair with its words broken to their rooms, the height of its cards, and which stand out."""

    name: str
    said: tuple[str, str]
    height: float
    marked: Sequence[int] = ()


def paired_cards(
    view: View, heads: tuple[str, str], lines: Sequence[TableRow], *, rows: Sequence[Row]
) -> Chart:
    """
    Draw each line as two cards side by side under the heads; on a phone one below the other.

    A line has two cells; an empty one is drawn as an empty frame, a marked one in the accent. rows
    are the records or claims that the words rest on. What a stage is too low for comes on pages.
    Raises ValueError without lines, or where a line has not two cells.

    >>> paired_cards(view, ("Law", "Critics"), [TableRow("Act", ("says", "fear"))], rows=claims)
    """
    if not lines:
        raise ValueError("no lines to write")
    if wrong := [line.name for line in lines if len(line.cells) != len(heads)]:
        raise ValueError(f"{wrong[0]} has not a cell for each head")
    size = SMALL_SIZE if view.for_presenter else LABEL_SIZE - 1
    pairs = [_pair(view, line, size) for line in lines]
    height = view.canvas.height and view.canvas.height - HEAD - 8
    parts = pages([_deep(view, pair, size) for pair in pairs], height)
    part = wanted(view, parts)
    drawing = Drawing(view)
    _heads(drawing, heads)
    for pair in pairs[part]:
        (_below if view.narrow else _beside)(drawing, pair, size)
    return drawing.chart(list(rows), page_count=len(parts))


def _rooms(view: View) -> tuple[float, float, float]:
    """Give the left edges of both cards, and how wide a card is."""
    width = view.canvas.width - 2
    if view.narrow:
        return 0, 0, width
    first = NAME * width
    wide = (width - first - BETWEEN) / 2
    return first, first + wide + BETWEEN, wide


def _pair(view: View, line: TableRow, size: int) -> _Pair:
    wide = _rooms(view)[2]
    one, two = (wrap_text(cell, wide - 2 * PAD - BAR, size) for cell in line.cells)
    room = view.canvas.width if view.narrow else NAME * view.canvas.width - PAD
    deepest = max(line_count(one), line_count(two))
    deep = deepest * size * LINE + 2 * PAD - 2
    return _Pair(wrap_text(line.name, room, size), (one, two), deep, line.marked)


def _deep(view: View, pair: _Pair, size: int) -> float:
    """Give how much of the height a pair takes."""
    if not view.narrow:
        return max(pair.height, line_count(pair.name) * size * LINE) + GAP
    cards = sum(line_count(each) * size * LINE + 2 * PAD + 4 for each in pair.said)
    return line_count(pair.name) * size * LINE + cards + 2 * GAP


def _heads(drawing: Drawing, heads: tuple[str, str]) -> None:
    """Write the heads, each beside a piece of its cards' edge; on a phone one below the other."""
    view = drawing.view
    lefts = _rooms(view)[:2]
    for place, head in enumerate(heads):
        x, y = lefts[place], drawing.used + (18 * place if view.narrow else 0)
        drawing.box(x, y + 3, BAR, 13, fill=_colour(view, place), edge_width=0)
        drawing.text(head, x + BAR + PAD, y, SMALL_SIZE, view.theme.muted, bold=True)
    drawing.used += HEAD + (18 if view.narrow else 0)


def _colour(view: View, place: int) -> str:
    return (view.theme.main, view.theme.others[2])[place]


def _beside(drawing: Drawing, pair: _Pair, size: int) -> None:
    first, second, wide = _rooms(drawing.view)
    deep = max(pair.height, line_count(pair.name) * size * LINE)
    drawing.text(pair.name, 0, drawing.used + deep / 2, size, bold=True, at="middle left")
    middle = drawing.used + deep / 2
    drawing.line((first + wide, middle), (second, middle), drawing.view.theme.context, 1.5)
    for place, x in enumerate((first, second)):
        _card(drawing, pair, place, (x, drawing.used, wide, deep), size)
    drawing.used += deep + GAP


def _below(drawing: Drawing, pair: _Pair, size: int) -> None:
    wide = _rooms(drawing.view)[2]
    drawing.text(pair.name, 0, drawing.used, size, bold=True)
    drawing.used += line_count(pair.name) * size * LINE + 4
    for place, words in enumerate(pair.said):
        deep = line_count(words) * size * LINE + 2 * PAD
        _card(drawing, pair, place, (0, drawing.used, wide, deep), size)
        drawing.used += deep + 4
    drawing.used += 2 * GAP - 8


def _card(
    drawing: Drawing, pair: _Pair, place: int, box: tuple[float, float, float, float], size: int
) -> None:
    """Draw a card with the edge of its column; without words it is an empty frame."""
    theme, (x, y, _, deep), words = drawing.view.theme, box, pair.said[place]
    if not words:
        drawing.box(*box, fill=theme.ground, edge=theme.context, edge_width=1, dash="dot")
        return
    marked = place in pair.marked
    edge, width = (theme.accent, 2) if marked else (theme.rule, 1)
    drawing.box(*box, edge=edge, edge_width=width)
    drawing.box(x, y, BAR, deep, fill=_colour(drawing.view, place), edge_width=0)
    drawing.text(words, x + BAR + PAD, y + deep / 2, size, bold=marked, at="middle left")
