"""What every figure shares: fonts, ground, hover, and the source line at its foot."""

import re
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.chart import Chart, View, source_line
from components.charts.series import Lines, Series
from components.charts.text_width import BREAK, columns_width, text_width, wrap_text
from components.charts.themes import FONT, LABEL_SIZE, SMALL_SIZE, Theme
from components.data.dates import format_date
from components.data.records import Figure
from components.text.cells import Row

SOURCE_ROOM = 30  # pixels kept at the foot for the source line
SOURCE_LINE = 15  # and for each further line of it
STRETCH = 1.9  # how much higher than it needs a figure may become on a stage
LEFT = {"xanchor": "left", "align": "left"}
STROKE = re.compile(r"\s*[｜|]\s*")  # between publisher and dates
LINE = 46  # half-width columns of the source line on a phone
HOVER = 44  # half-width columns of a line of a hover text


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
    font = {"family": FONT, "size": LABEL_SIZE, "color": theme.ink}
    hoverlabel = {"bgcolor": theme.aside, "bordercolor": theme.rule, "font": font, "align": "left"}
    shared = {
        "height": height,
        "font": font,
        "paper_bgcolor": theme.ground,
        "plot_bgcolor": theme.ground,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": hoverlabel,
        "title": {"text": ""} if view.staged else title,
        "xaxis": axis(theme, visible=False),
        "yaxis": axis(theme, visible=False),
    }
    drawn = [each if isinstance(each, dict) else trace(view, each) for each in traces]
    figure = go.Figure({"data": drawn, "layout": shared | layout | {"margin": margin}})
    series = [each for each in traces if not isinstance(each, dict)]
    return Chart(figure, rows, height, page_count, series)


def trace(view: View, series: Series) -> dict[str, Any]:
    """Write a series as Plotly's trace, its records named and told of when they are touched."""
    drawn = {
        "ids": [row.id for row in series.rows],
        "hovertemplate": [hover(view, row) for row in series.rows],
        "cliponaxis": False,
    }
    if isinstance(series, Lines):
        ring = {"line": {"color": series.colour, "width": 1.5}} if series.ring else {}
        return (
            drawn
            | {
                "type": "scatter",
                "mode": "lines+markers",
                "x": series.x,
                "y": series.y,
                "connectgaps": False,
                "line": {"color": series.colour, "width": 3, "dash": series.dash},
                "marker": {"size": series.size, "color": series.fill} | ring,
            }
            | ({"name": series.label} if series.label else {})
        )
    along, across = ("x", "y") if series.lying else ("y", "x")
    marker: dict[str, Any] = {"color": series.fill}
    if series.edge:
        marker["line"] = {"color": series.edge, "width": series.edge_width}
    if any(series.hatch):
        shapes = ["/" if each else "" for each in series.hatch]
        colour = max(series.hatch)
        marker["pattern"] = {"shape": shapes, "fillmode": "overlay", "fgcolor": colour, "size": 8}
    drawn |= {
        "type": "bar",
        "orientation": "h" if series.lying else "v",
        along: series.values,
        across: series.places,
        "xaxis": series.axes[0],
        "yaxis": series.axes[1],
        "marker": marker,
    }
    if series.width is not None:
        drawn["width"] = series.width
    if series.starts:
        drawn["base"] = series.starts
    if series.written:
        outside = {"textposition": "outside", "textangle": 0, "constraintext": "none"}
        drawn |= outside | {"text": series.written, "textfont": series.font}
    return drawn


def points(
    x: Sequence[Any], y: Sequence[Any], marker: dict[str, Any], *hovers: str
) -> dict[str, Any]:
    """Mark places; without a hover text for each they tell nothing when they are touched."""
    told = {"hovertemplate": list(hovers)} if hovers else {"hoverinfo": "skip"}
    place = {"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": marker}
    return place | told | {"cliponaxis": False}


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
    layer = "above" if view.staged else "below"
    return line(x, y, view.theme.accent, 2, dash="dash", layer=layer, **refs)


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


def hover(view: View, record: Figure) -> str:
    """One hover text for every chart: name, value with qualifier, date, source."""
    width = columns_width(HOVER, view.language)
    lines = [
        wrap_text(view.localize(record.label), width),
        f"<b>{view.format_value(record)}</b>　{format_date(record.as_of, view.language)}",
        wrap_text(view.localize((record.origin or record.source).publisher), width),
    ]
    return BREAK.join(lines) + "<extra></extra>"
