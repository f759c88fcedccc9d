"""From each record the way to the steps that use it."""

import logging
from collections.abc import Mapping

from components.charts.chart import View
from components.charts.choices import first_choices
from components.content.book import book
from components.content.kept import once
from components.content.languages import Language
from components.content.stories import walks
from components.content.story import Story
from components.content.texts import BrokenText
from components.content.topics import Topic, interface
from components.content.uses import Use, uses
from components.markup.uses import uses_html
from components.ui import link
from components.ui.markup import tag, text

LOG = logging.getLogger(__name__)


def of(record_id: str, language: Language) -> tuple[Use, ...]:
    """Give the steps that use a record, claim, event or term, in the order of the pages."""
    return once(lambda: _uses(language), "uses", language).get(record_id, ())


def _uses(language: Language) -> Mapping[str, tuple[Use, ...]]:
    drawn = once(_drawn, "drawn")
    return uses((topic for told in walks() for topic in _topics(told, language)), drawn, book())


def _topics(told: Story, language: Language) -> list[Topic]:
    try:
        return [told.topic(language)]
    except BrokenText:
        return []  # its own page says so


def _drawn() -> dict[tuple[str, str], list[str]]:
    """Draw each chart once, as it first shows, to learn which rows it is made of."""
    found = {}
    for told in walks():
        for topic in _topics(told, "ja"):
            for step in topic.steps:
                drawing = told.drawing(step.chart)
                if drawing is None:
                    continue
                try:
                    view = View(book(), "ja", words=step.words)
                    rows = drawing(view, **first_choices(drawing)).rows
                    found[topic.id, step.id] = [row.id for row in rows]
                except Exception:  # the step's own page says so
                    LOG.exception("chart of %s %s", topic.id, step.id)
    return found


def html(record_id: str, language: Language) -> str:
    """Write the links to the steps that use a record; nothing where none does."""

    def attributes(use: Use) -> dict[str, str]:
        step = interface("use_step", language, number=str(use.step))
        return {
            "href": link.href(use.topic, language, step=str(use.step)),
            "target": "_self",
            "aria_label": f"{use.title} {step}",
        }

    lead = tag("span", text(interface("used_in", language)), class_="lead")
    return uses_html(of(record_id, language), language, lead, attributes)
