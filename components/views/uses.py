"""The links from a record to the steps that use it."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from components.data.languages import Language, listed
from components.text.topics import interface
from components.text.uses import Use
from components.views.tags import joined, tag


def uses_html(
    found: Iterable[Use], language: Language, lead: str, attributes: Callable[[Use], dict[str, str]]
) -> Markup:
    """
    Write the links to the steps that use a record, by topic; nothing where none does.

    attributes gives what the link to a step needs: where it leads and how it is told.
    """
    topics: dict[tuple[str, str], list[Use]] = {}
    for use in found:
        topics.setdefault((use.topic, use.title), []).append(use)
    if not topics:
        return Markup()
    written = (
        escape(title) + joined((" ", _step(each, language, attributes(each))) for each in together)
        for (_, title), together in topics.items()
    )
    return tag("p", lead, " ", Markup(listed(written, language, english="; ")), class_="uses")


def _step(use: Use, language: Language, attributes: dict[str, str]) -> Markup:
    words = interface("use_step", language, number=str(use.step))
    return tag("a", words, **attributes)
