"""The panel that a term in a sentence opens."""

from components.app import link
from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.words import Term
from components.text.topics import interface
from components.views.tags import tag, text
from components.views.terms import name_html, term_html


def panel_html(dataset: Dataset, term: Term, language: Language) -> str:
    """Write the panel that a term in a sentence opens, with the way to its glossary entry."""
    entry = tag(
        "a",
        text(interface("open_glossary", language)),
        href=link.href("glossary", language, record=term.id),
        target="_self",
    )
    name = tag("p", name_html(term, language), class_="label")
    return name + term_html(dataset, term, language) + tag("p", entry)
