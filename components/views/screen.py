"""The screen: numbers and terms are buttons, and open their records in place."""

from typing import ClassVar
from urllib.parse import quote

from markupsafe import Markup

from components.data.languages import Language
from components.data.records import Event, Figure
from components.data.today import is_old
from components.data.words import Term
from components.text.glossary import Explained
from components.text.prose import Reference
from components.text.topics import interface
from components.views.medium import Medium
from components.views.record import record_html
from components.views.tags import joined, tag
from components.views.terms import name_html, term_html


def app_address(page: str, language: Language, **query: str) -> str:
    """Give the address of a view inside the app."""
    more = "".join(f"&{name}={quote(value)}" for name, value in query.items())
    return f"/{page}?lang={language}{more}"


class Screen(Medium):
    """
    Writes for the app, and for the first page before it.

    The panels that the numbers open stand where panels() is called, each once; their ids begin
    with prefix, which no other Screen of the page may share.
    """

    points = (("ol", "checklist"), ("ul", "ways"))
    link: ClassVar = {"target": "_self"}
    opening, closing = (
        "（「『(“[",
        "、。，．」』）)],.;:!?！？%％",
    )  # a button is a box, and would lose them

    def __init__(self, language: Language, prefix: str) -> None:
        super().__init__(language)
        self.prefix = prefix
        self.waiting: dict[str, Figure | Event | Term] = {}
        self.written: set[str] = set()

    def number(self, reference: Reference) -> Markup:
        """Write a number as a button that opens its record."""
        record = reference.record
        if record is None:
            return tag("mark", reference.text)
        title = "open_old_record" if is_old(record) else "open_record"
        return self._opens(record.id, record, self.marked(reference), "number", title)

    def term(self, written: Explained) -> Markup:
        """Write a term as a button that opens its explanation."""
        name = f"term-{written.term.id}"
        return self._opens(name, written.term, written.text, "term", "open_term")

    def href(self, page: str, **query: str) -> str:
        """Give the address of a view inside the app."""
        return app_address(page, self.language, **query)

    def _opens(
        self, name: str, record: Figure | Event | Term, words: str, kind: str, title: str
    ) -> Markup:
        if name not in self.written:
            self.waiting[name] = record
        return tag(
            "button",
            words,
            type="button",
            class_=kind,
            popovertarget=f"{self.prefix}-{name}",
            title=interface(title, self.language),
        )

    def panels(self) -> Markup:
        """Write the panels of records and terms that were met since the last call, closed."""
        # Records first, then terms.
        ordered = sorted(self.waiting.items(), key=lambda each: isinstance(each[1], Term))
        self.written |= self.waiting.keys()
        self.waiting = {}
        return joined(self._panel(name, record) for name, record in ordered)

    def _panel(self, name: str, record: Figure | Event | Term) -> Markup:
        if isinstance(record, Term):
            kind, inner = "record term", self._explanation(record)
        else:
            kind, inner = "record", record_html(self.dataset, record, self.language)
        own = f"{self.prefix}-{name}"
        close = tag(
            "button",
            "×",
            type="button",
            class_="close",
            popovertarget=own,
            popovertargetaction="hide",
            aria_label=interface("close", self.language),
        )
        return tag("div", close + inner, popover="auto", id=own, class_=kind)

    def _explanation(self, term: Term) -> Markup:
        """Write what a term means, with the way to its glossary entry."""
        entry = tag(
            "a",
            interface("open_glossary", self.language),
            href=self.href("glossary", record=term.id),
            **self.link,
        )
        name = tag("p", name_html(term, self.language), class_="label")
        return name + term_html(self.dataset, term, self.language) + tag("p", entry)
