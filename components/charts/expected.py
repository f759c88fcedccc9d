"""What was expected, beside what came: a forecast as a level, a goal as a hollow mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from components.charts import lines
from components.charts.chart import Chart, View
from components.charts.series import one_axis
from components.charts.style import line, note
from components.charts.text_width import columns_width, wrap_text
from components.charts.themes import LABEL_SIZE
from components.data.records import Event, Figure

if TYPE_CHECKING:
    import pandas as pd

FULL = 110  # percent: with a guess the axis is the same wherever it stands


def against(
    view: View,
    rows: pd.DataFrame,
    expected: Figure,
    *,
    by: str = "measure_id",
    goals: Sequence[Event] = (),
    guess: float | None = None,
    outcome: str = "",
) -> Chart:
    """
    Draw a series through time with the level that somebody expected, from the day they said so.

    - rows: a frame of figures of one measure; by: the column that holds the series' name
    - expected: a forecast of the same measure, drawn dashed with its label and value
    - goals: events, hollow where they were plans
    - guess: the reader's own number in the rows' unit
    - outcome: a code of labels.csv for what came of the forecast

    Raises ValueError as lines.over_time does, and where the forecast is of a measure that may not
    share the axis.
    """
    figures, theme = view.figures(rows), view.theme
    one_axis([*figures, expected])
    days = [row.day for row in figures]
    first, last, level = min(days).isoformat(), max(days).isoformat(), expected.number or 0
    levels = [line((expected.day.isoformat(), last), (level,) * 2, theme.accent, 2.5, dash="dash")]
    words = [_forecast(view, expected, last, outcome)]
    if guess is not None:
        colour, own = theme.others[1], view.step_text("your_guess")
        levels.append(line((first, last), (guess, guess), colour, 2.5, dash="dot"))
        above = {"xanchor": "left", "yanchor": "bottom", "bgcolor": theme.ground}
        words.append(note(own, first, guess, LABEL_SIZE, colour, **above))
    return lines.draw(
        view,
        view.groups(rows, by),
        marks=goals,
        levels=levels,
        words=words,
        top=FULL if guess is not None else 0,
        beside=[expected],
    )


def _forecast(view: View, expected: Figure, last: str, outcome: str) -> dict[str, Any]:
    """Say what was expected, and what came of it, below the end of its level."""
    said = f"{view.localize(expected.label)} <b>{view.format_value(expected)}</b>"
    said = view.aside(said, view.label(outcome) if outcome else "")
    said = wrap_text(said, columns_width(view.canvas.width // 16, view.language))
    below = {"xanchor": "right", "yanchor": "top", "yshift": -4, "align": "right"}
    look = (LABEL_SIZE, view.theme.accent)
    return note(said, last, expected.number, *look, bgcolor=view.theme.ground, **below)
