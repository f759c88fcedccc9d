"""Two groups back to back, one line an age: shares of men to the left, of women to the right."""

from collections.abc import Sequence
from typing import Any

from components.charts.bars import one_axis
from components.charts.chart import Chart, View
from components.charts.style import axis, finish, hover, note
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

SIDES = ("sex_men", "sex_women")
LINE, HEAD = 24, 34  # pixels of a line, and of the names above


def by_age(view: View, rows: Sequence[Figure], *, limit: float = 100) -> Chart:
    """
    Draw records with the dimensions age and sex (sex_men, sex_women) at one date.

    Ages stand youngest at the foot, age_all above the oldest in grey; both sides run from zero to
    the same end, at least `limit`. Raises ValueError without rows, for a gap, for measures that
    may not share an axis, for more than one date, and where an age lacks a side.
    """
    one_axis(rows)
    if len({row.as_of for row in rows}) > 1:
        raise ValueError("ages of several dates")
    sides = [{row.dims["age"]: row for row in rows if row.dims["sex"] == side} for side in SIDES]
    if set(sides[0]) != set(sides[1]):
        raise ValueError("an age lacks a side")
    ages = [age for age in sides[0] if age != "age_all"]
    ages += ["age_all"] if "age_all" in sides[0] else []
    end = max([row.number or 0 for row in rows] + [limit]) * (1.28 if view.narrow else 1.1)
    middle = 0.11 if view.narrow else 0.07
    head = HEAD + 20 if view.narrow else HEAD  # on a phone the date has a line of its own
    layout: dict[str, Any] = {
        "margin": {"l": 4, "r": 4, "t": head, "b": 4},
        "xaxis": axis(view.theme, range=[end, 0], domain=[0, 0.5 - middle], visible=False),
        "xaxis2": axis(view.theme, range=[0, end], domain=[0.5 + middle, 1], visible=False),
        "yaxis": axis(view.theme, range=[-0.5, len(ages) - 0.5], visible=False),
        "annotations": [*_ages(view, ages), *_names(view, rows[0], middle)],
        "shapes": [_zero(view, mark, len(ages)) for mark in ("x", "x2")],
        "bargap": 0.25,
    }
    traces = [
        _bars(view, [side[age] for age in ages], mark)
        for side, mark in zip(sides, ("x", "x2"), strict=True)
    ]
    needed = LINE * len(ages) + head + 8
    return finish(view, traces, layout, rows=rows, height=view.canvas.height or needed)


def _bars(view: View, rows: Sequence[Figure], mark: str) -> dict[str, Any]:
    theme = view.theme
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row.number for row in rows],
        "y": list(range(len(rows))),
        "xaxis": mark,
        "text": [view.format_value(row, bare=True) for row in rows],
        "textposition": "outside",
        "textfont": {"size": SMALL_SIZE, "color": theme.ink},
        "constraintext": "none",
        "cliponaxis": False,
        "marker": {
            "color": [theme.context if row.dims["age"] == "age_all" else theme.main for row in rows]
        },
        "ids": [row.id for row in rows],
        "hovertemplate": [hover(view, row) for row in rows],
    }


def _ages(view: View, ages: Sequence[str]) -> list[dict[str, Any]]:
    return [
        note(
            view.label(age),
            0.5,
            place,
            SMALL_SIZE,
            view.theme.ink,
            xref="paper",
            xanchor="center",
            yanchor="middle",
        )
        for place, age in enumerate(ages)
    ]


def _names(view: View, row: Figure, middle: float) -> list[dict[str, Any]]:
    day = format_date(row.as_of, view.language)
    places = (
        (view.label(SIDES[0]), 0.5 - middle, "right", 0),
        (view.label(SIDES[1]), 0.5 + middle, "left", 0),
        (day, 0.0, "left", 20 if view.narrow else 0),
    )
    return [
        note(
            f"<b>{words}</b>",
            x,
            1,
            LABEL_SIZE,
            view.theme.ink,
            xref="paper",
            yref="paper",
            xanchor=anchor,
            yanchor="bottom",
            yshift=lift,
        )
        for words, x, anchor, lift in places
    ]


def _zero(view: View, mark: str, count: int) -> dict[str, Any]:
    line = {"color": view.theme.ink, "width": 1}
    return {
        "type": "line",
        "xref": mark,
        "x0": 0,
        "x1": 0,
        "y0": -0.5,
        "y1": count - 0.5,
        "line": line,
    }
