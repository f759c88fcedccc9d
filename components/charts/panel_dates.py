"""Dates under and beside the bars of small multiples, as short as they can be told apart."""

from collections.abc import Iterable, Sequence

from components.charts.chart import View
from components.charts.text_width import BREAK
from components.data.dates import format_date
from components.data.records import Figure


def dates(view: View, rows: Sequence[Figure]) -> list[str]:
    """Write the dates under bars: in lines that fit below them, shorter on a stage."""
    return _narrow_dates(view, rows) if view.for_presenter else _full_dates(view, rows)


def foot(view: View, panels: Iterable[Sequence[str]]) -> int:
    """Give the pixels that the dates under the bars of several panels need."""
    deepest = max(words.count(BREAK) for dates in panels for words in dates)
    return 62 if view.for_presenter or deepest > 1 else 44


def dates_beside(view: View, rows: Sequence[Figure]) -> list[str]:
    """Write the dates beside bars that lie: month and year, or the day where a month is twice."""
    written = []
    for words in _full_dates(view, rows):
        first, *others = words.replace(f"FY{BREAK}", "FY").split(BREAK)
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
        if row.as_of.startswith("FY"):
            written.append(words.replace("年度", f"{BREAK}年度").replace("FY", f"FY{BREAK}"))
        elif view.language == "ja":
            words = words.replace("年", f"年{BREAK}")
            written.append(words.replace("月", f"月{BREAK}") if twice else words)
        else:
            *day, month, year = words.split() if " " in words else ("", words)
            written.append(f"{' '.join([*day, month[:3]])}{BREAK}{year}".strip())
    return written


def _narrow_dates(view: View, rows: Sequence[Figure]) -> list[str]:
    """Dates for bars that stand close: month, day where it is needed, the year where it begins."""
    months_and_days = [_month_and_day(view, words) for words in _full_dates(view, rows)]
    if rows[0].as_of.startswith("FY"):  # said once, above the first year
        months_and_days[0] = ["年度" if view.language == "ja" else "FY"]
    high = max(len(lines) for lines in months_and_days)
    years = _first_years([row.as_of.removeprefix("FY")[:4] for row in rows])
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
    if "FY" in words or "年度" in words:
        return []
    if view.language == "ja":
        return [line for line in words.replace("月", f"月{BREAK}").split(BREAK)[1:] if line]
    day_and_month = words.split(BREAK)[0].split() if BREAK in words else []
    return [*day_and_month[-1:], *day_and_month[:-1]]
