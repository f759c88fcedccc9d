"""Senders and receivers of links in frames: what stands in which, and what a row needs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from components.charts.chart import View
from components.charts.drawing import Drawing
from components.charts.pictures import HIGH, PICTURES
from components.charts.status_lines import data_of, names_identifier
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 16  # pixels of a line of small text
SIDES = {"page": 0.24, "paper": 0.24, "presenter": 0.22, "phone": 0.29}  # of the width, a frame
CHIP, ARROW, PAD = 7, 13, 6  # pixels by which a chip exceeds its words, of an arrow, around a row
PICTURE, SMALL_PICTURE = 70, 44  # pixels of a picture's width above a name, and beside it


@dataclass(frozen=True)
class Looks:
    """
    What stands where: groups give a node's frame, pictures a frame's picture (pictures.PICTURES).

    locked and highlight hold ids of links: with a lock on the arrow, and in the accent. focus holds
    codes of nodes and identifiers, or ids of links: other links are drawn in grey.
    """

    groups: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    locked: Collection[str] = ()
    highlight: Collection[str] = ()
    focus: Collection[str] = ()

    def faint(self, flow: Flow) -> bool:
        """Tell whether a link is drawn in grey."""
        return bool(self.focus) and not flow.touches(self.focus)


@dataclass(frozen=True)
class LinkRow:
    """
    A link between a left and a right node, each in the frame of its group, with its broken words.

    head is the room in pixels that a frame beginning here needs for its name.
    """

    flow: Flow
    nodes: tuple[str, str]
    groups: tuple[str, str]
    chip: str
    words: str
    height: float
    head: float


def side_width(view: View) -> float:
    """Give the width of a frame."""
    return view.canvas.width * SIDES.get(view.canvas.name, SIDES["page"])


def measured(view: View, flows: Sequence[Flow], looks: Looks) -> Iterator[LinkRow]:
    """Measure each link's row; a sender that stands at the right already sends from there."""
    room, before = view.canvas.width - 2 * side_width(view) - 20, ("", "")
    for flow in flows:
        nodes = flow.start, flow.end
        groups = looks.groups.get(flow.start, flow.start), looks.groups.get(flow.end, flow.end)
        if groups == before[::-1]:
            nodes, groups = nodes[::-1], groups[::-1]
        chip, words = _said(view, flow, room)
        inner = [node for node, group in zip(nodes, groups, strict=True) if node != group]
        begun = [each for each, last in zip(groups, before, strict=True) if each != last]
        titles = [_title(view, each) for each in begun if each in looks.groups.values()]
        high = LINE * (line_count(chip) + line_count(words)) + CHIP + ARROW
        high = max([high, *(LINE * line_count(_name(view, node)) + 12 for node in inner)])
        high = max([high, *(_deep(view, _title(view, each)) + 6 for each in groups)])
        head = max([0, *(_deep(view, title) + 2 for title in titles)])
        yield LinkRow(flow, nodes, groups, chip, words, high + PAD, head)
        before = groups


def _said(view: View, flow: Flow, room: float) -> tuple[str, str]:
    """Say what people are told apart with, else the status, and what passes."""
    said, status = data_of(view, flow), view.label(flow.status)
    chip = status
    if names_identifier(flow):
        chip, said = view.label(flow.identifier), view.aside(said, status)
    return wrap_text(chip, room - 12, SMALL_SIZE, bold=True), wrap_text(said, room, SMALL_SIZE)


def _size(view: View) -> int:
    return SMALL_SIZE if view.narrow or view.for_presenter else LABEL_SIZE


def _name(view: View, node: str) -> str:
    return wrap_text(view.label(node), side_width(view) - 18, SMALL_SIZE)


def _title(view: View, group: str, less: float = 14) -> str:
    return wrap_text(view.label(group), side_width(view) - less, _size(view), bold=True)


def _deep(view: View, title: str) -> int:
    return (_size(view) + 4) * line_count(title)


def draw_frames(
    drawing: Drawing, rows: Sequence[LinkRow], tops: Sequence[float], side: int, looks: Looks
) -> None:
    """Draw the frames of one side (0 left, 1 right), each around the rows of one group."""
    view = drawing.view
    left = drawing.width - side_width(view) if side else 0
    groups = [row.groups[side] for row in rows]
    starts = [at for at, each in enumerate(groups) if not at or each != groups[at - 1]]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        faint = all(looks.faint(row.flow) for row in rows[start:end])
        _frame(drawing, groups[start], left, (tops[start] + 2, tops[end] - 4), looks, faint=faint)
    for row, top in zip(rows, tops, strict=False):
        if row.nodes[side] != row.groups[side]:
            middle = top + row.head + (row.height - PAD) / 2
            ink = view.theme.muted if looks.faint(row.flow) else ""
            name = _name(view, row.nodes[side])
            drawing.text(name, left + 9, middle, SMALL_SIZE, ink, at="middle left")


def _frame(
    drawing: Drawing,
    group: str,
    left: float,
    span: tuple[float, float],
    looks: Looks,
    *,
    faint: bool,
) -> None:
    """Draw a frame with its name: at the top where it holds others, else in the middle."""
    view, (top, bottom), wide = drawing.view, span, side_width(drawing.view)
    theme, size = view.theme, _size(view)
    ink, edge = (theme.muted, theme.rule) if faint else (theme.ink, theme.ink)
    drawing.box(left, top, wide, bottom - top, edge=edge, edge_width=1.2)
    title, picture = _title(view, group), looks.pictures.get(group, "")
    if group in looks.groups.values():
        drawing.text(title, left + 7, top + 5, size, ink, bold=True)
        return
    middle, across = (top + bottom) / 2, left + wide / 2
    fits = _deep(view, title) + PICTURE * HIGH + 14 <= bottom - top
    high = PICTURE * HIGH + 6 if picture and fits else 0
    beside = SMALL_PICTURE + 12
    broken = _title(view, group, beside + 14)
    if picture and not fits and not view.narrow and _deep(view, broken) + 4 <= bottom - top:
        title = broken
        PICTURES[picture](drawing, left + 8, middle - SMALL_PICTURE * HIGH / 2, SMALL_PICTURE)
        across += beside / 2 - 4
    elif high:
        y = middle - (_deep(view, title) + high) / 2
        PICTURES[picture](drawing, across - PICTURE / 2, y, PICTURE)
    drawing.text(title, across, middle + high / 2, size, ink, bold=True, at="middle center")
