"""A talk: steps of any topics in an order of the presenter's, its length, its link and its file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import unquote

from components.data.languages import Language
from components.text.story import find_story, get_story
from components.text.topics import interface

LONGEST = 60  # steps
MINUTES = 20
LEAST, MOST = 1, 240  # minutes
CLAIMS = ("none", "one", "all")  # of a step that come without being asked for
TEXT = 4000  # characters of a link that are looked at
# Links given out and rooms kept by older servers call a fragment so; readers were promised it.
FRAGMENT_KEY = "beat"
NAME = re.compile(r"[a-z][a-z0-9_]{0,60}", re.ASCII)
FILE = "mieru_talk.txt"
LARGEST = 100_000  # characters of a file or a pasted text that are looked at
IN_FILE = re.compile(rf"talk=([A-Za-z0-9_.:,~-]{{1,{TEXT}}})", re.ASCII)


@dataclass(frozen=True)
class Talk:
    """
    The steps shown, each as (topic id, step id), and the length in minutes.

    claims holds (topic id, step id, "one" or "all") for each step whose claims come by themselves.
    """

    steps: tuple[tuple[str, str], ...]
    minutes: int = MINUTES
    claims: frozenset[tuple[str, str, str]] = frozenset()

    def written(self) -> str:
        """
        Write the talk for a link: 30~mynapoint.planned_and_applied.deadlines_moved-all~overview.…

        Steps go by their ids, so that a link still opens them when an editor adds one before; -one
        and -all say how many of its claims a step tells unasked.
        """
        groups: list[list[str]] = []
        for topic_id, step_id in self.steps:
            told = self.claims_of(topic_id, step_id)
            name = step_id if told == CLAIMS[0] else f"{step_id}-{told}"
            if groups and groups[-1][0] == topic_id:
                groups[-1].append(name)
            else:
                groups.append([topic_id, name])
        return "~".join([str(self.minutes), *(".".join(group) for group in groups)])

    def claims_of(self, topic_id: str, step_id: str) -> str:
        """Tell how many claims of a step come without being asked for: none, one or all."""
        found = (told for told in CLAIMS[1:] if (topic_id, step_id, told) in self.claims)
        return next(found, CLAIMS[0])

    def telling(self, topic_id: str, step_id: str, told: str) -> "Talk":
        """Give the talk with none, one or all of a step's claims; itself for any other word."""
        if told not in CLAIMS:
            return self
        others = {each for each in self.claims if each[:2] != (topic_id, step_id)}
        own = {(topic_id, step_id, told)} if told != CLAIMS[0] else set()
        return replace(self, claims=frozenset(others | own))

    def with_steps(self, steps: Iterable[tuple[str, str]]) -> "Talk":
        """Give the talk with these steps at its end; what is beyond LONGEST is left out."""
        return replace(self, steps=(*self.steps, *steps)[:LONGEST])

    def without(self, place: int) -> "Talk":
        """Give the talk without the step at a place, from 0; itself where there is none."""
        return replace(self, steps=tuple(s for at, s in enumerate(self.steps) if at != place))

    def moved(self, place: int, by: int) -> "Talk":
        """Give the talk with the step at a place moved; itself where it would leave the talk."""
        if not (0 <= place < len(self.steps) and 0 <= place + by < len(self.steps)):
            return self
        steps = list(self.steps)
        steps.insert(place + by, steps.pop(place))
        return replace(self, steps=tuple(steps))

    def lasting(self, minutes: int) -> "Talk":
        """Give the talk with another length, kept between LEAST and MOST."""
        return replace(self, minutes=min(max(minutes, LEAST), MOST))


def whole(*topic_ids: str, minutes: int = MINUTES) -> Talk:
    """Give the talk that walks through topics, every step of each."""
    steps = ((topic_id, step) for topic_id in topic_ids for step in step_ids(topic_id))
    return Talk(tuple(steps), minutes)


def read_talk(written: str, topic_id: str) -> Talk:
    """Read a talk from a link: any text gives one; the whole of topic_id where no step is left."""
    talk = read_steps(written)
    return talk if talk.steps else whole(topic_id, minutes=talk.minutes)


def read_steps(written: str) -> Talk:
    """
    Read what a link says of a talk, which may be a talk without steps.

    What is not a step of ours is left out; a number stands for the step of that number. A page
    that makes steps of records is followed by their ids: your_town.131130. People write
    your_town:131130,mynapoint.3 as well.
    """
    head = re.match(r"[0-9]{1,4}(?=[~,]|$)", written.strip(), re.ASCII)
    talk = Talk(()).lasting(int(head[0])) if head else Talk(())
    for topic_id, name in _names(written):
        if step := _plain_step(topic_id, name):
            talk = talk.with_steps([step]).telling(*step, name.partition("-")[2])
    return talk


def unknown_steps(written: str) -> list[str]:
    """List what a link names that is no step of ours, as page.step, to be said to who wrote it."""
    return [".".join(name) for name in _names(written) if _plain_step(*name) is None]


def _names(written: str) -> list[tuple[str, str]]:
    """Give page and step of each name in a link."""
    groups = re.split("[~,]", written[:TEXT].strip().replace(":", "."))
    pages = (group.partition(".")[::2] for group in groups)
    return [(page, step) for page, steps in pages if steps for step in steps.split(".") if step]


def _plain_step(topic_id: str, name: str) -> tuple[str, str] | None:
    return _step_of(topic_id, name.partition("-")[0])


def _step_of(topic_id: str, name: str) -> tuple[str, str] | None:
    story = find_story(topic_id) if NAME.fullmatch(topic_id) else None
    known = step_ids(topic_id) if story else ()
    if re.fullmatch(r"[0-9]{1,3}", name, re.ASCII) and 1 <= int(name) <= len(known):
        return topic_id, known[int(name) - 1]
    return (topic_id, name) if story and story.has_step(name) else None


def step_ids(topic_id: str) -> tuple[str, ...]:
    """List a topic's steps by id; none for what is not a walk."""
    story = find_story(topic_id)
    return tuple(step.id for step in story.topic("ja").steps) if story and story.walk else ()


def as_text(talk: Talk, language: Language) -> str:
    """
    Write a talk: its length and the headlines of its steps for people, one line for opening it.

    Nothing in it depends on an edition: steps are named by their ids, headlines only accompany.
    """
    lines = [
        interface("product", language),
        f"{interface('stage_length', language)}: "
        f"{talk.minutes} {interface('stage_minutes', language)}",
        "",
    ]
    for place, (topic_id, step_id) in enumerate(talk.steps, 1):
        story = get_story(topic_id)
        headline = story.step(step_id, language).headline
        lines.append(f"{place}. {story.topic(language).title} / {headline}")
    lines += ["", interface("talk_file_line", language), f"talk={talk.written()}"]
    return "\n".join(lines) + "\n"


def find_talk(words: str) -> Talk | None:
    """
    Find the talk in a file, a pasted link or any other text; None where no step of ours is in it.

    The last one counts, since a file ends with it.
    """
    found = [read_steps(each) for each in IN_FILE.findall(unquote(words[:LARGEST]))]
    return next((talk for talk in reversed(found) if talk.steps), None)
