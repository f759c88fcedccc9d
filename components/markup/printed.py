"""Texts in which nothing opens: numbers stand out, those that grew old carry their mark."""

from components.content.book import Book, book
from components.content.languages import Language
from components.content.phrases import PHRASE_END, phrases
from components.content.prose import Mention, Passage, passage
from components.content.records import Source
from components.content.today import is_old
from components.content.topics import interface
from components.markup.tags import tag, text


class Printed:
    """Writes passages for paper, and for the pages of phones that follow a talk."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.book: Book = book()

    def html(self, words: Passage) -> str:
        """Write a passage."""
        return "".join(
            self._number(part) if isinstance(part, Mention) else text(part) for part in words.parts
        )

    def headline(self, words: Passage) -> str:
        """Write a headline: in Japanese it breaks between phrases only."""
        parts = (part if isinstance(part, Mention) else self._phrases(part) for part in words.parts)
        return self.html(Passage(tuple(parts))).replace(PHRASE_END, "<wbr>")

    def title(self, words: str) -> str:
        """Write a title that is plain text, to break as a headline does."""
        return text(self._phrases(words)).replace(PHRASE_END, "<wbr>")

    def plain(self, words: str) -> str:
        """Write a text that may hold references, as in claims.csv."""
        return self.html(passage(words, self.book, self.language))

    def document(self, source: Source) -> str:
        """Name a document in short; the list at the end has its title."""
        kind = "" if source.kind == "primary" else interface(f"kind_{source.kind}", self.language)
        words = text(source.short.to(self.language))
        return words + (f" {tag('span', text(kind), class_='kind')}" if kind else "")

    def _phrases(self, words: str) -> str:
        return phrases(words) if self.language == "ja" else words

    def _number(self, part: Mention) -> str:
        mark = interface("old_mark", self.language) if is_old(part.record) else ""
        return tag("b", text(part.text + mark), class_="number")
