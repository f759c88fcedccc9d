"""Boxes with names, arrows in the style of a link's status."""

from typing import Any

from components.charts.drawing import Drawing, Point
from components.charts.status_lines import line_style
from components.charts.text_width import wrap_text
from components.charts.themes import LABEL_SIZE

TIP = 6  # pixels the shaft ends before the tip, under the head
INSIDE = 0.975  # of a box's width, for its name
HEAD = 22  # pixels of the undashed end that carries the head, at most


def broken_name(name: str, width: float, size: float) -> str:
    """Break a name so that it stays within a box."""
    return wrap_text(name, width * INSIDE, size)


def named_box(
    drawing: Drawing,
    name: str,
    box: tuple[float, float, float, float],
    size: int = LABEL_SIZE,
    colour: str = "",
    **look: Any,
) -> None:
    """Draw a box (left, top, width, height) with a name in its middle, broken where it must be."""
    left, top, width, height = box
    drawing.box(*box, **look)
    said = broken_name(name, width, size)
    drawing.text(said, left + width / 2, top + height / 2, size, colour, at="middle center")


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
