"""Bars and lines as PowerPoint's own charts, lying where the drawing has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.oxml import parse_xml
from pptx.util import Pt

from components.kit.slide_marks import colour, letters, paint
from components.stills.space import Space, number
from components.stills.trace_marks import each

Trace = Mapping[str, Any]
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
KINDS = {
    ("h", False): XL_CHART_TYPE.BAR_CLUSTERED,
    ("h", True): XL_CHART_TYPE.BAR_STACKED,
    ("v", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("v", True): XL_CHART_TYPE.COLUMN_STACKED,
}


@dataclass(frozen=True)
class Place:
    """Where the drawing's corner stands on the slide, in points."""

    left: float
    top: float


def is_native(trace: Trace) -> bool:
    """Tell whether a trace becomes a chart of PowerPoint's own: even bars, or lines."""
    if trace["type"] == "bar":
        return _pitch(trace) is not None
    return "lines" in (trace.get("mode") or "") and not trace.get("fill")


def _across(trace: Trace) -> Sequence[Any]:
    return trace["y"] if trace.get("orientation") == "h" else trace["x"]


def _pitch(trace: Trace) -> float | None:
    """Give the distance between bars where it is the same for all of them."""
    places = sorted(number(each) for each in _across(trace))
    steps = {round(after - before, 6) for before, after in pairwise(places)}
    return steps.pop() if len(steps) == 1 else 1.0 if len(places) == 1 else None


def add_bars(shapes: Any, trace: Trace, space: Space, place: Place) -> Any:
    """
    Draw one trace of bars; its categories are the names of its records.

    Bars that do not begin at zero stand on an invisible series (a waterfall, a Gantt chart).
    """
    flat = trace.get("orientation") == "h"
    along = trace["x"] if flat else trace["y"]
    order = sorted(range(len(along)), key=lambda point: number(_across(trace)[point]))
    bases = [float(each(trace.get("base"), point, 0)) for point in order]
    data = CategoryChartData()
    names = names_of(trace)
    data.categories = [names[point] for point in order]
    if any(bases):
        data.add_series("…", bases)
    data.add_series(trace.get("name") or "", [along[point] for point in order])
    frame = shapes.add_chart(
        KINDS["h" if flat else "v", any(bases)], *_bar_room(trace, space, place, flat=flat), data
    )
    chart = frame.chart
    _bare(chart)
    _scale(chart.value_axis, space.axis(_far(trace, flat=flat)).get("range"))
    plot = chart.plots[0]
    width = float(each(trace.get("width"), 0, 0.8))
    pitch = _pitch(trace) or 1.0
    plot.gap_width = round((pitch - width) / width * 100)
    if any(bases):
        plot.overlap = 100
        paint(plot.series[0].format, "", "", 0)
    _dress(plot.series[-1], trace, order, flat=flat)
    return frame


def names_of(trace: Trace) -> list[str]:
    """Give the name of each point's record: the first lines of its hover text."""
    size = len(trace["x"])
    texts = [str(each(trace.get("hovertemplate"), point, "") or "") for point in range(size)]
    return [text.split("<br><b>", 1)[0].replace("<br>", " ").strip() for text in texts]


def _far(trace: Trace, *, flat: bool) -> str:
    return (trace.get("xaxis") or "x") if flat else (trace.get("yaxis") or "y")


def _bar_room(trace: Trace, space: Space, place: Place, *, flat: bool) -> list[Any]:
    """The rectangle the categories fill, half a bar's pitch beyond the first and the last."""
    near = (trace.get("yaxis") or "y") if flat else (trace.get("xaxis") or "x")
    start, end = sorted(space.span(_far(trace, flat=flat)))
    places = [number(each) for each in _across(trace)]
    half = (_pitch(trace) or 1.0) / 2
    first, last = sorted(space.at(near, edge) for edge in (min(places) - half, max(places) + half))
    box = (start, first, end - start, last - first) if flat else (first, start, last - first,
                                                                   end - start)  # fmt: skip
    return [Pt(place.left + box[0]), Pt(place.top + box[1]), Pt(box[2]), Pt(box[3])]


