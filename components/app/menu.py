"""The menu: the product's name and every page by section, as one piece of markup."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from components.app import query_params
from components.data.cache import cached
from components.data.languages import Language
from components.text.topics import interface, sections
from components.views.tags import joined, tag

PANEL = "menu"
Title = Callable[[str, Language], str]


def html(home: str, known: Sequence[str], here: str, language: Language, title: Title) -> str:
    """Write the name (which leads home) and a button that opens the pages known, by section."""
    return cached(lambda: _written(home, known, here, language, title), "menu", here, language)


def _written(home: str, known: Sequence[str], here: str, language: Language, title: Title) -> str:
    name = _link(home, interface("product", language), here, language, class_="brand")
    button = tag(
        "button",
        interface("topics", language),
        type="button",
        class_="menu",
        popovertarget=PANEL,
    )
    groups = groups_html(known, here, language, title)
    panel = tag("nav", groups, popover="auto", id=PANEL, aria_label=interface("topics", language))
    return name + button + panel


def groups_html(known: Sequence[str], here: str, language: Language, title: Title) -> Markup:
    """Write every page known, by section; here names the one that is shown."""
    return joined(
        tag("p", section.title.to(language))
        + tag(
            "ul",
            joined(
                tag("li", _link(each, title(each, language), here, language))
                for each in section.topics
                if each in known
            ),
        )
        for section in sections()
    )


def _link(page: str, words: str, here: str, language: Language, **more: str) -> str:
    if page == here:
        more["aria_current"] = "page"
    return tag("a", words, href=query_params.href(page, language), target="_self", **more)
