"""The deck: a whole talk in one file that a double click opens, with no server and no network."""

import base64
import gzip
import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from plotly.offline import get_plotlyjs

from components.data.languages import Language
from components.export import edition, handout
from components.export.export_request import ExportRequest
from components.presenter import play
from components.presenter.answers import answers
from components.presenter.slides import rich
from components.text.prose import RichText
from components.text.story import get_story
from components.text.topics import interface

HERE = Path(__file__).parent
CLOSING = "kit/edition"


def deck(wish: ExportRequest, language: Language) -> bytes:
    """
    Write the deck in all languages of the wish, opening in the one named.

    The page may run the scripts written here and nothing else, and may ask nobody for anything.
    Raises BrokenText where the words of a topic cannot be read.
    """
    languages = [language, *(each for each in wish.languages if each != language)]
    scripts = (play.script(), _constant("deck.js"))
    body = [_no_script(languages), '<main class="paper-form"></main>']
    for each in languages:
        body.append(_data(f"deck-play-{each}", _play(wish, each)))
        found = _answers(wish, each)
        body.append(_packed(f"deck-answers-{each}", _json(found["entries"])))
        body.append(_packed(f"deck-paper-{each}", _paper(wish, each)))
    # The index meets both languages at once: one serves all.
    body.append(_packed("deck-search", _json(found["search"])))
    body.append(_data("deck-languages", languages))
    body.append(_library())
    body += [f"<script>{script}</script>" for script in scripts]
    head = (
        f'<meta charset="utf-8">{_policy((*scripts, get_plotlyjs()))}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(title(wish, language))}</title>"
        f"<style>{play.style()}{_constant('deck.css')}</style>"
    )
    written = f'<!doctype html>\n<html lang="{language}"><head>{head}</head>\n<body>\n'
    return (written + "\n".join(body) + "\n</body></html>\n").encode()


def title(wish: ExportRequest, language: Language) -> str:
    """Name the deck: its topic where there is one only, the product, and the edition."""
    names = [get_story(name).topic(language).title for name in wish.topics]
    named = [names[0]] if len(names) == 1 else []
    words = [*named, interface("product", language), edition.stamp(wish, language)]
    return "｜".join(words) if language == "ja" else " | ".join(words)


def _play(wish: ExportRequest, language: Language) -> dict[str, Any]:
    talk = wish.as_talk()
    slides = play.slides_of(talk, language)
    made = play.play(talk, language, slides)
    return made | {"title": title(wish, language), "slides": [*slides, _last(wish, language)]}


def _last(wish: ExportRequest, language: Language) -> dict[str, Any]:
    """The closing slide: which edition this is, and where to look for what changed since."""
    said = [edition.stamp(wish, language), edition.link_words(wish, language)]
    points = [{"text": rich(RichText((each,)), language), "more": ""} for each in said]
    code = ["".join(map(str, row)) for row in edition.qr_matrix(wish, language)]
    beat = {"kind": "words", "points": points, "source": "", "stale": "", "code": code}
    headline = interface("kit_closing", language)
    empty = dict.fromkeys(("topic", "short", "name", "takeaway", "page"), "")
    return empty | {
        "id": CLOSING,
        "step": 0,
        "kicker": interface("product", language),
        "headline": rich(RichText((headline,)), language),
        "title": headline,
        "notes": [],
        "beats": [beat],
    }


def _answers(wish: ExportRequest, language: Language) -> dict[str, Any]:
    """What a question finds: every record, and the steps this deck has."""
    return answers(language, {f"{topic}/{step}" for topic, step in wish.as_talk().steps})


def _paper(wish: ExportRequest, language: Language) -> str:
    """What is printed: the sheets of the handout, with their own style and foot."""
    sheets = handout.body(wish, language)
    return f'<style media="print">{handout.style(wish, language)}</style>{sheets}'


def _data(name: str, value: Any) -> str:
    """Put a value into the page as data: no text of ours can end the element it stands in."""
    written = _json(value).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{written}</script>'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _packed(name: str, text: str) -> str:
    packed = base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()
    return f'<script type="text/plain" id="{name}">{packed}</script>'


@cache
def _library() -> str:
    """The drawing library, once, packed: it is more than half of everything otherwise."""
    return _packed("deck-plotly", get_plotlyjs())


def _policy(scripts: tuple[str, ...]) -> str:
    """Allow the scripts by what they are, styles and pictures of the page itself, nothing else."""
    hashes = (base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in scripts)
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(f"'sha256-{each}'" for each in hashes),
        "style-src": "'unsafe-inline'",
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    written = "; ".join(f"{name} {value}" for name, value in rules.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{written}">'


def _no_script(languages: list[Language]) -> str:
    words = "".join(
        f'<p lang="{each}">{interface("kit_no_script", each)}</p>' for each in languages
    )
    return f'<noscript><div class="no-script">{words}</div></noscript>'


@cache
def _constant(name: str) -> str:
    return (HERE / name).read_text("utf-8")
