"""The deck: a whole talk in one file that a double click opens, with no server and no network."""

import base64
import gzip
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from plotly.offline import get_plotlyjs

from components.data.languages import Language
from components.export import edition, handout
from components.export.export_request import ExportRequest
from components.presenter import play
from components.presenter.answers import answers
from components.text.story import get_story
from components.text.topics import interface
from components.views.page import Shell, data_block, page, policy, written
from components.views.tags import tag

HERE = Path(__file__).parent


def deck(request: ExportRequest, language: Language) -> bytes:
    """
    Write the deck in all languages of the request, opening in the one named.

    The page may run the scripts written here and nothing else, and may ask nobody for anything.
    Raises BrokenText where the words of a topic cannot be read.
    """
    languages = [language, *(each for each in request.languages if each != language)]
    scripts = (play.script(), _constant("deck.js"))
    body = [_no_script(languages), tag("main", class_="paper-form")]
    for each in languages:
        body.append(data_block(f"deck-play-{each}", _play(request, each)))
        found = _answers(request, each)
        body.append(_packed(f"deck-answers-{each}", written(found["entries"])))
        body.append(_packed(f"deck-paper-{each}", _paper(request, each)))
    # The index meets both languages at once: one serves all.
    body.append(_packed("deck-search", written(found["search"])))
    body.append(data_block("deck-languages", languages))
    body.append(_library())
    shell = Shell(
        language,
        policy=policy((*scripts, get_plotlyjs()), images="data: blob:"),
        style=play.style() + _constant("deck.css"),
        scripts=scripts,
    )
    return page(title(request, language), Markup("\n").join(body), shell)


def title(request: ExportRequest, language: Language) -> str:
    """Name the deck: its topic where there is one only, the product, and the edition."""
    names = [get_story(name).topic(language).title for name in request.topics]
    named = [names[0]] if len(names) == 1 else []
    words = [*named, interface("product", language), edition.stamp(request, language)]
    return "｜".join(words) if language == "ja" else " | ".join(words)


def _play(request: ExportRequest, language: Language) -> dict[str, Any]:
    talk = request.as_talk()
    slides = play.slides_of(talk, language)
    stamp = edition.stamp(request, language)
    changes = edition.link_words(request, language)
    made = play.play(talk, language, slides, host=request.address, made=stamp, changes=changes)
    return made | {"title": title(request, language)}


def _answers(request: ExportRequest, language: Language) -> dict[str, Any]:
    """What a question finds: every record, and the steps this deck has."""
    return answers(language, {f"{topic}/{step}" for topic, step in request.as_talk().steps})


def _paper(request: ExportRequest, language: Language) -> Markup:
    """What is printed: the sheets of the handout, with their own style and foot."""
    sheets = handout.body(request, language)
    return tag("style", Markup(handout.style(request, language)), media="print") + sheets


def _packed(name: str, words: str) -> Markup:
    packed = base64.b64encode(gzip.compress(words.encode(), 9, mtime=0)).decode()
    return tag("script", packed, type="text/plain", id=name)


@cache
def _library() -> Markup:
    """The drawing library, once, packed: it is more than half of everything otherwise."""
    return _packed("deck-plotly", get_plotlyjs())


def _no_script(languages: list[Language]) -> Markup:
    words = (tag("p", interface("kit_no_script", each), lang=each) for each in languages)
    return tag("noscript", tag("div", words, class_="no-script"))


@cache
def _constant(name: str) -> str:
    return (HERE / name).read_text("utf-8")
