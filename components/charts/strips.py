"""Amounts small enough to count: one box for each unit of a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.records import Figure
from components.text.cells import Row

ACROSS = 24  # boxes that fill the width at least: a day's hours
COUNTED = 31  # more than these are drawn as one band: nobody counts them
BOX = 20  # pixels
FILLED = 0.8  # of the room a unit has; the rest parts it from the next
SHELL = 12  # pixels between the edge of a shell and what lies in it


@dataclass(frozen=True)
class Strip:
    """
    A row of boxes: as many as `least` says, and hollow ones up to `most` where it may be more.

    name is one of the step's words; without one the record's own label is the name.
    """

    least: Figure
    most: Figure | None = None
    name: str = ""

    @property
    def rows(self) -> list[Figure]:
        return [self.least, self.most] if self.most else [self.least]


def counted(
    view: View, strips: Sequence[Strip], *, shells: Sequence[str] = (), beside: Sequence[Row] = ()
) -> Chart:
    """
    Draw strips one below the other, with the written value beside each name.

    A value that is only approximate or planned has dashed boxes; a gap is one dotted band that
    says so. shells are words of the step for what the strips lie in, the outermost first; beside
    are the rows that such words and the names rest on. Raises ValueError without strips.
    """
    if not strips:
        raise ValueError("no strips to draw")
    drawing, size = Drawing(view), SMALL_SIZE if view.for_presenter else LABEL_SIZE
    inset, line, tops = SHELL * len(shells), (size + 5) / size, []
    for place, name in enumerate(shells, 1):
        tops.append(drawing.used)
        drawing.used += 7
        said, x = view.step_text(name), SHELL * place
        drawing.paragraph(said, size, x=x, bold=True, spare=8 + x, line=line, after=7)
    for strip in strips:
        said = f"{_name(view, strip)}　<b>{_written(view, strip)}</b>"
        drawing.paragraph(said, size, x=inset, spare=8 + inset, line=line, after=3)
        _draw_boxes(drawing, strip, inset, _across(strips))
        drawing.used += BOX + (8 if view.for_presenter else 14)
    _draw_shells(drawing, tops)
    rows = {row.id: row for strip in strips for row in strip.rows}
    return drawing.chart([*rows.values(), *beside])


def _draw_shells(drawing: Drawing, tops: Sequence[float]) -> None:
    """Draw what the strips lie in around them, and so below them."""
    theme, boxes, inner = drawing.view.theme, drawing.shapes, drawing.used
    drawing.shapes = []
    for place, top in enumerate(tops):
        x, bottom = SHELL * place, inner + (SHELL - 4) * (len(tops) - 1 - place)
        fill = theme.aside if place % 2 == 0 else theme.ground
        drawing.box(x, top, drawing.width - 2 * x, bottom - top, fill=fill)
    drawing.shapes += boxes
    drawing.used = inner + (SHELL - 4) * len(tops)


def _across(strips: Sequence[Strip]) -> int:
    """The units that share the width, the same for all strips."""
    numbers = [int((strip.most or strip.least).number or 0) for strip in strips]
    return max([ACROSS, *(number for number in numbers if number <= COUNTED)])


def _name(view: View, strip: Strip) -> str:
    return view.step_text(strip.name) if strip.name else view.localize(strip.least.label)


def _written(view: View, strip: Strip) -> str:
    if strip.least.number is None:
        return view.label("not_seen").replace(" ", "\u00a0")
    joined = "〜" if view.language == "ja" else " to "
    written = joined.join(view.format_value(row) for row in strip.rows)
    return written.replace(" ", "\u00a0")


def _draw_boxes(drawing: Drawing, strip: Strip, x: float, across: int) -> None:
    theme, narrow, y = drawing.view.theme, drawing.view.narrow, drawing.used
    whole = drawing.width - 2 * x
    unit = whole / across
    if strip.least.number is None:
        drawing.box(x, y, whole, BOX, fill=theme.ground, edge=theme.context, dash="dot")
        return
    least = int(strip.least.number)
    most = int(strip.most.number or 0) if strip.most else least
    firm = strip.least.qualifier == "exact"
    # Boxes of a phone are small: a thin edge with short dashes keeps them apart and square.
    edge: dict[str, Any] = {"edge": theme.main, "edge_width": 1.2 if narrow else 2}
    full = edge | {
        "fill": theme.main if firm else theme.ground,
        "dash": "solid" if firm else "3px,2px" if narrow else "dash",
    }
    hollow = edge | {"fill": theme.ground, "dash": "1px,2px" if narrow else "dot"}
    if least > COUNTED:
        drawing.box(x, y, whole, BOX, **full)
        return
    for place in range(most):
        look = full if place < least else hollow
        drawing.box(x + place * unit, y, unit * FILLED, BOX, **look)
