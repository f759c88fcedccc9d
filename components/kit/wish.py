"""What somebody wishes to take away: languages, topics or a talk, the day, the edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.content.editions import Edition, current
from components.content.languages import LANGUAGES, Language
from components.content.stories import told, walks
from components.content.story import Story
from components.content.today import today
from components.content.topics import Step, Topic
from components.stage.talk import MINUTES, MOST, Talk, whole


@dataclass(frozen=True)
class Wish:
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
            topic = told(topic_id).topic(language)
            step = next(each for each in topic.steps if each.id == step_id)
            found.append((told(topic_id), topic, step))
        return found


def wish(
    *,
    languages: Sequence[Language] = tuple(LANGUAGES),
    topics: Sequence[str] = (),
    talk: Talk | None = None,
    address: str = "",
) -> Wish:
    """Make a wish of today: no topics means all of them, or those of the talk, in menu order."""
    if talk:
        topics = tuple(dict.fromkeys(topic_id for topic_id, _ in talk.steps))
    chosen = tuple(topics) or every_topic()
    return Wish(tuple(languages), chosen, talk, today(), current(), address.rstrip("/"))


def every_topic() -> tuple[str, ...]:
    """List the topics that are told step by step, in the order of the menu."""
    return tuple(each.topic_id for each in walks())
