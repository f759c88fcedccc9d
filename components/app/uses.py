"""From each record the way to the steps that use it."""

from collections.abc import Mapping
from contextlib import suppress

from components.app import query_params
from components.charts import drawn
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.text.story import walks
from components.text.topics import Topic, interface
from components.text.uses import Use, uses
from components.text.yaml_reader import BrokenText
from components.views.tags import tag
from components.views.uses import uses_html


def of(record_id: str, language: Language) -> tuple[Use, ...]:
    """Give the steps that use a record, claim, event or term, in the order of the pages."""
    return cached(lambda: _uses(language), "uses", language).get(record_id, ())


def _uses(language: Language) -> Mapping[str, tuple[Use, ...]]:
    rows = cached(lambda: drawn.rows(_topics("ja")), "drawn")
    return uses(_topics(language), rows, load_dataset())


def _topics(language: Language) -> list[Topic]:
    topics = []
    for story in walks():
        with suppress(BrokenText):  # its own page says so
            topics.append(story.topic(language))
    return topics


def html(record_id: str, language: Language) -> str:
    """Write the links to the steps that use a record; nothing where none does."""

    def attributes(use: Use) -> dict[str, str]:
        step = interface("use_step", language, number=str(use.step))
        return {
            "href": query_params.href(use.topic, language, step=str(use.step)),
            "target": "_self",
            "aria_label": f"{use.title} {step}",
        }

    lead = tag("span", interface("used_in", language), class_="lead")
    return uses_html(of(record_id, language), language, lead, attributes)
