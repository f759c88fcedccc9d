"""The words of the links on a map: numbers on them, and below what each number is."""

from collections.abc import Collection, Sequence

from components.charts.chart import Chart, View
from components.charts.drawing import EDGE, Drawing, Point
from components.charts.link_frames import Looks
from components.charts.link_rows import link_rows
from components.charts.status_lines import (
    colour_of,
    data_of,
    kind_of,
    names_identifier,
    with_identifier,
)
from components.charts.style import rect
from components.charts.system_map.layout import Layout
from components.charts.system_map.links import BADGE, Curve
from components.charts.text_width import BREAK, line_count, wrap_text
from components.charts.themes import SMALL_SIZE
from components.data.links import Flow

TWO_COLUMNS = 600  # pixels of a drawing that is wide enough to tell links in two columns
LINE, BETWEEN = 16, 7  # pixels of a line of what is told below, and between two


def number(drawing: Drawing, lit: Sequence[Curve], placed: Layout, top: float) -> None:
    """Put a number on each link, clear of boxes and of each other."""
    theme, taken = drawing.view.theme, list[Point]()
    for number, each in enumerate(lit, 1):
        x, y = each.free_place(placed.boxes.values(), taken)
        taken.append((x, y))
        colour = colour_of(kind_of(each.flow), theme)
        corners = (x - BADGE, x + BADGE), (-y - top - BADGE, -y - top + BADGE)
        ring = rect(*corners, theme.ground, colour, 1.5) | {"type": "circle", "layer": "above"}
        drawing.shapes.append(ring)
        drawing.text(str(number), x, y + top, SMALL_SIZE, bold=True, at="middle center")


def _tell(drawing: Drawing, lit: Sequence[Curve]) -> int:
    """Say below what each number is, side by side where there is room; give how many were said."""
    view = drawing.view
    columns = 2 if drawing.width >= TWO_COLUMNS and len(lit) > 2 else 1
    wide, top = drawing.width / columns, drawing.used + BETWEEN
    downs, half = [top] * columns, -(-len(lit) // columns)
    for place, each in enumerate(lit):
        column = place // half
        words = _said(view, each.flow, wide - 40)
        left, y = column * wide, downs[column]
        drawing.text(str(place + 1), left + 2, y, SMALL_SIZE, bold=True)
        drawing.text(words, left + 20, y, SMALL_SIZE)
        downs[column] += LINE * line_count(words) + BETWEEN
    drawing.used = max(downs)
    return 2 * len(lit)


def _said(view: View, flow: Flow, room: float) -> str:
    """Say of a link from where to where, and below it its status and what passes."""
    said = data_of(view, flow)
    if names_identifier(flow):
        said = with_identifier(view, said, flow.identifier)
    ends = wrap_text(f"{view.label(flow.start)} → {view.label(flow.end)}", room, SMALL_SIZE)
    passes = wrap_text(view.aside(said, view.label(flow.status)), room, SMALL_SIZE)
    return f"<b>{ends}</b>{BREAK}{passes}"


def with_words(
    drawing: Drawing, lit: Sequence[Curve], flows: Sequence[Flow], focus: Collection[str]
) -> Chart:
    """Tell the links below the map; where a stage is too low, on a page of their own."""
    view, alone = drawing.view, drawing.used
    told, deep = _tell(drawing, lit), view.canvas.height and view.canvas.height - 2 * EDGE
    if not deep or drawing.used <= deep:
        return drawing.chart(list(flows))
    words = Drawing(view)
    _tell(words, lit)
    if max(alone, words.used) > deep:
        return link_rows(view, flows, Looks(focus=focus))
    if view.page_index:
        return words.chart(list(flows), page_count=2)
    drawing.used = alone
    del drawing.notes[-told:]
    return drawing.chart(list(flows), page_count=2)
