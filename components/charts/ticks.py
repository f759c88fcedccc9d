"""When things happened: a lane for each kind, a stroke for each event, a ring for each plan."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import BREAK, axis, columns_of, finish, note, wrap
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import first_day, format_date
from components.data.records import Event

LANE, NARROW_LANE = 32, 44  # pixels; a narrow lane has its name above it
AXIS, KEY = 24, 30  # pixels for the years below and for what the marks mean above


def by_kind(view: View, events: Sequence[Event]) -> Chart:
    """
    Draw dated events on one axis of time, a lane for each kind with its count.

    What happened is a stroke, what was planned a ring; view.words say so (mark_event, mark_plan).
    Events dated by year or month stand at its first day. Raises ValueError without events.
    """
    if not events:
        raise ValueError("no events to draw")
    counts: dict[str, int] = {}
    for event in events:
        counts[event.kind] = counts.get(event.kind, 0) + 1
    kinds = sorted(counts, key=lambda kind: -counts[kind])
    names = {kind: f"{view.label(f'kind_{kind}')}　{counts[kind]:,}" for kind in kinds}
    lane = NARROW_LANE if view.narrow else LANE
    beside = 8 if view.narrow else max(columns_of(each) for each in names.values()) * 8 + 20
    days = [first_day(event.date) for event in events]
    first, last = min(days).year, max(days).year + 1
    span = [f"{first}-01-01", f"{last}-01-01"]
    tops = {kind: -place * lane for place, kind in enumerate(kinds)}
    layout = {
        "margin": {"l": beside, "r": 14, "t": KEY, "b": AXIS},
        "xaxis": axis(view.theme, range=span, type="date", **_years(view, first, last)),
        "yaxis": axis(view.theme, range=[-lane * len(kinds), 0], visible=False),
        "shapes": [_ground(view, top - lane + 7) for top in tops.values()],
        "annotations": [
            *(_name(view, names[kind], tops[kind] - lane) for kind in kinds),
            _key(view, any(event.is_plan for event in events)),
        ],
    }
    marks = [
        _marks(view, [event for event in events if event.is_plan == planned], tops, lane)
        for planned in (False, True)
    ]
    return finish(view, marks, layout, rows=events, height=lane * len(kinds) + KEY + AXIS)


def _marks(view: View, events: list[Event], tops: dict[str, int], lane: int) -> dict[str, Any]:
    planned = bool(events) and events[0].is_plan
    symbol, size = ("circle", 9) if planned else ("line-ns", 11)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [first_day(event.date).isoformat() for event in events],
        "y": [tops[event.kind] - lane + 15 for event in events],
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": view.theme.ground,
            "line": {"color": view.theme.main, "width": 2},
        },
        "cliponaxis": False,
        "hovertemplate": [_hover(view, event) for event in events],
    }


def _hover(view: View, event: Event) -> str:
    name = view.render_plain(event.name)
    lines = [format_date(event.date, view.language), wrap(name, 44)]
    if event.is_plan:
        lines[0] += f"　{view.step_text('mark_plan')}"
    if event.outcome:
        lines.append(view.label(f"outcome_{event.outcome}"))
    return BREAK.join(lines) + "<extra></extra>"


def _years(view: View, first: int, last: int) -> dict[str, Any]:
    room = 5 if view.narrow else 12  # years that can be written side by side
    apart = next(step for step in (1, 2, 5, 10, 20) if (last - first) / step <= room)
    years = [year for year in range(first, last) if year % apart == 0]
    names = [format_date(str(year), view.language) for year in years]
    return {"tickvals": [f"{year}-01-01" for year in years], "ticktext": names, "showgrid": True}


def _ground(view: View, y: float) -> dict[str, Any]:
    line = {"color": view.theme.rule, "width": 1}
    shape = {"type": "line", "x0": 0, "x1": 1, "xref": "paper", "y0": y, "y1": y}
    return shape | {"line": line, "layer": "below"}


def _name(view: View, words: str, bottom: float) -> dict[str, Any]:
    above = {"x": 0, "xanchor": "left", "y": bottom + 24}
    beside = {"x": 0, "xanchor": "right", "xshift": -10, "y": bottom + 6}
    return (above if view.narrow else beside) | {
        "text": words,
        "xref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": LABEL_SIZE, "color": view.theme.ink},
    }


def _key(view: View, planned: bool) -> dict[str, Any]:
    words = f"┃ {view.step_text('mark_event')}" + (
        f"　○ {view.step_text('mark_plan')}" if planned else ""
    )
    return note(
        words,
        1,
        1,
        SMALL_SIZE,
        view.theme.muted,
        xref="paper",
        xanchor="right",
        yref="paper",
        yanchor="bottom",
        yshift=8,
    )
