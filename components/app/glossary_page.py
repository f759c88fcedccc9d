"""The glossary: every term in order, with its reading, in plain words, and where it is used."""

from components.app import filters, lookup_page, uses
from components.app.html_buffer import HtmlBuffer
from components.data.cache import cached_unless_query
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.words import Term
from components.search.search import index, narrow
from components.text.glossary import in_order
from components.text.story import Story
from components.views.glossary_list import Foot, entry_html, terms_html
from components.views.screen import Screen
from components.views.tags import tag


def render(story: Story) -> None:
    """Show the page: the term a link names, a box for words, and the terms in order."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    _asked(language, sheet)
    sheet.out()
    query = filters.render([], language)["q"]
    found = cached_unless_query(query, lambda: _found(query, language), "terms found", language)
    lookup_page.counted([], topic.id, language, sheet, found=len(found))
    sheet.add(cached_unless_query(query, lambda: _listed(found, language), "glossary", language))
    sheet.add(lookup_page.method(topic))
    sheet.out()


def _asked(language: Language, sheet: HtmlBuffer) -> None:
    term = lookup_page.asked(load_dataset().terms.get, language, sheet)
    if term:
        sheet.add(
            tag(
                "section",
                entry_html(term, Screen(language, "asked"), _foot(language), heading="h2"),
                class_="notice entry",
            )
        )


def _found(query: str, language: Language) -> list[Term]:
    """Give the terms that hold the words, by any spelling or reading, in the order of the list."""
    every = (each for each in index(load_dataset()) if each.kind == "term")
    ids = {each.id for each in narrow(every, query, load_dataset())}
    return [term for term in in_order(load_dataset(), language) if term.id in ids]


def _listed(found: list[Term], language: Language) -> str:
    return terms_html(found, Screen(language, "glossary"), _foot(language), jumps=True)


def _foot(language: Language) -> Foot:
    return lambda term: (
        uses.html(term.id, language)
        + lookup_page.address("copy_term_link", "glossary", term.id, language)
    )
