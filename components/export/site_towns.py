"""The towns of the plain site: a page that leads to them, and one for each prefecture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.municipalities import (
    CARDS,
    RESIDENTS,
    Municipality,
    base_date,
    by_prefecture,
    issue_rates,
)
from components.data.numbers import format_value
from components.export.site_find import find_form
from components.export.site_lookup import method, opening
from components.export.site_page import Site
from components.export.site_words import Linked
from components.text import town
from components.text.topics import interface
from components.views.tags import source_html, tag

if TYPE_CHECKING:
    import pandas as pd

PAGE = "your_town"
COLUMNS = ("last", "in_prefecture", "in_country", "first", "residents", "cards")


def page_of(code: str) -> str:
    """Name the page on which a municipality stands: that of its prefecture."""
    return f"{PAGE}/{code[:2]}"


def towns_html(site: Site) -> Markup:
    """Write the field to find a town in, the prefectures, and how it is counted."""
    links = (
        tag("li", tag("a", load_dataset().label(code, site.language), href=site.href(page)))
        for code, page in _prefectures()
    )
    listed = tag("h2", interface("door_prefectures", site.language)) + tag(
        "ul", links, class_="names"
    )
    until = tag("p", Linked(site).html(town.until(load_dataset(), site.language)))
    return opening(site) + find_form(site) + until + listed + method(site, charts=False)


def _prefectures() -> list[tuple[str, str]]:
    towns = by_prefecture(load_dataset()).items()
    return [(code, page_of(found[0].code)) for code, found in towns]


def prefectures(site: Site) -> Iterator[tuple[Site, Markup]]:
    """Give the page of each prefecture with what stands on it."""
    rows = _rows(site)
    for code, page in _prefectures():
        towns = by_prefecture(load_dataset())[code]
        yield site.at(page), _prefecture(site.at(page), code, towns, rows)


def _prefecture(
    site: Site, code: str, towns: Sequence[Municipality], rows: dict[str, list[str]]
) -> Markup:
    dataset, on = load_dataset(), Linked(site)
    name = dataset.label(code, site.language)
    first, last = (dataset.wide_tables[CARDS].dates[place] for place in (0, -1))
    words = {
        "base": format_date(base_date(last), site.language),
        "first": format_date(first, site.language),
        "last": format_date(last, site.language),
    }
    heads = (
        tag("th", interface(f"towns_{each}", site.language, **words), scope="col")
        for each in ("town", *COLUMNS)
    )
    body = (
        tag(
            "tr",
            tag("th", on.headline(each.name.to(site.language)), _reading(site, each), scope="row"),
            (tag("td", cell) for cell in rows[each.code]),
            id=each.code,
        )
        for each in towns
    )
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", body))
    back = tag("p", tag("a", site.title(PAGE), href=site.href(PAGE)))
    said = interface("towns_count", site.language, count=f"{len(towns):,}", **words)
    source = dataset.figure(f"{CARDS}.{towns[0].code}.{last}").source
    return (
        tag("p", site.title(PAGE), class_="kicker")
        + tag("h1", on.headline(name))
        + tag("p", said, class_="lede")
        + find_form(site)
        + tag("div", table, class_="frame towns", tabindex="0", role="region", aria_label=name)
        + tag("p", source_html(source, site.language), class_="source")
        + back
    )


def _reading(site: Site, town: Municipality) -> Markup:
    words = town.reading if site.language == "ja" else town.name.ja
    return tag("small", words, class_="beside", lang="ja")


def _rows(site: Site) -> dict[str, list[str]]:
    """Write the numbers of every municipality, by its code, in the order of COLUMNS."""
    dataset = load_dataset()
    rates, cards = issue_rates(dataset), dataset.wide(CARDS)
    first, last = rates.columns[0], rates.columns[-1]
    residents = dataset.wide(RESIDENTS)[base_date(last)].reindex(rates.index)
    home = rates.index.map(lambda code: code[:2])
    ranks = rates[last].groupby(home).rank(method="min", ascending=False)
    columns = {
        "residents": residents,
        "cards": cards[last],
        "first": rates[first],
        "last": rates[last],
        "in_prefecture": ranks,
        "in_country": rates[last].rank(method="min", ascending=False),
    }
    written = [_written(name, columns[name], site) for name in COLUMNS]
    return {code: [column[place] for column in written] for place, code in enumerate(rates.index)}


def _written(name: str, column: pd.Series, site: Site) -> list[str]:
    """Write numbers of one kind; a gap is empty."""
    if name in ("first", "last"):
        return [
            format_value(f"{each:.1f}", "percent", site.language) if each == each else ""
            for each in column
        ]
    return [f"{each:,.0f}" if each == each else "" for each in column]
