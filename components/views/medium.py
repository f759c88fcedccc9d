"""What a form of the product (screen, plain site, phone, paper) decides about its own HTML."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import ClassVar

from markupsafe import Markup, escape

from components.data.dataset import Dataset, load_dataset
from components.data.languages import Language
from components.data.records import Event, Figure, Source
from components.data.today import is_old
from components.data.words import Term
from components.text.glossary import Explained, explained
from components.text.phrases import PHRASE_END, phrases
from components.text.prose import Reference, RichText, rich_text
from components.text.topics import Step, Topic, interface
from components.views.tags import joined, source_html, tag

Piece = str | Reference | Explained

TOGETHER = 30  # characters: what is longer may break, or a phone is too narrow for it


class Medium(ABC):
    """
    One form, in one language: how it writes numbers, terms, documents, links and charts.

    Everything else about a step, a claim, a list is written once for all of them, in
    components.views. A medium remembers which terms it has explained; make one a page.
    """

    heading = "h2"  # of a step
    points = (("ul", "points"), ("ul", "points"))  # a step's list of questions, of ways on
    link: ClassVar[dict[str, str]] = {}  # attributes of every link into the product
    moves = True  # a reader can press and set things; where not, nobody is told to
    folds_claims = True  # to a line each, where a press opens them
    opening = closing = ""  # marks that must not leave the line of a number beside them

    def __init__(self, language: Language) -> None:
        self.language = language
        self.dataset: Dataset = load_dataset()
        self.terms: dict[str, Term] = {}

    @abstractmethod
    def number(self, reference: Reference) -> Markup:
        """Write a number or date of a sentence, with the way to its record where there is one."""

    @abstractmethod
    def href(self, page: str, **query: str) -> str | None:
        """Give the address of a page; None where this form does not lead there."""

    def chart(self, topic: Topic, step: Step) -> Markup:
        """Write a step's chart with what stands under it; nothing for a step without one."""
        raise NotImplementedError

    def body(self, step: Step) -> Markup:
        """Write a step's text below its headline."""
        lines = (*step.body, *step.on_screen) if self.moves else step.body
        return joined(tag("p", self.explaining(line)) for line in lines)

    def term(self, written: Explained) -> Markup:
        """Write a term with the way to its explanation; as plain words where there is none."""
        return escape(written.text)

    def headline_number(self, reference: Reference) -> Markup:
        """Write a number of a headline, which may stand in a link."""
        return self.number(reference)

    def document(self, source: Source) -> Markup:
        """Name a document with a link to it."""
        return source_html(source, self.language)

    def fold(self, summary: str, *inner: str) -> Markup:
        """Fold something away under a line of words."""
        return tag("details", tag("summary", summary), inner)

    def anchor(self, name: str) -> str | None:
        """Give the id under which a link finds a place of the page; None for none."""
        return name

    def panels(self) -> Markup:
        """Write what the numbers and terms written since the last call open."""
        return Markup()

    def html(self, words: RichText) -> Markup:
        """Write a sentence or paragraph."""
        return self._sentence(list(words.parts), self.number)

    def explaining(self, words: RichText) -> Markup:
        """Write a sentence; the terms in it that were not met before lead to their explanation."""
        parts = [piece for part in words.parts for piece in self._pieces(part)]
        return self._sentence(parts, self.number)

    def plain(self, words: str) -> Markup:
        """Write a text that may hold references, as in claims.csv."""
        return self.html(rich_text(words, self.dataset, self.language))

    def headline(self, words: RichText | str) -> Markup:
        """Write a headline: in Japanese it breaks between phrases, never inside a word."""
        parts: list[Piece] = []
        for part in (words,) if isinstance(words, str) else words.parts:
            japanese = self.language == "ja"
            parts.append(phrases(part) if isinstance(part, str) and japanese else part)
        written = self._sentence(parts, self.headline_number)
        return written.replace(PHRASE_END, Markup("<wbr>"))

    def marked(self, reference: Reference) -> str:
        """Give a number's words, with a mark where it has grown old."""
        old = interface("old_mark", self.language) if is_old(reference.record) else ""
        return reference.text + old

    def _pieces(self, part: str | Reference) -> Iterator[Piece]:
        if isinstance(part, Reference):
            yield part
            return
        for piece in explained(part, self.dataset, self.language, self.terms):
            if isinstance(piece, Explained):
                self.terms[piece.term.id] = piece.term
            yield piece

    def _sentence(self, parts: list[Piece], number: Callable[[Reference], Markup]) -> Markup:
        """Write pieces one after the other; some marks stay with the number beside."""
        written = Markup()
        for place, part in enumerate(parts):
            following = parts[place + 1] if place + 1 < len(parts) else ""
            if isinstance(part, str):
                # An opening bracket goes with the number that follows it.
                kept = part if isinstance(following, str) else part.rstrip(self.opening)
                parts[place] = part[len(kept) :]
                written += kept
                continue
            before = parts[place - 1] if place else ""
            before = before if isinstance(before, str) else ""
            after = following if isinstance(following, str) else ""
            tail = after[: len(after) - len(after.lstrip(self.closing))]
            if tail:
                parts[place + 1] = after[len(tail) :]
            word = self.term(part) if isinstance(part, Explained) else number(part)
            short = len(before + part.text + tail) <= TOGETHER
            together = tag("span", before, word, tail, class_="together" if short else None)
            written += together if before or tail else word
        return written


def record_page(record: Figure | Event) -> str:
    """Name the page where a record of a sentence is found."""
    return "timeline" if isinstance(record, Event) else "figures"
