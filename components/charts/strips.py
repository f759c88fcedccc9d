"""Amounts small enough to count: one box for each unit of a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import sheet
from components.charts.chart import Chart, View
from components.charts.style import BREAK, wrap
from components.data.records import Figure
from components.text.listing import Row

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
    inset = SHELL * len(shells)
    canvas = sheet.columns(view, less=8 + 2 * inset)
    notes, tops, used = _openings(view, shells)
    shapes: list[dict[str, Any]] = []
    for strip in strips:
        said = wrap(f"{_name(view, strip)}　<b>{_written(view, strip)}</b>", canvas)
        notes.append(sheet.words(view, said, inset / view.canvas.width, used))
        used += sheet.line(view) * (said.count(BREAK) + 1) + 3
        shapes += _boxes(view, strip, used, inset / view.canvas.width, _across(strips))
        used += BOX + (8 if view.canvas.height else 14)
    edges = []
    for place, top in reversed(list(enumerate(tops))):
        margin = SHELL * place / view.canvas.width
        fill = view.theme.aside if place % 2 == 0 else view.theme.ground
        edge = {"color": view.theme.ink, "width": 1.5}
        edges.insert(0, sheet.box(margin, 1 - 2 * margin, top, used - top, fill, edge))
        used += SHELL - 4
    rows = {row.id: row for strip in strips for row in strip.rows}
    return sheet.sheet(view, [*edges, *shapes], notes, rows=[*rows.values(), *beside], used=used)


def _openings(view: View, shells: Sequence[str]) -> tuple[list[dict[str, Any]], list[int], int]:
    """The words at the top of each shell, where each begins, and how far down they reach."""
    notes, tops, used = [], [], 0
    for place, name in enumerate(shells, 1):
        tops.append(used)
        said = wrap(view.step_text(name), sheet.columns(view, less=8 + 2 * SHELL * place))
        start = SHELL * place / view.canvas.width
        notes.append(sheet.words(view, f"<b>{said}</b>", start, used + 7))
        used += sheet.line(view) * (said.count(BREAK) + 1) + 14
    return notes, tops, used


def _across(strips: Sequence[Strip]) -> int:
    """The units that share the width, the same for all strips."""
    numbers = [int((strip.most or strip.least).number or 0) for strip in strips]
    return max([ACROSS, *(number for number in numbers if number <= COUNTED)])


def _name(view: View, strip: Strip) -> str:
    return view.step_text(strip.name) if strip.name else view.localize(strip.least.label)


def _written(view: View, strip: Strip) -> str:
    if strip.least.number is None:
        return sheet.whole(view.label("not_seen"))
    joined = "〜" if view.language == "ja" else " to "
    return sheet.whole(joined.join(view.format_value(row) for row in strip.rows))


def _boxes(view: View, strip: Strip, used: int, start: float, across: int) -> list[dict[str, Any]]:
    theme = view.theme
    whole, unit = 1 - 2 * start, (1 - 2 * start) / across
    if strip.least.number is None:
        edge = {"color": theme.context, "width": 1.5, "dash": "dot"}
        return [sheet.box(start, whole, used, BOX, theme.ground, edge)]
    least = int(strip.least.number)
    most = int(strip.most.number or 0) if strip.most else least
    firm = strip.least.qualifier == "exact"
    full = theme.main if firm else theme.ground
    # Boxes of a phone are small: a thin edge with short dashes keeps them apart and square.
    edge = {
        "color": theme.main,
        "width": 1.2 if view.narrow else 2,
        "dash": "solid" if firm else "3px,2px" if view.narrow else "dash",
    }
    if least > COUNTED:
        return [sheet.box(start, whole, used, BOX, full, edge)]
    open_edge = edge | {"dash": "1px,2px" if view.narrow else "dot"}
    return [
        sheet.box(start + place * unit, unit * FILLED, used, BOX, full, edge)
        if place < least
        else sheet.box(start + place * unit, unit * FILLED, used, BOX, theme.ground, open_edge)
        for place in range(most)
    ]
