"""Planned against actual periods, lane by lane, on real time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import axis, finish, hover, note
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import first_day, format_date
from components.data.records import Figure

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


def periods(rows: Sequence[Figure], *, lane: Sequence[str], status: str) -> list[Period]:
    """
    Pair start and end rows (dimension edge: edge_start, edge_end) into periods.

    lane names the dimensions that make a lane, status the one that tells plan from actual. A plan
    without a start of its own begins where the lane's first start does, if there is one.
    """
    starts = {
        tuple(row.dims[name] for name in lane): row.value
        for row in reversed(rows)
        if row.dims["edge"] == "edge_start"
    }
    return [
        Period(
            lane="|".join(row.dims[name] for name in lane),
            start=starts.get(tuple(row.dims[name] for name in lane), ""),
            end=row.value,
            row=row,
            is_actual=row.dims[status] == "actual",
        )
        for row in rows
        if row.dims["edge"] == "edge_end"
    ]


def deadlines(view: View, bars: Sequence[Period]) -> Chart:
    """
    Draw periods lane by lane: plans hollow, what came to be filled, deadlines as flags.

    Raises ValueError without periods.
    """
    if not bars:
        raise ValueError("no periods to draw")
    tops, total, lanes = _places(bars, NARROW_LANE if view.narrow else LANE, HEAD - 14)
    if view.canvas.height and total + 36 > view.canvas.height:
        tops, total, lanes = _fitted(bars, view.canvas.height - 36)
    days = [first_day(each) for bar in bars for each in (bar.start, bar.end) if each]
    first, last = min(days), max(days) + timedelta(days=31)
    canvas = (last - first) * (0.02 if view.narrow else 0.45 if view.staged else 0.3)
    shapes, notes = [], []
    for bar, top in zip(bars, tops, strict=True):
        shapes += _edge(view, bar, top)
        notes.append(_end(view, bar, top))
    for lane, top in lanes.items():
        notes.append(_lane_name(view, lane, top + 8))
    years = range(first.year, last.year + 1)
    layout = {
        "margin": {"l": 4, "r": 4, "t": 4, "b": 28},
        "xaxis": axis(
            view.theme,
            type="date",
            range=[(first - timedelta(days=20)).isoformat(), (last + canvas).isoformat()],
            tickvals=[f"{year}-01-01" for year in years],
            ticktext=[format_date(str(year), view.language) for year in years],
            showgrid=True,
        ),
        "yaxis": axis(view.theme, range=[-total, 0], visible=False),
        "shapes": shapes,
        "annotations": notes,
    }
    placed = list(zip(bars, tops, strict=True))
    traces = [_bars(view, placed), _flags(view, placed)]
    return finish(view, traces, layout, rows=[bar.row for bar in bars], height=total + 36)


def _fitted(bars: Sequence[Period], height: float) -> tuple[list[int], int, dict[str, int]]:
    """Bring rows and names nearer to each other until all stand in the height of a stage."""
    rows, names = len(bars), len({bar.lane for bar in bars})
    canvas = max(MIN_LANE, int((height - 6) / (rows + names)))
    return _places(bars, canvas, canvas, grows=False)


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


def _last_day(written: str) -> str:
    day = first_day(written)
    if len(written) == 7:
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return day.isoformat()


def _bars(view: View, placed: Sequence[tuple[Period, int]]) -> dict[str, Any]:
    """Periods as bars that begin at their first day."""
    theme = view.theme
    spans = [(bar, top) for bar, top in placed if bar.start]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [first_day(bar.start).isoformat() for bar, _ in spans],
        "x": [_days(bar) * DAY for bar, _ in spans],
        "y": [-top - 15 for _, top in spans],
        "width": 18,
        "marker": {
            "color": [theme.main if bar.is_actual else theme.ground for bar, _ in spans],
            "line": {"color": theme.main, "width": [2 * bar.is_actual for bar, _ in spans]},
        },
        "ids": [bar.row.id for bar, _ in spans],
        "hovertemplate": [hover(view, bar.row) for bar, _ in spans],
    }


def _days(bar: Period) -> int:
    return (date.fromisoformat(_last_day(bar.end)) - first_day(bar.start)).days


def _flags(view: View, placed: Sequence[tuple[Period, int]]) -> dict[str, Any]:
    """What a pointer meets where a deadline has no bar."""
    flags = [(bar, top) for bar, top in placed if not bar.start]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_last_day(bar.end) for bar, _ in flags],
        "y": [-top - 14 for _, top in flags],
        "marker": {"size": 16, "opacity": 0},
        "hovertemplate": [hover(view, bar.row) for bar, _ in flags],
    }


def _edge(view: View, bar: Period, top: int) -> list[dict[str, Any]]:
    """A deadline as a flag; round a planned period the dashes that a bar's own edge cannot have."""
    theme = view.theme
    end = _last_day(bar.end)
    if not bar.start:
        line = {"color": theme.main, "width": 4 if bar.is_actual else 2}
        dash = {} if bar.is_actual else {"dash": "dot"}
        return [
            {
                "type": "line",
                "x0": end,
                "x1": end,
                "y0": -top - 4,
                "y1": -top - 26,
                "line": line | dash,
            }
        ]
    if bar.is_actual:
        return []
    start = first_day(bar.start).isoformat()
    return [
        {
            "type": "rect",
            "x0": start,
            "x1": end,
            "y0": -top - 6,
            "y1": -top - 24,
            "line": {"color": theme.main, "width": 2, "dash": "dash"},
        }
    ]


def _end(view: View, bar: Period, top: int) -> dict[str, Any]:
    status = view.label(bar.row.dims.get("status", ""))
    # On a phone there is no room beside a bar, so the words stand above it.
    beside = {"x": _last_day(bar.end), "y": -top - 15, "xshift": 6}
    above = {"x": 0, "xref": "paper", "y": -top + 6}
    return (above if view.narrow else beside) | {
        "text": f"{status} <b>{format_date(bar.end, view.language)}</b>",
        "xanchor": "left",
        "showarrow": False,
        "bgcolor": view.theme.ground,  # no line of a year runs through the words
        "font": {"size": SMALL_SIZE + 1, "color": view.theme.ink},
    }


def _lane_name(view: View, lane: str, top: int) -> dict[str, Any]:
    words = [view.label(code) for code in lane.split("|")]
    return note(
        f"<b>{'　'.join(words)}</b>",
        0,
        -top,
        LABEL_SIZE,
        view.theme.ink,
        xref="paper",
        xanchor="left",
        yanchor="top",
    )
