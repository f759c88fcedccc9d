"""The ways to a town for who has named none: by prefecture, the largest, highest and lowest."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from components.app import query_params
from components.app.town_html import PAGE, town_way
from components.app.town_link import Asked
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language, aside
from components.data.municipalities import RATE, RESIDENTS, by_prefecture, issue_rates
from components.data.standings import newest
from components.text.topics import interface
from components.views.tags import joined, tag

LARGEST = 20


def doors(asked: Asked, language: Language) -> Markup:
    """Write the ways to a town: by prefecture, the largest, the highest and lowest rates."""
    return cached(lambda: _doors(asked.prefecture, language), "doors", language, asked.prefecture)


def _doors(prefecture: str, language: Language) -> Markup:
    dataset = load_dataset()
    towns = by_prefecture(dataset)
    codes = [each.code for each in towns.get(prefecture, ())]
    largest = dataset.wide(RESIDENTS).iloc[:, -1].nlargest(LARGEST).index
    rates = issue_rates(dataset)[newest(dataset)].sort_values()
    title = dataset.label(prefecture, language)
    listed = _door(title, codes, language, homes=False) if codes else ""
    return joined(
        [
            listed,
            _prefectures(towns, prefecture, language),
            _door(interface("door_largest", language), largest, language),
            _door(interface("door_highest", language), rates.index[:-6:-1], language),
            _door(interface("door_lowest", language), rates.index[:5], language),
        ]
    )


def _prefectures(codes: Iterable[str], chosen: str, language: Language) -> Markup:
    links = [
        tag(
            "li",
            tag(
                "a",
                load_dataset().label(code, language),
                href=query_params.href(PAGE, language, prefecture=code.split("_")[1]),
                target="_self",
                data_keep="",
                id=f"in-{code}",
                aria_current="true" if code == chosen else None,
            ),
        )
        for code in codes
    ]
    return _section(interface("door_prefectures", language), links, "towns names")


def _door(title: str, codes: Iterable[str], language: Language, *, homes: bool = True) -> Markup:
    """Write towns as links, each with its prefecture (homes) and its newest rate."""
    dataset = load_dataset()
    day, links = newest(dataset), []
    for code in codes:
        town = dataset.municipalities[code]
        name = (town.full_name(dataset) if homes else town.name).to(language)
        rate = dataset.figure(f"{RATE}.{code}.{day}")
        way = tag("a", name, href=town_way(language, town=code), target="_self", data_keep="")
        there = query_params.href("figures", language, record=rate.id)
        record = tag("a", dataset.format_value(rate, language), href=there, target="_self")
        links.append(tag("li", way, " ", tag("small", record)))
    return _section(aside(title, format_date(day, language), language), links, "towns")


def _section(title: str, items: Sequence[Markup], look: str) -> Markup:
    return tag("section", tag("h2", title), tag("ul", items, class_=look))
