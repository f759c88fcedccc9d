"""A talk as a small file that people can read, and that gives the talk again."""

import re
from urllib.parse import unquote

from components.data.languages import Language
from components.presenter.talk import TEXT, Talk, read_steps
from components.text.story import get_story
from components.text.topics import interface

NAME = "mieru_talk.txt"
LARGEST = 100_000  # characters of a file or a pasted text that are looked at
WRITTEN = re.compile(rf"talk=([A-Za-z0-9_.~-]{{1,{TEXT}}})", re.ASCII)


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
        topic = get_story(topic_id).topic(language)
        step = next(each for each in topic.steps if each.id == step_id)
        lines.append(f"{place}. {topic.title} / {step.headline}")
    lines += ["", interface("talk_file_line", language), f"talk={talk.written()}"]
    return "\n".join(lines) + "\n"


def find_talk(words: str) -> Talk | None:
    """
    Find the talk in a file, a pasted link or any other text; None where no step of ours is in it.

    The last one counts, since a file ends with it.
    """
    found = [read_steps(each) for each in WRITTEN.findall(unquote(words[:LARGEST]))]
    return next((talk for talk in reversed(found) if talk.steps), None)
