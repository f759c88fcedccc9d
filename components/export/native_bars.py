"""Bars as a native chart, lying where the drawing has them."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

from components.charts.static.lettering import lines_of
from components.charts.static.space import Space, number
from components.charts.static.trace_marks import Trace, each
from components.export.native import PlotArea, Told, across, bare, scale, serial, slots
from components.export.slide_marks import letters, paint
from components.text.topics import interface

KINDS = {
    ("h", False): XL_CHART_TYPE.BAR_CLUSTERED,
    ("h", True): XL_CHART_TYPE.BAR_STACKED,
    ("v", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("v", True): XL_CHART_TYPE.COLUMN_STACKED,
}
ALONE = 1.6  # bar widths a single bar has to itself


def add_bars(shapes: Any, trace: Trace, space: Space, place: PlotArea, told: Told) -> Any:
    """
    Draw one trace of bars; its categories are the names of its records.

    Bars that do not begin at zero stand on an invisible series (a waterfall, a Gantt chart).
    """
    flat = trace.get("orientation") == "h"
    refs = ((trace.get("xaxis") or "x"), (trace.get("yaxis") or "y"))
    far, near = refs if flat else refs[::-1]
    order, first, pitch = _row(trace, space, near, flat=flat)
    based = any(serial(each(trace.get("base"), point, 0)) for point in range(len(across(trace))))
    data = _data(trace, space, order, told, flat=flat, based=based, far=far)
    frame = shapes.add_chart(
        KINDS["h" if flat else "v", based],
        *_room(trace, space, place, (near, far), (first, pitch, len(order))),
        data,
    )
    bare(frame.chart, space.layout["font"]["color"])
    scale(frame.chart.value_axis, space, far)
    plot = frame.chart.plots[0]
    wide = space.size(near, _width(trace))
    plot.gap_width = max(0, min(500, round((abs(pitch) - wide) / wide * 100)))
    if based:
        plot.overlap = 100
        paint(plot.series[0].format, "", "", 0)
    _dress(plot.series[-1], trace, order, stacked=based)
    return frame


def _width(trace: Trace) -> float:
    widths = [each(trace.get("width"), point, 0.8) for point in range(len(across(trace)))]
    return sum(widths) / len(widths)


def _row(trace: Trace, space: Space, near: str, *, flat: bool) -> tuple[list[Any], float, float]:
    """Give the points in the order of a sheet (None for an empty place), the first, the pitch."""
    found, pitch = slots(trace)
    places = [number(where) for where in across(trace)]
    if not pitch:
        return [0], places[0], space.size(near, _width(trace)) * ALONE
    by_slot = {slot: point for point, slot in enumerate(found)}
    order = [by_slot.get(slot) for slot in range(max(found) + 1)]
    # Sheets count bars from the foot and columns from the left.
    backwards = space.at(near, 1) < space.at(near, 0)
    if backwards != flat:
        return order[::-1], max(places), -pitch
    return order, min(places), pitch


def _data(
    trace: Trace,
    space: Space,
    order: Sequence[Any],
    told: Told,
    *,
    flat: bool,
    based: bool,
    far: str,
) -> CategoryChartData:
    along = trace["x"] if flat else trace["y"]
    names = told.names(trace)
    data = CategoryChartData()
    data.categories = ["" if point is None else names[point] for point in order]

    def values(make: Any) -> list[Any]:
        return [None if point is None else make(point) for point in order]

    if based:
        start = interface("slide_start", told.language)
        data.add_series(start, values(lambda point: serial(each(trace.get("base"), point, 0))))
    data.add_series(told.series(trace), values(lambda point: space.size(far, along[point])))
    return data


def _room(
    trace: Trace,
    space: Space,
    place: PlotArea,
    refs: tuple[str, str],
    row: tuple[float, float, int],
) -> list[Any]:
    """The rectangle the categories fill, half a bar's pitch beyond the first and the last."""
    (near, far), (first, pitch, count) = refs, row
    start, end = sorted(space.span(far))
    edges = (first - pitch / 2, first + pitch * (count - 0.5))
    low, high = sorted(space.at(near, edge) for edge in edges)
    if trace.get("orientation") == "h":
        return place.box(start, low, end, high)
    return place.box(low, start, high, end)


def _dress(series: Any, trace: Trace, order: Sequence[Any], *, stacked: bool) -> None:
    """Give each bar its colour and, where the drawing writes one, its value as written."""
    marker = trace.get("marker") or {}
    edge, pattern = marker.get("line") or {}, marker.get("pattern") or {}
    series.invert_if_negative = False
    for place, point in enumerate(order):
        if point is None:
            continue
        hatch = pattern.get("fgcolor", "") if each(pattern.get("shape"), point, "") else ""
        paint(
            series.points[place].format,
            each(marker.get("color"), point, ""),
            each(edge.get("color"), point, ""),
            each(edge.get("width"), point, 0),
            hatch,
        )
        if each(trace.get("text"), point, "") and not stacked:
            _label(series.points[place].data_label, trace, point)


def _label(label: Any, trace: Trace, point: int) -> None:
    font = trace.get("textfont") or {}
    inside = each(trace.get("textposition"), point, "outside") == "inside"
    label.has_text_frame = True
    frame = label.text_frame
    frame.word_wrap = False
    for place, line in enumerate(lines_of(str(each(trace["text"], point)))):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        for part in line:
            run = paragraph.add_run()
            run.text = part.text
            letters(run.font, font.get("size", 12), each(font.get("color"), point, "#000000"))
    label.position = XL_LABEL_POSITION.INSIDE_END if inside else XL_LABEL_POSITION.OUTSIDE_END
