"""Day by day: every day between two dates has its place, and events stand at theirs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import LEFT, axis, finish, line, note
from components.charts.text_width import BREAK, line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.charts.traces import points
from components.data.dates import first_day, format_date, format_day
from components.data.records import Event, Figure
from components.text.cells import Row

DAY = 25  # pixels of a day on a phone, where days run down
AXIS = 80  # pixels from the left to the line of days on a phone
LEVEL = 66  # pixels between the words of two neighbouring events
BELOW = {"layer": "below"}


@dataclass(frozen=True)
class Stretch:
    """The days from one event to another, with the record of how many they are."""

    start: Event
    end: Event
    row: Figure


def day_by_day(view: View, events: Sequence[Event], *, stretches: Sequence[Stretch] = ()) -> Chart:
    """
    Draw every day from the first event to the last, evenly, with events and stretches between them.

    events are dated by day; stretches join two of them, do not overlap, and show their record's
    number of days. Days run to the right, on a phone down. No day is marked as a day off: records
    say which day an event was, not who worked. Raises ValueError with fewer than two events, or
    where an event has no day.
    """
    ordered = sorted(events, key=lambda event: event.date)
    if len(ordered) < 2:
        raise ValueError("fewer than two events")
    if any(len(event.date) != 10 for event in ordered):
        raise ValueError("an event without a day")
    draw = _down if view.narrow else _across
    drawn = draw(view, ordered, stretches)
    x, y = zip(*drawn.points, strict=True)
    layout = {
        "margin": {"l": 4, "r": 4, "t": 4, "b": 0},
        "xaxis": axis(view.theme, range=drawn.across, visible=False),
        "yaxis": axis(view.theme, range=drawn.down, visible=False),
        "shapes": drawn.shapes,
        "annotations": drawn.notes,
    }
    dots = points(x, y, {"size": 15, "color": view.theme.main})
    height = int(drawn.down[1] - drawn.down[0])
    rows: list[Row] = [*ordered, *(each.row for each in stretches)]
    return finish(view, [dots], layout, rows=rows, height=height)


def _days(events: Sequence[Event]) -> list[date]:
    first, last = first_day(events[0].date), first_day(events[-1].date)
    return [first + timedelta(days=day) for day in range((last - first).days + 1)]


def _words(view: View, event: Event, width: float) -> str:
    name = wrap_text(view.render_plain(event.name), width, LABEL_SIZE)
    return f"<b>{format_date(event.date, view.language)}</b>{BREAK}{name}"


def _note(view: View, words: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    return note(words, x, y, LABEL_SIZE, view.theme.ink, **({"align": "left"} | more))


@dataclass
class Drawn:
    """What stands on the line of days: its axes' ranges, shapes, words, and a dot an event."""

    across: tuple[float, float]
    down: tuple[float, float]
    shapes: list[dict[str, Any]]
    notes: list[dict[str, Any]] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)


def _across(view: View, events: Sequence[Event], stretches: Sequence[Stretch]) -> Drawn:
    days, theme = _days(events), view.theme
    last, levels = len(days) - 1, len(events) - 1
    high, low = 70 + LEVEL * levels, -112 if stretches else -52
    ground = line((0, last), (0, 0), theme.ink, 2, **BELOW)
    drawn = Drawn((-0.6, last + 0.6), (low, high), [ground])
    for place, day in enumerate(days):
        drawn.shapes.append(line((place, place), (0, -7), theme.context, **BELOW))
        drawn.notes += _day_name(view, day, place, begins=place == 0 or day.day == 1)
    for place, event in enumerate(events):
        x, y = _place(days, event), LEVEL * (levels - place) + 18
        drawn.shapes.append(line((x, x), (0, y), theme.context, **BELOW))
        drawn.points.append((x, 0))
        side: dict[str, Any] = {"xanchor": "left", "xshift": -6}
        if x > last / 2:
            side = {"xanchor": "right", "xshift": 6, "align": "right"}
        side |= {"yanchor": "bottom", "bgcolor": theme.ground}
        drawn.notes.append(_note(view, _words(view, event, 400), x, y, **side))
    for stretch in stretches:
        start, end = _place(days, stretch.start), _place(days, stretch.end)
        drawn.shapes += _bracket(view, start + 0.12, end - 0.12, -64)
        below = {"yanchor": "top", "align": "center"}
        drawn.notes.append(_note(view, _stretch(view, stretch), (start + end) / 2, -70, **below))
    return drawn


def _bracket(view: View, start: float, end: float, y: float) -> list[dict[str, Any]]:
    colour = view.theme.accent
    ends = (line((x, x), (y, y + 8), colour, 2, **BELOW) for x in (start, end))
    return [line((start, end), (y, y), colour, 2, **BELOW), *ends]


def _place(days: Sequence[date], event: Event) -> int:
    return days.index(first_day(event.date))


def _day_name(view: View, day: date, place: int, *, begins: bool) -> list[dict[str, Any]]:
    look, left = (SMALL_SIZE, view.theme.muted), {"align": "left", "yanchor": "top"}
    names = [note(str(day.day), place, -8, *look, **left)]
    if begins:
        month = format_date(day.isoformat()[:7], view.language)
        names.append(note(month, place, -25, *look, xanchor="left", xshift=-5, **left))
    return names


def _stretch(view: View, stretch: Stretch) -> str:
    return f"{view.localize(stretch.row.label)}{BREAK}<b>{view.format_value(stretch.row)}</b>"


def _down(view: View, events: Sequence[Event], stretches: Sequence[Stretch]) -> Drawn:
    days, theme, free = _days(events), view.theme, 14.0
    foot = -DAY * (len(days) - 1)
    ground = line((AXIS, AXIS), (0, foot), theme.ink, 2, **BELOW)
    drawn = Drawn((0, view.canvas.width), (foot, 14), [ground])
    for place, day in enumerate(days):
        begins, y = place == 0 or day.day == 1, -DAY * place
        written = format_day(day.isoformat(), view.language) if begins else str(day.day)
        drawn.shapes.append(line((AXIS - 7, AXIS), (y, y), theme.context, **BELOW))
        before = {"align": "left", "xanchor": "right"}
        drawn.notes.append(note(written, AXIS - 12, y, SMALL_SIZE, theme.muted, **before))
    for event in events:
        y = -DAY * _place(days, event)
        drawn.points.append((AXIS, y))
        top, words = min(y + 10, free), _words(view, event, view.canvas.width - AXIS - 20)
        drawn.notes.append(_note(view, words, AXIS + 14, top, xanchor="left", yanchor="top"))
        free = top - 20 * line_count(words) - 4
    for stretch in stretches:
        middle = -DAY * (_place(days, stretch.start) + _place(days, stretch.end)) / 2 - 16
        words = f"↕ {_stretch(view, stretch)}"
        drawn.notes.append(note(words, AXIS + 14, middle, LABEL_SIZE, theme.accent, **LEFT))
    drawn.down = (min(foot - 16, free), 14)
    return drawn
