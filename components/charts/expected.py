"""What was expected, beside what came: a forecast as a level, a goal as a hollow mark."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from components.charts import lines
from components.charts.bars import one_axis
from components.charts.chart import Chart, View
from components.charts.style import note, source_title, wrap
from components.charts.themes import LABEL_SIZE
from components.data.records import Event, Figure


def against(
    view: View,
    name: str,
    rows: Sequence[Figure],
    expected: Figure,
    *,
    goals: Sequence[Event] = (),
    guess: float | None = None,
    outcome: str = "",
) -> Chart:
    """
    Draw a series through time with the level that somebody expected, from the day they said so.

    name is the series' label; expected a forecast of the same measure, drawn dashed with its label,
    value and outcome (a code of labels.csv); goals are events, hollow where they were plans; guess
    is the reader's own number. Raises ValueError as lines.over_time does, and where the forecast
    is of a measure that may not share the axis.
    """
    one_axis([*rows, expected])
    chart = lines.over_time(view, {name: rows}, marks=goals)
    days = [row.day for row in rows]
    first, last = min(days).isoformat(), max(days).isoformat()
    figure = chart.figure
    figure.add_shape(
        _level(expected.day.isoformat(), last, expected.number or 0, view.theme.accent, "dash")
    )
    figure.add_annotation(_forecast(view, expected, last, outcome))
    if guess is not None:
        colour = view.theme.others[1]
        figure.add_shape(_level(first, last, guess, colour, "dot"))
        figure.add_annotation(
            _word(view, view.step_text("your_guess"), first, guess, colour)
            | {"xanchor": "left", "yanchor": "bottom"}
        )
    top = max(figure.layout.yaxis.range[1], (guess or 0) * 1.1)
    figure.update_yaxes(range=[0, top])
    whole = replace(chart, rows=[*chart.rows, expected])
    if figure.layout.title.text:  # a stage has its source line outside the figure
        figure.update_layout(title=source_title(view, whole))
    return whole


def _forecast(view: View, expected: Figure, x: str, outcome: str) -> dict[str, Any]:
    """Say what was expected, and what came of it, below the end of its level."""
    words = f"{view.localize(expected.label)} <b>{view.format_value(expected)}</b>"
    words = view.aside(words, view.label(outcome) if outcome else "")
    told = wrap(words, view.canvas.width // 16)
    return _word(view, told, x, expected.number or 0, view.theme.accent) | {
        "xanchor": "right",
        "yanchor": "top",
        "yshift": -4,
        "align": "right",
    }


def _level(start: str, end: str, value: float, colour: str, dash: str) -> dict[str, Any]:
    line = {"color": colour, "width": 2.5, "dash": dash}
    return {"type": "line", "x0": start, "x1": end, "y0": value, "y1": value, "line": line}


def _word(view: View, words: str, x: str, y: float, colour: str) -> dict[str, Any]:
    return note(words, x, y, LABEL_SIZE, colour, bgcolor=view.theme.ground)
