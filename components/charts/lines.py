"""Values through time: gaps stay gaps, and two measures are never one line."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components.charts.chart import Chart, View
from components.charts.looks import LABEL_SIZE, SMALL_SIZE
from components.charts.style import axis, finish, hover, wrap
from components.content.dates import first_day, format_date
from components.content.prose import passage
from components.content.records import Event, Record

HEIGHT = 420
DASHES = ("solid", "dash", "dot", "dashdot")


def over_time(
    view: View,
    series: Mapping[str, Sequence[Record]],
    *,
    marks: Sequence[Event] = (),
    named: Sequence[str] = (),
    highlight: str = "",
) -> Chart:
    """
    Draw series of records over real time, from zero.

    series maps a name (a label code or one of the step's words) to records of one measure; records
    without a value break the line. marks are events drawn as thin rules with their names; named
    holds the ids of records whose values are written on the chart besides the last ones.
    Raises ValueError without rows, for mixed measures in a series, or for mixed units.
    """
    _check(series)
    top = max(row.number or 0 for rows in series.values() for row in rows)
    days = [row.day for rows in series.values() for row in rows]
    traces, notes, shapes = [], [], []
    for place, (name, rows) in enumerate(series.items()):
        ordered = sorted(rows, key=lambda row: row.day)
        colour = (
            view.look.accent
            if name == highlight
            else (view.look.main if place == 0 else view.look.others[(place - 1) % 3])
        )
        traces.append(_line(view, ordered, colour, DASHES[place % 4]))
        notes += _values(view, name, ordered, colour, named, several=len(series) > 1)
        shapes += [_gap(view, row) for row in ordered if row.number is None]
    rules, words = _marks(view, marks, top)
    years = sorted({day.year for day in days} | {max(days).year})
    layout = {
        "margin": {"l": 4, "r": 16, "t": 26 + 18 * min(len(marks), 4), "b": 28},
        "xaxis": _time_axis(view, min(days), max(days), years),
        "yaxis": axis(view.look, range=[0, top * 1.16 or 1], showticklabels=False),
        "shapes": shapes + rules,
        "annotations": notes + words,
    }
    drawn = [row for rows in series.values() for row in rows]
    return finish(view, traces, layout, rows=drawn, height=HEIGHT)


def _check(series: Mapping[str, Sequence[Record]]) -> None:
    if not series or not all(series.values()):
        raise ValueError("no rows to draw")
    for name, rows in series.items():
        if len({row.measure.id for row in rows}) > 1:
            raise ValueError(f"series {name} mixes measures")
    if len({row.unit for rows in series.values() for row in rows}) > 1:
        raise ValueError("series have different units")


def _time_axis(view: View, first: Any, last: Any, years: list[int]) -> dict[str, Any]:
    span = (last - first).days
    pad = span * (0.2 if view.narrow else 0.12)
    low = first.toordinal() - span * 0.06
    return axis(
        view.look,
        type="date",
        range=[_iso(low), _iso(last.toordinal() + pad)],
        tickvals=[f"{year}-01-01" for year in years],
        ticktext=[format_date(str(year), view.language) for year in years],
        ticks="outside",
        tickcolor=view.look.rule,
        showline=True,
        linecolor=view.look.ink,
    )


def _iso(ordinal: float) -> str:
    return date.fromordinal(int(ordinal)).isoformat()


def _line(view: View, rows: Sequence[Record], colour: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [row.day.isoformat() for row in rows],
        "y": [row.number for row in rows],
        "connectgaps": False,
        "line": {"color": colour, "width": 3, "dash": dash},
        "marker": {
            "size": 6,
            "color": [view.look.ground if row.confidence == "low" else colour for row in rows],
            "line": {"color": colour, "width": 1.5},
        },
        "hovertemplate": [hover(view, row) for row in rows],
    }


def _values(
    view: View,
    name: str,
    rows: Sequence[Record],
    colour: str,
    named: Sequence[str],
    *,
    several: bool,
) -> list[dict[str, Any]]:
    seen = [row for row in rows if row.number is not None]
    wanted = [row for row in seen if row is seen[-1] or row.id in named or row.as_of in named]
    notes = []
    for row in wanted:
        last = row is seen[-1]
        label = view.say(name) if name in view.words else view.label(name)
        words = f"{wrap(label, 14)}<br>" if last and several else ""
        notes.append(
            {
                "text": f"{words}<b>{view.written(row, bare=True)}</b>",
                "x": row.day.isoformat(),
                "y": row.number,
                "xanchor": "left" if last else "center",
                "xshift": 8 if last else 0,
                "yanchor": "middle" if last else "bottom",
                "yshift": 0 if last else 8,
                "align": "left",
                "showarrow": False,
                "font": {"size": LABEL_SIZE, "color": colour},
            }
        )
    return notes


def _gap(view: View, row: Record) -> dict[str, Any]:
    """A short stroke on the ground line where a month was looked for and not seen."""
    day = row.day.toordinal()
    line = {"color": view.look.muted, "width": 3, "dash": "dot"}
    ends = {"x0": _iso(day - 12), "x1": _iso(day + 12), "y0": 0, "y1": 0}
    word = {"text": view.label("not_seen"), "font": {"size": SMALL_SIZE, "color": view.look.muted}}
    return {
        "type": "line",
        "line": line,
        "label": word | {"textposition": "middle", "yanchor": "bottom"},
    } | ends


def _marks(
    view: View, marks: Sequence[Event], top: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    rules, words = [], []
    for place, event in enumerate(sorted(marks, key=lambda each: first_day(each.date))):
        day = first_day(event.date).isoformat()
        line = {"color": view.look.context, "width": 1, "dash": "dot"}
        rules.append(
            {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper", "line": line}
        )
        name = str(passage(event.name.to(view.language), view.book, view.language))
        words.append(
            {
                "text": wrap(name, 60).split("<br>")[0],
                "x": day,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": 2 + 18 * (3 - place % 4),
                "xanchor": "right" if place >= len(marks) / 2 else "left",
                "showarrow": False,
                "font": {"size": SMALL_SIZE, "color": view.look.muted},
            }
        )
    return rules, words
