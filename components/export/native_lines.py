"""Series of lines as a native chart, lying where the drawing has them."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

from components.charts.series import Lines
from components.charts.static.layout_marks import dashes
from components.charts.static.space import Space
from components.data.languages import Language
from components.export.native import PlotArea, bare, scale, serial
from components.export.slide_marks import colour, dashed, paint

Run = list[int]
WIDTH = 3.0  # points


def add_lines(
    shapes: Any, lines: Sequence[Lines], space: Space, place: PlotArea, language: Language
) -> Any:
    """Draw lines that share their axes; a line with a gap becomes as many series as it has runs."""
    data = XyChartData()
    found = [(line, run) for line in lines for run in runs(line)]
    for line, run in found:
        series = data.add_series(line.name(language))
        for point in run:
            series.add_data_point(serial(line.x[point]), line.y[point])
    (left, right), (bottom, top) = space.span("x"), space.span("y")
    box = place.box(left, top, right, bottom)
    frame = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES, *box, data)
    bare(frame.chart, space.layout["font"]["color"])
    scale(frame.chart.category_axis, space, "x")
    scale(frame.chart.value_axis, space, "y")
    for (line, run), series in zip(found, frame.chart.plots[0].series, strict=True):
        _dress(series, line, run)
    return frame


def runs(line: Lines) -> list[Run]:
    """Give the points of a line in runs without a gap."""
    found: list[Run] = [[]]
    for point, value in enumerate(line.y):
        if value is None:
            found.append([])
        else:
            found[-1].append(point)
    return [run for run in found if run]


def _dress(series: Any, line: Lines, run: Run) -> None:
    series.smooth = False
    series.format.line.color.rgb = colour(line.colour)
    series.format.line.width = Pt(WIDTH)
    dashed(series.format.line, dashes(line.dash, WIDTH))
    size = max(2, round(line.size))
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, size
    paint(series.marker.format, line.colour, line.colour, 1)
    for place, point in enumerate(run):
        if line.fill[point] != line.colour:
            dot = series.points[place].marker
            dot.style, dot.size = XL_MARKER_STYLE.CIRCLE, size
            ring, width = (line.colour, 1.5) if line.ring else (line.fill[point], 1)
            paint(dot.format, line.fill[point], ring, width)
