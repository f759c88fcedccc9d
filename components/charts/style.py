"""What every figure shares: fonts, ground, axes, marks, and the source line at its foot."""

import re
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.chart import Chart, View, source_line
from components.charts.series import Series
from components.charts.text_width import BREAK, columns_width, text_width, wrap_text
from components.charts.themes import FONT, LABEL_SIZE, SMALL_SIZE, Theme
from components.charts.traces import trace
from components.text.cells import Row

SOURCE_ROOM = 30  # pixels kept at the foot for the source line
SOURCE_LINE = 15  # and for each further line of it
STRETCH = 1.9  # how much higher than it needs a figure may become on a stage
LEFT = {"xanchor": "left", "align": "left"}
STROKE = re.compile(r"\s*[｜|]\s*")  # between publisher and dates
LINE = 46  # half-width columns of the source line on a phone


def finish(
    view: View,
    traces: Sequence[Series | dict[str, Any]],
    layout: dict[str, Any],
    *,
    rows: Sequence[Row],
    height: int,
    page_count: int = 1,
) -> Chart:
    """
    Give the figure the shared look and its source line, and bind it to its rows.

    traces are series of records, or traces as Plotly knows them. layout may set margins (without
    the foot, which is added), axes, shapes and annotations; axes that it does not name are not
    drawn. On a stage the source stands outside the figure, and a low figure is stretched towards
    the stage's height, where the room is read from afar.
    """
    theme = view.theme
    margin = {"l": 8, "r": 8, "t": 12, "b": 8, "pad": 0} | layout.get("margin", {})
    title = _source_title(view, rows)
    if view.canvas.height:
        height = max(height, min(view.canvas.height, int(height * STRETCH)))
    else:
        foot = SOURCE_ROOM + SOURCE_LINE * title["text"].count(BREAK)
        margin["b"] += foot
        height += foot
    shared = _shared(theme) | {
        "height": height,
        "title": {"text": ""} if view.for_presenter else title,
    }
    drawn = [each if isinstance(each, dict) else trace(view, each) for each in traces]
    figure = go.Figure({"data": drawn, "layout": shared | layout | {"margin": margin}})
    series = [each for each in traces if not isinstance(each, dict)]
    return Chart(figure, rows, height, page_count, series)


def line(
    x: tuple[Any, Any], y: tuple[Any, Any], colour: str, width: float = 1, /, **more: Any
) -> dict[str, Any]:
    """Draw a line between two places; more adds its dash, and what Plotly's shapes know."""
    stroke = {"color": colour, "width": width} | (
        {"dash": more.pop("dash")} if "dash" in more else {}
    )
    ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
    return {"type": "line", "line": stroke} | ends | more


def rect(
    x: tuple[Any, Any], y: tuple[Any, Any], fill: str, colour: str, width: float = 1, /, **more: Any
) -> dict[str, Any]:
    """Draw a box between two corners, as line does; without a fill it is an outline."""
    return (
        line(x, y, colour, width, **more) | {"type": "rect"} | ({"fillcolor": fill} if fill else {})
    )


def guess_line(
    view: View, x: tuple[Any, Any], y: tuple[Any, Any], /, **refs: str
) -> dict[str, Any]:
    """Draw the reader's own number; on a page it runs behind the words it meets."""
    layer = "above" if view.for_presenter else "below"
    return line(x, y, view.theme.accent, 2, dash="dash", layer=layer, **refs)


def _shared(theme: Theme) -> dict[str, Any]:
    """Give the layout that figures of a look have in common."""
    font = {"family": FONT, "size": LABEL_SIZE, "color": theme.ink}
    hoverlabel = {"bgcolor": theme.aside, "bordercolor": theme.rule, "font": font, "align": "left"}
    return {
        "font": font,
        "paper_bgcolor": theme.ground,
        "plot_bgcolor": theme.ground,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": hoverlabel,
        "xaxis": axis(theme, visible=False),
        "yaxis": axis(theme, visible=False),
    }


def _source_title(view: View, rows: Sequence[Row]) -> dict[str, Any]:
    """
    The source line as the figure's title, set at its foot.

    A title is placed against the whole image, so the line stays put whatever the axes need,
    on screen and in a saved picture alike. On a phone it may take two lines.
    """
    text = source_line(rows, view.language)
    if view.narrow and text_width(text, typical=True) > columns_width(LINE, "ja"):
        width = columns_width(LINE, view.language)  # a break replaces the stroke
        text = BREAK.join(wrap_text(each, width) for each in STROKE.split(text))
    return {
        "text": text,
        "font": {"size": SMALL_SIZE, "color": view.theme.muted},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 0,
        "yref": "container",
        "yanchor": "bottom",
        "pad": {"l": 4, "b": 7 + SOURCE_LINE * text.count(BREAK)},
    }


def axis(theme: Theme, **settings: Any) -> dict[str, Any]:
    """An axis without grid, line or ticks, labels in muted; settings add what a chart needs."""
    return {
        "visible": any(name in settings for name in ("tickvals", "showgrid", "tickfont")),
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": False,
        "gridcolor": theme.rule,
        "linecolor": theme.ink,
        "zerolinecolor": theme.ink,
        "tickfont": {"color": theme.muted, "size": SMALL_SIZE},
    } | settings


def note(text: str, x: Any, y: Any, size: float, colour: str, /, **more: Any) -> dict[str, Any]:
    """Set words at a place of a drawing; more adds anchors, shifts and a ground."""
    font = {"size": size, "color": colour}
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": font} | more
