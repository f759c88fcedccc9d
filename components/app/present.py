"""The present view and the presenter's notes: the talk travels once, the browser plays it."""

import hashlib
import json
import os
from typing import Any

from components.app import assets, charts, query_params
from components.app.html_buffer import flush
from components.app.streamlit_internals import show_html
from components.data.cache import cached
from components.data.languages import Language
from components.presenter import play
from components.presenter.answers import answers
from components.presenter.talk import Talk, whole
from components.text.story import Story, topic_ids
from components.text.topics import interface
from components.views.tags import tag

# What the panel of a room says (room.js); the file of a talk has no rooms and none of these.
ROOM = """
    name open why without only_here refused code scan listeners votes other_address corner close
    lost lease take over unsaved alone
""".split()


def wanted(story: Story) -> bool:
    """Tell whether the link asks for a talk in the present view, and there is one to show."""
    return query_params.is_presenter_view() and bool(query_params.param_talk(story.topic_id).steps)


def render(story: Story, language: Language) -> None:
    """Show the talk the link asks for, beginning where the link says."""
    talk = query_params.param_talk(story.topic_id)
    flush()
    assets.presenter()
    charts.library_ahead()
    # Slides are kept; talks are not, since a link may ask for any number of different ones.
    _send("stage-talk", *_packed(_play(talk, language)))
    _send("stage-room", *cached(lambda: _packed(_room_words(language)), "room", language))
    _send("stage-answers", *cached(lambda: _answers(language), "answers", language))


def _play(talk: Talk, language: Language) -> dict[str, Any]:
    host = os.environ.get("MIERU_ADDRESS", "").rstrip("/")
    return play.play(talk, language, play.slides_of(talk, language), host=host)


def _room_words(language: Language) -> dict[str, str]:
    return {name: interface(f"room_{name}", language) for name in ROOM}


def _answers(language: Language) -> tuple[str, str]:
    every = whole(*topic_ids())
    found = answers(language, {f"{topic_id}/{step_id}" for topic_id, step_id in every.steps})
    return _packed(found | {"slides": play.slides_of(every, language)})


def _packed(value: dict[str, Any]) -> tuple[str, str]:
    """Write a value as JSON, with a mark that changes when it does."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written, hashlib.sha256(written.encode()).hexdigest()[:16]


def _send(name: str, written: str, mark: str) -> None:
    """Put data into the page as text of a hidden element, never as script."""
    show_html(tag("div", written, id=name, hidden="", data_mark=mark, translate="no"))
