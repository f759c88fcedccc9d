"""A chart on a slide: bars and lines as charts of its own, everything else as shapes."""

from collections.abc import Iterable, Sequence
from typing import Any

from components.charts.chart import Chart
from components.charts.static import still, trace_marks
from components.charts.static.marks import Mark
from components.charts.static.space import Space
from components.charts.static.trace_marks import Trace
from components.data.languages import Language
from components.export import slide_marks
from components.export.native import PlotArea, Told, is_native
from components.export.native_bars import add_bars
from components.export.native_lines import add_lines


def add_chart(
    slide: Any, chart: Chart, width: float, place: PlotArea, *, name: str, language: Language
) -> None:
    """
    Draw a chart `width` points wide, with its corner at place; name is what a screen reader says.

    What lies below the native charts and what lies above them are a group each. The first native
    chart (or the drawing, where there is none) says the whole name, the others what they add.
    """
    plain = chart.figure.to_plotly_json()
    space = Space(plain["layout"], width)
    told = Told({row.id: row for row in chart.rows}, language)
    even, odd = sorted_out(plain["data"])
    short = name.partition("\n")[0]
    _add_group(slide, still.below(space), place, short)
    for number, together in enumerate(even):
        if together[0]["type"] == "bar":
            frame = add_bars(slide.shapes, together[0], space, place, told)
        else:
            frame = add_lines(slide.shapes, together, space, place, told)
        series = ", ".join(dict.fromkeys(told.series(trace) for trace in together))
        describe(frame, name if number == 0 else f"{short}: {series}")
    above = [*trace_marks.traces(space, odd), *still.above(space)]
    _add_group(slide, above, place, short if even else name)


def sorted_out(traces: Sequence[Trace]) -> tuple[list[list[Trace]], list[Trace]]:
    """Tell traces that become native charts, lines of the same axes together, from the others."""
    even: dict[Any, list[Trace]] = {}
    odd = []
    for number, trace in enumerate(traces):
        axes = (trace.get("xaxis") or "x", trace.get("yaxis") or "y")
        if is_native(trace):
            even.setdefault(number if trace["type"] == "bar" else axes, []).append(trace)
        else:
            odd.append(trace)
    return list(even.values()), odd


def _add_group(slide: Any, found: Iterable[Mark], place: PlotArea, name: str) -> None:
    drawn = list(found)
    if not drawn:
        return
    made = [
        shape
        for mark in drawn
        for shape in slide_marks.add(slide.shapes, mark, place.left, place.top)
    ]
    # Grouped when all are there: a group measures itself anew with every shape it takes in.
    group = slide.shapes.add_group_shape(made)
    describe(group, name)


def describe(shape: Any, name: str) -> None:
    """Say what a shape shows, for people who cannot see it."""
    shape._element._nvXxPr.cNvPr.set("descr", name)
