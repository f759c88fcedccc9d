"""Amounts of a span of time as columns that stand on it, with what happened beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from components.charts import time_marks, value_axis
from components.charts.chart import Chart, View
from components.charts.series import Bars, one_axis
from components.charts.style import LEFT, finish, line, note
from components.charts.text_width import BREAK, line_count, wrap_text
from components.charts.themes import SMALL_SIZE
from components.charts.time_axis import of_years
from components.data.dates import first_day, format_date
from components.data.records import Event, Figure

if TYPE_CHECKING:
    import pandas as pd

HEIGHT = 430
VALUE = 42  # pixels for a month and its value above the highest column
DAY = 86_400_000  # milliseconds, in which Plotly counts the width of a column on a time axis
Span = tuple[date, date]


def over_time(
    view: View,
    rows: pd.DataFrame,
    *,
    marks: Sequence[Event] = (),
    named: Sequence[str] = (),
    formula: str = "",
) -> Chart:
    """
    Draw each record as a column over the span of its as-of date (A/B), at real distances.

    - rows: a frame of figures of one measure whose as_of are spans (Dataset.series, or
      derived.increase); where no record covers a time, nothing stands
    - marks: events as rules
    - named: the ends (B) of spans whose values are written and drawn in the accent
    - formula: the arithmetic of calculated rows

    Raises ValueError without rows, for a gap, for a date that is not a span, or for measures that
    may not share an axis.
    """
    figures = view.figures(rows)
    one_axis(figures)
    spans = [_span(row) for row in figures]
    low = min(start for start, _ in spans) - timedelta(days=12)
    high = max(end for _, end in spans) + timedelta(days=12)
    told = wrap_text(formula, view.canvas.width - 8, SMALL_SIZE)
    head = time_marks.ROW * len(marks) + (18 * line_count(told) if formula else 0)
    plot = (view.canvas.height or HEIGHT) - head - 44
    top = max(row.number or 0 for row in figures) * plot / (plot - VALUE)
    scale = value_axis.words(view, top)
    beside = value_axis.width(scale)
    rules, words = time_marks.marks(view, marks, low, high, margins=(beside, 8))
    notes = _formula(view, told, len(marks), beside) if formula else []
    layout = {
        "margin": {"l": beside, "r": 8, "t": 16 + head, "b": 28},
        "xaxis": year_axis(view, low, high),
        "yaxis": value_axis.amounts(view, top, scale),
        "shapes": [*rules, line((0, 1), (0, 0), view.theme.ink, xref="paper")],
        "annotations": [*words, *_values(view, figures, spans, named), *notes],
    }
    bars, height = _columns(view, figures, spans, named), view.canvas.height or HEIGHT
    return finish(view, [bars], layout, rows=[*figures, *marks], height=height)


def _span(row: Figure) -> Span:
    start, _, end = row.as_of.partition("/")
    if not end:
        raise ValueError(f"{row.id} covers no span of time")
    return first_day(start), first_day(end)


def year_axis(view: View, first: date, last: date) -> dict[str, Any]:
    """Give the level axis of time between two days, ruled at the years."""
    span, years = [first.isoformat(), last.isoformat()], range(first.year, last.year + 1)
    ticks = [max(span[0], f"{year}-01-01") for year in years]  # the first year is named, too
    outside = {"tickangle": 0, "ticks": "outside", "tickcolor": view.theme.rule}
    return of_years(view, span, years, tickvals=ticks, **outside)


def _formula(view: View, formula: str, above: int, beside: int) -> list[dict[str, Any]]:
    corner = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "xshift": 4 - beside}
    up = {"yshift": 4 + time_marks.ROW * above}
    return [note(formula, 0, 1, SMALL_SIZE, view.theme.muted, **corner, **up, **LEFT)]


def _values(
    view: View, rows: Sequence[Figure], spans: Sequence[Span], named: Sequence[str]
) -> list[dict[str, Any]]:
    """Write the named values above their columns, to the left of those that end the axis."""
    late = spans[0][0] + (spans[-1][1] - spans[0][0]) * 0.75
    return [
        note(
            f"{_month(view, start, end)}{BREAK}<b>{view.format_value(row)}</b>",
            (end if end > late else start).isoformat(),
            row.number,
            SMALL_SIZE,
            view.theme.accent,
            xanchor="right" if end > late else "left",
            yanchor="bottom",
            bgcolor=view.theme.ground,
        )
        for row, (start, end) in zip(rows, spans, strict=True)
        if end.isoformat() in named
    ]


def _month(view: View, start: date, end: date) -> str:
    return format_date((start + (end - start) / 2).isoformat()[:7], view.language)


def _columns(
    view: View, rows: Sequence[Figure], spans: Sequence[Span], named: Sequence[str]
) -> Bars:
    theme = view.theme
    middles = [start + (end - start) / 2 for start, end in spans]
    months = [day.year * 12 + day.month for day in middles]
    slots = [month - min(months) for month in months]
    return Bars(
        rows,
        [row.number for row in rows],
        [day.isoformat() for day in middles],
        [theme.accent if end.isoformat() in named else theme.main for _, end in spans],
        [(end - start).days * DAY * 0.78 for start, end in spans],
        slots if len(set(slots)) == len(slots) else None,
    )
