"""Amounts small enough to count: one box for each unit of a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import sheet
from components.charts.chart import Chart, View
from components.charts.style import BREAK, wrap
from components.content.listing import Row
from components.content.records import Record

ACROSS = 24  # boxes that fill the width at least: a day's hours
COUNTED = 31  # more than these are drawn as one band: nobody counts them
BOX = 20  # pixels


@dataclass(frozen=True)
class Strip:
    """
    A row of boxes: as many as `least` says, and hollow ones up to `most` where it may be more.

    name is one of the step's words; without one the record's own label is the name.
    """

    least: Record
    most: Record | None = None
    name: str = ""

    @property
    def rows(self) -> list[Record]:
        return [self.least, self.most] if self.most else [self.least]


def counted(view: View, strips: Sequence[Strip], *, beside: Sequence[Row] = ()) -> Chart:
    """
    Draw strips one below the other, with the written value beside each name.

    A value that is only approximate or planned has dashed boxes; a gap is one dotted band that
    says so. beside are rows that the names rest on. Raises ValueError without strips.
    """
    if not strips:
        raise ValueError("no strips to draw")
    numbers = [int((strip.most or strip.least).number or 0) for strip in strips]
    across = max(ACROSS, *(number for number in numbers if number <= COUNTED), 0)
    shapes: list[dict[str, Any]] = []
    notes, used = [], 0
    for strip in strips:
        said = f"{_name(view, strip)}　<b>{_written(view, strip)}</b>"
        said = wrap(said, sheet.columns(view, less=8))
        notes.append(sheet.words(view, said, 0, used))
        used += sheet.line(view) * (said.count(BREAK) + 1) + 3
        shapes += _boxes(view, strip, used, across)
        used += BOX + (10 if view.room.height else 16)
    rows = {row.id: row for strip in strips for row in strip.rows}
    drawn = [*rows.values(), *beside]
    return sheet.sheet(view, shapes, notes, rows=drawn, used=used, across=across)


def _name(view: View, strip: Strip) -> str:
    return view.say(strip.name) if strip.name else view.pick(strip.least.label)


def _written(view: View, strip: Strip) -> str:
    if strip.least.number is None:
        return view.label("not_seen")
    joined = "〜" if view.language == "ja" else " to "
    return joined.join(view.written(row) for row in strip.rows)


def _boxes(view: View, strip: Strip, used: int, across: int) -> list[dict[str, Any]]:
    look = view.look
    if strip.least.number is None:
        edge = {"color": look.context, "width": 1.5, "dash": "dot"}
        return [sheet.box(0, across, used, BOX, look.ground, edge)]
    least = int(strip.least.number)
    most = int(strip.most.number or 0) if strip.most else least
    firm = strip.least.qualifier == "exact"
    full = look.main if firm else look.ground
    edge = {"color": look.main, "width": 2, "dash": "solid" if firm else "dash"}
    if least > COUNTED:
        return [sheet.box(0, across, used, BOX, full, edge)]
    open_edge = edge | {"dash": "dot"}
    return [
        sheet.box(place, 0.86, used, BOX, full, edge)
        if place < least
        else sheet.box(place, 0.86, used, BOX, look.ground, open_edge)
        for place in range(most)
    ]
