"""One thing that can be found, and how it is made from words that weigh by where they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from components.data.languages import LANGUAGES, Localized
from components.search.tokens import Tokenizer, stem

PAGES = {"town": "your_town", "project": "public_money"}  # where what has a page leads
TITLE, LABEL, BODY, NOTE = 30, 15, 10, 4  # tenths: what a mention weighs by where it stands


@dataclass(frozen=True, eq=False)
class Document:
    """
    One thing that can be found: title and body to show, terms and length to weigh it by.

    place names where it stands when that is a step of a page: (page, step). Entries of one family
    say the same of different things, such as one measure prefecture by prefecture.
    """

    kind: str
    id: str
    topics: tuple[str, ...]
    entry: Any
    title: Localized
    body: Localized
    terms: Mapping[str, int]
    length: int
    weight: float
    family: str
    place: tuple[str, int] | None = None


class Part(NamedTuple):
    """Words of an entry, what a mention in them weighs, and whether they are worth quoting."""

    weight: int
    words: Localized
    quoted: bool = False


def found_by(
    kind: str,
    id_: str,
    topics: tuple[str, ...],
    entry: Any,
    parts: Sequence[Part],
    tokenizer: Tokenizer,
    *,
    weight: float = 1,
    family: str = "",
    place: tuple[str, int] | None = None,
) -> Document:
    """Count the terms of an entry, each by where it stands; the first title is its title."""
    terms: dict[str, int] = {}
    length = 0
    for part in parts:
        for words in part.words:
            cut = tokenizer.terms(words)
            length += len(cut)
            for term in cut:
                terms[term] = terms.get(term, 0) + part.weight
    terms[stem(id_)] = TITLE
    title = next(part.words for part in parts if part.weight == TITLE)
    body = [part.words for part in parts if part.quoted]
    return Document(
        kind,
        id_,
        topics,
        entry,
        title,
        Localized(*("\n".join(words.to(language) for words in body) for language in LANGUAGES)),
        terms,
        length,
        weight,
        family or f"{kind}/{id_}",
        place,
    )
