"""Slides: one a step, charts and shapes that can be edited, notes, and a linked source line."""

from collections.abc import Iterable, Sequence
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from components.charts.chart import Chart
from components.kit import native, slide_marks
from components.kit.native import Place
from components.stills import still, trace_marks
from components.stills.marks import Mark
from components.stills.space import Space
from components.stills.trace_marks import Trace

WIDE, TALL = 960.0, 540.0  # points: 13.33 by 7.5 inches
EDGE = 36.0
DRAWN = WIDE - 2 * EDGE
TOP = 118.0


def blank() -> Any:
    """Make an empty presentation in the shape of a projector."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(TALL)
    return deck


def add_chart(slide: Any, chart: Chart, name: str) -> None:
    """Draw a chart on a slide: bars and lines as charts of its own, everything else as shapes."""
    plain = chart.figure.to_plotly_json()
    space = Space(plain["layout"], DRAWN)
    place = Place(EDGE, TOP)
    even, odd = _sorted_out(plain["data"])
    _add_group(slide, still.below(space), place, name)
    for together in even:
        if together[0]["type"] == "bar":
            frame = native.add_bars(slide.shapes, together[0], space, place)
        else:
            frame = native.add_lines(slide.shapes, together, space, place)
        _describe(frame, name)
    _add_group(slide, [*trace_marks.traces(space, odd), *still.above(space)], place, name)


def _sorted_out(traces: Sequence[Trace]) -> tuple[list[list[Trace]], list[Trace]]:
    """Tell traces that become native charts, lines of the same axes together, from the others."""
    even: dict[Any, list[Trace]] = {}
    odd = []
    for number, trace in enumerate(traces):
        axes = (trace.get("xaxis") or "x", trace.get("yaxis") or "y")
        if native.is_native(trace):
            even.setdefault(number if trace["type"] == "bar" else axes, []).append(trace)
        else:
            odd.append(trace)
    return list(even.values()), odd


def _add_group(slide: Any, found: Iterable[Mark], place: Place, name: str) -> None:
    drawn = list(found)
    if not drawn:
        return
    group = slide.shapes.add_group_shape()
    for mark in drawn:
        slide_marks.add(group.shapes, mark, place.left, place.top)
    _describe(group, name)


def _describe(shape: Any, name: str) -> None:
    """Say what a shape shows, for people who cannot see it."""
    shape._element._nvXxPr.cNvPr.set("descr", name)
