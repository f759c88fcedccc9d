"""Texts in which nothing opens: numbers stand out, those that grew old carry their mark."""

from markupsafe import Markup

from components.data.dataset import Dataset, load_dataset
from components.data.languages import Language
from components.data.records import Source
from components.data.today import is_old
from components.text.phrases import PHRASE_END, phrases
from components.text.prose import Reference, RichText, rich_text
from components.text.topics import interface
from components.views.tags import joined, tag, text


class Printed:
    """Writes passages for paper, and for the pages of phones that follow a talk."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.dataset: Dataset = load_dataset()

    def html(self, words: RichText) -> str:
        """Write a rich_text."""
        return joined(
            self._number(part) if isinstance(part, Reference) else text(part)
            for part in words.parts
        )

    def headline(self, words: RichText) -> str:
        """Write a headline: in Japanese it breaks between phrases only."""
        parts = (
            part if isinstance(part, Reference) else self._phrases(part) for part in words.parts
        )
        return self.html(RichText(tuple(parts))).replace(PHRASE_END, Markup("<wbr>"))

    def title(self, words: str) -> str:
        """Write a title that is plain text, to break as a headline does."""
        return text(self._phrases(words)).replace(PHRASE_END, Markup("<wbr>"))

    def plain(self, words: str) -> str:
        """Write a text that may hold references, as in claims.csv."""
        return self.html(rich_text(words, self.dataset, self.language))

    def document(self, source: Source) -> str:
        """Name a document in short; the list at the end has its title."""
        kind = "" if source.kind == "primary" else interface(f"kind_{source.kind}", self.language)
        words = text(source.short.to(self.language))
        return words + (" " + tag("span", kind, class_="kind") if kind else "")

    def _phrases(self, words: str) -> str:
        return phrases(words) if self.language == "ja" else words

    def _number(self, part: Reference) -> str:
        mark = interface("old_mark", self.language) if is_old(part.record) else ""
        return tag("b", text(part.text + mark), class_="number")
