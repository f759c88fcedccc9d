"""A walk through links, one after another: where it stands now is large, the rest is named."""

from collections.abc import Sequence

from components.charts.boxes_and_arrows.arrows import named_box, status_arrow
from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.status_lines import data_of
from components.charts.text_width import BREAK, line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 16  # pixels of a line of small text
BOX = 66  # pixels of a box's height
RADIUS, DOTS = 13, 16  # of a dot, and how far down its middle stands
EDGE = 4


def walk(view: View, flows: Sequence[Flow], *, at: int) -> Chart:
    """
    Draw a walk: a dot for each flow in order, and the flow at place `at` (from 1) as two boxes.

    Between the boxes stand the identifier they meet under and the status, on a line of its style.
    Raises ValueError without flows, or for a place that is not in the walk.

    >>> walk(view, view.dataset.get_flows("e01", "e02", "e08"), at=2)
    """
    if not 1 <= at <= len(flows):
        raise ValueError(f"the walk has no place {at}")
    drawing = Drawing(view)
    _draw_dots(drawing, flows, at)
    (_draw_down if view.narrow else _draw_across)(drawing, flows[at - 1])
    return drawing.chart(list(flows))


def _draw_dots(drawing: Drawing, flows: Sequence[Flow], at: int) -> None:
    """The stops in a row, each with identifier and data; on a phone the number alone."""
    view, theme, wide = drawing.view, drawing.view.theme, drawing.width / len(flows)
    drawing.line((wide / 2, DOTS), (drawing.width - wide / 2, DOTS), theme.context, 2)
    lines = 0
    for place, flow in enumerate(flows, 1):
        here, x = place == at, wide * (place - 0.5)
        fill, edge = (theme.accent, theme.accent) if here else (theme.ground, theme.context)
        corner = (x - RADIUS, DOTS - RADIUS, 2 * RADIUS, 2 * RADIUS)
        drawing.box(*corner, fill=fill, edge=edge, edge_width=2, kind="circle")
        ink = theme.ground if here else theme.ink
        drawing.text(f"{place}", x, DOTS, LABEL_SIZE, ink, bold=True, at="middle center")
        said = (view.label(flow.identifier), data_of(view, flow))
        name = BREAK.join(wrap_text(each, wide - 10, SMALL_SIZE) for each in said)
        lines = max(lines, line_count(name))
        if not view.narrow:
            ink = theme.ink if here else theme.muted
            drawing.text(name, x, 36, SMALL_SIZE, ink, bold=here, at="top center")
    drawing.used = 44 if view.narrow else 56 + LINE * lines


def _draw_across(drawing: Drawing, flow: Flow) -> None:
    view, accent, wide = drawing.view, drawing.view.theme.accent, drawing.width * 0.27
    left, right = EDGE, drawing.width - wide - EDGE
    top = drawing.used + 46
    middle, centre = top + BOX / 2, drawing.width / 2
    named_box(drawing, view.label(flow.start), (left, top, wide, BOX))
    named_box(drawing, view.label(flow.end), (right, top, wide, BOX))
    status_arrow(drawing, (left + wide + 4, middle), (right - 2, middle), flow.status, accent)
    room = drawing.width * 0.42
    above = wrap_text(view.label(flow.identifier), room, LABEL_SIZE)
    drawing.text(above, centre, middle - 8, LABEL_SIZE, accent, bold=True, at="bottom center")
    below = wrap_text(data_of(view, flow), room, LABEL_SIZE)
    words = f"<b>{view.label(flow.status)}</b>{BREAK}{below}"
    drawing.text(words, centre, middle + 8, SMALL_SIZE, at="top center")
    drawing.used = top + BOX + LINE * (line_count(below) - 1) + 8


def _draw_down(drawing: Drawing, flow: Flow) -> None:
    view, accent, width = drawing.view, drawing.view.theme.accent, drawing.width - 2 * EDGE
    room, tall, top = width - 48, BOX - 16, drawing.used
    name = wrap_text(view.label(flow.identifier), room, LABEL_SIZE)
    data = wrap_text(data_of(view, flow), room, SMALL_SIZE)
    words = f"{view.label(flow.status)}{BREAK}{data}"
    bottom = top + tall + LINE * (line_count(name) + line_count(words) + 1) + 18
    named_box(drawing, view.label(flow.start), (EDGE, top, width, tall))
    named_box(drawing, view.label(flow.end), (EDGE, bottom, width, tall))
    status_arrow(drawing, (28, top + tall + 4), (28, bottom - 2), flow.status, accent)
    y = top + tall + 8
    drawing.text(name, 48, y, LABEL_SIZE, accent, bold=True)
    drawing.text(words, 48, y + LINE * line_count(name) + 8, SMALL_SIZE)
    drawing.used = bottom + tall + 6
