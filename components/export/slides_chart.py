"""A chart on a slide: bars and lines as charts of its own, everything else as shapes."""

from collections.abc import Iterable
from typing import Any

from components.charts.chart import Chart
from components.charts.series import Bars, Lines
from components.charts.static import still, trace_marks
from components.charts.static.marks import Mark
from components.charts.static.space import Space
from components.data.languages import Language
from components.export import slide_marks
from components.export.native import PlotArea
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
    natives = native_series(chart)
    short = name.partition("\n")[0]
    _add_group(slide, still.below(space), place, short)
    for number, together in enumerate(natives):
        if isinstance(together[0], Bars):
            frame = add_bars(slide.shapes, together[0], space, place, language)
        else:
            frame = add_lines(slide.shapes, together, space, place, language)
        said = ", ".join(dict.fromkeys(each.name(language) for each in together))
        describe(frame, name if number == 0 else f"{short}: {said}")
    drawn = {row.id for together in natives for series in together for row in series.rows}
    others = [trace for trace in plain["data"] if not drawn & set(trace.get("ids") or ())]
    above = [*trace_marks.traces(space, others), *still.above(space)]
    _add_group(slide, above, place, short if natives else name)


def native_series(chart: Chart) -> list[list[Bars] | list[Lines]]:
    """Give what becomes charts of PowerPoint's own: even bars by themselves, all lines together."""
    bars = [each for each in chart.series if isinstance(each, Bars) and each.rows and each.slots]
    lines = [each for each in chart.series if isinstance(each, Lines)]
    return [*([each] for each in bars), *([lines] if lines else [])]


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
