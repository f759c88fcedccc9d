"""A question with its answers, and what follows from each; an answer nobody has yet stands open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.charts.chart import Chart, View
from components.charts.chips import draw_chip
from components.charts.drawing import Drawing
from components.charts.status_lines import kind_of, told
from components.charts.text_width import line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow
from components.text.cells import Row

QUESTION, RESULT = 0.24, 0.46  # of the width: where the question ends, and where results begin
PAD, GAP, HEAD = 10, 12, 11  # within a box, between two boxes, and of an arrow's head
LINE, CHIP = 1.36, 22  # height of a line in sizes of type, and of a chip in pixels


@dataclass(frozen=True)
class Branch:
    """An answer and what follows; is_open where nobody knows. feared are links it is feared of."""

    answer: str
    result: str
    is_open: bool = False
    feared: Sequence[Flow] = ()


def decision(
    view: View, question: str, branches: Sequence[Branch], *, rows: Sequence[Row]
) -> Chart:
    """
    Draw a question, an arrow for each answer, and at its end what follows in a box.

    What is open has a dashed frame in the accent; where its feared links lead stands in it as
    chips. On a phone the answers stand below the question. rows are the records that the words
    rest on. Raises ValueError without branches.

    >>> decision(view, "Do records stay?", [Branch("Yes", "A danger")], rows=events)
    """
    if not branches:
        raise ValueError("no answers to draw")
    drawing, size = Drawing(view), SMALL_SIZE if view.for_presenter else LABEL_SIZE
    start = 14 if view.narrow else view.canvas.width * RESULT
    wide = view.canvas.width - start - 2
    asked = view.canvas.width - 4 if view.narrow else view.canvas.width * QUESTION
    words = wrap_text(question, asked - 2 * PAD, size, bold=True)
    deep = line_count(words) * size * LINE + 2 * PAD
    measured = [_Box(view, each, wide, size) for each in branches]
    whole = sum(each.height + GAP for each in measured) - GAP
    top = 2 if view.narrow else max(0, whole - deep) / 2 + 2
    drawing.box(2, top, asked, deep, edge=view.theme.ink, edge_width=2)
    place = 2 + asked / 2, top + deep / 2
    drawing.text(words, *place, size, bold=True, at="middle center")
    drawing.used = deep + GAP if view.narrow else max(2, (deep - whole) / 2)
    origin = (8, top + deep) if view.narrow else (asked + 2, top + deep / 2)
    for each in measured:
        _draw(drawing, each, origin, (start, wide), size)
    drawing.used = max(drawing.used - GAP + 4, deep + 4)
    return drawing.chart(list(rows))


class _Box:
    """A branch with its words broken to their rooms, and how high its box is."""

    def __init__(self, view: View, branch: Branch, wide: float, size: int) -> None:
        room = wide if view.narrow else view.canvas.width * (RESULT - QUESTION) - 32
        self.branch = branch
        self.answer = wrap_text(branch.answer, room, size, bold=True)
        self.result = wrap_text(branch.result, wide - 2 * PAD, size)
        self.chips = list(_chips(view, branch.feared, wide - 2 * PAD))
        chips = (max(row for row, *_ in self.chips) + 1) * (CHIP + 5) + 3 if self.chips else 0
        self.said = line_count(self.answer) * size * LINE + 4 if view.narrow else 0
        self.height = self.said + line_count(self.result) * size * LINE + 2 * PAD + chips


def _chips(view: View, flows: Sequence[Flow], room: float) -> Iterator[tuple[int, float, Flow]]:
    """Share the ends of links out over rows: the row, and how far from the left."""
    row, left = 0, 0.0
    for flow in flows:
        wide = text_width(view.label(flow.end), SMALL_SIZE) + 16
        if left and left + wide > room:
            row, left = row + 1, 0.0
        yield row, left, flow
        left += wide + 6


def _draw(
    drawing: Drawing,
    box: _Box,
    origin: tuple[float, float],
    place: tuple[float, float],
    size: int,
) -> None:
    view, theme, (left, wide) = drawing.view, drawing.view.theme, place
    top, deep = drawing.used + box.said, box.height - box.said
    colour = theme.accent if box.branch.is_open else theme.main
    dash = "6px,4px" if box.branch.is_open else "solid"
    middle = top + deep / 2
    turn = origin[0] + (0 if view.narrow else 14)
    for start, end in ((origin, (turn, origin[1])), ((turn, origin[1]), (turn, middle))):
        drawing.line(start, end, theme.context, 2)
    drawing.line((turn, middle), (left - HEAD, middle), colour, 2, dash)
    drawing.arrow_head((left - HEAD, middle), (left - 1, middle), colour, 2)
    if view.narrow:
        drawing.text(box.answer, left, drawing.used, size, bold=True)
    else:
        drawing.text(box.answer, turn + 8, middle - 3, size, bold=True, at="bottom left")
    drawing.box(left, top, wide, deep, edge=colour, edge_width=2, dash=dash)
    drawing.text(box.result, left + PAD, top + PAD, size)
    down = top + PAD + line_count(box.result) * size * LINE + 4
    for row, across, flow in box.chips:
        words = view.label(flow.end)
        place_of = left + PAD + across, down + row * (CHIP + 5)
        drawing.tell(place_of[0] + 20, place_of[1] + CHIP / 2, told(view, flow))
        draw_chip(
            drawing, words, (*place_of, text_width(words, SMALL_SIZE) + 14, CHIP), kind_of(flow)
        )
    drawing.used += box.height + GAP
