"""Amounts of years in panels one above the other, each on a scale of its own: never divided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from components.charts import value_axis
from components.charts.chart import Chart, View
from components.charts.columns import DAY
from components.charts.series import Bars, one_axis
from components.charts.style import LEFT, finish, line, note
from components.charts.text_width import text_width
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.charts.time_axis import of_years
from components.data.dates import first_day, last_day
from components.data.records import Figure

PANEL, HEAD = 190, 30  # pixels of a panel, and of its name above it
Span = tuple[date, date]


def over_years(view: View, panels: Mapping[str, Sequence[Figure]]) -> Chart:
    """
    Draw each panel's records as columns over the time they cover, on one axis of time.

    panels are records of one measure each, by their name (one of the step's words); their as-of is
    a year, a fiscal year or a span. Panels share nothing but the time: each has its own unit and
    its own scale from zero. Raises ValueError without rows, for a gap, and for measures that may
    not share an axis in one panel.
    """
    for rows in panels.values():
        one_axis(rows)
    drawn = [row for rows in panels.values() for row in rows]
    spans = {row.id: _span(row) for row in drawn}
    low = min(start for start, _ in spans.values()) - timedelta(days=20)
    high = max(end for _, end in spans.values()) + timedelta(days=20)
    tops = {name: max(row.number or 0 for row in rows) * 1.2 for name, rows in panels.items()}
    scales = {name: value_axis.words(view, top) for name, top in tops.items()}
    height = view.canvas.height or len(panels) * (PANEL + HEAD) + 28
    head = HEAD / (height - 28)
    layout: dict[str, Any] = {
        "margin": {"l": max(map(value_axis.width, scales.values())), "r": 8, "t": 0, "b": 28}
    }
    edge = 4 - layout["margin"]["l"]  # names begin where the numbers of the axis do
    bars, notes, shapes = [], [], []
    for place, (name, rows) in enumerate(panels.items()):
        mark = str(place + 1) if place else ""
        foot, roof = 1 - (place + 1) / len(panels), 1 - place / len(panels) - head
        shown = place == len(panels) - 1
        layout[f"xaxis{mark}"] = _years(view, low, high, anchor=f"y{mark}", visible=shown)
        layout[f"yaxis{mark}"] = value_axis.amounts(
            view, tops[name], scales[name], domain=[foot + head * 0.3 * (not shown), roof]
        ) | {"anchor": f"x{mark}"}
        bars.append(_columns(view, rows, spans, (f"x{mark}", f"y{mark}"), place))
        notes += _highest(view, bars[-1])
        words = f"<b>{view.step_text(name)}</b>"
        paper = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 6, "xshift": edge}
        notes.append(note(words, 0, roof, LABEL_SIZE, view.theme.ink, **paper, **LEFT))
        ground = {"xref": f"x{mark} domain", "yref": f"y{mark}"}
        shapes.append(line((0, 1), (0, 0), view.theme.ink, **ground))
    layout |= {"annotations": notes, "shapes": shapes}
    return finish(view, bars, layout, rows=drawn, height=height)


def _span(row: Figure) -> Span:
    return first_day(row.as_of), last_day(row.as_of)


def _years(view: View, low: date, high: date, **settings: Any) -> dict[str, Any]:
    apart = 2 if view.narrow else 1
    years = [year for year in range(low.year + 1, high.year + 1) if year % apart == 0]
    outside = {"tickangle": 0, "ticks": "outside", "tickcolor": view.theme.rule}
    return of_years(view, [low.isoformat(), high.isoformat()], years, **(outside | settings))


def _columns(
    view: View, rows: Sequence[Figure], spans: Mapping[str, Span], axes: tuple[str, str], place: int
) -> Bars:
    covered = [spans[row.id] for row in rows]
    years = [start.year for start, _ in covered]
    colour = view.theme.others[0] if place else view.theme.main
    return Bars(
        rows,
        [row.number for row in rows],
        [(start + (end - start) / 2).isoformat() for start, end in covered],
        [colour] * len(rows),
        [(end - start).days * DAY * 0.78 for start, end in covered],
        [year - min(years) for year in years],
        axes=axes,
        written=_written(view, rows, len({start.year for start, _ in spans.values()})),
        font={"size": SMALL_SIZE, "color": view.theme.ink},
    )


def _written(view: View, rows: Sequence[Figure], years: int) -> list[str]:
    """Write each value over its column; none where they would meet."""
    words = [view.format_value(row) for row in rows]
    room = (view.canvas.width - 60) / years
    return words if max(text_width(each, SMALL_SIZE) for each in words) < room else []


def _highest(view: View, bars: Bars) -> list[dict[str, Any]]:
    """Write the highest value over its column where there is no room for all."""
    if bars.written:
        return []
    place = max(range(len(bars.rows)), key=lambda each: bars.rows[each].number or 0)
    row, (x, y) = bars.rows[place], bars.axes
    above = {"xref": x, "yref": y, "yanchor": "bottom"}
    words = view.format_value(row)
    return [note(words, bars.places[place], row.number, SMALL_SIZE, view.theme.ink, **above)]
