"""Stages that several things passed in the same weeks: those that went together share a lane."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.text_width import BREAK, line_count, text_width, wrap_text
from components.charts.themes import SMALL_SIZE
from components.charts.traces import points
from components.data.dates import format_date, format_day
from components.data.records import Figure

EDGE = 10  # pixels left and right of the scale
WORDS = 42  # pixels above and below a lane's line, for a stage and its day
TRACK = 22  # pixels of the line itself
GAP = 14  # pixels between two lanes
DOT, BESIDE = 11, 8  # pixels of a dot, and between the words of two stages
AFTER = timedelta(days=14)  # of the scale behind the last stage


@dataclass(frozen=True)
class _Scale:
    """Days as pixels, from the first day of a month."""

    first: date
    last: date
    width: float

    def x(self, day: date) -> float:
        return EDGE + (day - self.first) / (self.last - self.first) * (self.width - 2 * EDGE)


def by_day(view: View, passages: Mapping[str, Sequence[Figure]], *, stage: str) -> Chart:
    """
    Draw the days on which each thing passed its stages as dots on one scale of months.

    passages are records whose values are ISO days, by the label of what passed; stage is their
    dimension that says which stage, one of the step's words. What passed all stages on the same
    days shares a lane, named by all of it. Where a lane differs from the first its
    dots are of the accent. Stages stand above and below the line in turn. Raises ValueError
    without records.

    >>> by_day(view, {"bill_basic": rows}, stage="passage")
    """
    lanes: dict[tuple[str, ...], list[str]] = {}
    for name, rows in passages.items():
        lanes.setdefault(tuple(row.value for row in rows), []).append(name)
    if not any(lanes):
        raise ValueError("no stages to draw")
    days = [date.fromisoformat(value) for lane in lanes for value in lane]
    drawing = Drawing(view, used=4)
    scale = _Scale(min(days).replace(day=1), max(days) + AFTER, drawing.width)
    usual = next(iter(lanes))
    for names in lanes.values():
        _lane(drawing, scale, names, passages[names[0]], stage=stage, usual=usual)
    _months(drawing, scale)
    return drawing.chart([row for rows in passages.values() for row in rows])


def _lane(
    drawing: Drawing,
    scale: _Scale,
    names: Sequence[str],
    rows: Sequence[Figure],
    *,
    stage: str,
    usual: Sequence[str],
) -> None:
    view, theme = drawing.view, drawing.view.theme
    joined = ("・" if view.language == "ja" else ", ").join(view.label(name) for name in names)
    drawing.paragraph(joined, bold=True, after=2)
    middle = drawing.used + WORDS + TRACK / 2
    x = [scale.x(date.fromisoformat(row.value)) for row in rows]
    drawing.line((x[0], middle), (x[-1], middle), theme.main, 3)
    free: list[float] = [drawing.width] * 2  # where words to the right begin, below and above
    for place in reversed(range(len(rows))):
        row, above = rows[place], place % 2
        colour = theme.accent if row.value != usual[place] else theme.main
        marker = {"size": DOT, "color": colour, "line": {"width": 1, "color": theme.ground}}
        drawing.traces.append(points([x[place]], [-middle], marker, _told(view, row, stage)))
        words = f"{view.step_text(row.dims[stage])}{BREAK}{format_day(row.value, view.language)}"
        wide = text_width(words, SMALL_SIZE)
        left = max(min(x[place] - wide / 2, free[above] - wide), 0)
        free[above] = left - BESIDE
        y, at = middle + TRACK / 2 * (-1 if above else 1), "bottom" if above else "top"
        drawing.text(words, left + wide / 2, y, SMALL_SIZE, at=f"{at} center")
    drawing.used = middle + TRACK / 2 + WORDS + GAP


def _told(view: View, row: Figure, stage: str) -> str:
    """Say on touch what the label leaves out: the year, and who reported it."""
    day = format_date(row.value, view.language)
    words = f"{view.step_text(row.dims[stage])}　<b>{day}</b>"
    return f"{words}{BREAK}{view.localize(row.source.publisher)}<extra></extra>"


def _months(drawing: Drawing, scale: _Scale) -> None:
    """Rule the first day of each month through all lanes, and name the months."""
    view, theme = drawing.view, drawing.view.theme
    marks, drawing.shapes = drawing.shapes, []
    drawing.rule(drawing.used, theme.ink)
    day, lines = scale.first, 1
    while day < scale.last:
        x, after = scale.x(day), (day + timedelta(days=32)).replace(day=1)
        drawing.line((x, 0), (x, drawing.used + 5), theme.rule)
        name = format_date(day.isoformat()[:7], view.language)
        name = wrap_text(name, scale.x(min(after, scale.last)) - x - BESIDE, SMALL_SIZE)
        drawing.text(name, x + 3, drawing.used + 4, SMALL_SIZE, theme.muted)
        day, lines = after, max(lines, line_count(name))
    drawing.shapes += marks
    drawing.used += 8 + lines * (SMALL_SIZE + 5)
