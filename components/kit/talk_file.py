"""A talk saved as a small file: the link's own text, wherever it stands in the file."""

import re
from pathlib import Path
from urllib.parse import unquote

from components.stage.talk import TEXT, Talk, read_talk, step_ids

LARGEST = 200_000  # bytes; a talk is a few hundred
WRITTEN = re.compile(r"(?:[0-9]{1,4}~)?[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+(?:~[a-z0-9_.]+)*", re.ASCII)


class NoTalk(Exception):
    """A file that holds no talk of ours."""


def read_talk_file(path: Path) -> Talk:
    """
    Read a talk from a file: a link with ?talk=, or the talk alone, with anything around it.

    Raises OSError where the file cannot be read, and NoTalk where no step of ours is named in it.
    """
    raw = path.read_bytes()[:LARGEST]
    text = unquote(raw.decode("utf-8-sig", errors="replace"))
    for written in sorted(WRITTEN.findall(text), key=len, reverse=True):
        if _names_a_step(written):
            return read_talk(written[:TEXT], _first_topic(written))
    raise NoTalk(str(path))


def _groups(written: str) -> list[list[str]]:
    return [group.split(".") for group in written.split("~")]


def _names_a_step(written: str) -> bool:
    return any(
        name in step_ids(topic) or (name.isdigit() and step_ids(topic))
        for topic, *names in _groups(written)
        for name in names
    )


def _first_topic(written: str) -> str:
    return next(topic for topic, *names in _groups(written) if names and step_ids(topic))
