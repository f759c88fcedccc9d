"""What a question from the room can be answered with: steps, records and words, as answer cards."""

from collections.abc import Collection
from typing import Any

from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.headline_figure import headline_figure
from components.data.languages import Language, aside, listed
from components.data.records import Claim, Event, Figure
from components.presenter import Json
from components.presenter.claims import claim_block
from components.search import portable
from components.search.documents import Document
from components.search.named import names
from components.search.search import index, tokenizer_of
from components.text.topics import interface


def answers(language: Language, steps: Collection[str]) -> Json:
    """
    Give what the player finds, in one language; steps are those it can show, as topic/step.

    Returns:
        search: the index for makeFind of components/search/find.js.
        entries: the card of each document, in the order of the index: kind, id, title, and what
            its kind has of value, as_of, definition, source, block (a claim with its answer).
            A step's card shows its slide, which travels apart.
    """
    dataset = load_dataset()
    found = [each for each in index(dataset) if each.kind != "step" or each.id in steps]
    named = names(dataset)
    return {
        "search": portable.index_data(found, tokenizer_of(dataset), named),
        "entries": [_card(each, language) for each in portable.with_named(found, named)],
    }


def _card(found: Document, language: Language) -> Json:
    card: Json = {"kind": found.kind, "id": found.id, "title": found.title.to(language)}
    if found.kind == "step":
        return card
    # A long series answers with its newest row.
    row = found.entry[-1] if isinstance(found.entry, tuple) else found.entry
    row = headline_figure(load_dataset(), row) or row
    if isinstance(row, Claim):
        block = claim_block(row, language)
        names = listed(block["sources"], language)
        return card | {"block": block, "source": _named(names, language)}
    if isinstance(row, Figure):
        card["value"] = load_dataset().format_value(row, language)
        card["as_of"] = format_date(row.as_of, language)
    elif isinstance(row, Event):
        card["value"] = format_date(row.date, language)
    return card | {"definition": found.body.to(language), "source": _source(row, language)}


def _source(row: Any, language: Language) -> str:
    named = (getattr(row, name, None) for name in ("origin", "source"))
    documents = [each for each in named if each]
    short = " ← ".join(dict.fromkeys(each.short.to(language) for each in documents))
    place = row.place.to(language) if hasattr(row, "place") else ""
    return _named(aside(short, place, language), language) if short else ""


def _named(names: str, language: Language) -> str:
    return interface("stage_source", language, names=names)
