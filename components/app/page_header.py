"""The head of every page: the product's name, the menu, the field to ask in, the languages."""

from collections.abc import Sequence

from components.app import menu, query_params
from components.app.html_buffer import link_choices
from components.data.cache import cached
from components.data.languages import LANGUAGES, Language
from components.text.topics import interface
from components.views.tags import joined, tag

HOME, SEARCH = "home", "search"
LINKED = ("your_town", "public_money", "explore", "timeline", "claims", "figures", "talk")


def html(known: Sequence[str], page: str, language: Language, step: str, title: menu.Title) -> str:
    """
    Write the head of a page, the same for all readers; step is the one its link names, if any.

    All of it is links and a form that behaviour.js follows: the first sight of a page has it too,
    before Streamlit has come, and a widget here would cost every rerun of every page.
    """
    return cached(
        lambda: _html(known, page, language, step, title), "masthead", page, language, step
    )


def _html(known: Sequence[str], page: str, language: Language, step: str, title: menu.Title) -> str:
    name = tag("div", menu.html(HOME, list(known), page, language, title), class_="name")
    ask = (
        tag("span", "", class_="space") if page == SEARCH else ask_html(language) + _find(language)
    )
    more = {"step": step} if step else {}
    here = page if page in known else HOME
    languages = link_choices(
        [
            (words, query_params.href(here, each, **more), each == language)
            for each, words in LANGUAGES.items()
        ],
        interface("language", language),
    )
    return tag("div", name + _links(known, page, language) + ask + languages, class_="masthead")


def _links(known: Sequence[str], page: str, language: Language) -> str:
    """Write the pages one goes to most, where the window has room for them."""
    links = (
        tag(
            "a",
            interface(f"short_{each}", language),
            href=query_params.href(each, language),
            target="_self",
            aria_current="page" if each == page else None,
        )
        for each in LINKED
        if each in known
    )
    return tag("nav", joined(links), class_="links", aria_label=interface("main_pages", language))


def _find(language: Language) -> str:
    """Lead to the page of the search: a phone has no room for the field."""
    words, there = interface("search_send", language), query_params.href(SEARCH, language)
    return tag("a", words, href=there, target="_self", class_="find")


def ask_html(language: Language) -> str:
    """Write the field to ask in, which leads to the page of the search."""
    words, send = interface("search_all", language), interface("search_send", language)
    asking = interface("search_example", language)
    field = tag(
        "input",
        type="search",
        maxlength=str(query_params.LONGEST),
        autocomplete="off",
        placeholder=asking,
        aria_label=words,
    )
    button = tag("button", send, type="submit")
    there = query_params.href(SEARCH, language)
    return tag("form", field + button, class_="ask", role="search", data_address=there)
