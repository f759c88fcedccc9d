"""The story of a topic by its name, for whoever tells more than one: a talk, the kit, the tests."""

import importlib
import re
from functools import cache

from components.content.paths import ROOT
from components.content.story import Story
from components.content.topics import sections


@cache
def topic_ids() -> tuple[str, ...]:
    """List the topics that are walks, in the order of their files."""
    names = sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py"))
    return tuple(name for name in names if (found := story(name)) and found.walk)


def walks() -> list[Story]:
    """List the walks in the order of the menu; one that the menu forgot comes last."""
    known = topic_ids()
    listed = [name for section in sections() for name in section.topics if name in known]
    return [story(name) for name in dict.fromkeys([*listed, *known])]


@cache
def story(topic_id: str) -> Story | None:
    """Give the story pages/<topic_id>.py tells; None where there is no such page or story."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,60}", topic_id, re.ASCII):
        return None
    if not (ROOT / "pages" / f"{topic_id}.py").is_file():
        return None
    found = getattr(importlib.import_module(f"pages.{topic_id}"), "STORY", None)
    return found if isinstance(found, Story) else None


def told(topic_id: str) -> Story:
    """Give the story of a topic. Raises KeyError where there is none."""
    found = story(topic_id)
    if found is None:
        raise KeyError(topic_id)
    return found
