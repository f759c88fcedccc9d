"""A talk: steps of any topics in an order of the presenter's, and how long it may take."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from components.content.stories import story

LONGEST = 60  # steps
MINUTES = 20
LEAST, MOST = 1, 240  # minutes
TEXT = 4000  # characters of a link that are looked at
NAME = re.compile(r"[a-z][a-z0-9_]{0,60}", re.ASCII)


@dataclass(frozen=True)
class Talk:
    """The steps shown, each as (topic id, step id), and the length in minutes."""

    steps: tuple[tuple[str, str], ...]
    minutes: int = MINUTES

    def written(self) -> str:
        """
        Write the talk for a link: 30~mynapoint.planned_and_applied.deadlines_moved~overview.…

        Steps go by their ids, so that a link still opens them when an editor adds one before.
        """
        groups: list[list[str]] = []
        for topic_id, step_id in self.steps:
            if groups and groups[-1][0] == topic_id:
                groups[-1].append(step_id)
            else:
                groups.append([topic_id, step_id])
        return "~".join([str(self.minutes), *(".".join(group) for group in groups)])


def whole(topic_id: str, minutes: int = MINUTES) -> Talk:
    """Give the talk that walks through one topic."""
    return Talk(tuple((topic_id, step) for step in step_ids(topic_id)), minutes)


def read_talk(written: str, topic_id: str) -> Talk:
    """
    Read a talk from a link: any text gives a valid talk.

    What is not a step of ours is left out; a number stands for the step of that number. Where no
    step is left, the talk is the whole of topic_id.
    """
    head, *groups = written[:TEXT].strip().split("~")
    minutes = MINUTES
    if re.fullmatch(r"[0-9]{1,4}", head, re.ASCII):
        minutes = min(max(int(head), LEAST), MOST)
    else:
        groups = [head, *groups]
    steps = [step for group in groups for step in _steps_of(group.split("."))]
    return Talk(tuple(steps[:LONGEST]), minutes) if steps else whole(topic_id, minutes)


def _steps_of(names: Sequence[str]) -> list[tuple[str, str]]:
    topic_id, *wanted = names
    known = step_ids(topic_id) if NAME.fullmatch(topic_id) else ()
    found = []
    for each in wanted:
        is_number = re.fullmatch(r"[0-9]{1,3}", each, re.ASCII)
        if is_number and 1 <= int(each) <= len(known):
            found.append((topic_id, known[int(each) - 1]))
        elif each in known:
            found.append((topic_id, each))
    return found


def step_ids(topic_id: str) -> tuple[str, ...]:
    """List a topic's steps by id; none for a topic there is not."""
    told = story(topic_id)
    return tuple(step.id for step in told.topic("ja").steps) if told else ()
