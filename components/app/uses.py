"""From each record the way to the steps that use it."""

import logging
from collections.abc import Mapping

from components.app import link
from components.app.html_buffer import tag, text
from components.charts.chart import View
from components.charts.controls import default_values
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.text.story import Story, walks
from components.text.topics import Topic, interface
from components.text.uses import Use, uses
from components.text.yaml_reader import BrokenText
from components.views.uses import uses_html

LOG = logging.getLogger(__name__)


def of(record_id: str, language: Language) -> tuple[Use, ...]:
    """Give the steps that use a record, claim, event or term, in the order of the pages."""
    return cached(lambda: _uses(language), "uses", language).get(record_id, ())


def _uses(language: Language) -> Mapping[str, tuple[Use, ...]]:
    drawn = cached(_drawn, "drawn")
    return uses(
        (topic for told in walks() for topic in _topics(told, language)), drawn, load_dataset()
    )


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
                    view = View(load_dataset(), "ja", words=step.words)
                    rows = drawing(view, **default_values(drawing)).rows
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
