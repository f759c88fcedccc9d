"""
A story: which drawing function tells which step.

components/topics makes the stories. An entry point registers them once, and whatever tells more
than one topic (a talk, the export, a room) looks them up here by id.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from components.data.languages import Language
from components.text.topics import Step, Topic, load_topic, sections


@dataclass(frozen=True)
class RecordSteps:
    """
    Steps that a page makes of records, such as the towns: one for each, when it is asked for.

    parameter is how a link asks the page for one; names gives the records that have a step, by id
    with the name in a language; step makes it.
    """

    parameter: str
    names: Callable[[Language], Mapping[str, str]]
    step: Callable[[str, Language], Step]


@dataclass(frozen=True)
class Story:
    """
    A topic's id with the functions that draw its charts.

    Each function's name is the `chart:` of the step it draws. Its first argument is the view
    (records, language, look, room); every further annotated argument is a choice the reader has.
    A page to look things up in is no walk: its steps are not shown one by one. A talk can tell a
    walk's steps, and those that a page makes of records.
    """

    topic_id: str
    charts: tuple[Callable[..., Any], ...]
    walk: bool = True
    records: RecordSteps | None = None

    def drawing(self, name: str) -> Callable[..., Any] | None:
        """Give the function that draws a chart, or None where there is none of that name."""
        return next((draw for draw in self.charts if draw.__name__ == name), None)

    def get_drawing(self, name: str) -> Callable[..., Any]:
        """Give the function that draws a chart. Raises LookupError where there is none."""
        if drawing := self.drawing(name):
            return drawing
        raise LookupError(f"no chart is called {name}")

    def drawing_of(self, step: Step) -> Callable[..., Any] | None:
        """Give the function that draws a step, told what it is about; None for one of words."""
        drawing = self.drawing(step.chart)
        return partial(drawing, **step.arguments) if drawing and step.arguments else drawing

    def topic(self, language: Language) -> Topic:
        """Give the words of the topic in one language. Raises BrokenText."""
        return load_topic(self.topic_id, language)

    def has_step(self, step_id: str) -> bool:
        """Tell whether a talk can tell a step of this id."""
        if self.records and step_id in self.records.names("ja"):
            return True
        return self.walk and any(each.id == step_id for each in self.topic("ja").steps)

    def step(self, step_id: str, language: Language) -> Step:
        """Give a step by its id, or made of the record of this id. Raises KeyError, BrokenText."""
        steps = {each.id: each for each in self.topic(language).steps}
        if step_id in steps or self.records is None:
            return steps[step_id]
        return self.records.step(step_id, language)


_registered: dict[str, Story] = {}


def register(stories: Iterable[Story]) -> None:
    """Make stories known by their topic ids, in place of those known before."""
    found = {story.topic_id: story for story in stories}
    if found != _registered:
        _registered.clear()
        _registered.update(found)


def find_story(topic_id: str) -> Story | None:
    """Give the story of a topic; None where there is none."""
    return _registered.get(topic_id)


def get_story(topic_id: str) -> Story:
    """Give the story of a topic. Raises KeyError where there is none."""
    return _registered[topic_id]


def topic_ids() -> tuple[str, ...]:
    """List the ids of the topics that are walks, in alphabetical order."""
    return tuple(sorted(name for name, story in _registered.items() if story.walk))


def told_in_talks() -> list[Story]:
    """List whose steps a talk may tell: the walks, then the pages that make steps of records."""
    return [*walks(), *(story for story in _registered.values() if story.records)]


def walks() -> list[Story]:
    """List the walks in the order of the menu; one that the menu forgot comes last."""
    known = topic_ids()
    listed = [name for section in sections() for name in section.topics if name in known]
    return [get_story(name) for name in dict.fromkeys([*listed, *known])]
