"""A number or a term in a sentence, and the record it opens."""

from collections.abc import Iterator

from markupsafe import Markup

from components.app.terms import panel_html
from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.records import Event, Figure, Source
from components.data.today import is_old
from components.data.words import Term
from components.text.glossary import Explained, explained
from components.text.phrases import PHRASE_END, phrases
from components.text.prose import Reference, RichText, rich_text
from components.text.topics import interface
from components.views.record import record_html
from components.views.tags import source_html, tag, text

OPENING = "（「『(“["
CLOSING = "、。，．」』）)],.;:!?！？%％"


class ScreenProse:
    """Writes passages as HTML and collects the records they mention, to be opened in place."""

    def __init__(self, dataset: Dataset, language: Language, prefix: str) -> None:
        self.dataset = dataset
        self.language = language
        self.prefix = prefix
        self.mentioned: dict[str, Figure | Event] = {}
        self.explained: dict[str, Term] = {}

    def html(self, words: RichText) -> str:
        """Write a rich_text; each number is a button that opens its record."""
        return self._written(list(words.parts))

    def explaining(self, words: RichText) -> str:
        """Write a rich_text; terms not met before are buttons too, and open their explanation."""
        return self._written([piece for part in words.parts for piece in self._pieces(part)])

    def _pieces(self, part: str | Reference) -> Iterator[str | Reference | Explained]:
        if isinstance(part, Reference):
            yield part
            return
        for piece in explained(part, self.dataset, self.language, self.explained):
            if isinstance(piece, Explained):
                self.explained[piece.term.id] = piece.term
            yield piece

    def _written(self, parts: list[str | Reference | Explained]) -> str:
        written = Markup()
        for place, part in enumerate(parts):
            following = parts[place + 1] if place + 1 < len(parts) else ""
            if isinstance(part, str):
                # An opening bracket goes with the number that follows it.
                kept = part if isinstance(following, str) else part.rstrip(OPENING)
                parts[place] = part[len(kept) :]
                written += text(kept)
                continue
            before = parts[place - 1] if place and isinstance(parts[place - 1], str) else ""
            after = following if isinstance(following, str) else ""
            tail = after[: len(after) - len(after.lstrip(CLOSING))]
            if tail:
                parts[place + 1] = after[len(tail) :]
            # The marks around a button stay on its line.
            button = self._button(part)
            together = text(before) + button + text(tail)
            written += tag("span", together, class_="together") if before or tail else button
        return written

    def headline(self, words: RichText) -> str:
        """Write a headline: in Japanese it breaks at phrases, never inside a word."""
        if self.language != "ja":
            return self.html(words)
        return self.html(
            RichText(
                tuple(
                    part if isinstance(part, Reference) else phrases(part) for part in words.parts
                )
            )
        ).replace(PHRASE_END, Markup("<wbr>"))

    def plain(self, words: str) -> str:
        """Write a text that may hold references, as in claims.csv."""
        return self.html(rich_text(words, self.dataset, self.language))

    def document(self, source: Source) -> str:
        """Name a document with a link to it."""
        return source_html(source, self.language)

    def _button(self, part: Reference | Explained) -> str:
        if isinstance(part, Explained):
            return self._opens(f"term-{part.term.id}", part.text, "term", "open_term")
        record = part.record
        if record is None:
            return tag("mark", text(part.text))
        self.mentioned[record.id] = record
        if is_old(record):
            marked = part.text + interface("old_mark", self.language)
            return self._opens(record.id, marked, "number", "open_old_record")
        return self._opens(record.id, part.text, "number", "open_record")

    def _opens(self, record_id: str, words: str, kind: str, title: str) -> str:
        return tag(
            "button",
            text(words),
            type="button",
            class_=kind,
            popovertarget=self._panel_id(record_id),
            title=interface(title, self.language),
        )

    def _panel_id(self, record_id: str) -> str:
        return f"{self.prefix}-{record_id}"

    def panels(self) -> str:
        """Write the panels of all records and terms met so far, closed; each once."""
        written = ""
        for record_id, record in self.mentioned.items():
            inner = record_html(self.dataset, record, self.language)
            written += self._panel(record_id, inner, "record")
        for term_id, term in self.explained.items():
            inner = panel_html(self.dataset, term, self.language)
            written += self._panel(f"term-{term_id}", inner, "record term")
        return written

    def _panel(self, record_id: str, inner: str, kind: str) -> str:
        return tag("div", inner, popover="auto", id=self._panel_id(record_id), class_=kind)
