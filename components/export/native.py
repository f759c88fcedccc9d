"""What native charts share: the names of their categories, their frame and scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml
from pptx.util import Pt

from components.charts.static.space import Space, number
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.records import Figure
from components.export.slide_marks import letters
from components.text.listing import FORMULA_STARTS
from components.text.prose import render_plain

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
FIRST_DAY = date(1899, 12, 30).toordinal()  # spreadsheets count days from here


def category_names(rows: Sequence[Figure], language: Language) -> list[str]:
    """Name each point by its record, by its date, or by both: by what tells them apart."""
    labels = [_sheet_text(render_plain(row.label, load_dataset(), language)) for row in rows]
    days = [format_date(row.as_of, language) for row in rows]
    if len(set(labels)) == len(labels):
        return labels
    if len(set(labels)) == 1:
        return days
    return [f"{label} {day}" for label, day in zip(labels, days, strict=True)]


def _sheet_text(words: str) -> str:
    """Keep a sheet from taking a name for a formula."""
    return f" {words}" if words.startswith(FORMULA_STARTS) else words


@dataclass(frozen=True)
class PlotArea:
    """Where the drawing's corner stands on the slide, in points."""

    left: float
    top: float

    def box(self, left: float, top: float, right: float, bottom: float) -> list[Any]:
        """Give left, top, width and height on the slide of a rectangle of the drawing."""
        shifted = (self.left + left, self.top + top, right - left, bottom - top)
        return [Pt(each) for each in shifted]


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
