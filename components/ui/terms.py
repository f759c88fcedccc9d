"""The panel that a term in a sentence opens."""

from components.content.book import Book
from components.content.languages import Language
from components.content.term import Term
from components.content.topics import interface
from components.markup.tags import tag, text
from components.markup.terms import name_html, term_html
from components.ui import link


def panel_html(book: Book, term: Term, language: Language) -> str:
    """Write the panel that a term in a sentence opens, with the way to its glossary entry."""
    entry = tag(
        "a",
        text(interface("open_glossary", language)),
        href=link.href("glossary", language, record=term.id),
        target="_self",
    )
    name = tag("p", name_html(term, language), class_="label")
    return name + term_html(book, term, language) + tag("p", entry)
