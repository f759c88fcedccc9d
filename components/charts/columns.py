"""Amounts of a span of time as columns that stand on it, with what happened beside them."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from components.charts import time_marks
from components.charts.bars import one_axis
from components.charts.chart import Chart, View
from components.charts.style import BREAK, LEFT, axis, columns_of, finish, hover, note, wrap
from components.charts.themes import SMALL_SIZE
from components.data.dates import first_day, format_date
from components.data.numbers import format_number
from components.data.records import Event, Figure

HEIGHT = 430
DAY = 86_400_000  # milliseconds, in which Plotly counts the width of a column on a time axis
STEPS = (1, 2, 5, 10)


def over_time(
    view: View,
    rows: Sequence[Figure],
    *,
    marks: Sequence[Event] = (),
    named: Sequence[str] = (),
    formula: str = "",
) -> Chart:
    """
    Draw each record as a column over the span of its as-of date (A/B), at real distances.

    Where no record covers a time, nothing stands. named holds the ends (B) of spans whose values
    are written and drawn in the accent; marks are events as rules; formula is the arithmetic of
    calculated rows. Raises ValueError without rows, for a gap, for a date that is not a span, or
    for measures that may not share an axis.
    """
    one_axis(rows)
    spans = [_span(row) for row in rows]
    low = min(start for start, _ in spans) - timedelta(days=12)
    high = max(end for _, end in spans) + timedelta(days=12)
    told = wrap(formula, 46 if view.narrow else 100)
    head = time_marks.ROW * len(marks) + (18 * (told.count(BREAK) + 1) if formula else 0)
    top = max(row.number or 0 for row in rows) * 1.14
    scale = {line: format_number(line, view.language) for line in _lines(top)}
    canvas = 10 + 7 * max(columns_of(each) for each in scale.values())
    rules, words = time_marks.marks(view, marks, low, high, margins=(canvas, 8))
    height = view.canvas.height or HEIGHT
    layout: dict[str, Any] = {
        "margin": {"l": canvas, "r": 8, "t": 16 + head, "b": 28},
        "xaxis": _years(view, low, high),
        "yaxis": _amounts(view, top, scale),
        "shapes": [*rules, _ground(view)],
        "annotations": [*words, *_values(view, rows, spans, named)],
    }
    if formula:
        layout["annotations"].append(_formula(view, told, len(marks), canvas))
    columns = _columns(view, rows, spans, named)
    return finish(view, [columns], layout, rows=[*rows, *marks], height=height)


def _span(row: Figure) -> tuple[date, date]:
    start, _, end = row.as_of.partition("/")
    if not end:
        raise ValueError(f"{row.id} covers no span of time")
    return first_day(start), first_day(end)


def _lines(top: float) -> list[Decimal]:
    """Two to five round numbers below the top."""
    size = Decimal(10) ** (len(str(int(top))) - 1)
    step = next(size * step / 2 for step in STEPS if top / float(size * step / 2) <= 5)
    return [step * count for count in range(1, int(top / float(step)) + 1)]


def _amounts(view: View, top: float, scale: dict[Decimal, str]) -> dict[str, Any]:
    places, words = [float(line) for line in scale], list(scale.values())
    return axis(view.theme, range=[0, top], tickvals=places, ticktext=words, showgrid=True)


def _years(view: View, first: date, last: date) -> dict[str, Any]:
    years = range(first.year, last.year + 1)
    return axis(
        view.theme,
        type="date",
        range=[first.isoformat(), last.isoformat()],
        tickvals=[max(first, date(year, 1, 1)).isoformat() for year in years],
        ticktext=[format_date(str(year), view.language) for year in years],
        tickangle=0,
        ticks="outside",
        tickcolor=view.theme.rule,
    )


def _ground(view: View) -> dict[str, Any]:
    line = {"color": view.theme.ink, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "line": line}


def _formula(view: View, formula: str, above: int, canvas: int) -> dict[str, Any]:
    return note(
        formula,
        0,
        1,
        SMALL_SIZE,
        view.theme.muted,
        xref="paper",
        yref="paper",
        yanchor="bottom",
        xshift=4 - canvas,
        yshift=4 + time_marks.ROW * above,
        **LEFT,
    )


def _values(
    view: View, rows: Sequence[Figure], spans: Sequence[tuple[date, date]], named: Sequence[str]
) -> list[dict[str, Any]]:
    """Write the named values above their columns, to the left of those that end the axis."""
    late = spans[0][0] + (spans[-1][1] - spans[0][0]) * 0.75
    return [
        note(
            f"<b>{view.format_value(row, bare=True)}</b>",
            (end if end > late else start).isoformat(),
            row.number,
            SMALL_SIZE,
            view.theme.accent,
            xanchor="right" if end > late else "left",
            yanchor="bottom",
        )
        for row, (start, end) in zip(rows, spans, strict=True)
        if end.isoformat() in named
    ]


def _columns(
    view: View, rows: Sequence[Figure], spans: Sequence[tuple[date, date]], named: Sequence[str]
) -> dict[str, Any]:
    theme = view.theme
    return {
        "type": "bar",
        "x": [(start + (end - start) / 2).isoformat() for start, end in spans],
        "width": [(end - start).days * DAY * 0.78 for start, end in spans],
        "y": [row.number for row in rows],
        "marker": {
            "color": [theme.accent if end.isoformat() in named else theme.main for _, end in spans]
        },
        "ids": [row.id for row in rows],
        "hovertemplate": [hover(view, row) for row in rows],
    }
