"""The boxes of the map in pixels: bands below each other, columns side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.chart import View
from components.charts.system_map.places import COLUMNS, KNOWN, PLACES
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import SMALL_SIZE
from components.data.links import Flow

LINE, PAD = 15, 8  # pixels of a line of a name, and around it within the box
GAP, BAND = 8, 26  # between two boxes of a column, and above a band for its name
WIDEST, NARROWEST_GAP = 176, 38  # of a box, and between two columns


@dataclass(frozen=True)
class Box:
    """A node's box, and its name as it is broken into lines."""

    name: str
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True)
class Layout:
    """The boxes by node, the tops of the bands by field (one band has none), and the height."""

    boxes: dict[str, Box]
    bands: dict[str, float]
    columns: dict[str, float]  # the left edge of each column in use, by its role
    gap: float  # between two columns
    height: float


def layout(view: View, flows: Sequence[Flow]) -> Layout:
    """Place the nodes of some links; only bands and columns that hold one are kept."""
    nodes = {code for flow in flows for code in (flow.start, flow.end)}
    kept = {
        field: [[node for node in column if node in nodes] for column in band]
        for field, band in (PLACES | {"field_other": _unplaced(flows)}).items()
        if any(node in nodes for column in band for node in column)
    }
    used = [place for place in range(len(COLUMNS)) if any(band[place] for band in kept.values())]
    wide, gap = _widths(view.canvas.width, len(used))
    boxes: dict[str, Box] = {}
    bands: dict[str, float] = {}
    top = 0.0
    for field, columns in kept.items():
        if len(kept) > 1:
            bands[field] = top
            top += BAND
        top = _band(view, [columns[place] for place in used], (wide, gap), top, boxes)
    lefts = {COLUMNS[place]: order * (wide + gap) for order, place in enumerate(used)}
    return Layout(boxes, bands, lefts, gap, top)


def _unplaced(flows: Sequence[Flow]) -> tuple[tuple[str, ...], ...]:
    """Give a band to nodes without a place: what sends stands left, what only receives right."""
    starts = dict.fromkeys(flow.start for flow in flows if flow.start not in KNOWN)
    ends = dict.fromkeys(flow.end for flow in flows if flow.end not in KNOWN | starts.keys())
    return ((), tuple(starts), (), (), tuple(ends))


def _widths(width: int, columns: int) -> tuple[float, float]:
    """Give the width of a box and of the gap between two columns; the gap takes what is over."""
    if columns == 1:
        return min(WIDEST, width), 0
    wide = min(WIDEST, (width - 2 - NARROWEST_GAP * (columns - 1)) / columns)
    return wide, (width - 2 - wide * columns) / (columns - 1)


def _band(
    view: View,
    columns: list[list[str]],
    widths: tuple[float, float],
    top: float,
    boxes: dict[str, Box],
) -> float:
    """Set a band's columns, each in the middle of its height; give where the next band begins."""
    wide, gap = widths
    names = {
        node: wrap_text(view.label(node), wide - PAD, SMALL_SIZE)
        for column in columns
        for node in column
    }
    high = {node: LINE * line_count(name) + PAD for node, name in names.items()}
    deep = [sum(high[node] + GAP for node in column) - GAP for column in columns]
    for place, column in enumerate(columns):
        y = top + (max(deep) - deep[place]) / 2
        for node in column:
            boxes[node] = Box(names[node], place * (wide + gap), y, wide, high[node])
            y += high[node] + GAP
    return top + max(deep) + GAP
