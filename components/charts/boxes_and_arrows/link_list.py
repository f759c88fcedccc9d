"""Which data goes from whom to whom: one link a row."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from components.charts.boxes_and_arrows.arrows import broken_name, named_box, status_arrow
from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.status_lines import data_of, names_identifier, with_identifier
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE, PRESENTER_LINE = 19, 16
SIDE = 0.3  # of boxes and arrow together, for a box
PRESENTER_REACH = 0.62  # of the drawing on a stage: where the second box ends and the words begin
WORDS = 0.875  # of a page, for the words under an arrow


@dataclass(frozen=True)
class _Row:
    """A link with its names and its broken words, and how many lines its boxes are high."""

    flow: Flow
    names: tuple[str, str]
    words: str
    lines: int


def link_list(view: View, flows: Sequence[Flow], *, focus: Collection[str] = ()) -> Chart:
    """
    Draw one link a row: box, arrow in the style of its status with the status in words, box.

    Under the arrow stand the data and the identifier. focus holds codes of nodes and identifiers,
    or ids of links: the others are drawn in grey. On a stage the words stand beside the boxes, and
    a long list comes on pages. Raises ValueError without flows.

    >>> link_list(view, view.dataset.get_flows("e41", "e42"), focus=["node_police"])
    """
    if not flows:
        raise ValueError("no flows to draw")
    rows = [_row(view, flow) for flow in flows]
    height = view.canvas.height and view.canvas.height - 8
    parts = pages([PRESENTER_LINE * row.lines + 20 for row in rows], height)
    part = wanted(view, parts)
    drawing = Drawing(view)
    for row in rows[part]:
        _draw(drawing, row, faint=bool(focus) and not row.flow.touches(focus))
    return drawing.chart(list(flows[part]), page_count=len(parts))


def _row(view: View, flow: Flow) -> _Row:
    width, presenter = view.canvas.width, view.for_presenter
    size = SMALL_SIZE if presenter or view.narrow else LABEL_SIZE
    side = SIDE * width * (PRESENTER_REACH if presenter else 1)
    first, second = view.label(flow.start), view.label(flow.end)
    said = data_of(view, flow)
    if names_identifier(flow):
        said = with_identifier(view, said, flow.identifier)
    room = width * (1 - PRESENTER_REACH if presenter else 1 if view.narrow else WORDS)
    words = wrap_text(said, room if presenter else room - 4, SMALL_SIZE)
    high = [line_count(broken_name(name, side, size)) for name in (first, second)]
    lines = max(*high, 2, line_count(words) if presenter else 0)
    return _Row(flow, (first, second), words, lines)


def _draw(drawing: Drawing, row: _Row, *, faint: bool) -> None:
    view, theme, top = drawing.view, drawing.view.theme, drawing.used
    line = PRESENTER_LINE if view.for_presenter else LINE
    reach = drawing.width * (PRESENTER_REACH if view.for_presenter else 1)
    side, height = SIDE * reach, line * row.lines + 10
    middle = top + 4 + height / 2
    size = SMALL_SIZE if view.for_presenter or view.narrow else LABEL_SIZE
    for x, name in zip((0, reach - side), row.names, strict=True):
        ink, edge = (theme.muted, theme.context) if faint else (theme.ink, theme.ink)
        named_box(drawing, name, (x, top + 4, side, height), size, ink, edge=edge)
    start, end = side + 0.012 * reach, reach - side - 0.012 * reach
    colour = theme.context if faint else theme.main
    status_arrow(drawing, (start, middle), (end, middle), row.flow.status, colour)
    status = view.label(row.flow.status)
    drawing.text(status, reach / 2, middle, SMALL_SIZE, at="bottom center", yshift=4)
    drawing.used += line * row.lines + 20
    if view.for_presenter:
        x = drawing.width * (PRESENTER_REACH + 0.02)
        drawing.text(row.words, x, middle, SMALL_SIZE, theme.muted, at="middle left")
    else:
        drawing.text(row.words, 0, drawing.used, SMALL_SIZE, theme.muted)
        drawing.used += LINE * line_count(row.words) + 16
