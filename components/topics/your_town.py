"""One's own town: its rate through time, where it stands among all, and those of its size."""

from collections.abc import Sequence
from typing import Any

from components.charts import bars, lines, town_place
from components.charts.chart import Chart, View
from components.charts.style import LEFT, line, note
from components.charts.themes import SMALL_SIZE
from components.data.municipalities import (
    CARDS,
    RATE,
    RESIDENTS,
    Municipality,
    base_date,
    of_like_size,
)
from components.data.records import Figure
from components.data.standings import country, newest, prefecture
from components.text import town as town_text
from components.text.story import Story

ROUNDS = (  # of the MynaPoint programme, as they came
    "ev_round1_applications",
    "ev_round1_card_deadline",
    "ev_round2_step1",
    "ev_round2_full",
)
COUNTRY = "prefecture_all"


def rate_over_time(view: View, town: str = "", compare: str = "", date: str = "") -> Chart:
    """
    Draw the issue rates of municipalities over all dates, with prefecture and country beside.

    - town: the reader's own, by its code (131130); its prefecture is the one drawn
    - compare: codes of others, joined by commas, as a link to the page writes them
    - date: a date to mark, if not the last (2022-12-31)

    The rounds of MynaPoint are marked. Without a town the first is drawn. Raises KeyError for an
    unknown code.
    """
    codes, dates = _codes(view, town, compare), view.dataset.wide_tables[CARDS].dates
    home = view.dataset.municipalities[codes[0]].prefecture
    series: dict[str, Sequence[Figure]] = {
        _name(view, code, codes): _rates(view, code) for code in codes
    }
    series[view.label(home)] = prefecture(view.dataset, home)
    series[view.label(COUNTRY)] = [country(view.dataset, day) for day in dates]
    marked = [line((date, date), (0, 1), view.theme.ink, 1, yref="paper")]
    levels, words = _percents(
        view, max(row.number or 0 for rows in series.values() for row in rows)
    )
    return lines.draw(
        view,
        series,
        marks=view.dataset.get_events(*ROUNDS),
        levels=[*levels, *(marked if date in dates[:-1] else ())],
        words=words,
        context=(view.label(home), view.label(COUNTRY)),
    )


def place_among_all(view: View, town: str = "", compare: str = "", date: str = "") -> Chart:
    """Draw where municipalities stand among all at a date; arguments as for rate_over_time."""
    day = date or newest(view.dataset)
    whole = country(view.dataset, day)
    return town_place.among_all(view, _codes(view, town, compare), day, whole)


def towns_of_like_size(view: View, town: str = "", compare: str = "", date: str = "") -> Chart:
    """Draw a municipality among those of its size at a date; what it is compared with counts not.

    The highest rate comes first. Arguments as for rate_over_time.
    """
    dataset, code = view.dataset, _codes(view, town, "")[0]
    day = date or newest(dataset)
    near = [dataset.municipalities[code], *of_like_size(dataset, code)]
    found = [(dataset.figure(f"{RATE}.{each.code}.{day}"), each) for each in near]
    ranked = sorted(found, key=lambda pair: -(pair[0].number or 0))
    names = [_sized(view, each, day) for _, each in ranked]
    own, rows = found[0][0].id, [row for row, _ in ranked]
    return bars.of_names(view, rows, names, highlight=[own], limit=100)


def _sized(view: View, town: Municipality, when: str) -> str:
    """Name a municipality with the residents that stand under its rate."""
    residents = view.dataset.figure(f"{RESIDENTS}.{town.code}.{base_date(when)}")
    return f"{view.localize(town.full_name(view.dataset))}　{view.format_value(residents)}"


def _percents(view: View, most: float) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give thin lines at round percentages below the highest rate, and their words at the left."""
    theme, shares = view.theme, range(20, int(most) + 1, 20)
    below, left = {"xref": "paper", "layer": "below"}, {"xref": "paper", "yanchor": "bottom"}
    return (
        [line((0, 1), (each, each), theme.rule, 1, **below) for each in shares],
        [note(f"{each}%", 0, each, SMALL_SIZE, theme.muted, **(left | LEFT)) for each in shares],
    )


def _codes(view: View, town: str, compare: str) -> list[str]:
    """Give the codes in a link, the reader's own first; the first of all where none is named."""
    others = [code for code in compare.split(",") if code and code != town]
    return [town or next(iter(view.dataset.municipalities)), *others]


def _name(view: View, code: str, codes: Sequence[str]) -> str:
    """Name a municipality, with its prefecture where another has the same name."""
    name = view.label(code)
    if [view.label(each) for each in codes].count(name) == 1:
        return name
    return view.localize(view.dataset.municipalities[code].full_name(view.dataset))


def _rates(view: View, code: str) -> list[Figure]:
    return [
        view.dataset.figure(f"{RATE}.{code}.{date}")
        for date in view.dataset.wide_tables[CARDS].dates
    ]


STORY = Story(
    "your_town",
    (rate_over_time, place_among_all, towns_of_like_size),
    walk=False,
    records=town_text.RECORDS,
)
