"""An axis of real time that leaves room for the words left and right of the points."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from components.charts.chart import View
from components.charts.style import axis
from components.charts.text_width import BREAK, columns_width, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

EARLY = 200  # days: a series that ends sooner than that before the others is named to its left
VALUE = 130  # pixels that a line of a value may take
MOST = 0.5  # of the width, which words right of the lines may take
BESIDE = 14  # pixels between a point and the words beside it, and at their end


def iso(ordinal: float) -> str:
    """Write a day count as an ISO date."""
    return date.fromordinal(int(ordinal)).isoformat()


def of_years(
    view: View, span: Sequence[str], years: Iterable[int], **settings: Any
) -> dict[str, Any]:
    """Give an axis of time that spans two ISO dates, with a tick at the first day of years."""
    listed = list(years)
    ticks = {
        "tickvals": [f"{year}-01-01" for year in listed],
        "ticktext": [format_date(str(year), view.language) for year in listed],
    }
    return axis(view.theme, type="date", range=list(span), **(ticks | settings))


def axis_for(
    view: View, series: Mapping[str, Sequence[Figure]], named: Sequence[str], *, margin: int
) -> dict[str, Any]:
    """
    Give the axis of series of records, ticks at the years.

    The value of each record named by id or date stands to the left of its point; the last value of
    a series, with the series' name where there are several, to the right. margin are the pixels
    left and right of the plot together.
    """
    rows = [row for each in series.values() for row in each]
    first, last = min(row.day for row in rows), max(row.day for row in rows)
    span, width = (last - first).days or 1, view.canvas.width - margin
    after = width * (0.26 if view.narrow else 0.19 if view.for_presenter else 0.135)
    for name, each in series.items():
        end = max((row for row in each if row.number is not None), key=lambda row: row.day)
        if (last - end.day).days <= EARLY:
            words = end_words(view, name, end, several=len(series) > 1)
            after = max(after, text_width(words, LABEL_SIZE) + BESIDE)
    after = min(after, width * MOST)
    before = width * 0.025
    for row in rows:
        share = (row.day - first).days / span
        # The very first value stands to the right of its point.
        if {row.id, row.as_of} & set(named) and row.number is not None and 0 < share < 1:
            wide = text_width(value(view, row), LABEL_SIZE) + BESIDE / 2
            before = max(before, (wide - share * (width - after)) / (1 - share))
    before = min(before, width * MOST / 2)
    day = (width - after - before) / span
    names = text_width(format_date(str(last.year), view.language), SMALL_SIZE) + BESIDE
    every = next(each for each in (1, 2, 3, 5, 10, 100) if each * 365 * day >= names)
    return of_years(
        view,
        [iso(first.toordinal() - before / day), iso(last.toordinal() + after / day)],
        range(first.year, last.year + 1, every),
        tickangle=0,
        ticks="outside",
        tickcolor=view.theme.rule,
        showline=True,
        linecolor=view.theme.ink,
    )


def value(view: View, row: Figure) -> str:
    """Write a value for its place beside a point, on a phone in two lines where it is long."""
    written = view.format_value(row, bare=True)
    return wrap_text(written, VALUE, LABEL_SIZE) if view.narrow else written


def named(view: View, name: str) -> str:
    """Give a series' name: one of the step's words, or a label."""
    return view.step_text(name) if name in view.words else view.label(name)


def end_words(view: View, name: str, row: Figure, *, several: bool) -> str:
    """Write a series' last value, under its name where there are several."""
    words = f"<b>{wrap_text(view.format_value(row, bare=True), VALUE, LABEL_SIZE)}</b>"
    if not several:
        return words
    columns = 12 if view.narrow or view.for_presenter else 20
    return f"{wrap_text(named(view, name), columns_width(columns, view.language))}{BREAK}{words}"
