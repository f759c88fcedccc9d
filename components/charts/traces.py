"""Traces: series of records as Plotly draws them, points, and what a touched mark tells."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import View
from components.charts.series import Bars, Lines, Series
from components.charts.text_width import BREAK, columns_width, wrap_text
from components.data.dates import format_date
from components.data.records import Figure

HOVER = 44  # half-width columns of a line of a hover text


def trace(view: View, series: Series) -> dict[str, Any]:
    """Write a series as Plotly's trace, its records named and told of when they are touched."""
    told = {
        "ids": [row.id for row in series.rows],
        "hovertemplate": [hover(view, row) for row in series.rows],
        "cliponaxis": False,
    }
    return told | (_line(series) if isinstance(series, Lines) else _bars(series))


def _line(series: Lines) -> dict[str, Any]:
    ring = {"line": {"color": series.colour, "width": 1.5}} if series.ring else {}
    steps = {"shape": "hv"} if series.steps else {}
    drawn = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": series.x,
        "y": series.y,
        "connectgaps": False,
        "line": {"color": series.colour, "width": series.width, "dash": series.dash} | steps,
        "marker": {"size": series.size, "color": series.fill} | ring,
    }
    return drawn | ({"name": series.label} if series.label else {})


def _bars(series: Bars) -> dict[str, Any]:
    along, across = ("x", "y") if series.lying else ("y", "x")
    marker: dict[str, Any] = {"color": series.fill}
    if series.edge:
        marker["line"] = {"color": series.edge, "width": series.edge_width}
    if any(series.hatch):
        shapes = ["/" if each else "" for each in series.hatch]
        stroke = {"fillmode": "overlay", "fgcolor": max(series.hatch), "size": 8}
        marker["pattern"] = {"shape": shapes} | stroke
    drawn: dict[str, Any] = {
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


def hover(view: View, record: Figure) -> str:
    """One hover text for every chart: name, value with qualifier, date, source."""
    width = columns_width(HOVER, view.language)
    value, day = view.format_value(record, exact=True), format_date(record.as_of, view.language)
    lines = [
        wrap_text(view.localize(record.label), width),
        f"<b>{value}</b>　{day}",
        wrap_text(view.localize((record.origin or record.source).publisher), width),
    ]
    return BREAK.join(lines) + "<extra></extra>"
