"""Values through time: gaps stay gaps, and two measures are never one line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from components.charts import time_axis, time_marks, value_axis
from components.charts.chart import Chart, View
from components.charts.series import Lines, one_unit
from components.charts.style import finish, note
from components.charts.text_width import line_count
from components.charts.themes import LABEL_SIZE
from components.data.records import Event, Figure
from components.text.cells import Row

if TYPE_CHECKING:
    import pandas as pd

HEIGHT = 420
LEVEL = 0.06  # of the highest value: a smaller step is no slope that words run clear of
RIGHT = 16  # pixels right of the plot
DASHES = ("solid", "dash", "dot", "dashdot")
End = tuple[str, Figure, str]  # a line's name, its last record, its colour


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
    levels: Sequence[dict[str, Any]] = (),
    words: Sequence[dict[str, Any]] = (),
    top: float = 0,
    beside: Sequence[Figure] = (),
    context: Collection[str] = (),
    behind: Sequence[dict[str, Any]] = (),
) -> Chart:
    """
    Draw series by name as over_time does, with levels (shapes) and their words on the same axes.

    top is where the axis ends at least; beside are the records of the levels; context names the
    series drawn thin and grey, which the others are seen against; behind are traces of many more.
    """
    one_unit(series, gaps=True)
    drawn = [row for rows in series.values() for row in rows]
    latest = max(row.day for row in drawn)
    head = 1.3 if view.for_presenter and len(series) > 1 else 1.16
    end = max(row.number or 0 for row in drawn) * head
    height = max(end or 1, top)
    scale = value_axis.words(view, height, drawn[0].unit)
    left, right = value_axis.width(scale), RIGHT
    time = time_axis.axis_for(view, series, named, margin=left + right)
    first, last = map(date.fromisoformat, time["range"])
    day = (view.canvas.width - left - right) / (last - first).days
    lines, notes, gaps, ends = [], [], [], []
    for place, (name, rows) in enumerate(series.items()):
        ordered = sorted(rows, key=lambda row: row.day)
        colour, dash = look(view, place, grey=name in context)
        lines.append(_line(view, name, ordered, colour, dash, name in context))
        notes += _values(view, ordered, colour, named)
        ends.append((name, [row for row in ordered if row.number is not None][-1], colour))
        gaps += time_marks.gaps(view, ordered, day=day)
    bands, turns = time_marks.turns(view, series)
    rules, names = time_marks.marks(view, marks, first, last, margins=(left, right))
    layout = {
        "margin": {"l": left, "r": right, "t": 14 + 20 * len(marks), "b": 28},
        "xaxis": time,
        "yaxis": value_axis.amounts(view, height, scale),
        "shapes": [*bands, *gaps, *rules, *levels],
        "annotations": [*notes, *_end_words(view, ends, end, latest), *names, *turns, *words],
    }
    every: list[Row] = [*drawn, *marks, *beside]
    return finish(view, [*behind, *lines], layout, rows=every, height=view.canvas.height or HEIGHT)


def look(view: View, place: int, *, grey: bool = False) -> tuple[str, str]:
    """Give colour and dash of the series at a place, from 0; no two of twelve are alike."""
    colour = view.theme.others[(place - 1) % 3] if place else view.theme.main
    return view.theme.muted if grey else colour, DASHES[place % 4]


def _line(
    view: View, name: str, rows: Sequence[Figure], colour: str, dash: str, context: bool
) -> Lines:
    fill = [view.theme.ground if row.confidence == "low" else colour for row in rows]
    days = [row.day.isoformat() for row in rows]
    label, (size, width) = time_axis.named(view, name), (2, 1.5) if context else (6, 3)
    return Lines(rows, days, colour, fill, label=label, dash=dash, size=size, width=width)


def _values(
    view: View, rows: Sequence[Figure], colour: str, named: Sequence[str]
) -> list[dict[str, Any]]:
    """Write the values of the records named by id or date, above their points."""
    seen = [row for row in rows if row.number is not None]
    wanted = [row for row in seen[:-1] if row.id in named or row.as_of in named]
    return [
        _word(f"<b>{time_axis.value(view, row)}</b>", row, colour) | _beside(row, seen)
        for row in wanted
    ]


def _beside(row: Figure, seen: Sequence[Figure]) -> dict[str, Any]:
    """Set the first value to the right of its point (above where the line goes on level), others
    above and before theirs, so that a rising line runs clear of them; one that a line falls to
    stands over the middle."""
    if row is seen[0]:
        top = max(each.number or 0 for each in seen)
        if abs((seen[1].number or 0) - (row.number or 0)) < LEVEL * top:
            return {"xanchor": "left", "yanchor": "bottom", "yshift": 8}
        return {"xanchor": "left", "xshift": 16}
    if (seen[seen.index(row) - 1].number or 0) > (row.number or 0):
        return {"xanchor": "center", "yanchor": "bottom", "xshift": -5, "yshift": 8}
    before = {"xanchor": "right", "align": "right", "xshift": -3}
    return before | {"yanchor": "bottom", "yshift": 5}


def _end_words(view: View, ends: Sequence[End], top: float, last: date) -> list[dict[str, Any]]:
    """Write each series' name and last value at its end, moved apart where they would meet."""
    notes, used, several = [], float("inf"), len(ends) > 1
    height = view.canvas.height or HEIGHT
    words = {name: time_axis.end_words(view, name, row, several=several) for name, row, _ in ends}
    apart = 3 if len(ends) * 3 * 19 < height - 90 else 2
    lines = max(apart, *map(line_count, words.values())) if several else 1
    room = 19 * lines * top / (height - 90)
    early = [end for end in ends if (last - end[1].day).days > time_axis.EARLY]
    for name, row, colour in sorted(ends, key=lambda end: -(end[1].number or 0)):
        # The rule of an event may stand here: it ends where the words begin.
        word = _word(words[name], row, colour) | {"bgcolor": view.theme.ground}
        if (name, row, colour) in early:
            notes.append(word | _above(view, name, row, early))
            continue
        used = min(row.number or 0, used - room)
        notes.append(word | {"y": used, "xanchor": "left", "yanchor": "middle", "xshift": 8})
    lowest = room / 2
    for word in reversed(notes) if used < room / 2 and len(ends) > 3 else ():
        word["y"] = lowest = max(word["y"], lowest)  # none runs below the ground
        lowest += room
    return notes


def _above(view: View, name: str, row: Figure, early: Sequence[End]) -> dict[str, Any]:
    """
    Name a series that ends early above its end, clear of the one that goes on.

    Of several each has one line, and all stand above the highest, in the order of their values.
    """
    place = {"xanchor": "right", "align": "right", "xshift": -4, "yanchor": "bottom", "yshift": 10}
    if len(early) == 1:
        return place
    values = sorted(each.number or 0 for _, each, _ in early)
    words = f"{time_axis.named(view, name)} <b>{view.format_value(row, bare=True)}</b>"
    up = 10 + 19 * values.index(row.number or 0)
    return place | {"text": words, "y": values[-1], "yshift": up}


def _word(words: str, row: Figure, colour: str) -> dict[str, Any]:
    return note(words, row.day.isoformat(), row.number, LABEL_SIZE, colour, align="left")
