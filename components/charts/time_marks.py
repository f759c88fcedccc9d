"""What stands beside a line through time: gaps in the record, and events."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.charts.chart import View
from components.charts.looks import SMALL_SIZE
from components.charts.style import wrap
from components.content.dates import first_day
from components.content.prose import passage
from components.content.records import Event, Record


def iso(ordinal: float) -> str:
    """Write a day count as an ISO date."""
    return date.fromordinal(int(ordinal)).isoformat()


def gaps(view: View, rows: Sequence[Record]) -> list[dict[str, Any]]:
    """Dotted strokes on the ground line over the months not seen, each run named once."""
    runs: list[list[Record]] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if row.number is None:
            joined = before is not None and before.number is None
            runs[-1].append(row) if joined else runs.append([row])
    return [_gap(view, run) for run in runs]


def _gap(view: View, run: Sequence[Record]) -> dict[str, Any]:
    line = {"color": view.look.muted, "width": 3, "dash": "dot"}
    start, end = run[0].day.toordinal() - 12, run[-1].day.toordinal() + 12
    word = {"text": view.label("not_seen"), "font": {"size": SMALL_SIZE, "color": view.look.muted}}
    return {
        "type": "line",
        "line": line,
        "label": word | {"textposition": "middle", "yanchor": "bottom", "padding": 4},
        "x0": iso(start),
        "x1": iso(end),
        "y0": 0,
        "y1": 0,
    }


def marks(view: View, events: Sequence[Event]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    rules, words = [], []
    for place, event in enumerate(sorted(events, key=lambda each: first_day(each.date))):
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
                "yshift": 2 + 18 * (len(events) - 1 - place),
                "xanchor": "right" if place >= len(events) / 2 else "left",
                "showarrow": False,
                "font": {"size": SMALL_SIZE, "color": view.look.muted},
            }
        )
    return rules, words
