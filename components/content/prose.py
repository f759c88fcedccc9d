"""Sentences with references: {figure_id}, {figure_id.as_of}, {figure_id.bare}, {event_id.date}."""

import re
from dataclasses import dataclass

from components.content.book import Book
from components.content.dates import format_date
from components.content.languages import Language, Words
from components.content.records import Event, Record

REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*)(?:\.([a-z_]+))?\}")
NOT_FOUND = Words("（記録なし）", "(no record)")


@dataclass(frozen=True)
class Mention:
    """A number or date in a sentence, as written there, with the record it comes from."""

    text: str
    record: Record | Event | None


@dataclass(frozen=True)
class Passage:
    """A sentence or paragraph in one language: plain text and mentions, in order."""

    parts: tuple[str | Mention, ...]

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def __bool__(self) -> bool:
        return any(str(part) for part in self.parts)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(part for part in self.parts if isinstance(part, Mention))


def passage(text: str, book: Book, language: Language) -> Passage:
    """Resolve the references in a text. An unknown one says （記録なし） and is never guessed."""
    parts: list[str | Mention] = []
    end = 0
    for match in REFERENCE.finditer(text):
        if match.start() > end:
            parts.append(text[end : match.start()])
        parts.append(_mention(match[1], match[2] or "", book, language))
        end = match.end()
    if end < len(text):
        parts.append(text[end:])
    if language == "en" and parts and isinstance(parts[0], Mention):
        first = parts[0]  # a sentence may begin with "about 25.31 million"
        parts[0] = Mention(first.text[:1].upper() + first.text[1:], first.record)
    return Passage(tuple(parts))


def spoken(words: Words, book: Book, language: Language) -> str:
    """Write a pair of words in one language as plain text, its references resolved."""
    return str(passage(words.to(language), book, language))


def paragraphs(text: str, book: Book, language: Language) -> tuple[Passage, ...]:
    """Resolve a text of several lines, one passage a line; empty lines are left out."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(passage(line, book, language) for line in lines if line)


def _mention(name: str, aspect: str, book: Book, language: Language) -> Mention:
    if name in book.events and aspect == "date":
        event = book.events[name]
        return Mention(format_date(event.date, language), event)
    if name not in book.figures or aspect not in ("", "as_of", "bare"):
        return Mention(NOT_FOUND.to(language), None)
    record = book.figures[name]
    if aspect == "as_of":
        return Mention(format_date(record.as_of, language), record)
    return Mention(book.written(record, language, bare=aspect == "bare"), record)
