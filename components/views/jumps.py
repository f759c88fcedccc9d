"""The links to places on the same page."""

from collections.abc import Iterable

from markupsafe import Markup

from components.data.languages import Language
from components.text.topics import interface
from components.views.tags import tag


def jumps_html(places: Iterable[tuple[str, str, str]], language: Language) -> Markup:
    """Write links to places on this page: (id, words, how many entries stand there, or "")."""
    items = (
        tag("li", tag("a", words, href=f"#{place}"), tag("small", count) if count else "")
        for place, words, count in places
    )
    return tag("nav", tag("ul", items), class_="jumps", aria_label=interface("jumps", language))
