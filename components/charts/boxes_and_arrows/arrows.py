"""Arrows in the style of a link's status, and which links a focus leaves in colour."""

from components.charts.drawing import Drawing, Point
from components.charts.status_lines import line_style
from components.data.links import Flow

TIP = 6  # pixels the shaft ends before the tip, under the head
HEAD = 22  # pixels of the undashed end that carries the head, at most


def status_arrow(drawing: Drawing, start: Point, tip: Point, status: str, colour: str) -> None:
    """Draw an arrow from one point to another, its shaft in the style of a status."""
    dash, width = line_style(status)
    across, down = tip[0] - start[0], tip[1] - start[1]
    length = (across**2 + down**2) ** 0.5 or 1

    def before_tip(pixels: float) -> Point:
        share = min(pixels / length, 0.3)
        return tip[0] - across * share, tip[1] - down * share

    drawing.line(start, before_tip(TIP), colour, width, dash)
    drawing.arrow_head(before_tip(HEAD), tip, colour, width)


def is_faint(flow: Flow, focus: str) -> bool:
    """Tell whether a link is drawn in grey, since it has nothing to do with the focus."""
    return bool(focus) and focus not in (flow.start, flow.end, flow.identifier)
