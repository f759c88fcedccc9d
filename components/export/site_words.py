"""Texts of the plain site: each number leads to its record, each term to the glossary."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from components.data.dataset import Dataset, load_dataset
from components.data.records import Event, Source
from components.data.today import is_old
from components.export.site_page import Site
from components.text.glossary import Explained, explained
from components.text.phrases import PHRASE_END, phrases
from components.text.prose import Reference, RichText, rich_text
from components.text.topics import interface
from components.text.uses import Use
from components.views.tags import joined, source_html, tag, text
from components.views.uses import uses_html


class Linked:
    """Writes passages for a page, with links into the other pages."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.language = site.language
        self.dataset: Dataset = load_dataset()
        self.met: list[str] = []

    def html(self, words: RichText) -> str:
        """Write a rich_text; each number leads to its record."""
        return joined(self._part(part) for part in words.parts)

    def explaining(self, words: RichText) -> str:
        """Write a rich_text; terms not met before lead to the glossary."""
        return joined(self._part(piece) for part in words.parts for piece in self._pieces(part))

    def headline(self, words: RichText | str) -> str:
        """Write a headline without links: in Japanese it breaks between phrases only."""
        parts = (words,) if isinstance(words, str) else words.parts
        said = (
            self._marked(part)
            if isinstance(part, Reference)
            else phrases(part)
            if self.language == "ja"
            else part
            for part in parts
        )
        return text("".join(said)).replace(PHRASE_END, Markup("<wbr>"))

    def plain(self, words: str) -> str:
        """Write a text that may hold references, as in claims.csv."""
        return self.html(rich_text(words, self.dataset, self.language))

    def document(self, source: Source) -> str:
        """Name a document with a link to it."""
        return source_html(source, self.language)

    def _pieces(self, part: str | Reference) -> Iterator[str | Reference | Explained]:
        if isinstance(part, Reference):
            yield part
            return
        for piece in explained(part, self.dataset, self.language, self.met):
            if isinstance(piece, Explained):
                self.met.append(piece.term.id)
            yield piece

    def _part(self, part: str | Reference | Explained) -> str:
        if isinstance(part, Explained):
            there = self.site.href("glossary", f"term-{part.term.id}")
            return tag("a", text(part.text), href=there, class_="term")
        if not isinstance(part, Reference):
            return text(part)
        record = part.record
        if record is None:
            return tag("mark", text(part.text))
        page = "timeline" if isinstance(record, Event) else "figures"
        there = self.site.href(page, record.id)
        return tag("a", text(self._marked(part)), href=there, class_="number")

    def _marked(self, part: Reference) -> str:
        old = is_old(part.record)
        return part.text + (interface("old_mark", self.language) if old else "")


def used_in(site: Site, found: tuple[Use, ...]) -> str:
    """Write the links to the steps that use a record; nothing where none of this site does."""
    here = [use for use in found if use.topic in site.wish.topics]
    lead = text(interface("used_in", site.language))
    return uses_html(
        here, site.language, lead, lambda use: {"href": site.href(use.topic, f"step-{use.step}")}
    )


Uses = Mapping[str, tuple[Use, ...]]
