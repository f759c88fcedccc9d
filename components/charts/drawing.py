"""Charts without axes: boxes, lines and words, set in CSS pixels from the top left corner."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import axis, finish, note
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE
from components.charts.traces import hover
from components.data.records import Figure
from components.text.cells import Row

NOTHING = {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip"}
EDGE = 2  # pixels around the drawing
Point = tuple[float, float]


@dataclass
class Drawing:
    """
    What a chart is drawn with: x runs to the right and y downwards, both in pixels of the canvas.

    used is how far down the drawing reaches so far; who adds to it moves it on.
    """

    view: View
    used: float = 0
    shapes: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    traces: list[dict[str, Any]] = field(default_factory=list)
    bars: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return self.view.canvas.width

    def text(
        self,
        words: str,
        x: float,
        y: float,
        size: int = LABEL_SIZE,
        colour: str = "",
        *,
        bold: bool = False,
        at: str = "top left",
        **more: Any,
    ) -> None:
        """
        Set words at a point in the ink's colour or another.

        at says which of their places stands there: top, middle or bottom, and left, center or
        right. more goes to Plotly's annotation.
        """
        down, across = at.split()
        place = {"xanchor": across, "align": across, "yanchor": down}
        said = f"<b>{words}</b>" if bold else words
        self.notes.append(note(said, x, -y, size, colour or self.view.theme.ink, **place | more))

    def paragraph(
        self,
        words: str,
        size: int = LABEL_SIZE,
        colour: str = "",
        *,
        x: float = 0,
        bold: bool = False,
        spare: float = 4,
        line: float = 1.32,
        after: float = 0,
    ) -> None:
        """
        Break words to the width from x on, less some to spare, write them, and move below them.

        line is the height of a line in sizes of type, after what follows in pixels.
        """
        broken = wrap_text(words, self.width - x - spare, size)
        self.text(broken, x, self.used, size, colour, bold=bold)
        self.used += int(line_count(broken) * size * line) + after

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        edge: str = "",
        edge_width: float = 1.5,
        dash: str = "solid",
        kind: str = "rect",
    ) -> None:
        """Draw a box (kind "circle": a ring) from its top left corner, below all words."""
        theme = self.view.theme
        line = {"color": edge or theme.ink, "width": edge_width, "dash": dash}
        place = {"x0": x, "x1": x + width, "y0": -y, "y1": -y - height}
        paint = {"fillcolor": fill or theme.aside, "line": line}
        self.shapes.append({"type": kind, "layer": "below"} | place | paint)

    def bar(
        self,
        place: tuple[float, float, float, float],
        record: Figure | None,
        *,
        fill: str,
        edge: str,
        hatch: str = "",
    ) -> None:
        """
        Draw a part of a bar, which tells of its record when it is touched, above boxes.

        place is its left and upper edge, its width and its height; hatch is a colour or none.
        """
        x, y, width, height = place
        stroke = {"shape": "/" if hatch else "", "fgcolor": hatch or fill}
        marker = {"color": [], "line": {"color": [], "width": 1.5}}
        made: dict[str, Any] = {
            "type": "bar",
            "orientation": "h",
            "marker": marker | {"pattern": stroke | {"fillmode": "overlay", "size": 8}},
            **{name: [] for name in ("base", "x", "y", "width", "hovertemplate")},
        }
        bars = self.bars.setdefault(hatch, made)
        told = hover(self.view, record) if record else "<extra></extra>"
        for name, value in (("base", x), ("x", width), ("y", -y - height / 2), ("width", height)):
            bars[name].append(value)
        bars["hovertemplate"].append(told)
        bars["marker"]["color"].append(fill)
        bars["marker"]["line"]["color"].append(edge)

    def line(
        self, start: Point, end: Point, colour: str, width: float = 1, dash: str = "solid"
    ) -> None:
        """Draw a line from one point to another."""
        line = {"color": colour, "width": width, "dash": dash}
        place = {"x0": start[0], "x1": end[0], "y0": -start[1], "y1": -end[1]}
        self.shapes.append({"type": "line", "layer": "below", "line": line} | place)

    def rule(self, y: float, colour: str = "", *, start: float = 0) -> None:
        """Draw a thin line across the drawing."""
        self.line((start, y), (self.width, y), colour or self.view.theme.rule)

    def arrow_head(self, back: Point, tip: Point, colour: str, width: float) -> None:
        """Draw the head of an arrow; its shaft is a line, since Plotly's own cannot be dashed."""
        place = {"x": tip[0], "y": -tip[1], "ax": back[0], "ay": -back[1]}
        axes = {"xref": "x", "yref": "y", "axref": "x", "ayref": "y"}
        look = {"arrowhead": 2, "arrowsize": 1.2, "arrowwidth": width, "arrowcolor": colour}
        self.notes.append({"text": "", "showarrow": True} | place | axes | look)

    def hover(self, x: float, y: float, record: Figure) -> None:
        """Let a place tell of a record when it is touched."""
        self.tell(x, y, hover(self.view, record))

    def tell(self, x: float, y: float, words: str) -> None:
        """Let a place say words (a hover template) when it is touched."""
        if not self.traces:
            marker = {"size": 30, "opacity": 0}
            points: dict[str, list[Any]] = {"x": [], "y": [], "hovertemplate": []}
            self.traces.append({"type": "scatter", "mode": "markers", "marker": marker} | points)
        for name, value in (("x", x), ("y", -y), ("hovertemplate", words)):
            self.traces[0][name].append(value)

    def chart(self, rows: Sequence[Row], *, page_count: int = 1) -> Chart:
        """Finish the drawing, `used` pixels high, and bind it to the rows it shows."""
        layout = {
            "margin": dict.fromkeys("lrtb", EDGE),
            "xaxis": axis(self.view.theme, range=[0, self.width]),
            "yaxis": axis(self.view.theme, range=[-self.used, 0]),
            "shapes": self.shapes,
            "annotations": self.notes,
        }
        height = int(self.used) + 2 * EDGE
        traces = [*self.traces, *self.bars.values()] or [NOTHING]
        return finish(self.view, traces, layout, rows=rows, height=height, page_count=page_count)
