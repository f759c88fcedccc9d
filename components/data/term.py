"""A term of the glossary, and how a row of glossary.csv becomes one."""

from collections.abc import Mapping
from dataclasses import dataclass

from components.data.languages import Language, Localized
from components.data.records import Source
from components.data.rows import CsvRow, pair


@dataclass(frozen=True)
class Term:
    """
    A word readers may not know, with a plain explanation.

    also holds other spellings, separated by |. The source is there where the explanation rests on
    a document.
    """

    id: str
    name: Localized
    reading: str
    plain: Localized
    also: Localized
    topics: tuple[str, ...]
    source: Source | None
    place: Localized
    checked: str

    def others(self, language: Language) -> list[str]:
        """Give the other spellings in a language."""
        return [each.strip() for each in self.also.to(language).split("|") if each.strip()]

    def spellings(self, language: Language) -> list[str]:
        """Give every way the term is written in a language."""
        return [self.name.to(language), *self.others(language)]


def term_of(row: CsvRow, sources: Mapping[str, Source]) -> Term:
    """Make a term of a row. Raises KeyError for a source that is not there."""
    return Term(
        id=row["term_id"],
        name=pair(row, "term"),
        reading=row["reading"],
        plain=pair(row, "plain"),
        also=pair(row, "also"),
        topics=tuple(row["topics"].split()),
        source=sources[row["source_id"]] if row["source_id"] else None,
        place=pair(row, "place"),
        checked=row["checked"],
    )
