"""How few of many: a square for each of the whole, the counted ones filled; beside them links."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.chips import draw_chip
from components.charts.drawing import EDGE, Drawing
from components.charts.shades import mix
from components.charts.status_lines import data_of, kind_of, told
from components.charts.text_width import BREAK, line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow
from components.data.records import Figure

SHARE = 0.52  # of the width, for the squares, where links stand beside them
PITCH = 13.0  # pixels from square to square at most
HEAD = 52  # pixels of the number above the squares
ROOM = 340  # pixels of the squares' height, where the canvas has none
LINE, APART = 17, 10  # pixels of a line of a link's words, and between two links


def some_of(view: View, some: Figure, whole: Figure, flows: Sequence[Flow] = ()) -> Chart:
    """
    Draw a square for each of the whole and fill as many as some counts, which need not be named.

    The step's word `of_all` says of what. flows stand beside the squares, on a phone below, each
    with its status as a chip and what passes. Raises ValueError where some is more than the whole,
    or one of them is a gap.

    >>> some_of(view, view.dataset.figure("mykey_library_municipalities"), towns, links)
    """
    filled, count = int(some.number or 0), int(whole.number or 0)
    if not 0 < filled <= count:
        raise ValueError(f"{filled} are not a part of {count}")
    drawing, theme = Drawing(view), view.theme
    width = view.canvas.width * (1 if view.narrow or not flows else SHARE)
    large = LABEL_SIZE + 12
    number = f"<b>{view.format_value(some)}</b>"
    drawing.text(number, 0, 0, large, theme.accent)
    drawing.text(view.step_text("of_all"), 0, large + 8, SMALL_SIZE, theme.muted)
    drawing.hover(width / 4, 20, some)
    drawing.hover(width * 0.75, 20, whole)
    room = view.canvas.height - HEAD - 2 * EDGE if view.canvas.height else ROOM
    pitch = PITCH
    while -(-count // int(width / pitch)) * pitch > room:
        pitch -= 0.25
    _squares(drawing, (filled, count), HEAD, pitch, int(width / pitch))
    bottom = HEAD + -(-count // int(width / pitch)) * pitch
    if flows:
        drawing.used = bottom + 16 if view.narrow else 4
        _links(drawing, flows, 0 if view.narrow else width + 26)
    drawing.used = max(bottom, drawing.used)
    return drawing.chart([some, whole, *flows])


def _squares(
    drawing: Drawing, counts: tuple[int, int], top: float, pitch: float, across: int
) -> None:
    """Draw all squares as one area cut by lines of the ground, so that there are few marks."""
    theme, (filled, count) = drawing.view.theme, counts
    for number, colour in ((count, mix(theme.ground, theme.context, 0.5)), (filled, theme.accent)):
        rows, rest = divmod(number, across)
        look: Any = {"fill": colour, "edge": colour, "edge_width": 0}
        if rows:
            drawing.box(0, top, across * pitch, rows * pitch, **look)
        if rest:
            drawing.box(0, top + rows * pitch, rest * pitch, pitch, **look)
    lines = -(-count // across)
    for place in range(across + 1):
        x = place * pitch
        drawing.line((x, top), (x, top + lines * pitch), theme.ground, 2)
    for place in range(lines + 1):
        y = top + place * pitch
        drawing.line((0, y), (across * pitch, y), theme.ground, 2)


def _links(drawing: Drawing, flows: Sequence[Flow], left: float) -> None:
    """Write links below each other: the status as a chip, beside it from where, and what passes."""
    view, room = drawing.view, drawing.width - left
    chips = [wrap_text(view.label(flow.status), 96, SMALL_SIZE) for flow in flows]
    wide = max(text_width(each, SMALL_SIZE) for chip in chips for each in chip.split(BREAK)) + 14
    said = [_said(view, _other(flow, flows), flow, room - wide - 14) for flow in flows]
    high = sum(LINE * line_count(each) + APART for each in said)
    if view.canvas.height and drawing.used + high > view.canvas.height - 2 * EDGE:
        said = [_said(view, _other(flow, flows), None, room - wide - 14) for flow in flows]
    for flow, chip, words in zip(flows, chips, said, strict=True):
        box = left, drawing.used, wide, LINE * line_count(chip) + 6
        draw_chip(drawing, chip, box, kind_of(flow))
        drawing.tell(left + wide / 2, drawing.used + box[3] / 2, told(view, flow))
        drawing.text(words, left + wide + 12, drawing.used + 2, SMALL_SIZE)
        drawing.used += max(LINE * line_count(words), box[3]) + APART


def _said(view: View, node: str, flow: Flow | None, room: float) -> str:
    """Write the name of a link's end, and below it what passes, where there is room for it."""
    name = wrap_text(view.label(node), room, SMALL_SIZE, bold=True)
    return f"<b>{name}</b>" + (
        BREAK + wrap_text(data_of(view, flow), room, SMALL_SIZE) if flow else ""
    )


def _other(flow: Flow, flows: Sequence[Flow]) -> str:
    """Give the end of a link that not all of them share; its start where they share none."""
    shared = set.intersection(*({each.start, each.end} for each in flows))
    return flow.end if flow.start in shared else flow.start
