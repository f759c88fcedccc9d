"""Values through time: gaps stay gaps, and two measures are never one line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from components.charts import line_words, time_axis, time_marks, value_axis
from components.charts.chart import Chart, View
from components.charts.series import Lines, one_unit
from components.charts.style import finish
from components.data.records import Event, Figure
from components.text.cells import Row

if TYPE_CHECKING:
    import pandas as pd

RIGHT = 16  # pixels right of the plot
Marks = Sequence[dict[str, Any]]  # as Plotly knows them
DASHES = ("solid", "dash", "dot", "dashdot")


def over_time(
    view: View,
    rows: pd.DataFrame,
    *,
    by: str = "measure_id",
    order: Sequence[str] = (),
    marks: Sequence[Event] = (),
    named: Sequence[str] = (),
) -> Chart:
    """
    Draw series of records over real time, from zero.

    - rows: a frame of figures of one unit (Dataset.frame, Dataset.series); records without a value
      break the line
    - by: the column that tells the series apart; its values (label codes, or names of the step's
      words) are the lines' names. A series is of one measure
    - order: those values, if not in the order of first use
    - marks: events drawn as thin rules with their names
    - named: ids or dates (2023-04) of records whose values are written besides the last ones

    Where a series of another measure begins after one has ended, the break is drawn between them.
    Raises ValueError without rows, for mixed measures in a series, or for mixed units.

    over_time(view, view.dataset.series("insurance_use_by_month"), by="basis", named=["2023-04"])
    """
    return draw(view, view.groups(rows, by, order), marks=marks, named=named)


def draw(
    view: View,
    series: Mapping[str, Sequence[Figure]],
    *,
    marks: Sequence[Event] = (),
    named: Sequence[str] = (),
    levels: Marks = (),
    words: Marks = (),
    top: float = 0,
    beside: Sequence[Figure] = (),
    context: Collection[str] = (),
    behind: Marks = (),
    steps: bool = False,
    room: tuple[int, int] = (RIGHT, 0),
) -> Chart:
    """
    Draw series by name as over_time does, with levels (shapes) and their words on the same axes.
    top is where the axis ends at least; beside are the records of the levels; context names the
    series drawn thin and grey, which the others are seen against; behind are traces of many more.
    With steps a value stays until the next; room are pixels right of and below the plot, for words.
    """
    one_unit(series, gaps=True)
    drawn = [row for rows in series.values() for row in rows]
    end = max(row.number or 0 for row in drawn) * line_words.head(view, len(series))
    height = max(end or 1, top)
    scale = value_axis.words(view, height, drawn[0].unit)
    left, right = value_axis.width(scale), room[0]
    time = time_axis.axis_for(view, series, named, margin=left + right)
    first, last = map(date.fromisoformat, time["range"])
    day = (view.canvas.width - left - right) / (last - first).days
    lines = _lines(view, series, context, steps=steps)
    gaps = [mark for each in lines for mark in time_marks.gaps(view, each.rows, day=day)]
    notes = _words(view, dict(zip(series, lines, strict=True)), named, end)
    bands, turns = time_marks.turns(view, series, (first, last))
    rules, names = time_marks.marks(view, marks, first, last, margins=(left, right))
    layout = {
        "margin": {"l": left, "r": right, "t": 14 + 20 * len(marks), "b": 28 + room[1]},
        "xaxis": time,
        "yaxis": value_axis.amounts(view, height, scale),
        "shapes": [*bands, *gaps, *rules, *levels],
        "annotations": [*notes, *names, *turns, *words],
    }
    every: list[Row] = [*drawn, *marks, *beside]
    tall = line_words.height(view) + room[1]
    return finish(view, [*behind, *lines], layout, rows=every, height=tall)


def _words(
    view: View, lines: Mapping[str, Lines], named: Sequence[str], end: float
) -> list[dict[str, Any]]:
    """Write the values of named records, and each line's last value with its name."""
    notes, ends = [], []
    for name, each in lines.items():
        notes += line_words.values(view, each.rows, each.colour, named, steps=each.steps)
        ends.append((name, [row for row in each.rows if row.number is not None][-1], each.colour))
    return notes + line_words.at_ends(view, ends, end)


def look(view: View, place: int, *, grey: bool = False) -> tuple[str, str]:
    """Give colour and dash of the series at a place, from 0; no two of twelve are alike."""
    colour = view.theme.others[(place - 1) % 3] if place else view.theme.main
    return view.theme.muted if grey else colour, DASHES[place % 4]


def _lines(
    view: View, series: Mapping[str, Sequence[Figure]], context: Collection[str], *, steps: bool
) -> list[Lines]:
    return [
        replace(_line(view, name, rows, place, grey=name in context), steps=steps)
        for place, (name, rows) in enumerate(series.items())
    ]


def _line(view: View, name: str, rows: Sequence[Figure], place: int, *, grey: bool) -> Lines:
    rows = sorted(rows, key=lambda row: row.day)
    colour, dash = look(view, place, grey=grey)
    fill = [view.theme.ground if row.confidence == "low" else colour for row in rows]
    days = [row.day.isoformat() for row in rows]
    label, (size, width) = time_axis.named(view, name), (2, 1.5) if grey else (6, 3)
    return Lines(rows, days, colour, fill, label, dash=dash, size=size, width=width)
