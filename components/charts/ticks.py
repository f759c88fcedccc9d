"""When things happened: a lane for each kind, a stroke for each event, a ring for each plan."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import axis, finish, line, note
from components.charts.text_width import BREAK, ROOMY, columns_width, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.charts.time_axis import of_years
from components.charts.traces import HOVER, points
from components.data.dates import first_day, format_date
from components.data.records import Event
from components.data.today import outcome_label

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
    counts = Counter(event.kind for event in events).most_common()
    kinds = [kind for kind, _ in counts]
    names = {kind: f"{view.label(f'kind_{kind}')}　{count:,}" for kind, count in counts}
    lane = NARROW_LANE if view.narrow else LANE
    beside = (
        8
        if view.narrow
        else max(text_width(each, LABEL_SIZE * ROOMY, typical=True) for each in names.values()) + 20
    )
    years = [first_day(event.date).year for event in events]
    tops = {kind: -place * lane for place, kind in enumerate(kinds)}
    layout = {
        "margin": {"l": beside, "r": 14, "t": KEY, "b": AXIS},
        "xaxis": _years(view, min(years), max(years) + 1),
        "yaxis": axis(view.theme, range=[-lane * len(kinds), 0], visible=False),
        "shapes": [
            line((0, 1), (top - lane + 7,) * 2, view.theme.rule, xref="paper", layer="below")
            for top in tops.values()
        ],
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


def _marks(view: View, events: list[Event], tops: Mapping[Any, int], lane: int) -> dict[str, Any]:
    planned = bool(events) and events[0].is_plan
    symbol, size = ("circle", 9) if planned else ("line-ns", 11)
    edge = {"color": view.theme.main, "width": 2}
    marker = {"symbol": symbol, "size": size, "color": view.theme.ground, "line": edge}
    days = [first_day(event.date).isoformat() for event in events]
    lanes = [tops[event.kind] - lane + 15 for event in events]
    return points(days, lanes, marker, *(_hover(view, event) for event in events))


def _hover(view: View, event: Event) -> str:
    name = view.render_plain(event.name)
    lines = [
        format_date(event.date, view.language),
        wrap_text(name, columns_width(HOVER, view.language)),
    ]
    if event.is_plan:
        lines[0] += f"　{view.step_text('mark_plan')}"
    if outcome := outcome_label(event):
        lines.append(view.label(outcome))
    return BREAK.join(lines) + "<extra></extra>"


def _years(view: View, first: int, last: int) -> dict[str, Any]:
    room = 5 if view.narrow else 12  # years that can be written side by side
    apart = next(step for step in (1, 2, 5, 10, 20) if (last - first) / step <= room)
    years = (year for year in range(first, last) if year % apart == 0)
    return of_years(view, [f"{first}-01-01", f"{last}-01-01"], years, showgrid=True)


def _name(view: View, words: str, bottom: float) -> dict[str, Any]:
    look = (LABEL_SIZE, view.theme.ink)
    place = {"xref": "paper", "yanchor": "bottom"}
    if view.narrow:
        return note(words, 0, bottom + 24, *look, xanchor="left", **place)
    return note(words, 0, bottom + 6, *look, xanchor="right", xshift=-10, **place)


def _key(view: View, planned: bool) -> dict[str, Any]:
    plan = f"　○ {view.step_text('mark_plan')}" if planned else ""
    words = f"┃ {view.step_text('mark_event')}{plan}"
    corner = {"xref": "paper", "xanchor": "right", "yref": "paper", "yanchor": "bottom"}
    return note(words, 1, 1, SMALL_SIZE, view.theme.muted, yshift=8, **corner)
