"""What one system was to join, and what was left of it: the same picture twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.drawing import EDGE, Drawing
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

ROW, NARROW_ROW, HEAD, FOOT = 50, 58, 34, 26  # pixels; the foot of one line
APART = 10  # pixels between two panels of a phone
PANEL = 0.485  # of the width, where two stand abreast
# Of a panel, for the word on a link.
WORDS = {"page": 0.34, "paper": 0.34, "phone": 0.27, "presenter": 0.235}
# How a link looks in each state: dash, width, and whether it fades. The word stands beside it.
LOOKS: dict[str, tuple[str, float, bool]] = {
    "joined": ("solid", 2.5, False),
    "kept": ("solid", 2.5, False),
    "not_named": ("dash", 2, False),
    "cut": ("1px,5px", 1.5, True),
}


def before_and_after(view: View, flows: Sequence[Flow], after: Mapping[str, str]) -> Chart:
    """
    Draw the links of one system twice in the same places: as designed, and as they were left.

    All flows begin or end at one node, the hub. after maps a flow's id to its state (a key of
    LOOKS); before, every link is "joined". The step's words name the states, the two panels
    (`before`, `after`) and the foot (`and_others`). Panels stand abreast, on a phone one below the
    other. Raises ValueError without flows, without a common node, or for a state without a look.

    >>> before_and_after(view, flows, {"e53": "kept", "e52": "cut"})
    """
    hub = _hub(flows, after)
    row = NARROW_ROW if view.narrow else ROW
    if view.canvas.height:
        row = min(row, (view.canvas.height - HEAD - FOOT - 2 * EDGE) // len(flows))
    drawing = Drawing(view)
    width = drawing.width * (1 if view.narrow else PANEL)
    for word, state in (("before", dict.fromkeys(after, "joined")), ("after", after)):
        second = word == "after"
        left = drawing.width - width if second else 0
        drawing.used = drawing.used + APART if second and view.narrow else 0
        title = f"<b>{view.step_text(word)}</b>　{view.label(hub)}"
        drawing.text(title, left, drawing.used + 4, LABEL_SIZE)
        drawing.used += HEAD
        first, last = (drawing.used + row * (place + 0.5) for place in (0, len(flows) - 1))
        drawing.line((left + 6, first - 16), (left + 6, last + 16), view.theme.ink, 5)
        for flow in flows:
            system = flow.end if flow.start == hub else flow.start
            _draw_link(drawing, (left, width, row), view.label(system), state[flow.id])
            drawing.used += row
    foot = wrap_text(view.step_text("and_others"), drawing.width - 4, SMALL_SIZE)
    drawing.used += FOOT + 17 * (line_count(foot) - 1)
    drawing.text(foot, 0, drawing.used - 4, SMALL_SIZE, view.theme.muted, at="bottom left")
    return drawing.chart(flows)


def _hub(flows: Sequence[Flow], after: Mapping[str, str]) -> str:
    """Give the node all flows share, after looking whether they can be drawn at all."""
    if not flows:
        raise ValueError("no flows to draw")
    shared = set.intersection(*({flow.start, flow.end} for flow in flows))
    if not shared:
        raise ValueError("the flows have no node in common")
    if unknown := {after.get(flow.id, "") for flow in flows} - LOOKS.keys():
        raise ValueError(f"no look for {sorted(unknown)}")
    return min(shared)


def _draw_link(
    drawing: Drawing, place: tuple[float, float, float], system: str, state: str
) -> None:
    """Draw a link of the hub and the box at its end, in a row given by left, width and height."""
    view, theme, (left, width, row) = drawing.view, drawing.view.theme, place
    dash, thick, faint = LOOKS[state]
    x, y = left + width * WORDS[view.canvas.name], drawing.used + row / 2
    drawing.line((left + 11, y), (x, y), theme.context if faint else theme.main, thick, dash)
    fill, edge = (theme.ground, theme.rule) if faint else (theme.aside, theme.ink)
    ink, box = theme.muted if faint else theme.ink, (x, y - row / 2 + 4, left + width - x, row - 8)
    look: Any = {"fill": fill, "edge": edge, "edge_width": 1.2, "dash": "dot" if faint else "solid"}
    drawing.box(*box, **look)
    name = wrap_text(system, 0.975 * box[2], SMALL_SIZE)
    drawing.text(name, box[0] + box[2] / 2, y, SMALL_SIZE, ink, at="middle center")
    words, middle, ground = view.step_text(state), (left + x) / 2, theme.ground
    drawing.text(words, middle, y, SMALL_SIZE, ink, at="middle center", bgcolor=ground)
