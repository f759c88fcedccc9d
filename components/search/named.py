"""The towns and projects that are found by their names, as documents of the search."""

from functools import lru_cache
from typing import Any

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import LANGUAGES, Localized
from components.data.municipalities import CARDS, RATE, RESIDENTS, by_prefecture
from components.data.municipality_names import COUNTY
from components.search.documents import Document
from components.search.names import Names, pieces_of
from components.text.story import find_story

PAGES = {"town": "your_town", "project": "public_money"}  # where each kind leads
HOME_ENDING = "都府県"


@lru_cache(maxsize=2)
def names(dataset: Dataset) -> Names:
    """
    List the towns, those with more residents first, then the projects; made once a dataset.

    What has no page is not found.
    """
    towns = _towns(dataset) if find_story(PAGES["town"]) else []
    homes = {code: place for place, code in enumerate(by_prefecture(dataset))}
    return Names(
        documents=towns,
        names=[_spellings(each.entry) for each in towns],
        homes=[homes[each.entry.prefecture] for each in towns],
        home_names=[_home_names(dataset.labels[code]) for code in homes],
    )


def _towns(dataset: Dataset) -> list[Document]:
    if not dataset.municipalities:
        return []
    sizes = dataset.wide(RESIDENTS).iloc[:, -1].to_dict()
    towns = sorted(dataset.municipalities.values(), key=lambda each: -sizes.get(each.code, 0))
    day, name = dataset.wide(CARDS).columns[-1], dataset.measures[RATE].name
    said = Localized(*(f"{name.to(each)}, {format_date(day, each)}" for each in LANGUAGES))
    said = Localized(said.ja.replace(", ", "、"), said.en)
    return [_document("town", each.code, each, each.full_name(dataset), said) for each in towns]


def _document(kind: str, id_: str, entry: Any, title: Localized, body: Localized) -> Document:
    """A document without terms: its name alone finds it."""
    return Document(kind, id_, (PAGES[kind],), entry, title, body, {}, 0, 1, f"{kind}/{id_}")


def _spellings(entry: Any) -> tuple[str, ...]:
    """Give the whole names of a town or a project, as the search compares them."""
    written = [*entry.name, getattr(entry, "reading", ""), COUNTY.sub("", entry.name.ja)]
    return tuple(dict.fromkeys(kept for each in written if (kept := "".join(pieces_of(each)))))


def _home_names(label: Localized) -> tuple[str, ...]:
    written = [*label, label.ja.rstrip(HOME_ENDING)]
    return tuple(dict.fromkeys("".join(pieces_of(each)) for each in written))
