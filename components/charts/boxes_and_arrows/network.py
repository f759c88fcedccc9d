"""Who passes what to whom, each node drawn once: boxes in columns, links between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.boxes_and_arrows.arrows import is_faint, status_arrow
from components.charts.boxes_and_arrows.link_list import link_list
from components.charts.chart import Chart, View
from components.charts.drawing import Drawing, Point
from components.charts.status_lines import data_of, names_identifier
from components.charts.text_width import BREAK, line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

HEIGHT, PRESENTER_HEIGHT = 62, 46  # pixels of a box
GAP = 66  # pixels between two boxes of a column
WIDTH = 0.21  # of the drawing, for a box
WORDS = 0.19, 156  # of the drawing for the words on a link, and in pixels at most
TOP = 6  # pixels above the first box and below the last
BESIDE = 16  # pixels between two links of the same boxes
CLEAR = "rgba(0,0,0,0)"


def network(
    view: View, flows: Sequence[Flow], *, columns: Sequence[Sequence[str]], focus: str = ""
) -> Chart:
    """
    Draw flows between nodes set out in columns, left to right; on a phone as a list.

    Each link has the line style of its status, the status in words, and its identifier (what
    passes, where no identifier is named). columns hold node codes, from the top. focus is a node
    or identifier code: links without it are drawn in grey. Raises ValueError without flows, or for
    a flow whose node stands in no column.

    >>> network(view, flows, columns=[["node_person"], ["node_portal"], ["node_agencies"]])
    """
    if view.narrow or not flows:
        return link_list(view, flows, focus=focus)
    net = _Network(Drawing(view), columns)
    if missing := {code for flow in flows for code in (flow.start, flow.end)} - net.places.keys():
        raise ValueError(f"no place for {sorted(missing)}")
    for code in net.places:
        net.draw_node(code)
    for flow in flows:
        twins = [each for each in flows if {each.start, each.end} == {flow.start, flow.end}]
        shift = (twins.index(flow) - (len(twins) - 1) / 2) * BESIDE
        net.draw_link(flow, shift, faint=is_faint(flow, focus))
    net.drawing.used = max(y for _, y in net.places.values()) + net.height + TOP
    return net.drawing.chart(flows)


@dataclass(frozen=True)
class _Link:
    """Where a link begins and ends, and where its words stand, at their left, right or middle."""

    start: Point
    end: Point
    words: Point
    side: str


class _Network:
    """The places of all boxes: left edge and top of each, in pixels."""

    def __init__(self, drawing: Drawing, columns: Sequence[Sequence[str]]) -> None:
        self.drawing, self.view = drawing, drawing.view
        self.width = WIDTH * drawing.width
        self.height = PRESENTER_HEIGHT if self.view.for_presenter else HEIGHT
        step = (drawing.width - self.width) / max(1, len(columns) - 1)
        longest, gap = max(map(len, columns)), float(GAP)
        if self.view.canvas.height and longest > 1:
            free = self.view.canvas.height - 16 - longest * PRESENTER_HEIGHT
            gap = min(GAP, free / (longest - 1))
        self.places = {
            code: (place * step, TOP + (row + (longest - len(column)) / 2) * (self.height + gap))
            for place, column in enumerate(columns)
            for row, code in enumerate(column)
        }

    def draw_node(self, code: str) -> None:
        """Draw a node's box; its name has two lines where that is possible."""
        x, y = self.places[code]
        size = SMALL_SIZE if self.view.for_presenter else LABEL_SIZE
        self.drawing.box(x, y, self.width, self.height)
        name = _low(self.view.label(code), (self.width * 0.93, self.width * 1.06), size)
        middle = x + self.width / 2, y + self.height / 2
        self.drawing.text(name, *middle, size, at="middle center")

    def draw_link(self, flow: Flow, shift: float, *, faint: bool) -> None:
        """Draw a link and its words; shift moves it away from another between the same boxes."""
        link, theme = self._ends(flow, shift), self.view.theme
        colour = theme.context if faint else theme.main
        status_arrow(self.drawing, link.start, link.end, flow.status, colour)
        status = self.view.label(flow.status)
        below = data_of(self.view, flow)
        if names_identifier(flow):
            below = self.view.label(flow.identifier)
        share, most = WORDS
        room = min(share * self.drawing.width, most)
        free = abs(link.start[0] - link.end[0])
        tight = self.view.for_presenter and link.side == "center" and not shift
        if tight and link.start[1] == link.end[1]:
            self._write_along(link, flow, free - 0.03 * self.drawing.width)
            return
        words = _words(status, below, room)
        wide = text_width(words, SMALL_SIZE) > free - 7
        if tight and wide and self._beside_a_box(words, link.words[1]):
            words = _words(status, below, free - 0.03 * self.drawing.width)
        down, ground = "middle", theme.ground
        if shift:  # two links between the same boxes: one is named above, the other below
            down, ground = "bottom" if shift > 0 else "top", CLEAR
        at, (x, y) = f"{down} {link.side}", link.words
        self.drawing.text(words, x, y, SMALL_SIZE, at=at, bgcolor=ground, borderpad=1)

    def _ends(self, flow: Flow, shift: float) -> _Link:
        (x0, y0), (x1, y1) = self.places[flow.start], self.places[flow.end]
        if abs(x0 - x1) < 1:
            down = y1 > y0
            x = x0 + self.width / 2 + shift * self.drawing.width / 400
            start, end = (x, y0 + self.height * down), (x, y1 + self.height * (not down))
            outermost = x0 + self.width > 0.98 * self.drawing.width
            aside = 0.008 * self.drawing.width * (-1 if outermost else 1)
            side = "right" if outermost else "left"
        else:
            right = x1 > x0
            start = (x0 + self.width * right, y0 + self.height / 2 - shift)
            end = (x1 + self.width * (not right), y1 + self.height / 2 - shift)
            side, aside = "center", 0
        middle = ((start[0] + end[0]) / 2 + aside, (start[1] + end[1]) / 2)
        return _Link(start, end, middle, side)

    def _beside_a_box(self, words: str, y: float) -> bool:
        """Tell whether words stand as high as a box, so that wide ones would lie on its edge."""
        half = 8 * line_count(words)
        return any(top - half < y < top + self.height + half for _, top in self.places.values())

    def _write_along(self, link: _Link, flow: Flow, room: float) -> None:
        """Words of a level link where room is short: status above the line, identifier below."""
        share, most = WORDS
        widest = min(share * self.drawing.width, most)
        words = _low(self.view.label(flow.identifier), (min(room, widest), widest), SMALL_SIZE)
        status = self.view.label(flow.status)
        x, y = link.words
        self.drawing.text(status, x, y - 2, SMALL_SIZE, bold=True, at="bottom center")
        self.drawing.text(words, x, y + 2, SMALL_SIZE, at="top center")


def _words(status: str, below: str, room: float) -> str:
    first, second = (wrap_text(each, room, SMALL_SIZE) for each in (status, below))
    return f"<b>{first}</b>{BREAK}{second}"


def _low(words: str, widths: Sequence[float], size: int) -> str:
    """Break words at the first width that makes two lines of them, at the last where none does."""
    broken = [wrap_text(words, width, size) for width in widths]
    return next((each for each in broken if line_count(each) < 3), broken[-1])
