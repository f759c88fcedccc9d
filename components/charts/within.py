"""A part within its whole, month by month: one column for the whole, its part filled within."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from components.charts import time_marks, value_axis
from components.charts.chart import Chart, View
from components.charts.columns import year_axis
from components.charts.series import Bars
from components.charts.style import finish, line, note
from components.charts.text_width import ROOMY, text_width
from components.charts.themes import SMALL_SIZE
from components.data.records import Event, Figure

if TYPE_CHECKING:
    import pandas as pd

HEIGHT = 400
MONTH = 22 * 86_400_000  # milliseconds of a column on an axis of months


def by_month(
    view: View,
    whole: pd.DataFrame,
    part: pd.DataFrame,
    *,
    marks: Sequence[Event] = (),
    named: Sequence[str] = (),
) -> Chart:
    """
    Draw counts of a whole as pale columns and of its part as full ones in front, from zero.

    - whole, part: frames of counts whose as_of are months; a month of which one was not seen shows
      the other alone
    - marks: events as rules
    - named: the months whose part is written above its column

    The step's words `whole` and `part` name the two. Raises ValueError without rows, or where a
    part is larger than its whole.
    """
    wholes, parts = (
        [row for row in view.figures(each) if row.number is not None] for each in (whole, part)
    )
    if not wholes or not parts:
        raise ValueError("no rows to draw")
    sizes = {row.as_of: row.number or 0 for row in wholes}
    if any((row.number or 0) > sizes.get(row.as_of, float("inf")) for row in parts):
        raise ValueError("a part is larger than its whole")
    days = [row.day for row in (*wholes, *parts)]
    low, high = min(days), max(days) + timedelta(days=45)
    top = max(sizes.values()) * 1.1
    scale = value_axis.words(view, top)
    beside = value_axis.width(scale)
    rules, names = time_marks.marks(view, marks, low, high, margins=(beside, 8))
    layout = {
        "barmode": "overlay",
        "margin": {"l": beside, "r": 8, "t": 40 + time_marks.ROW * len(marks), "b": 28},
        "xaxis": year_axis(view, low, high),
        "yaxis": value_axis.amounts(view, top, scale),
        "shapes": [*rules, line((0, 1), (0, 0), view.theme.ink, xref="paper")],
        "annotations": [*names, *_named(view, parts, named), *_key(view, len(marks), beside)],
    }
    theme = view.theme
    traces = [_columns(wholes, theme.context), _columns(parts, theme.main)]
    height = view.canvas.height or HEIGHT
    return finish(view, traces, layout, rows=[*wholes, *parts, *marks], height=height)


def _columns(rows: Sequence[Figure], colour: str) -> Bars:
    middles = [(row.day + timedelta(days=14)).isoformat() for row in rows]
    slots = [row.day.year * 12 + row.day.month for row in rows]
    return Bars(
        rows,
        [row.number for row in rows],
        middles,
        [colour] * len(rows),
        MONTH,
        [slot - min(slots) for slot in slots],
    )


def _named(view: View, parts: Sequence[Figure], named: Sequence[str]) -> list[dict[str, Any]]:
    ink = {"xanchor": "right", "yanchor": "bottom", "bgcolor": view.theme.ground}
    return [
        note(
            f"<b>{view.format_value(row, bare=True)}</b>",
            (row.day + timedelta(days=25)).isoformat(),
            row.number,
            SMALL_SIZE,
            view.theme.main,
            **ink,
        )
        for row in parts
        if row.as_of in named
    ]


def _key(view: View, above: int, beside: int) -> list[dict[str, Any]]:
    """Say which column is which, above the plot at its left."""
    theme, place = view.theme, {"xref": "paper", "yref": "paper", "xanchor": "left"}
    up = {"yanchor": "bottom", "yshift": 4 + time_marks.ROW * above}
    notes, at = [], 4 - beside
    for name, colour in (("whole", theme.context), ("part", theme.main)):
        words = view.step_text(name)
        notes.append(note("■", 0, 1, SMALL_SIZE, colour, xshift=at, **place, **up))
        notes.append(note(words, 0, 1, SMALL_SIZE, theme.ink, xshift=at + 16, **place, **up))
        at += int(text_width(words, SMALL_SIZE * ROOMY, typical=True)) + 36
    return notes
