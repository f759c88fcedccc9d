"""Values through time: gaps stay gaps, and two measures are never one line."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components.charts import time_axis, time_marks
from components.charts.chart import Chart, View
from components.charts.style import axis, finish, hover, note
from components.charts.themes import LABEL_SIZE
from components.data.records import Event, Figure

HEIGHT = 420
DASHES = ("solid", "dash", "dot", "dashdot")


def over_time(
    view: View,
    series: Mapping[str, Sequence[Figure]],
    *,
    marks: Sequence[Event] = (),
    named: Sequence[str] = (),
    highlight: str = "",
) -> Chart:
    """
    Draw series of records over real time, from zero.

    series maps a name (a label code or one of the step's words) to records of one measure; records
    without a value break the line. marks are events drawn as thin rules with their names; named
    holds the ids of records whose values are written on the chart besides the last ones. Where a
    series of another measure begins after one has ended, the break is drawn between them.
    Raises ValueError without rows, for mixed measures in a series, or for mixed units.
    """
    _check(series)
    top = max(row.number or 0 for rows in series.values() for row in rows)
    end = top * (1.3 if view.staged and len(series) > 1 else 1.16)
    drawn = [row for rows in series.values() for row in rows]
    time = time_axis.axis_for(view, series, named)
    first, last = map(date.fromisoformat, time["range"])
    day = (view.canvas.width - time_axis.MARGIN) / (last - first).days
    traces, notes, shapes, ends = [], [], [], []
    for place, (name, rows) in enumerate(series.items()):
        ordered = sorted(rows, key=lambda row: row.day)
        colour = _colour(view, place, is_the_point=name == highlight)
        spoken = {"name": time_axis.named(view, name)}
        traces.append(_line(view, ordered, colour, DASHES[place % 4]) | spoken)
        notes += _values(view, ordered, colour, named)
        ends.append((name, [row for row in ordered if row.number is not None][-1], colour))
        shapes += time_marks.gaps(view, ordered, day=day)
    latest = max(row.day for row in drawn)
    notes += _end_words(view, ends, end, latest, several=len(series) > 1)
    bands, turns = time_marks.turns(view, series)
    rules, words = time_marks.marks(view, marks, first, last)
    layout = {
        "margin": {"l": 4, "r": 16, "t": 14 + 20 * len(marks), "b": 28},
        "xaxis": time,
        "yaxis": axis(view.theme, range=[0, end or 1], showticklabels=False),
        "shapes": bands + shapes + rules,
        "annotations": notes + words + turns,
    }
    return finish(view, traces, layout, rows=[*drawn, *marks], height=view.canvas.height or HEIGHT)


def _colour(view: View, place: int, *, is_the_point: bool) -> str:
    if is_the_point:
        return view.theme.accent
    return view.theme.main if place == 0 else view.theme.others[(place - 1) % 3]


def _check(series: Mapping[str, Sequence[Figure]]) -> None:
    if not series or not all(series.values()):
        raise ValueError("no rows to draw")
    for name, rows in series.items():
        if len({row.measure.id for row in rows}) > 1:
            raise ValueError(f"series {name} mixes measures")
    if len({row.unit for rows in series.values() for row in rows}) > 1:
        raise ValueError("series have different units")


def _line(view: View, rows: Sequence[Figure], colour: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [row.day.isoformat() for row in rows],
        "y": [row.number for row in rows],
        "connectgaps": False,
        "line": {"color": colour, "width": 3, "dash": dash},
        "marker": {
            "size": 6,
            "color": [view.theme.ground if row.confidence == "low" else colour for row in rows],
            "line": {"color": colour, "width": 1.5},
        },
        "ids": [row.id for row in rows],
        "hovertemplate": [hover(view, row) for row in rows],
    }


def _values(
    view: View, rows: Sequence[Figure], colour: str, named: Sequence[str]
) -> list[dict[str, Any]]:
    """Write the values of the records named by id or date, above their points."""
    seen = [row for row in rows if row.number is not None]
    wanted = [row for row in seen[:-1] if row.id in named or row.as_of in named]
    return [
        _word(view, f"<b>{time_axis.value(view, row)}</b>", row, colour) | _beside(row, seen)
        for row in wanted
    ]


def _beside(row: Figure, seen: Sequence[Figure]) -> dict[str, Any]:
    """Set the first value to the right of its point, others above and before theirs, so that a
    rising line runs clear of them; one that a line falls to stands over the middle."""
    if row is seen[0]:
        return {"xanchor": "left", "xshift": 16}
    if (seen[seen.index(row) - 1].number or 0) > (row.number or 0):
        return {"xanchor": "center", "yanchor": "bottom", "xshift": -5, "yshift": 8}
    return {
        "xanchor": "right",
        "align": "right",
        "yanchor": "bottom",
        "xshift": -3,
        "yshift": 5,
    }


def _end_words(
    view: View,
    ends: Sequence[tuple[str, Figure, str]],
    top: float,
    last: date,
    *,
    several: bool,
) -> list[dict[str, Any]]:
    """Write each series' name and last value at its end, moved apart where they would meet."""
    notes, used = [], float("inf")
    words = {name: time_axis.end_words(view, name, row, several=several) for name, row, _ in ends}
    lines = max(3, *(each.count("<br>") + 1 for each in words.values())) if several else 1
    room = 19 * lines * top / ((view.canvas.height or HEIGHT) - 90)
    for name, row, colour in sorted(ends, key=lambda end: -(end[1].number or 0)):
        if (last - row.day).days > time_axis.EARLY:
            # A series that ends early is named above its end, clear of the one that goes on.
            notes.append(
                _word(view, words[name], row, colour)
                | {"xanchor": "right", "yanchor": "bottom", "yshift": 10, "xshift": -4}
                | {"align": "right", "bgcolor": view.theme.ground}
            )
            continue
        height = min(row.number or 0, used - room)
        used = height
        notes.append(
            _word(view, words[name], row, colour)
            # The rule of an event may stand here: it ends where the words begin.
            | {"y": height, "xanchor": "left", "yanchor": "middle", "xshift": 8}
            | {"bgcolor": view.theme.ground}
        )
    return notes


def _name(view: View, name: str) -> str:
    return view.step_text(name) if name in view.words else view.label(name)


def _word(view: View, words: str, row: Figure, colour: str) -> dict[str, Any]:
    return note(words, row.day.isoformat(), row.number, LABEL_SIZE, colour, align="left")
