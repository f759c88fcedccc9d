"""What native charts share: which traces become one, their names, their frame and scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml
from pptx.util import Pt

from components.charts.static.space import Space, number
from components.charts.static.trace_marks import Trace
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.records import Figure
from components.export.slide_marks import letters
from components.text.listing import FORMULA_STARTS, Row
from components.text.prose import render_plain

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
FIRST_DAY = date(1899, 12, 30).toordinal()  # spreadsheets count days from here
ASTRAY = 0.12  # of a bar's pitch: how far it may stand from its place in the row
MOST = 120  # categories of one chart


@dataclass(frozen=True)
class Told:
    """The rows a chart draws, by id, and the language its names are in."""

    rows: Mapping[str, Row]
    language: Language

    def name(self, row_id: str) -> str:
        """Give the name of a row's record; a sheet never takes it for a formula."""
        row = self.rows[row_id]
        words = render_plain(row.label, load_dataset(), self.language)
        return f" {words}" if words.startswith(FORMULA_STARTS) else words

    def names(self, trace: Trace) -> list[str]:
        """Name each point by its record, by its date, or by both: by what tells them apart."""
        labels = [self.name(each) for each in trace["ids"]]
        days = [format_date(self.rows[each].as_of, self.language) for each in trace["ids"]]
        if len(set(labels)) == len(labels):
            return labels
        if len(set(labels)) == 1:
            return days
        return [f"{label} {day}" for label, day in zip(labels, days, strict=True)]

    def series(self, trace: Trace) -> str:
        """Name a series: as the drawing does, or by what its records measure."""
        row = self.rows[trace["ids"][0]]
        named = isinstance(row, Figure) and row.measure.name.to(self.language)
        return trace.get("name") or named or ""


@dataclass(frozen=True)
class PlotArea:
    """Where the drawing's corner stands on the slide, in points."""

    left: float
    top: float

    def box(self, left: float, top: float, right: float, bottom: float) -> list[Any]:
        """Give left, top, width and height on the slide of a rectangle of the drawing."""
        shifted = (self.left + left, self.top + top, right - left, bottom - top)
        return [Pt(each) for each in shifted]


def is_native(trace: Trace) -> bool:
    """Tell whether a trace becomes a chart of PowerPoint's own: records as even bars or lines."""
    if not trace.get("ids"):
        return False
    if trace["type"] == "bar":
        return slots(trace) is not None
    return "lines" in (trace.get("mode") or "") and not trace.get("fill")


def across(trace: Trace) -> Sequence[Any]:
    """Give where bars stand, beside each other."""
    return trace["y"] if trace.get("orientation") == "h" else trace["x"]


def slots(trace: Trace) -> tuple[list[int], float] | None:
    """
    Give each bar its place in an even row, and the distance from one place to the next.

    A place may stay empty: a gap, or the name of a lane. None where the bars stand unevenly.
    """
    places = [number(each) for each in across(trace)]
    if len(places) == 1:
        return [0], 0.0
    first, last = min(places), max(places)
    steps = [after - before for before, after in pairwise(sorted(places))]
    for step in (median(steps), min(steps)):
        count = round((last - first) / step) if step else MOST
        if not 0 < count < MOST:
            continue
        pitch = (last - first) / count
        found = [round((place - first) / pitch) for place in places]
        far = max(abs((p - first) / pitch - slot) for p, slot in zip(places, found, strict=True))
        if far <= ASTRAY and len(set(found)) == len(found):
            return found, pitch
    return None


def serial(value: Any) -> float:
    """Write a coordinate as a sheet does: a number, or a date as days."""
    return number(value) - FIRST_DAY if isinstance(value, str) else number(value)


def scale(axis: Any, space: Space, ref: str) -> None:
    """Fix an axis to the drawing's range, and take it off the screen."""
    low, high = (serial(edge) for edge in space.axis(ref).get("range") or (0, 1))
    axis.minimum_scale, axis.maximum_scale = min(low, high), max(low, high)
    axis.reverse_order = high < low
    axis.visible = False
    axis.has_major_gridlines = axis.has_minor_gridlines = False


def bare(chart: Any, ink: str) -> None:
    """No title, legend, axis or ground, and the plot filling its frame to the edge."""
    chart.has_title = chart.has_legend = False
    letters(chart.font, 12, ink)
    chart.category_axis.visible = False
    space = chart._chartSpace
    area = space.chart.plotArea
    for old in area.findall(f"{{{CHART}}}layout"):
        area.remove(old)
    modes = "".join(f'<c:{side}Mode val="edge"/>' for side in ("x", "y"))
    sizes = "".join(f'<c:{side} val="{size}"/>' for side, size in zip("xywh", "0011", strict=True))
    layout = f'<c:layout xmlns:c="{CHART}"><c:manualLayout><c:layoutTarget val="inner"/>'
    area.insert(0, parse_xml(f"{layout}{modes}{sizes}</c:manualLayout></c:layout>"))
    names = f'xmlns:c="{CHART}" xmlns:a="{DRAWING}"'
    clear = f"<c:spPr {names}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    area.append(parse_xml(clear))
    space.chart.addnext(parse_xml(clear))
    if space.find(f"{{{CHART}}}roundedCorners") is None:
        square = parse_xml(f'<c:roundedCorners xmlns:c="{CHART}" val="0"/>')
        before = space.find(f"{{{CHART}}}date1904")
        before.addnext(square) if before is not None else space.insert(0, square)
    _axes_above_zero(area)
    etree.cleanup_namespaces(area)


def _axes_above_zero(area: Any) -> None:
    """The schema wants the numbers of axes without a sign; python-pptx writes some with one."""
    for each in area.iter(f"{{{CHART}}}axId", f"{{{CHART}}}crossAx"):
        each.set("val", each.get("val").lstrip("-"))
