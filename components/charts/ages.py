"""Two groups by age as two lines: where they part is where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from components.charts import value_axis
from components.charts.chart import Chart, View
from components.charts.series import Lines, one_axis, one_date
from components.charts.style import LEFT, axis, finish, line, note
from components.charts.text_width import BREAK, text_width
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

SEXES = ("sex_women", "sex_men")
ALL = "age_all"
HEIGHT, HEAD = 430, 76  # pixels of the chart, and of the date and the whole above it
FULL = 100  # percent: the same axis at every date, so that the lines are seen to move


def by_age(view: View, rows: pd.DataFrame) -> Chart:
    """
    Draw shares of men and women at one date over their ages, from zero to all.

    rows is a frame of figures with the columns age and sex (sex_men, sex_women); the ages stand in
    the order of labels.csv, whatever the order of rows; age_all is written above. Raises
    ValueError without rows, for a gap, for measures that may not share an axis, for more than one
    date, and where an age lacks one of the two.
    """
    order = {code: place for place, code in enumerate(view.dataset.labels)}
    figures = sorted(view.figures(rows), key=lambda row: order.get(row.dims["age"], len(order)))
    one_axis(figures)
    one_date(figures)
    sides = [[row for row in figures if row.dims["sex"] == sex] for sex in SEXES]
    ages = [row.dims["age"] for row in sides[0]]
    if ages != [row.dims["age"] for row in sides[1]]:
        raise ValueError("an age lacks one of the two")
    by_side = [[row for row in side if row.dims["age"] != ALL] for side in sides]
    scale = value_axis.words(view, FULL, figures[0].unit)
    room = 60 if view.language == "ja" else 72  # pixels for the names at the ends of the lines
    names = [view.label(age) for age in ages if age != ALL]
    layout = {
        "margin": {"l": value_axis.width(scale), "r": room, "t": HEAD, "b": 44},
        "xaxis": _ages(view, names, room),
        "yaxis": value_axis.amounts(view, FULL, scale),
        "shapes": [line((0, 1), (0, 0), view.theme.ink, xref="paper")],
        "annotations": [_head(view, sides), *_ends(view, by_side)],
    }
    lines = [
        _line(view, side, colour) for side, colour in zip(by_side, _colours(view), strict=True)
    ]
    return finish(view, lines, layout, rows=figures, height=view.canvas.height or HEIGHT)


def _colours(view: View) -> tuple[str, str]:
    return view.theme.accent, view.theme.main


def _line(view: View, rows: Sequence[Figure], colour: str) -> Lines:
    dash = "solid" if rows[0].dims["sex"] == SEXES[0] else "dash"
    label = view.label(rows[0].dims["sex"])
    return Lines(rows, [*range(len(rows))], colour, [colour] * len(rows), label, dash)


def _ages(view: View, names: Sequence[str], room: int) -> dict[str, Any]:
    """Name every age, or every second or fourth where there is less room."""
    widest = max(text_width(each, SMALL_SIZE) for each in names) + 6
    each = (view.canvas.width - room - 40) / len(names)
    apart = next(step for step in (1, 2, 4, 6, 8) if step * each >= widest or step == 8)
    shown = [place for place in range(len(names)) if place % apart == 0]
    ticks = {"tickvals": shown, "ticktext": [names[place] for place in shown]}
    return axis(view.theme, range=[-0.5, len(names) - 0.5], tickangle=0, **ticks)


def _head(view: View, sides: Sequence[Sequence[Figure]]) -> dict[str, Any]:
    """Write the date, and the share of all women and all men."""
    whole = [row for side in sides for row in side if row.dims["age"] == ALL]
    told = "　".join(
        f"{view.label(row.dims['sex'])} <b>{view.format_value(row, bare=True)}</b>" for row in whole
    )
    date = f"<b>{format_date(sides[0][0].as_of, view.language)}</b>"
    words = BREAK.join([date, f"{view.label(ALL)}　{told}" if whole else ""])
    corner = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 24}
    return note(words, 0, 1, LABEL_SIZE, view.theme.ink, **corner, **LEFT)


def _ends(view: View, sides: Sequence[Sequence[Figure]]) -> list[dict[str, Any]]:
    """Name the lines and write their last values, moved apart where they would meet."""
    last = sorted(
        ((side[-1], colour) for side, colour in zip(sides, _colours(view), strict=True)),
        key=lambda end: -(end[0].number or 0),
    )
    apart = 40 * FULL / ((view.canvas.height or HEIGHT) - HEAD - 44)
    notes, above = [], float("inf")
    for row, colour in last:
        above = min(row.number or 0, above - apart)
        words = f"{view.label(row.dims['sex'])}{BREAK}<b>{view.format_value(row, bare=True)}</b>"
        place = {"xanchor": "left", "yanchor": "middle", "align": "left", "xshift": 10}
        notes.append(note(words, len(sides[0]) - 1, above, LABEL_SIZE, colour, **place))
    return notes
