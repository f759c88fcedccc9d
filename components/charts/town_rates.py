"""Issue rates of municipalities: through time, and beside those of like size."""

from collections.abc import Sequence
from typing import Any

from components.charts import bars, lines
from components.charts.chart import Chart, View
from components.charts.style import line, note
from components.charts.themes import SMALL_SIZE
from components.data.dates import format_date
from components.data.municipalities import (
    CARDS,
    RATE,
    RESIDENTS,
    Municipality,
    base_date,
    of_like_size,
)
from components.data.records import Event, Figure
from components.data.standings import country, prefecture

COUNTRY = "prefecture_all"


def over_time(
    view: View, codes: Sequence[str], date: str = "", marks: Sequence[Event] = ()
) -> Chart:
    """
    Draw the issue rates of municipalities over all dates, with prefecture and country beside.

    - codes: municipalities, the reader's own first; its prefecture is the one drawn
    - date: a date to mark, if not the last
    - marks: events drawn as thin rules with their names

    Raises KeyError for an unknown code.
    """
    dates = view.dataset.wide_tables[CARDS].dates
    home, marked = view.dataset.municipalities[codes[0]].prefecture, date in dates[:-1]
    series: dict[str, Sequence[Figure]] = {
        _name(view, code, codes): _rates(view, code) for code in codes
    }
    series[view.label(home)] = prefecture(view.dataset, home)
    series[view.label(COUNTRY)] = [country(view.dataset, day) for day in dates]
    return lines.draw(
        view,
        series,
        marks=marks,
        levels=[line((date, date), (0, 1), view.theme.ink, 1, yref="paper")] if marked else (),
        words=[_day(view, date)] if marked else (),
        context=(view.label(home), view.label(COUNTRY)),
    )


def like_size(view: View, code: str, date: str) -> Chart:
    """
    Draw a municipality among those of its size at a date, the highest rate first.

    Raises KeyError for an unknown code or date.
    """
    dataset = view.dataset
    near = [dataset.municipalities[code], *of_like_size(dataset, code)]
    found = [(dataset.figure(f"{RATE}.{each.code}.{date}"), each) for each in near]
    ranked = sorted(found, key=lambda pair: -(pair[0].number or 0))
    names = [_sized(view, each, date) for _, each in ranked]
    return bars.draw(view, [row for row, _ in ranked], names, [found[0][0].id], limit=100)


def _sized(view: View, town: Municipality, when: str) -> str:
    """Name a municipality with the residents that stand under its rate."""
    residents = view.dataset.figure(f"{RESIDENTS}.{town.code}.{base_date(when)}")
    return f"{view.localize(town.full_name(view.dataset))}　{view.format_value(residents)}"


def _day(view: View, date: str) -> dict[str, Any]:
    """Name the date that is marked, at the foot of its line."""
    words, near = format_date(date, view.language), {"xanchor": "left", "yanchor": "bottom"}
    return note(words, date, 0, SMALL_SIZE, view.theme.ink, **near, xshift=4, yshift=1)


def _name(view: View, code: str, codes: Sequence[str]) -> str:
    """Name a municipality, with its prefecture where another has the same name."""
    towns = view.dataset.municipalities
    name = view.localize(towns[code].short_name)
    if [view.localize(towns[each].short_name) for each in codes].count(name) == 1:
        return name
    return view.localize(towns[code].full_name(view.dataset))


def _rates(view: View, code: str) -> list[Figure]:
    return [
        view.dataset.figure(f"{RATE}.{code}.{date}")
        for date in view.dataset.wide_tables[CARDS].dates
    ]
