"""Names, dates, ground lines and the reader's guess on small multiples."""

from collections.abc import Iterable, Sequence
from typing import Any

from components.charts.chart import View
from components.charts.style import BREAK, columns_of, note
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure


def over(view: View, unit: str) -> float:
    """How far the axis goes beyond the longest bar: on a stage a unit stands under its number."""
    return 1.26 if view.staged and unit != "percent" else 1.12


def beside(view: View, rows: Sequence[Figure]) -> float:
    """How far the axis goes beyond the longest bar where numbers stand at the bars' ends."""
    longest = max(columns_of(view.format_value(row, bare=True)) for row in rows) * 8 + 8
    return max(1.3, 1 / max(0.3, 1 - longest / (view.canvas.width - 96)))


def title(view: View, name: str, x: float, y: float, anchor: str, shift: int = 0) -> dict[str, Any]:
    return note(
        f"<b>{view.label(name)}</b>",
        x,
        y,
        LABEL_SIZE + 1,
        view.theme.ink,
        xref="paper",
        yref="paper",
        xanchor=anchor,
        yanchor="bottom",
        xshift=shift,
        yshift=4,
    )


def base(view: View, mark: str, count: int) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": f"x{mark} domain",
        "yref": f"y{mark}",
        "x0": 0,
        "x1": 1,
        "y0": 0,
        "y1": 0,
        "line": {"color": view.theme.ink, "width": 1},
    }


def line(view: View, along: str, across: str, value: float, way: str) -> dict[str, Any]:
    line = {"color": view.theme.accent, "width": 2, "dash": "dash"}
    span = {"x0": 0, "x1": 1, "y0": value, "y1": value, "xref": along, "yref": across}
    if way == "v":
        span = {"y0": 0, "y1": 1, "x0": value, "x1": value, "yref": along, "xref": across}
    return {"type": "line", "line": line, "layer": "above" if view.staged else "below"} | span


def guess_note(view: View, xref: str, yref: str, value: float) -> dict[str, Any]:
    return note(
        view.step_text("your_guess"),
        0,
        value,
        SMALL_SIZE,
        view.theme.accent,
        xref=xref,
        yref=yref,
        xanchor="left",
        yanchor="bottom",
    )


def guess_above(view: View, xref: str, top: float, value: float, reach: float) -> dict[str, Any]:
    """The word above a guess that is drawn upright, turned inwards near the edge."""
    return guess_note(view, xref, "paper", top) | {
        "x": value,
        "xanchor": "right" if value > reach * 0.8 else "center",
        "yshift": 4,
    }


def dates(view: View, rows: Sequence[Figure]) -> list[str]:
    """Write the dates under bars: in lines that fit below them, shorter on a stage."""
    return _narrow_dates(view, rows) if view.staged else _full_dates(view, rows)


def foot(view: View, panels: Iterable[Sequence[str]]) -> int:
    """Give the pixels that the dates under the bars of several panels need."""
    deepest = max(words.count(BREAK) for dates in panels for words in dates)
    return 62 if view.staged or deepest > 1 else 44


def dates_beside(view: View, rows: Sequence[Figure]) -> list[str]:
    """Write the dates beside bars that lie: month and year, or the day where a month is twice."""
    written = []
    for words in _full_dates(view, rows):
        first, *others = words.split(BREAK)
        # Two lines are year and month; the third, in Japanese, is the day, then without the year.
        kept = others if len(others) > 1 else [first, *others]
        written.append(("" if view.language == "ja" else " ").join(kept))
    return written


def _full_dates(view: View, rows: Sequence[Figure]) -> list[str]:
    """Short dates under bars: year and month, and the day where a month stands twice."""
    months = [row.as_of[:7] for row in rows]
    written = []
    for row in rows:
        twice = months.count(row.as_of[:7]) > 1 and len(row.as_of) == 10
        words = format_date(row.as_of if twice else row.as_of[:7], view.language)
        if view.language == "ja":
            words = words.replace("年", f"年{BREAK}")
            written.append(words.replace("月", f"月{BREAK}") if twice else words)
        else:
            *day, month, year = words.split() if " " in words else ("", words)
            written.append(f"{' '.join([*day, month[:3]])}{BREAK}{year}".strip())
    return written


def _narrow_dates(view: View, rows: Sequence[Figure]) -> list[str]:
    """Dates for bars that stand close: month, day where it is needed, the year where it begins."""
    months_and_days = [_month_and_day(view, words) for words in _full_dates(view, rows)]
    high = max(len(lines) for lines in months_and_days)
    years = _first_years([row.as_of[:4] for row in rows])
    return [
        BREAK.join([*lines, *[""] * (high - len(lines)), year])
        for lines, year in zip(months_and_days, years, strict=True)
    ]


def _first_years(years: Sequence[str]) -> list[str]:
    """Keep each year where it begins; right beside another one it is short: two would touch."""
    written: list[str] = []
    for place, year in enumerate(years):
        if place and year == years[place - 1]:
            written.append("")
        else:
            written.append(f"’{year[2:]}" if place and written[-1] else year)
    return written


def _month_and_day(view: View, words: str) -> list[str]:
    if view.language == "ja":
        return [line for line in words.replace("月", f"月{BREAK}").split(BREAK)[1:] if line]
    day_and_month = words.split(BREAK)[0].split() if BREAK in words else []
    return [*day_and_month[-1:], *day_and_month[:-1]]
