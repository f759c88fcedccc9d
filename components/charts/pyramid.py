"""Two groups back to back, one line an age: shares of men to the left, of women to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from components.charts.chart import Chart, View
from components.charts.series import Bars, one_axis, one_date
from components.charts.style import axis, finish, line, note
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

SIDES = ("sex_men", "sex_women")
ALL = "age_all"
LINE, HEAD = 24, 34  # pixels of a line, and of the names above


def by_age(view: View, rows: pd.DataFrame, *, limit: float = 100) -> Chart:
    """
    Draw records of men and women at one date, one line an age.

    - rows: a frame of figures with the columns age and sex (sex_men, sex_women), youngest first
    - limit: where both sides end at least, in the rows' unit

    Ages stand youngest at the foot, age_all above the oldest in grey; both sides run from zero to
    the same end. Raises ValueError without rows, for a gap, for measures that may not share an
    axis, for more than one date, and where an age lacks a side.
    """
    figures = view.figures(rows)
    one_axis(figures)
    one_date(figures)
    sides = [{row.dims["age"]: row for row in figures if row.dims["sex"] == sex} for sex in SIDES]
    if set(sides[0]) != set(sides[1]):
        raise ValueError("an age lacks a side")
    ages = sorted(sides[0], key=lambda age: age == ALL)  # the others keep their order
    end = max([row.number or 0 for row in figures] + [limit]) * (1.28 if view.narrow else 1.1)
    middle = 0.11 if view.narrow else 0.07
    head = HEAD + 20 if view.narrow else HEAD  # on a phone the date has a line of its own
    layout: dict[str, Any] = {
        "margin": {"l": 4, "r": 4, "t": head, "b": 4},
        "xaxis": axis(view.theme, range=[end, 0], domain=[0, 0.5 - middle], visible=False),
        "xaxis2": axis(view.theme, range=[0, end], domain=[0.5 + middle, 1], visible=False),
        "yaxis": axis(view.theme, range=[-0.5, len(ages) - 0.5], visible=False),
        "annotations": [*_ages(view, ages), *_names(view, figures[0], middle)],
        "shapes": [
            line((0, 0), (-0.5, len(ages) - 0.5), view.theme.ink, xref=x) for x in ("x", "x2")
        ],
        "bargap": 0.25,
    }
    bars = [
        _bars(view, [side[age] for age in ages], x)
        for side, x in zip(sides, ("x", "x2"), strict=True)
    ]
    needed = LINE * len(ages) + head + 8
    return finish(view, bars, layout, rows=figures, height=view.canvas.height or needed)


def _bars(view: View, rows: Sequence[Figure], x: str) -> Bars:
    theme, places = view.theme, list(range(len(rows)))
    return Bars(
        rows,
        [row.number for row in rows],
        places,
        [theme.context if row.dims["age"] == ALL else theme.main for row in rows],
        None,
        places,
        lying=True,
        axes=(x, "y"),
        written=[view.format_value(row, bare=True) for row in rows],
        font={"size": SMALL_SIZE, "color": theme.ink},
    )


def _ages(view: View, ages: Sequence[str]) -> list[dict[str, Any]]:
    centre = {"xref": "paper", "xanchor": "center", "yanchor": "middle"}
    return [
        note(view.label(age), 0.5, place, SMALL_SIZE, view.theme.ink, **centre)
        for place, age in enumerate(ages)
    ]


def _names(view: View, row: Figure, middle: float) -> list[dict[str, Any]]:
    places = (
        (view.label(SIDES[0]), 0.5 - middle, "right", 0),
        (view.label(SIDES[1]), 0.5 + middle, "left", 0),
        (format_date(row.as_of, view.language), 0.0, "left", 20 if view.narrow else 0),
    )
    top = {"xref": "paper", "yref": "paper", "yanchor": "bottom"}
    size, ink = LABEL_SIZE, view.theme.ink
    return [
        note(f"<b>{words}</b>", x, 1, size, ink, xanchor=anchor, yshift=lift, **top)
        for words, x, anchor, lift in places
    ]
