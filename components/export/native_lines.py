"""Lines as a native chart, lying where the drawing has them."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

from components.charts.static.layout_marks import dashes
from components.charts.static.space import Space
from components.charts.static.trace_marks import Trace, each
from components.export.native import PlotArea, Told, bare, scale, serial
from components.export.slide_marks import colour, dashed, paint

Run = list[int]


def add_lines(
    shapes: Any, traces: Sequence[Trace], space: Space, place: PlotArea, told: Told
) -> Any:
    """Draw lines that share their axes; a line with a gap becomes as many series as it has runs."""
    data = XyChartData()
    found = [(trace, run) for trace in traces for run in runs(trace)]
    for trace, run in found:
        series = data.add_series(told.series(trace))
        for point in run:
            series.add_data_point(serial(trace["x"][point]), trace["y"][point])
    refs = (traces[0].get("xaxis") or "x", traces[0].get("yaxis") or "y")
    (left, right), (bottom, top) = space.span(refs[0]), space.span(refs[1])
    frame = shapes.add_chart(
        XL_CHART_TYPE.XY_SCATTER_LINES, *place.box(left, top, right, bottom), data
    )
    bare(frame.chart, space.layout["font"]["color"])
    scale(frame.chart.category_axis, space, refs[0])
    scale(frame.chart.value_axis, space, refs[1])
    for (trace, run), series in zip(found, frame.chart.plots[0].series, strict=True):
        _dress(series, trace, run)
    return frame


def runs(trace: Trace) -> list[Run]:
    """Give the points of a line in runs without a gap."""
    found: list[Run] = [[]]
    for point, value in enumerate(trace["y"]):
        if value is None:
            found.append([])
        else:
            found[-1].append(point)
    return [run for run in found if run]


def _dress(series: Any, trace: Trace, run: Run) -> None:
    line, marker = trace.get("line") or {}, trace.get("marker") or {}
    edge = marker.get("line") or {}
    width = float(line.get("width", 2))
    series.smooth = False
    series.format.line.color.rgb = colour(line["color"])
    series.format.line.width = Pt(width)
    dashed(series.format.line, dashes(line.get("dash"), width))
    size = max(2, round(each(marker.get("size"), 0, 6)))
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, size
    paint(series.marker.format, line["color"], line["color"], 1)
    for place, point in enumerate(run):
        fill = each(marker.get("color"), point, line["color"])
        if fill != line["color"]:
            dot = series.points[place].marker
            dot.style, dot.size = XL_MARKER_STYLE.CIRCLE, size
            ring = each(edge.get("color"), point, fill)
            paint(dot.format, fill, ring, each(edge.get("width"), point, 1))
