"""The stories there are, and from each record the way to the steps that use it."""

import logging
from collections.abc import Mapping
from importlib import import_module

from components.charts.chart import View
from components.content.book import book
from components.content.languages import Language
from components.content.story import Story
from components.content.texts import BrokenText
from components.content.topics import Topic, interface
from components.content.uses import Use, uses
from components.ui import frame, link
from components.ui.choosing import first_choices
from components.ui.kept import once
from components.ui.markup import tag, text

LOG = logging.getLogger(__name__)


def walks() -> list[Story]:
    """List the stories that are told step by step; a page that cannot be read is left out."""
    found = []
    for name in frame.page_names():
        try:
            found.append(import_module(f"pages.{name}").STORY)
        except Exception:
            LOG.exception("no story in pages/%s.py", name)
    return [story for story in found if story.walk]


def of(record_id: str, language: Language) -> tuple[Use, ...]:
    """Give the steps that use a record, claim, event or term, in the order of the pages."""
    return once(lambda: _uses(language), "uses", language).get(record_id, ())


def _uses(language: Language) -> Mapping[str, tuple[Use, ...]]:
    drawn = once(_drawn, "drawn")
    return uses((topic for story in walks() for topic in _topics(story, language)), drawn, book())


def _topics(story: Story, language: Language) -> list[Topic]:
    try:
        return [story.topic(language)]
    except BrokenText:
        return []  # its own page says so


def _drawn() -> dict[tuple[str, str], list[str]]:
    """Draw each chart once, as it first shows, to learn which rows it is made of."""
    found = {}
    for story in walks():
        for topic in _topics(story, "ja"):
            for step in topic.steps:
                drawing = story.drawing(step.chart)
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
    topics: dict[tuple[str, str], list[int]] = {}
    for use in of(record_id, language):
        topics.setdefault((use.topic, use.title), []).append(use.step)
    if not topics:
        return ""
    joined = "、" if language == "ja" else "; "
    written = joined.join(_topic(*name, steps, language) for name, steps in topics.items())
    lead = tag("span", text(interface("used_in", language)), class_="lead")
    return tag("p", f"{lead} {written}", class_="uses")


def _topic(topic: str, title: str, steps: list[int], language: Language) -> str:
    links = [
        tag(
            "a",
            text(interface("use_step", language, number=str(number))),
            href=link.href(topic, language, step=str(number)),
            target="_self",
            aria_label=f"{title} {interface('use_step', language, number=str(number))}",
        )
        for number in steps
    ]
    return f"{text(title)} {' '.join(links)}"
