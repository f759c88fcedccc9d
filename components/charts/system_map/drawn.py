"""The map drawn: boxes, links, a legend of what the lines mean, and what a touch tells."""

from collections.abc import Collection, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.drawing import EDGE, Drawing
from components.charts.link_frames import Looks
from components.charts.link_rows import link_rows
from components.charts.status_lines import DASHES, KINDS, colour_of, kind_of, told
from components.charts.style import rect
from components.charts.system_map.layout import Box, Layout, layout
from components.charts.system_map.links import Curve, curves
from components.charts.system_map.told import number, with_words
from components.charts.text_width import text_width
from components.charts.themes import SMALL_SIZE
from components.data.links import Flow
from components.text.topics import interface

TOP = 30  # pixels of the legend
SAMPLE = 26  # pixels of a line in the legend
NUMBERED = 14  # links at most that are numbered and told below
HEAD = 9  # pixels of an arrow's head
MANY_BANDS = 5  # from which on the columns are named, too


def system_map(
    view: View, flows: Sequence[Flow], *, focus: Collection[str] = (), at: int = 0
) -> Chart:
    """
    Draw the nodes of some links, each once, and the links; on a phone the links as a list.

    Colour and dash say whether a link is used, possible, feared or denied. Few links are numbered
    and told below, many are told where they are touched. focus holds codes of nodes and
    identifiers, or ids of links: what has nothing to do with them is drawn in grey. at walks along
    the links in their order and lights the first so many. Raises ValueError without links, or for a
    place that is not in the walk.

    >>> system_map(view, view.dataset.get_flows("e24a", "e24b", "e24c"))
    """
    if not 0 <= at <= len(flows):
        raise ValueError(f"the walk has no place {at}")
    focus = [flow.id for flow in flows[:at]] or focus
    if view.narrow or not flows:
        return link_rows(view, flows, Looks(focus=focus))
    placed = layout(view, flows)
    drawing = Drawing(view)
    _legend(drawing, flows)
    top = _top(placed)
    _heads(drawing, placed, top)
    lit = _draw_all(drawing, placed, flows, focus, top)
    drawing.used = top + placed.height
    if len(lit) <= NUMBERED:
        number(drawing, lit, placed, top)
        return with_words(drawing, lit, flows, focus)
    return drawing.chart(list(flows))


def _top(placed: Layout) -> float:
    """Give how far down the boxes begin, below legend and heads of columns."""
    return TOP + (24 if len(placed.bands) >= MANY_BANDS else 0)


def targets(view: View, flows: Sequence[Flow], chart: Chart) -> dict[str, tuple[float, ...]]:
    """Give where each node's box stands in a map: left, top, width, height in percent of it."""
    placed = layout(view, flows)
    wide, high, down = view.canvas.width / 100, chart.height / 100, _top(placed) + EDGE
    return {
        code: (box.left / wide, (box.top + down) / high, box.width / wide, box.height / high)
        for code, box in placed.boxes.items()
    }


def _draw_all(
    drawing: Drawing, placed: Layout, flows: Sequence[Flow], focus: Collection[str], top: float
) -> list[Curve]:
    """Draw links and boxes, what is grey first; give the links that are not."""
    ways = curves(placed, flows)
    lit = [each for each in ways if not focus or each.flow.touches(focus)]
    for each in sorted(ways, key=lambda way: way in lit):
        _draw(drawing, each, top, faint=each not in lit)
    bright = {code for each in lit for code in (each.flow.start, each.flow.end)}
    for code, box in placed.boxes.items():
        _node(drawing, box, top, faint=code not in bright, chosen=code in focus)
    return lit


def _legend(drawing: Drawing, flows: Sequence[Flow]) -> None:
    """Say what each kind of line means, and how many there are."""
    view, x = drawing.view, 0.0
    for kind in KINDS:
        count = sum(kind_of(flow) == kind for flow in flows)
        if not count:
            continue
        colour = colour_of(kind, view.theme)
        drawing.line((x, 10), (x + SAMPLE, 10), colour, 2.5, DASHES[kind])
        words = f"{view.label(kind)} {count}"
        drawing.text(words, x + SAMPLE + 6, 10, SMALL_SIZE, view.theme.muted, at="middle left")
        x += SAMPLE + 24 + text_width(words, SMALL_SIZE)


def _heads(drawing: Drawing, placed: Layout, top: float) -> None:
    """Name the bands by their fields, and on the whole map the columns by their roles."""
    view, theme = drawing.view, drawing.view.theme
    if len(placed.bands) >= MANY_BANDS:
        for role, left in placed.columns.items():
            words = interface(f"map_{role}", view.language)
            drawing.text(words, left, top - 22, SMALL_SIZE, theme.muted)
    for field, down in placed.bands.items():
        drawing.rule(top + down + 2)
        drawing.text(view.label(field), 0, top + down + 5, SMALL_SIZE, theme.muted, bold=True)


def _draw(drawing: Drawing, curve: Curve, top: float, *, faint: bool) -> None:
    """Draw a link with its head; what it says is told along its middle."""
    view, kind = drawing.view, kind_of(curve.flow)
    colour = view.theme.rule if faint else colour_of(kind, view.theme)
    points = [(x, y + top) for x, y in curve.points]
    line = {"color": colour, "width": 1.2 if faint else 2, "dash": DASHES[kind]}
    xs, ys = [x for x, _ in points], [-y for _, y in points]
    stroke: dict[str, Any] = {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line}
    drawing.traces.append(stroke | {"hoverinfo": "skip"})
    if faint:
        return
    (x0, y0), (x1, y1) = points[-2], points[-1]
    long = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1
    back = (x1 - (x1 - x0) / long * HEAD, y1 - (y1 - y0) / long * HEAD)
    drawing.arrow_head(back, points[-1], colour, 2)
    x, y = curve.middle
    touched = {"mode": "markers", "marker": {"size": 22, "opacity": 0}, "x": [x], "y": [-y - top]}
    words = {"hovertemplate": [told(view, curve.flow)]}
    drawing.traces.append({"type": "scatter"} | touched | words)


def _node(drawing: Drawing, box: Box, top: float, *, faint: bool, chosen: bool) -> None:
    """Draw a box over the links that pass behind it, and its name."""
    theme = drawing.view.theme
    edge, width = (theme.rule, 1.5) if faint else (theme.ink, 2.5 if chosen else 1.5)
    y = box.top + top
    corners = (box.left, box.right), (-y, -y - box.height)
    fill = theme.aside if not faint else theme.ground
    drawing.shapes.append(rect(*corners, fill, edge, width) | {"layer": "above"})
    ink = theme.muted if faint else theme.ink
    middle = box.left + box.width / 2, y + box.height / 2
    drawing.text(box.name, *middle, SMALL_SIZE, ink, bold=chosen, at="middle center")
