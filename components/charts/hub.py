"""What one system was to join, and what was left of it: the same picture twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.sheet import EDGE, marks
from components.charts.style import BREAK, LEFT, half_width, note, wrap
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

ROW, NARROW_ROW, HEAD, FOOT = 50, 58, 34, 26  # pixels; the foot of one line
# Of a panel, for the word on a link.
WORDS = {"page": 0.34, "paper": 0.34, "phone": 0.27, "stage": 0.235}
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
    """
    centre = _centre(flows, after)
    row = NARROW_ROW if view.narrow else ROW
    if view.canvas.height:
        row = min(row, (view.canvas.height - HEAD - FOOT - 2) // len(flows))
    deep = HEAD + row * len(flows)
    width = 1.0 if view.narrow else 0.485
    places = [(0.0, 0), (0.0, deep + 10)] if view.narrow else [(0.0, 0), (1 - width, 0)]
    states = [dict.fromkeys(after, "joined"), after]
    shapes, notes = [], []
    for word, (left, top), state in zip(("before", "after"), places, states, strict=True):
        panel = _Panel(view, left, top, width, row)
        notes.append(panel.head(word, centre))
        shapes.append(panel.post(len(flows)))
        for place, flow in enumerate(flows):
            drawn = panel.link(place, flow, centre, state[flow.id])
            shapes += drawn[0]
            notes += drawn[1]
    foot = wrap(view.step_text("and_others"), 50 if view.narrow else 100)
    total = deep * (2 if view.narrow else 1) + (10 if view.narrow else 0) + FOOT
    total += 17 * foot.count(BREAK)
    notes.append(_foot(view, foot, total))
    return marks(
        view,
        shapes,
        notes,
        across=(0, 1.002),
        down=(-total, 0),
        rows=flows,
        height=total + 2,
        margin=EDGE | {"b": 0},
    )


def _centre(flows: Sequence[Flow], after: Mapping[str, str]) -> str:
    """Give the node all flows share, after looking whether they can be drawn at all."""
    if not flows:
        raise ValueError("no flows to draw")
    shared = set.intersection(*({flow.start, flow.end} for flow in flows))
    if not shared:
        raise ValueError("the flows have no node in common")
    if unknown := {after.get(flow.id, "") for flow in flows} - LOOKS.keys():
        raise ValueError(f"no look for {sorted(unknown)}")
    return min(shared)


class _Panel:
    """One of the two pictures: the hub's line at the left, a box for each system at the right."""

    def __init__(self, view: View, left: float, top: int, width: float, row: int) -> None:
        self.view, self.left, self.top, self.width, self.row = view, left, top, width, row
        self.box = left + width * WORDS[view.canvas.name]

    def head(self, word: str, centre: str) -> dict[str, Any]:
        words = f"<b>{self.view.step_text(word)}</b>　{self.view.label(centre)}"
        return self._note(words, self.left, -self.top - 4, yanchor="top", xanchor="left")

    def post(self, count: int) -> dict[str, Any]:
        first, last = self._middle(0), self._middle(count - 1)
        x = self.left + 0.006
        line = {"color": self.view.theme.ink, "width": 5}
        return {"type": "line", "x0": x, "x1": x, "y0": first + 16, "y1": last - 16, "line": line}

    def link(
        self, place: int, flow: Flow, centre: str, state: str
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        theme, y = self.view.theme, self._middle(place)
        dash, width, faint = LOOKS[state]
        colour = theme.context if faint else theme.main
        line = {
            "type": "line",
            "x0": self.left + 0.012,
            "x1": self.box,
            "y0": y,
            "y1": y,
            "line": {"color": colour, "width": width, "dash": dash},
        }
        half = self.row / 2 - 4
        edge = {
            "color": theme.rule if faint else theme.ink,
            "width": 1.2,
            "dash": "dot" if faint else "solid",
        }
        box = {
            "type": "rect",
            "x0": self.box,
            "x1": self.left + self.width,
            "y0": y + half,
            "y1": y - half,
            "line": edge,
            "fillcolor": theme.ground if faint else theme.aside,
        }
        system = flow.end if flow.start == centre else flow.start
        room = self.view.canvas.width * (self.left + self.width - self.box) - 14
        name = wrap(
            self.view.label(system), int(room / (SMALL_SIZE * half_width(self.view.language)))
        )
        ink = theme.muted if faint else theme.ink
        middle = (self.box + self.left + self.width) / 2
        between = (self.left + self.box) / 2
        return [line, box], [
            self._note(name, middle, y, size=SMALL_SIZE, colour=ink),
            self._note(
                self.view.step_text(state),
                between,
                y,
                size=SMALL_SIZE,
                colour=ink,
                bgcolor=theme.ground,
            ),
        ]

    def _middle(self, place: int) -> float:
        return -self.top - HEAD - self.row * (place + 0.5)

    def _note(
        self,
        words: str,
        x: float,
        y: float,
        *,
        size: int = LABEL_SIZE,
        colour: str = "",
        **more: Any,
    ) -> dict[str, Any]:
        font = {"size": size, "color": colour or self.view.theme.ink}
        return {"text": words, "x": x, "y": y, "showarrow": False, "font": font} | more


def _foot(view: View, words: str, total: int) -> dict[str, Any]:
    return note(words, 0, -total + 4, SMALL_SIZE, view.theme.muted, yanchor="bottom", **LEFT)
