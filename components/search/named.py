"""The towns and projects that are found by their names, as documents of the search."""

from functools import lru_cache
from typing import Any

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import LANGUAGES, Localized, aside
from components.data.municipalities import CARDS, RATE, RESIDENTS, Municipality, by_prefecture
from components.data.municipality_names import COUNTY
from components.search.documents import PAGES, Document
from components.search.names import Names, pieces_of
from components.search.search import families, find, index
from components.text.story import find_story

HOME_ENDING = "都府県"


def answers(query: str, dataset: Dataset) -> list[Document]:
    """List what answers a question, best first: what it names, then the best of each family."""
    found = (*names(dataset).find(query), *families(find(index(dataset), query, dataset)))
    return list({(each.kind, each.id): each for each in found}.values())


@lru_cache(maxsize=2)
def names(dataset: Dataset) -> Names:
    """
    List the towns, those with more residents first, then the projects; made once a dataset.

    Without a page towns are not found. Projects are found by other words as well, and stand in the
    index.
    """
    towns = _towns(dataset) if find_story(PAGES["town"]) else []
    projects = [each for each in index(dataset) if each.kind == "project"]
    homes = {code: place for place, code in enumerate(by_prefecture(dataset))}
    found = [*towns, *projects]
    return Names(
        documents=found,
        names=[_spellings(each.entry) for each in found],
        homes=[homes[each.entry.prefecture] for each in towns] + [-1] * len(projects),
        home_names=[_home_names(dataset.labels[code]) for code in homes],
    )


def _towns(dataset: Dataset) -> list[Document]:
    if not dataset.municipalities:
        return []
    sizes = dataset.wide(RESIDENTS).iloc[:, -1].to_dict()
    towns = sorted(dataset.municipalities.values(), key=lambda each: -sizes.get(each.code, 0))
    name, day = dataset.measures[RATE].name, dataset.wide_tables[CARDS].dates[-1]
    said = [aside(name.to(each), format_date(day, each), each) for each in LANGUAGES]
    return [_town(each, each.full_name(dataset), Localized(*said)) for each in towns]


def _town(town: Municipality, name: Localized, said: Localized) -> Document:
    """Make a document without terms: its name alone finds it."""
    topics, family = (PAGES["town"],), f"town/{town.code}"
    return Document("town", town.code, topics, town, name, said, {}, 0, 1, family)


def _spellings(entry: Any) -> tuple[str, ...]:
    """Give the whole names of a town or a project, as the search compares them."""
    written = [*entry.name, getattr(entry, "reading", ""), COUNTY.sub("", entry.name.ja)]
    return tuple(dict.fromkeys(kept for each in written if (kept := "".join(pieces_of(each)))))


def _home_names(label: Localized) -> tuple[str, ...]:
    written = [*label, label.ja.rstrip(HOME_ENDING)]
    return tuple(dict.fromkeys("".join(pieces_of(each)) for each in written))
