"""All the player needs for a talk, as JSON: slides, palette, words; and the index of answers."""

from functools import cache
from pathlib import Path

from components.charts.themes import FONT, THEMES, Theme
from components.data.cache import cached, cached_recent
from components.data.languages import Language
from components.presenter import Json
from components.presenter.ends import closing, opening
from components.presenter.slides import slide
from components.presenter.talk import Talk
from components.search import portable
from components.text.story import get_story
from components.text.topics import interface

HERE = Path(__file__).parent / "player"
SCRIPTS = [
    f"{name}.js"
    for name in "figure slide claims screen ask overview panels notes link player".split()
]
KINDS = ("town", "project", "step", "claim", "figure", "series", "event", "flow", "term", "system")
ROOM = {"width": 654, "height": 356}  # design pixels, as charts.chart.PRESENTER
WORDS = """
    next previous skip claim leave black white full go_to find help notes look larger first keys
    close find_hint go_to_hint nothing_found votes one_guess votes_at options_why show elapsed
    remaining over clock length start restart minutes now upcoming last_step no_notes dark_screen
    more_rows position table language
""".split()


def play(
    talk: Talk,
    language: Language,
    slides: list[Json],
    *,
    host: str = "",
    made: str = "",
    changes: str = "",
) -> Json:
    """
    Give a talk as the player takes it; slides are those of slides_of().

    A title stands before them and the sources after them; host (https://…) is where the talk can
    be opened, made says which edition it is and changes where its corrections stand, where
    they are known.

    Keys: language, talk (as in the link), minutes, room (design pixels), font, looks (a palette a
    theme), words (what the player says, by key), slides (see slides.slide) and claims (how many
    come unasked at each step: none, one, all).
    """
    more = tuple(filter(None, (made, changes)))

    def sources() -> Json:
        return closing(talk, language, slides, host, more)

    ending = cached_recent(sources, "closing", talk, language, host, more)
    return {
        "language": language,
        "talk": talk.written(),
        "minutes": talk.minutes,
        "room": ROOM,
        "font": FONT,
        "looks": [_palette(theme) for theme in THEMES.values()],
        "words": {name: interface(f"stage_{name}", language) for name in WORDS}
        | {f"kind_{kind}": interface(f"kind_of_{kind}", language) for kind in KINDS},
        "slides": [opening(talk, language, made), *slides, ending],
        "claims": [talk.claims_of(*step) for step in talk.steps],
    }


def slides_of(talk: Talk, language: Language) -> list[Json]:
    """Give the slides of a talk, in its order. Raises BrokenText where a topic cannot be read."""
    return [slide_of(topic_id, step_id, language) for topic_id, step_id in talk.steps]


def slide_of(topic_id: str, step_id: str, language: Language) -> Json:
    """Give a step as a slide, drawn once for all talks, rooms and files."""
    # There are as many steps of records as records: only those told last are kept.
    keep = cached_recent if get_story(topic_id).records else cached
    return keep(lambda: _slide(topic_id, step_id, language), "slide", topic_id, step_id, language)


def _slide(topic_id: str, step_id: str, language: Language) -> Json:
    story = get_story(topic_id)
    return slide(story, story.topic(language), story.step(step_id, language))


def _palette(theme: Theme) -> Json:
    names = ("name", "ground", "ink", "muted", "rule", "aside", "main", "accent", "context")
    return {name: getattr(theme, name) for name in names}


@cache
def script() -> str:
    """Give the player: one constant script, the same in the app and in a file."""
    own = [(HERE / name).read_text("utf-8") for name in SCRIPTS]
    parts = "\n".join([portable.script(), *own])
    return f'(() => {{\n"use strict";\nif (window.mieruStage) return;\n{parts}\n}})();\n'


@cache
def style() -> str:
    """Give the player's stylesheet."""
    return (HERE / "stage.css").read_text("utf-8")
