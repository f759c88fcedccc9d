"""The links of the map as curves between boxes, in the look of what is known of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from components.charts.drawing import Point
from components.charts.system_map.layout import Box, Layout
from components.data.links import Flow

POINTS = 16  # of a curve
BADGE = 9  # half of a number's ring
BULGE = 30  # pixels a curve stands out that goes back to its own column
INSET = 0.72  # of a box's side, along which its links begin


@dataclass(frozen=True)
class Curve:
    """A link's way, its last points towards its head, and its middle for words and touches."""

    flow: Flow
    points: tuple[Point, ...]

    @property
    def middle(self) -> Point:
        return self.points[len(self.points) // 2]

    def free_place(self, boxes: Iterable[Box], taken: Iterable[Point]) -> Point:
        """Give the place nearest its middle that is clear of boxes and of places taken."""
        boxes, taken = list(boxes), list(taken)
        half = len(self.points) // 2
        near = sorted(self.points[2:-2], key=lambda point: abs(self.points.index(point) - half))

        def room(place: Point) -> float:
            return min((abs(place[0] - x) + abs(place[1] - y) for x, y in taken), default=99)

        apart = [place for place in near if room(place) > 2.4 * BADGE]
        clear = [place for place in apart if not any(_covers(box, place) for box in boxes)]
        return next(iter([*clear, *apart])) if apart else max(near, key=room)


def _covers(box: Box, place: Point) -> bool:
    """Tell whether a number at a place would lie on a box."""
    near, (x, y) = BADGE * 0.7, place
    across = box.left - near < x < box.right + near
    return across and box.top - near < y < box.top + box.height + near


def curves(layout: Layout, flows: Sequence[Flow]) -> list[Curve]:
    """Give the ways of links; those that meet at one side of a box are spread along it."""
    ends = _ends(layout.boxes, flows)
    return [Curve(flow, tuple(_way(*ends[flow.id], layout.gap))) for flow in flows]


def _side(box: Box, other: Box, edge: float) -> int:
    """Tell on which side of a box a link leaves it: -1 left, 1 right; edge is where no more is."""
    if abs(other.left - box.left) < 1:
        return -1 if box.right > edge - BULGE else 1
    return -1 if other.left < box.left else 1


def _ends(
    boxes: Mapping[str, Box], flows: Sequence[Flow]
) -> dict[str, tuple[Point, int, Point, int]]:
    """Give each link's two points with the side of the box each stands on."""
    meeting: dict[tuple[str, int], list[tuple[float, str, bool]]] = {}
    edge = max(box.right for box in boxes.values())
    for flow in flows:
        first, last = boxes[flow.start], boxes[flow.end]
        for node, box, other, begins in (
            (flow.start, first, last, True),
            (flow.end, last, first, False),
        ):
            key = node, _side(box, other, edge)
            meeting.setdefault(key, []).append((other.middle, flow.id, begins))
    found: dict[tuple[str, bool], tuple[Point, int]] = {}
    for (node, side), links in meeting.items():
        box, count = boxes[node], len(links)
        for place, (_, flow_id, begins) in enumerate(sorted(links)):
            down = box.middle + box.height * INSET * ((place + 0.5) / count - 0.5)
            x = box.right if side > 0 else box.left
            found[flow_id, begins] = ((x, down), side)
    return {flow.id: (*found[flow.id, True], *found[flow.id, False]) for flow in flows}


def _way(start: Point, out: int, end: Point, into: int, gap: float) -> Iterator[Point]:
    """Walk a cubic curve that leaves and meets its boxes at right angles."""
    reach = max(BULGE, abs(end[0] - start[0]) / 2 if out != into else BULGE)
    reach = min(reach, gap * 0.9 if out == into and gap else reach)
    one, two = start[0] + out * reach, end[0] + into * reach
    for step in range(POINTS + 1):
        t = step / POINTS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            a * start[0] + b * one + c * two + d * end[0],
            (a + b) * start[1] + (c + d) * end[1],
        )
