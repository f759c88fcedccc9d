"""Day by day: every day between two dates has its place, and events stand at theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import BREAK, axis, finish, half_width, note, wrap
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import first_day, format_date, format_day
from components.data.records import Event, Figure

DAY = 25  # pixels of a day on a phone, where days run down
AXIS = 80  # pixels from the left to the line of days on a phone
LEVEL = 66  # pixels between the words of two neighbouring events


@dataclass(frozen=True)
class Stretch:
    """The days from one event to another, with the record of how many they are."""

    start: Event
    end: Event
    row: Figure


def day_by_day(view: View, events: Sequence[Event], *, stretches: Sequence[Stretch] = ()) -> Chart:
    """
    Draw every day from the first event to the last, evenly, with events and stretches between them.

    Days run to the right, on a phone down; stretches do not overlap. No day is marked as a day off:
    records say which day an event was, not who worked. Raises ValueError with fewer than two
    events, or where an event has no day.
    """
    ordered = sorted(events, key=lambda event: event.date)
    if len(ordered) < 2:
        raise ValueError("fewer than two events")
    if any(len(event.date) != 10 for event in ordered):
        raise ValueError("an event without a day")
    draw = _down if view.narrow else _across
    shapes, notes, points, height, size = draw(view, ordered, stretches)
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "marker": {"size": 15, "color": view.theme.main},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    layout = {
        "margin": {"l": 4, "r": 4, "t": 4, "b": 0},
        "xaxis": axis(view.theme, range=size[0], visible=False),
        "yaxis": axis(view.theme, range=size[1], visible=False),
        "shapes": shapes,
        "annotations": notes,
    }
    rows = [*ordered, *(each.row for each in stretches)]
    return finish(view, [trace], layout, rows=rows, height=height)


def _days(events: Sequence[Event]) -> list[date]:
    first, last = first_day(events[0].date), first_day(events[-1].date)
    return [first + timedelta(days=day) for day in range((last - first).days + 1)]


def _words(view: View, event: Event, width: int) -> str:
    name = view.render_plain(event.name)
    return f"<b>{format_date(event.date, view.language)}</b>{BREAK}{wrap(name, width)}"


def _note(view: View, words: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    return note(words, x, y, LABEL_SIZE, view.theme.ink, align="left") | more


def _line(colour: str, width: float, **ends: float) -> dict[str, Any]:
    return {"type": "line", "layer": "below", "line": {"color": colour, "width": width}} | ends


Drawn = tuple[list[dict[str, Any]], list[dict[str, Any]], list[tuple[float, float]], int, Any]


def _across(view: View, events: Sequence[Event], stretches: Sequence[Stretch]) -> Drawn:
    days, theme = _days(events), view.theme
    last, levels = len(days) - 1, len(events) - 1
    high, low = 70 + LEVEL * levels, -112 if stretches else -52
    shapes = [_line(theme.ink, 2, x0=0, x1=last, y0=0, y1=0)]
    notes, points = [], []
    for place, day in enumerate(days):
        shapes.append(_line(theme.context, 1, x0=place, x1=place, y0=0, y1=-7))
        notes += _day_name(view, day, place, begins=place == 0 or day.day == 1)
    for place, event in enumerate(events):
        x = _place(days, event)
        y = LEVEL * (levels - place) + 18
        shapes.append(_line(theme.context, 1, x0=x, x1=x, y0=0, y1=y))
        points.append((x, 0))
        side: dict[str, Any] = {"xanchor": "left", "xshift": -6}
        if x > last / 2:
            side = {"xanchor": "right", "xshift": 6, "align": "right"}
        side |= {"yanchor": "bottom", "bgcolor": theme.ground}
        notes.append(_note(view, _words(view, event, 44), x, y, **side))
    for stretch in stretches:
        start, end = _place(days, stretch.start), _place(days, stretch.end)
        shapes += _bracket(view, start, end, -64)
        words = _stretch(view, stretch, BREAK)
        notes.append(_note(view, words, (start + end) / 2, -70, yanchor="top", align="center"))
    return shapes, notes, points, high - low, ([-0.6, last + 0.6], [low, high])


def _bracket(view: View, start: int, end: int, y: float) -> list[dict[str, Any]]:
    colour, gap = view.theme.accent, 0.12
    return [
        _line(colour, 2, x0=start + gap, x1=end - gap, y0=y, y1=y),
        *(_line(colour, 2, x0=x, x1=x, y0=y, y1=y + 8) for x in (start + gap, end - gap)),
    ]


def _place(days: Sequence[date], event: Event) -> int:
    return days.index(first_day(event.date))


def _day_name(view: View, day: date, place: int, *, begins: bool) -> list[dict[str, Any]]:
    muted = {"font": {"size": SMALL_SIZE, "color": view.theme.muted}, "yanchor": "top"}
    names = [_note(view, str(day.day), place, -8, **muted)]
    if begins:
        month = format_date(day.isoformat()[:7], view.language)
        names.append(_note(view, month, place, -25, xanchor="left", xshift=-5, **muted))
    return names


def _stretch(view: View, stretch: Stretch, between: str) -> str:
    return f"{view.localize(stretch.row.label)}{between}<b>{view.format_value(stretch.row)}</b>"


def _down(view: View, events: Sequence[Event], stretches: Sequence[Stretch]) -> Drawn:
    days, theme = _days(events), view.theme
    shapes = [_line(theme.ink, 2, x0=AXIS, x1=AXIS, y0=0, y1=-DAY * (len(days) - 1))]
    notes, points, free = [], [], 14.0
    muted = {"font": {"size": SMALL_SIZE, "color": theme.muted}, "xanchor": "right"}
    canvas = int((view.canvas.width - AXIS - 20) / (LABEL_SIZE * half_width(view.language)))
    for place, day in enumerate(days):
        begins = place == 0 or day.day == 1
        written = format_day(day.isoformat(), view.language) if begins else str(day.day)
        shapes.append(
            _line(theme.context, 1, x0=AXIS - 7, x1=AXIS, y0=-DAY * place, y1=-DAY * place)
        )
        notes.append(_note(view, written, AXIS - 12, -DAY * place, **muted))
    for event in events:
        y = -DAY * _place(days, event)
        points.append((AXIS, y))
        top, words = min(y + 10, free), _words(view, event, canvas)
        notes.append(_note(view, words, AXIS + 14, top, xanchor="left", yanchor="top"))
        free = top - 20 * (words.count(BREAK) + 1) - 4
    for stretch in stretches:
        middle = -DAY * (_place(days, stretch.start) + _place(days, stretch.end)) / 2 - 16
        words = _stretch(view, stretch, BREAK)
        accent = {"font": {"size": LABEL_SIZE, "color": theme.accent}, "xanchor": "left"}
        notes.append(_note(view, f"↕ {words}", AXIS + 14, middle, **accent))
    low = min(-DAY * (len(days) - 1) - 16, free)
    return shapes, notes, points, int(14 - low), ([0, view.canvas.width], [low, 14])
