"""The glossary: every term in order, with its reading, in plain words, and where it is used."""

from itertools import groupby

from components.content.book import book
from components.content.glossary import group, in_order
from components.content.kept import once_unless
from components.content.languages import Language
from components.content.search import index, narrow
from components.content.story import Story
from components.content.term import Term
from components.content.topics import interface
from components.markup.terms import name_html, term_html
from components.ui import filters, reference, uses
from components.ui.markup import Sheet, tag, text


def tell(story: Story) -> None:
    """Show the page: the term a link names, a box for words, and the terms in order."""
    sheet = Sheet()
    topic = reference.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    _asked(language, sheet)
    chosen = filters.asked([])
    sheet.add(filters.html(topic.id, [], chosen, language))
    query = chosen["q"]
    found = once_unless(query, lambda: _found(query, language), "terms found", language)
    reference.counted(found, topic.id, language, sheet)
    sheet.add(once_unless(query, lambda: _listed(found, language), "glossary", language))
    sheet.add(reference.method(topic))
    sheet.out()


def _asked(language: Language, sheet: Sheet) -> None:
    term = reference.asked(book().terms.get, language, sheet)
    if term:
        sheet.add(tag("section", _inside(term, language, "h2"), class_="notice entry"))


def _found(query: str, language: Language) -> list[Term]:
    """Give the terms that hold the words, by any spelling or reading, in the order of the list."""
    every = (each for each in index(book()) if each.kind == "term")
    ids = {each.id for each in narrow(every, query, book())}
    return [term for term in in_order(book(), language) if term.id in ids]


def _listed(found: list[Term], language: Language) -> str:
    groups = [
        (name, list(each)) for name, each in groupby(found, lambda term: group(term, language))
    ]
    nav = reference.jumps(
        [(_place(name), _heading(name, language), str(len(each))) for name, each in groups],
        language,
    )
    return nav + "".join(
        tag("h2", text(_heading(name, language)), id=_place(name), class_="year")
        + "".join(
            tag("section", _inside(term, language), class_="entry", id=f"term-{term.id}")
            for term in each
        )
        for name, each in groups
    )


def _place(name: str) -> str:
    return f"row-{ord(name)}"


def _heading(name: str, language: Language) -> str:
    return interface("kana_row", language, kana=name) if language == "ja" else name


def _inside(term: Term, language: Language, heading: str = "h3") -> str:
    return (
        tag(heading, name_html(term, language))
        + term_html(book(), term, language)
        + uses.html(term.id, language)
        + reference.address("copy_term_link", "glossary", term.id, language)
    )