def _dress(series: Any, trace: Trace, order: Sequence[int], *, flat: bool) -> None:
    """Give each bar its colour and, where the drawing writes one, its value as written."""
    marker = trace.get("marker") or {}
    edge, pattern = marker.get("line") or {}, marker.get("pattern") or {}
    series.invert_if_negative = False
    for place, point in enumerate(order):
        bar = series.points[place]
        hatch = pattern.get("fgcolor", "") if each(pattern.get("shape"), point, "") else ""
        paint(
            bar.format,
            each(marker.get("color"), point, ""),
            each(edge.get("color"), point, ""),
            each(edge.get("width"), point, 0),
            hatch,
        )
        text = each(trace.get("text"), point, "")
        if text:
            label = bar.data_label
            label.position = XL_LABEL_POSITION.OUTSIDE_END
            label.has_text_frame = True
            label.text_frame.word_wrap = False
            run = label.text_frame.paragraphs[0].add_run()
            run.text = str(text)
            font = trace.get("textfont") or {}
            letters(run.font, font.get("size", 12), each(font.get("color"), point, "#000000"))


def add_lines(shapes: Any, traces: Sequence[Trace], space: Space, place: Place) -> Any:
    """Draw lines that share their axes; a line with a gap becomes as many series as it has runs."""
    data = XyChartData()
    runs = [(trace, run) for trace in traces for run in _runs(trace)]
    for trace, run in runs:
        series = data.add_series(names_of(trace)[0])
        for point in run:
            series.add_data_point(*point)
    refs = (traces[0].get("xaxis") or "x", traces[0].get("yaxis") or "y")
    (left, right), (bottom, top) = space.span(refs[0]), space.span(refs[1])
    box = (place.left + left, place.top + top, right - left, bottom - top)
    frame = shapes.add_chart(
        XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *(Pt(edge) for edge in box), data
    )
    chart = frame.chart
    _bare(chart)
    _scale(chart.category_axis, space.axis(refs[0]).get("range"))
    _scale(chart.value_axis, space.axis(refs[1]).get("range"))
    for (trace, _), series in zip(runs, chart.plots[0].series, strict=True):
        line = trace.get("line") or {}
        series.smooth = False
        series.format.line.color.rgb = colour(line["color"])
        series.format.line.width = Pt(line.get("width", 2))
        series.marker.style = XL_MARKER_STYLE.CIRCLE
        series.marker.size = 5
        paint(series.marker.format, line["color"], line["color"], 1)
    return frame


def _runs(trace: Trace) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if y is None:
            runs.append([])
        else:
            # Spreadsheets count days from the end of 1899.
            runs[-1].append((number(x) - 693594 if isinstance(x, str) else number(x), number(y)))
    return [run for run in runs if run]


def _scale(axis: Any, span: Sequence[Any] | None) -> None:
    """Fix an axis to the drawing's range, and take it off the screen."""
    if span:
        low, high = (number(edge) - (693594 if isinstance(edge, str) else 0) for edge in span)
        axis.minimum_scale, axis.maximum_scale = min(low, high), max(low, high)
        axis.reverse_order = high < low
    axis.visible = False
    axis.has_major_gridlines = axis.has_minor_gridlines = False


def _bare(chart: Any) -> None:
    """No title, no legend, no axis, and the plot filling its frame to the edge."""
    chart.has_title = chart.has_legend = False
    chart.font.size = Pt(12)
    chart.category_axis.visible = False
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(f"{{{CHART}}}layout"):
        area.remove(old)
    modes = "".join(f'<c:{side}Mode val="edge"/>' for side in ("x", "y"))
    sizes = "".join(f'<c:{side} val="{size}"/>' for side, size in zip("xywh", "0011", strict=True))
    layout = f'<c:layout xmlns:c="{CHART}"><c:manualLayout><c:layoutTarget val="inner"/>'
    area.insert(0, parse_xml(f"{layout}{modes}{sizes}</c:manualLayout></c:layout>"))
    etree.cleanup_namespaces(area)
