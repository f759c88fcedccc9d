"""
The stories of the product: each file is one topic, with its drawing functions and its Story.

STORIES holds them all. Entry points (app.py, serve.py, components/__main__.py) hand them down with
components.text.story.register; nothing below imports this package.
"""

import importlib
import pkgutil

from components.text.story import Story


def _load() -> tuple[Story, ...]:
    found: list[Story] = []
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        topic = importlib.import_module(module.name)
        found += topic.STORIES if hasattr(topic, "STORIES") else [topic.STORY]
    return tuple(found)


STORIES = _load()
