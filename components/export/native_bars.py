"""A series of bars as a native chart, lying where the drawing has them."""

from collections.abc import Callable, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

from components.charts.series import Bars
from components.charts.static.lettering import lines_of
from components.charts.static.space import Space, number
from components.charts.static.trace_marks import each
from components.data.languages import Language
from components.export.native import PlotArea, bare, category_names, scale, serial
from components.export.slide_marks import letters, paint
from components.text.topics import interface

# By whether bars lie, and whether they stand on another series.
KINDS = {
    (True, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (True, True): XL_CHART_TYPE.BAR_STACKED,
    (False, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (False, True): XL_CHART_TYPE.COLUMN_STACKED,
}
ALONE = 1.6  # bar widths a single bar has to itself
WIDTH = 0.8  # of a bar that has none of its own


def add_bars(shapes: Any, bars: Bars, space: Space, place: PlotArea, language: Language) -> Any:
    """
    Draw a series of bars; its categories are the names of its records.

    Bars that do not begin at zero stand on an invisible series (a waterfall, a Gantt chart).
    """
    far, near = bars.axes if bars.lying else bars.axes[::-1]
    widths = [each(bars.width, point, WIDTH) for point in range(len(bars.rows))]
    wide = space.size(near, sum(widths) / len(widths))
    order, first, pitch = _row(bars, space, near, wide)
    starts = [serial(start) for start in bars.starts]
    stacked = any(starts)
    names = category_names(bars.rows, language)
    data = CategoryChartData()
    data.categories = ["" if point is None else names[point] for point in order]

    def add(name: str, value: Callable[[int], float]) -> None:
        data.add_series(name, [None if point is None else value(point) for point in order])

    if stacked:
        add(interface("slide_start", language), lambda point: starts[point])
    add(bars.name(language), lambda point: space.size(far, bars.values[point]))
    start, end = sorted(space.span(far))
    edges = (first - pitch / 2, first + pitch * (len(order) - 0.5))  # half a pitch beyond the bars
    low, high = sorted(space.at(near, edge) for edge in edges)
    box = (start, low, end, high) if bars.lying else (low, start, high, end)
    frame = shapes.add_chart(KINDS[bars.lying, stacked], *place.box(*box), data)
    bare(frame.chart, space.layout["font"]["color"])
    scale(frame.chart.value_axis, space, far)
    plot = frame.chart.plots[0]
    plot.gap_width = max(0, min(500, round((abs(pitch) - wide) / wide * 100)))
    if stacked:
        plot.overlap = 100
        paint(plot.series[0].format, "", "", 0)
    _dress(plot.series[-1], bars, order)
    return frame


def _row(bars: Bars, space: Space, near: str, wide: float) -> tuple[list[int | None], float, float]:
    """Give the points in the order of a sheet (None for an empty place), the first, the pitch."""
    places = [number(where) for where in bars.places]
    if len(places) == 1:
        return [0], places[0], wide * ALONE
    slots = bars.slots or ()
    low, high = min(slots), max(slots)
    by_slot = {slot: point for point, slot in enumerate(slots)}
    order = [by_slot.get(slot) for slot in range(low, high + 1)]
    first, last = min(places), max(places)
    pitch = (last - first) / (high - low)
    # Sheets count bars from the foot and columns from the left.
    if (space.at(near, 1) < space.at(near, 0)) != bars.lying:
        return order[::-1], last, -pitch
    return order, first, pitch


def _dress(series: Any, bars: Bars, order: Sequence[int | None]) -> None:
    """Give each bar its colour and, where the drawing writes one, its value as written."""
    series.invert_if_negative = False
    for place, point in enumerate(order):
        if point is None:
            continue
        edge, hatch = each(bars.edge, point, ""), each(bars.hatch, point, "")
        width = each(bars.edge_width, point, 0) if edge else 0
        paint(series.points[place].format, bars.fill[point], edge, width, hatch)
        if bars.written and not bars.starts:
            _label(series.points[place].data_label, bars.written[point], bars.font or {})


def _label(label: Any, written: str, font: Any) -> None:
    label.has_text_frame = True
    frame = label.text_frame
    frame.word_wrap = False
    for place, line in enumerate(lines_of(written)):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        for part in line:
            run = paragraph.add_run()
            run.text = part.text
            letters(run.font, font["size"], font["color"])
    label.position = XL_LABEL_POSITION.OUTSIDE_END
