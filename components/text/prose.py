"""
Sentences with references to records: {figure_id}, {event_id.date}, {series}, {series@2023-12}.

A series stands for its newest value. .as_of gives the date of a figure, .bare leaves out 約,
.short rounds to three significant digits, as all numbers of headlines and notes are.
"""

import re
from dataclasses import dataclass

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language, Localized
from components.data.records import Event, Figure

# A name, or a series with a date: {use_rate@2023-12.as_of}. What it names, Dataset.figure says.
REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*(?:@[0-9FY/-]+)?)(?:\.([a-z_]+))?\}")
NOT_FOUND = Localized("（記録なし）", "(no record)")


@dataclass(frozen=True)
class Reference:
    """A number or date in a sentence, as written there, with the record it comes from."""

    text: str
    record: Figure | Event | None


@dataclass(frozen=True)
class RichText:
    """A sentence or paragraph in one language: plain text and mentions, in order."""

    parts: tuple[str | Reference, ...]

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def __bool__(self) -> bool:
        return any(str(part) for part in self.parts)

    @property
    def mentions(self) -> tuple[Reference, ...]:
        return tuple(part for part in self.parts if isinstance(part, Reference))


def rich_text(text: str, dataset: Dataset, language: Language, *, short: bool = False) -> RichText:
    """
    Resolve the references in a text. An unknown one says （記録なし） and is never guessed.

    short rounds its numbers to three significant digits.
    """
    parts: list[str | Reference] = []
    end = 0
    for match in REFERENCE.finditer(text):
        if match.start() > end:
            parts.append(text[end : match.start()])
        parts.append(_mention(match[1], match[2] or ("short" if short else ""), dataset, language))
        end = match.end()
    if end < len(text):
        parts.append(text[end:])
    if language == "en" and parts and isinstance(parts[0], Reference):
        first = parts[0]  # a sentence may begin with "about 25.31 million"
        parts[0] = Reference(first.text[:1].upper() + first.text[1:], first.record)
    return RichText(tuple(parts))


def render_plain(words: Localized, dataset: Dataset, language: Language) -> str:
    """Write a pair of words in one language as plain text, its references resolved."""
    return str(rich_text(words.to(language), dataset, language))


def paragraphs(
    text: str, dataset: Dataset, language: Language, *, short: bool = False
) -> tuple[RichText, ...]:
    """Resolve a text of several lines, one rich_text a line; empty lines are left out."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(rich_text(line, dataset, language, short=short) for line in lines if line)


def _mention(name: str, aspect: str, dataset: Dataset, language: Language) -> Reference:
    if name in dataset.events and aspect == "date":
        event = dataset.events[name]
        return Reference(format_date(event.date, language), event)
    record = dataset.figures.get(name) or dataset.members.get(name)
    if record is None or aspect not in ("", "as_of", "bare", "short"):
        return Reference(NOT_FOUND.to(language), None)
    if aspect == "as_of":
        return Reference(format_date(record.as_of, language), record)
    written = dataset.format_value(record, language, bare=aspect == "bare", short=aspect == "short")
    return Reference(written, record)
