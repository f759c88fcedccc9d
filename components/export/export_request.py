"""What somebody wishes to take away: languages, topics or a talk, the day, the edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.data.editions import Edition, current
from components.data.languages import LANGUAGES, Language
from components.data.today import today
from components.presenter.talk import MINUTES, MOST, Talk, whole
from components.text.story import Story, get_story, walks
from components.text.topics import Step, Topic


@dataclass(frozen=True)
class ExportRequest:
    """
    One kit. With a talk, its steps are told in its order; without, every step of the topics.

    address is where the product can be reached, like https://example.org; empty where it is not
    known, and then nothing pretends that it is.
    """

    languages: tuple[Language, ...]
    topics: tuple[str, ...]
    talk: Talk | None
    made: date
    edition: Edition
    address: str = ""

    def as_talk(self) -> Talk:
        """Give the steps to tell, as a talk."""
        if self.talk:
            return self.talk
        return whole(*self.topics, minutes=min(MOST, MINUTES * len(self.topics)))

    def steps_of(self, language: Language) -> list[tuple[Story, Topic, Step]]:
        """Give each step to tell with its story and topic, in order. Raises BrokenText."""
        found = []
        for topic_id, step_id in self.as_talk().steps:
            story = get_story(topic_id)
            found.append((story, story.topic(language), story.step(step_id, language)))
        return found


def export_request(
    *,
    languages: Sequence[Language] = tuple(LANGUAGES),
    topics: Sequence[str] = (),
    talk: Talk | None = None,
    address: str = "",
) -> ExportRequest:
    """Make a request of today: no topics means all, or the walks of the talk, in its order."""
    told = dict.fromkeys(name for name, _ in talk.steps if get_story(name).walk) if talk else ()
    chosen = tuple(told) if talk else tuple(topics) or every_topic()
    return ExportRequest(tuple(languages), chosen, talk, today(), current(), address.rstrip("/"))


def every_topic() -> tuple[str, ...]:
    """List the topics that are told step by step, in the order of the menu."""
    return tuple(each.topic_id for each in walks())
