"""Finding records by words, in Japanese (which has no spaces between words) and English."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from components.content.book import Book
from components.content.languages import LANGUAGES
from components.content.listing import cells
from components.content.records import Claim, Event, Flow, Record, System

Entry = Record | Claim | Event | Flow | System


@dataclass(frozen=True)
class Found:
    """One entry of the book with the words it can be found by."""

    kind: str
    topics: tuple[str, ...]
    entry: Entry
    title: str
    words: str


def plain(words: str) -> str:
    """Make words comparable: full-width as half-width, capitals as small letters."""
    return unicodedata.normalize("NFKC", words).casefold()


@lru_cache(maxsize=2)
def index(book: Book) -> tuple[Found, ...]:
    """List everything that can be found; made once per book."""
    return tuple(_entries(book))


def _entries(book: Book) -> Iterable[Found]:
    for figure in book.figures.values():
        yield _row("figure", (figure.topic,), figure, book)
    for rows in book.tables.values():
        for record in rows:
            yield _row("series", (record.topic,), record, book)
    for claim in book.claims.values():
        texts = [*claim.text, *claim.answer, *claim.since, *claim.source.title, claim.id]
        who = [book.label(claim.claimant, each) for each in LANGUAGES]
        yield Found("claim", (claim.topic,), claim, *_indexed(claim.text, [*texts, *who]))
    for event in book.events.values():
        yield _row("event", event.topics, event, book)
    for flow in book.flows.values():
        yield _row("flow", (flow.topic,), flow, book)
    for system in book.systems.values():
        yield _row("system", (system.topic,), system, book)


def _row(
    kind: str, topics: tuple[str, ...], row: Record | Event | Flow | System, book: Book
) -> Found:
    written = [cells(book, row, language) for language in LANGUAGES]
    title = [each["name"] for each in written]
    texts = [value for each in written for value in each.values()]
    return Found(kind, topics, row, *_indexed(title, [*texts, row.id]))


def _indexed(title: Sequence[str], texts: Sequence[str]) -> tuple[str, str]:
    return plain(" ".join(title)), plain(" ".join(texts))


def find(found: Iterable[Found], query: str) -> list[Found]:
    """
    Keep the entries that hold every word of the query, best first.

    A word in the title counts more than one elsewhere. A query without spaces that nothing holds
    whole is looked for by its pairs of characters, so that 保険証廃止 finds 保険証の廃止.
    """
    wanted = plain(query).split()
    every = list(found)
    if not wanted:
        return every
    whole = [each for each in every if all(word in each.words for word in wanted)]
    if whole:
        return sorted(whole, key=lambda each: -sum(word in each.title for word in wanted))
    pairs = {word[i : i + 2] for word in wanted for i in range(len(word) - 1)}
    scored = [(sum(pair in each.words for pair in pairs), each) for each in every]
    enough = max(2, len(pairs) * 0.6)
    return [each for score, each in sorted(scored, key=lambda pair: -pair[0]) if score >= enough]
