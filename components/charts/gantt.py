"""Planned against actual periods, lane by lane, on real time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from components.charts.chart import Chart, View
from components.charts.series import Bars
from components.charts.style import axis, finish, line, note, rect
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.charts.time_axis import of_years
from components.charts.traces import hover, points
from components.data.dates import first_day, format_date, last_day
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

HEAD, LANE, NARROW_LANE, MIN_LANE = 46, 44, 56, 20
DAY = 86_400_000  # milliseconds, in which Plotly counts the length of a bar on a time axis


@dataclass(frozen=True)
class Period:
    """A bar from start to end (ISO dates); without a start it is a deadline, drawn as a flag."""

    lane: str
    start: str
    end: str
    row: Figure
    is_actual: bool


def deadlines(view: View, rows: pd.DataFrame, *, lane: Sequence[str], status: str) -> Chart:
    """
    Draw periods lane by lane: plans hollow, what came to be filled, deadlines as flags.

    - rows: a frame of dates (Dataset.series) with the columns edge (edge_start, edge_end), those
      of lane, and that of status
    - lane: the columns whose codes make a lane; status: the one that tells plan from "actual"

    Each end makes a period; one without a start of its own begins where the lane's first start
    does, and without any it is a flag. Raises ValueError where no row is an end.
    """
    bars = _periods(view.figures(rows), lane, status)
    if not bars:
        raise ValueError("no periods to draw")
    tops, total, lanes = _places(bars, NARROW_LANE if view.narrow else LANE, HEAD - 14)
    row = 0  # pixels of a row where all rows, of bars and of names, are even
    if view.canvas.height and total + 36 > view.canvas.height:
        row = max(MIN_LANE, int((view.canvas.height - 42) / (len(bars) + len(lanes))))
        tops, total, lanes = _places(bars, row, row, grows=False)
    days = [first_day(each) for bar in bars for each in (bar.start, bar.end) if each]
    first, last = min(days), max(days) + timedelta(days=31)
    room = (last - first) * (0.02 if view.narrow else 0.45 if view.for_presenter else 0.3)
    span = [(first - timedelta(days=20)).isoformat(), (last + room).isoformat()]
    placed = list(zip(bars, tops, strict=True))
    layout = {
        "margin": {"l": 4, "r": 4, "t": 4, "b": 28},
        "xaxis": of_years(view, span, range(first.year, last.year + 1), showgrid=True),
        "yaxis": axis(view.theme, range=[-total, 0], visible=False),
        "shapes": [edge for each in placed for edge in _edge(view, *each)],
        "annotations": [
            *(_end(view, *each) for each in placed),
            *(_lane_name(view, lane, top + 8) for lane, top in lanes.items()),
        ],
    }
    rows_drawn = [bar.row for bar in bars]
    traces = (_bars(view, placed, row), _flags(view, placed))
    return finish(view, traces, layout, rows=rows_drawn, height=total + 36)


def _periods(rows: Sequence[Figure], lane: Sequence[str], status: str) -> list[Period]:
    """Pair start and end rows into periods."""
    lanes = {row.id: "|".join(row.dims[name] for name in lane) for row in rows}
    starts = {
        lanes[row.id]: row.value for row in reversed(rows) if row.dims["edge"] == "edge_start"
    }
    return [
        Period(
            lane=lanes[row.id],
            start=starts.get(lanes[row.id], ""),
            end=row.value,
            row=row,
            is_actual=row.dims[status] == "actual",
        )
        for row in rows
        if row.dims["edge"] == "edge_end"
    ]


def _places(
    bars: Sequence[Period], canvas: int, head: int, *, grows: bool = True
) -> tuple[list[int], int, dict[str, int]]:
    tops, lanes, used = [], {}, 0
    for bar in bars:
        if bar.lane not in lanes:
            lanes[bar.lane] = used
            used += head + (canvas - LANE) * grows
        tops.append(used)
        used += canvas
    return tops, used + 6, lanes


def _bars(view: View, placed: Sequence[tuple[Period, int]], row: int) -> Bars:
    """Periods as bars that begin at their first day."""
    theme = view.theme
    spans = [(bar, top) for bar, top in placed if bar.start]
    days = [last_day(bar.end) - first_day(bar.start) for bar, _ in spans]
    return Bars(
        [bar.row for bar, _ in spans],
        [each.days * DAY for each in days],
        [-top - 15 for _, top in spans],
        [theme.main if bar.is_actual else theme.ground for bar, _ in spans],
        18,
        [-top // row for _, top in spans] if row else None,
        lying=True,
        starts=[first_day(bar.start).isoformat() for bar, _ in spans],
        edge=[theme.main] * len(spans),
        edge_width=[2 * bar.is_actual for bar, _ in spans],
    )


def _flags(view: View, placed: Sequence[tuple[Period, int]]) -> dict[str, Any]:
    """What a pointer meets where a deadline has no bar."""
    flags = [(bar, top) for bar, top in placed if not bar.start]
    ends = [last_day(bar.end).isoformat() for bar, _ in flags]
    hovers = (hover(view, bar.row) for bar, _ in flags)
    return points(ends, [-top - 14 for _, top in flags], {"size": 16, "opacity": 0}, *hovers)


def _edge(view: View, bar: Period, top: int) -> list[dict[str, Any]]:
    """A deadline as a flag; round a planned period the dashes that a bar's own edge cannot have."""
    colour, end = view.theme.main, last_day(bar.end).isoformat()
    if not bar.start:
        width, dash = (4, {}) if bar.is_actual else (2, {"dash": "dot"})
        return [line((end, end), (-top - 4, -top - 26), colour, width, **dash)]
    if bar.is_actual:
        return []
    start = first_day(bar.start).isoformat()
    return [rect((start, end), (-top - 6, -top - 24), "", colour, 2, dash="dash")]


def _end(view: View, bar: Period, top: int) -> dict[str, Any]:
    status, end = view.label(bar.row.dims.get("status", "")), last_day(bar.end).isoformat()
    words = f"{status} <b>{format_date(bar.end, view.language)}</b>"
    # No line of a year runs through the words. On a phone there is no room beside a bar.
    look = (SMALL_SIZE + 1, view.theme.ink)
    place = {"xanchor": "left", "bgcolor": view.theme.ground}
    if view.narrow:
        return note(words, 0, -top + 6, *look, xref="paper", **place)
    return note(words, end, -top - 15, *look, xshift=6, **place)


def _lane_name(view: View, lane: str, top: int) -> dict[str, Any]:
    words = "　".join(view.label(code) for code in lane.split("|"))
    corner = {"xref": "paper", "xanchor": "left", "yanchor": "top"}
    return note(f"<b>{words}</b>", 0, -top, LABEL_SIZE, view.theme.ink, **corner)
