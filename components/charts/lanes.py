"""What happened in real time: a row an event or a stretch of time, in lanes on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.text_width import line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.charts.time_axis import named
from components.charts.traces import points
from components.data.dates import first_day, format_date
from components.data.records import Event
from components.data.today import outcome_label

EDGE = 10  # pixels left and right of the scale
BESIDE = 14  # pixels between a mark and its words
LEAST = 190  # pixels for words beside a mark; with less they stand above it
BAR = 14  # pixels of a stretch
FOOT = 24  # pixels for the years
TRACK = 20  # pixels of a row's line on a phone


@dataclass(frozen=True)
class Stretch:
    """The time from one event to another, named by one of the step's words; a plan ends it open."""

    name: str
    start: Event
    end: Event


Item = Event | Stretch


@dataclass(frozen=True)
class _Row:
    """An item with its place on the scale, its words in lines, and where they stand."""

    item: Item
    left: float
    right: float
    words: str
    side: str  # left, right or above
    title: str  # of the lane, where the row is its first
    height: float


def over_time(
    view: View, lanes: Mapping[str, Sequence[Item]], *, highlight: Sequence[str] = ()
) -> Chart:
    """
    Draw events as dots and stretches as bars at real distances in time, a row each.

    lanes are items by the step's word or label for the lane ("" for none). What was planned is
    hollow, and says what came of it; a stretch that ends with a plan is dashed. highlight are ids
    of events in the accent colour. On a phone the words stand above the marks; on a stage a long
    chart comes on pages. Raises ValueError without items.

    >>> over_time(view, {"told": view.dataset.get_events("ev_basic_policy", "ev_issuing_ends")})
    """
    rows = _rows(view, lanes)
    if not rows:
        raise ValueError("no events to draw")
    height = view.canvas.height and view.canvas.height - FOOT - 8
    heights = [row.height + (_title_height(view) if row.title else 0) for row in rows]
    parts = pages(heights, height)
    drawing, shown = Drawing(view, used=4), rows[wanted(view, parts)]
    for row in shown:
        _draw(drawing, row, highlight)
    _years(drawing, _scale(view, lanes), drawing.used)
    drawing.used += FOOT
    records = {
        each.id: each
        for row in shown
        for each in ([row.item] if isinstance(row.item, Event) else [row.item.start, row.item.end])
    }
    return drawing.chart(list(records.values()), page_count=len(parts))


def _size(view: View) -> int:
    return SMALL_SIZE if view.for_presenter else LABEL_SIZE


def _title_height(view: View) -> int:
    return 20 if view.for_presenter else 26


def _days(item: Item) -> tuple[date, date]:
    if isinstance(item, Event):
        return first_day(item.date), first_day(item.date)
    return first_day(item.start.date), first_day(item.end.date)


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date
    width: float

    def x(self, day: date) -> float:
        return EDGE + (day - self.first) / (self.last - self.first) * (self.width - 2 * EDGE)


def _scale(view: View, lanes: Mapping[str, Sequence[Item]]) -> _Scale:
    days = [day for items in lanes.values() for item in items for day in _days(item)]
    first, last = min(days), max(days)
    return _Scale(date(first.year, 1, 1), date(last.year + 1, 1, 1), view.canvas.width)


def _rows(view: View, lanes: Mapping[str, Sequence[Item]]) -> list[_Row]:
    if not any(lanes.values()):
        return []
    scale, rows = _scale(view, lanes), []
    for name, items in lanes.items():
        title = named(view, name) if name else ""
        for item in sorted(items, key=lambda each: _days(each)[0]):
            rows.append(_row(view, scale, item, title))
            title = ""
    return rows


def _row(view: View, scale: _Scale, item: Item, title: str) -> _Row:
    left, right = (scale.x(day) for day in _days(item))
    size, line = _size(view), _size(view) + 5
    before, after = left - BESIDE, view.canvas.width - right - BESIDE
    words = _words(view, item)
    fits = text_width(words, size, typical=True) <= after
    side, room = ("right", after) if fits or after >= before else ("left", before)
    if view.narrow or room < LEAST:
        side, room = "above", view.canvas.width - 4
    words = wrap_text(words, room, size)
    high = line * line_count(words) + (TRACK if side == "above" else 6)
    return _Row(item, left, right, words, side, title, max(high, BAR + 8))


def _words(view: View, item: Item) -> str:
    if isinstance(item, Stretch):
        ends = [format_date(each.date, view.language) for each in (item.start, item.end)]
        joined = "〜" if view.language == "ja" else " – "
        said = f"{view.step_text(item.name)}　{joined.join(ends)}"
        plan = item.end
    else:
        name, plan = view.render_plain(item.name), item
        said = f"{format_date(item.date, view.language)}　{name}"
    return view.aside(said, view.label(outcome_label(plan))) if plan.is_plan else said


def _draw(drawing: Drawing, row: _Row, highlight: Sequence[str]) -> None:
    view, theme, size = drawing.view, drawing.view.theme, _size(drawing.view)
    if row.title:
        drawing.text(row.title, 0, drawing.used + 2, size, theme.muted, bold=True)
        drawing.used += _title_height(view)
    top, high = drawing.used, row.height
    middle = top + (high - TRACK / 2 - 2 if row.side == "above" else high / 2)
    drawing.rule(middle)
    if row.side == "above":
        drawing.text(row.words, 0, top, size)
    else:
        right, ground = row.side == "right", theme.ground
        x, at = (row.right + BESIDE, "left") if right else (row.left - BESIDE, "right")
        drawing.text(row.words, x, middle, size, at=f"middle {at}", bgcolor=ground, borderpad=1)
    _mark(drawing, row, middle, highlight)
    drawing.used += high


def _mark(drawing: Drawing, row: _Row, middle: float, highlight: Sequence[str]) -> None:
    theme, item = drawing.view.theme, row.item
    event = item.end if isinstance(item, Stretch) else item
    colour = theme.accent if event.id in highlight else theme.main
    fill = theme.ground if event.is_plan else colour
    if isinstance(item, Stretch):
        box = {"fill": fill, "edge": colour, "dash": "dash" if event.is_plan else "solid"}
        width = max(row.right - row.left, 4)
        drawing.box(row.left, middle - BAR / 2, width, BAR, edge_width=2, **box)
    else:
        # A marker stays round where a stage stretches the drawing.
        marker = {"size": 12, "color": fill, "line": {"width": 2.5, "color": colour}}
        dot = points([row.left], [-middle], marker)
        drawing.traces.append(dot | {"cliponaxis": False})


def _years(drawing: Drawing, scale: _Scale, foot: float) -> None:
    """Rule the first day of each year, and name as many years as there is room for."""
    view, theme = drawing.view, drawing.view.theme
    years = range(scale.first.year, scale.last.year + 1)
    room = (scale.width - 2 * EDGE) / max(len(years) - 1, 1)
    wide = text_width(format_date(str(scale.first.year), view.language), SMALL_SIZE) + 8
    every = next(each for each in (1, 2, 3, 5, 10, 100) if room * each >= wide)
    marks, drawing.shapes = drawing.shapes, []
    drawing.rule(foot + 2, theme.ink)
    for year in years:
        x = scale.x(date(year, 1, 1))
        drawing.line((x, 0), (x, foot + 6), theme.rule)
        if (year - scale.first.year) % every == 0 and year < scale.last.year:
            name = format_date(str(year), view.language)
            drawing.text(name, x + 3, foot + 6, SMALL_SIZE, theme.muted)
    drawing.shapes += marks
