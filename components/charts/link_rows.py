"""Who passes what to whom: senders and receivers in frames at both sides, a link a row between."""

from collections.abc import Sequence

from components.charts.chart import Chart, View
from components.charts.chips import draw_chip
from components.charts.drawing import EDGE, Drawing
from components.charts.fitting import pages, wanted
from components.charts.link_frames import (
    ARROW,
    CHIP,
    LINE,
    PAD,
    LinkRow,
    Looks,
    draw_frames,
    measured,
    side_width,
)
from components.charts.pictures import lock
from components.charts.status_lines import DASHES, colour_of, kind_of, told
from components.charts.text_width import BREAK, line_count, text_width
from components.charts.themes import SMALL_SIZE
from components.data.links import Flow

HEAD, LOCK = 12, 13  # pixels of an arrow's head, and of a lock's width
PLAIN = Looks()


def link_rows(view: View, flows: Sequence[Flow], looks: Looks = PLAIN) -> Chart:
    """
    Draw links as arrows between frames; neighbours with the same end share its frame.

    An arrow has the colour and line of the map of systems. On it stands what tells people apart
    (where the documents name it, else the status), below it what passes. On a stage a long row
    comes on pages. Raises ValueError without links.

    >>> link_rows(view, view.dataset.get_flows("e43", "e45"), Looks(focus=["node_npa"]))
    """
    if not flows:
        raise ValueError("no flows to draw")
    rows = list(measured(view, flows, looks))
    height = view.canvas.height and view.canvas.height - 2 * EDGE
    parts = pages([row.height + row.head for row in rows], height)
    part = wanted(view, parts)
    drawing, tops = Drawing(view), [0.0]
    for row in rows[part]:
        tops.append(tops[-1] + row.head + row.height)
    for side in (0, 1):
        draw_frames(drawing, rows[part], tops, side, looks)
    for row, top in zip(rows[part], tops, strict=False):
        _arrow(drawing, row, top + row.head, looks)
    drawing.used = tops[-1]
    return drawing.chart(list(flows[part]), page_count=len(parts))


def _arrow(drawing: Drawing, row: LinkRow, top: float, looks: Looks) -> None:
    """Draw a row's chip, below it the arrow, and below that what passes."""
    theme, kind, faint = drawing.view.theme, kind_of(row.flow), looks.faint(row.flow)
    strong = row.flow.id in looks.highlight
    colour = theme.rule if faint else theme.accent if strong else colour_of(kind, theme)
    middle, chip = drawing.width / 2, LINE * line_count(row.chip) + CHIP - 3
    high = chip + 3 + ARROW + LINE * line_count(row.words)
    y = top + (row.height - PAD - high) / 2 + 1
    wide = max(text_width(each, SMALL_SIZE, bold=True) for each in row.chip.split(BREAK)) + 14
    box = middle - wide / 2, y, wide, chip
    draw_chip(drawing, row.chip, box, kind, bold=True, strong=strong, faint=faint)
    down, away = y + chip + 3 + ARROW / 2, side_width(drawing.view) + 7
    tip, turned = drawing.width - away, -1
    if row.flow.start != row.nodes[0]:
        tip, turned = away, 1
    back = tip + turned * HEAD
    drawing.line((drawing.width - tip, down), (back, down), colour, 2.2, DASHES[kind])
    drawing.arrow_head((back, down), (tip, down), colour, 2.2)
    if row.flow.id in looks.locked:
        lock(drawing, tip + turned * 40 - LOCK / 2, down - LOCK / 2, LOCK)
    drawing.tell(middle, down, told(drawing.view, row.flow))
    drawing.text(row.words, middle, down + ARROW / 2, SMALL_SIZE, theme.muted, at="top center")
