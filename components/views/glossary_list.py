"""The glossary: every term under its row or letter, in plain words."""

from collections.abc import Callable, Iterable
from itertools import groupby

from markupsafe import Markup

from components.data.words import Term
from components.text.glossary import group
from components.text.topics import interface
from components.views.jumps import jumps_html
from components.views.medium import Medium
from components.views.tags import joined, tag
from components.views.terms import name_html, term_html

Foot = Callable[[Term], str]  # gives what stands below a term: its uses, its address


def entry_html(term: Term, on: Medium, foot: Foot, *, heading: str = "h3") -> Markup:
    """Write a term under its name."""
    name = tag(heading, name_html(term, on.language))
    return name + term_html(on.dataset, term, on.language) + foot(term)


def terms_html(found: Iterable[Term], on: Medium, foot: Foot, *, jumps: bool) -> Markup:
    """Write terms in their order under rows of kana or letters, with links to these above."""
    groups = [
        (name, list(each)) for name, each in groupby(found, lambda term: group(term, on.language))
    ]
    places = [(f"row-{ord(name)}", _heading(name, on), str(len(each))) for name, each in groups]
    entries = (
        tag("h2", _heading(name, on), id=f"row-{ord(name)}", class_="year")
        + joined(
            tag("section", entry_html(term, on, foot), class_="entry", id=f"term-{term.id}")
            for term in each
        )
        for name, each in groups
    )
    return (jumps_html(places, on.language) if jumps else Markup()) + joined(entries)


def _heading(name: str, on: Medium) -> str:
    return interface("kana_row", on.language, kana=name) if on.language == "ja" else name
