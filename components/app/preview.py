"""What other services show of a link to us: title, description, and a picture of the step."""

import os
import re
from collections.abc import Mapping
from html import escape

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.app import query_params
from components.charts import drawn
from components.charts.chart import PAGE
from components.charts.controls import asking_of
from components.charts.static.still import svg
from components.charts.text_width import wrap_text
from components.charts.themes import FONT, LIGHT
from components.data.cache import cached
from components.data.languages import LANGUAGES, Language
from components.text.story import find_story, get_story
from components.text.topics import Step, Topic, interface
from components.views import preview
from components.views.tags import joined

WIDTH, HEIGHT = 1200, 630  # pixels, as such services want them
EDGE, TITLE, LINE = 48, 44, 60
NAME = re.compile(r"([a-z_]{1,40})\.([0-9]{1,2})\.(ja|en)", re.ASCII)


def meta_html(page: str, language: Language, asked: Mapping[str, str], title: str) -> Markup:
    """Write the elements of <head> that tell of a page, or of the step its link asks for."""
    story = find_story(page)
    topic = story.topic(language) if story else None
    picture = ""
    about = str(topic.lede[0]) if topic and topic.lede else ""
    if story and topic and story.walk:
        step = _step(topic, asked)
        picture = f"/files/preview.{page}.{step.number}.{language}.svg"
        if asked.get("step"):
            title, about = _headline(topic, step), str(step.short) or about
            about = "" if asking_of(story, step) else about  # which would give the answer away
    host = os.environ.get("MIERU_ADDRESS", "").rstrip("/")
    return preview.meta_html(title, about, language, host + picture if picture else "")


def title(page: str, language: Language, step: str, plain: str) -> str:
    """Give what a tab and its history call a step: what it finds or asks; plain for the rest."""
    story = find_story(page)
    if story is None or not story.walk or not step or step == query_params.EVERY_STEP:
        return plain
    topic = story.topic(language)
    return f"{_headline(topic, _step(topic, {'step': step}))} | {interface('product', language)}"


def _step(topic: Topic, asked: Mapping[str, str]) -> Step:
    written = query_params.step_of(asked.get("step", ""), [each.id for each in topic.steps]).value
    return topic.steps[int(written) - 1 if written.isdigit() else 0]


def _headline(topic: Topic, step: Step) -> str:
    """Say what a step finds; what it asks, where it asks first."""
    asking = asking_of(get_story(topic.id), step)
    return str(asking.question.text) if asking else str(step.headline)


def route() -> Route:
    """Give the address of the pictures: /files/preview.card_adoption.5.ja.svg."""
    return Route("/files/preview.{name}.svg", _answer)


async def _answer(request: Request) -> Response:
    found = NAME.fullmatch(request.path_params["name"])
    topic_id, number, written = found.groups() if found else ("", "0", "ja")
    story, language = find_story(topic_id), next(each for each in LANGUAGES if each == written)
    topic = story.topic(language) if story and story.walk else None
    if topic is None or not 1 <= int(number) <= len(topic.steps):
        return PlainTextResponse(interface("unknown_address", language), 404)
    made = await run_in_threadpool(picture, topic, topic.steps[int(number) - 1])
    return Response(made, media_type="image/svg+xml")


def picture(topic: Topic, step: Step) -> str:
    """Draw a step as a picture: its headline, its chart where it gives nothing away, our name."""
    return cached(lambda: _picture(topic, step), "preview", topic.id, step.id, topic.language)


def _picture(topic: Topic, step: Step) -> str:
    room = (WIDTH - 2 * EDGE) / TITLE
    lines = wrap_text(_headline(topic, step), room, bold=True).split("<br>")[:3]
    below = EDGE + LINE * len(lines)
    words = joined(
        _line(each, EDGE + LINE * place, TITLE, LIGHT.ink, bold=True)
        for place, each in enumerate(lines, 1)
    )
    product = interface("product", topic.language)
    name = _line(f"{topic.title}　{product}", HEIGHT - 20, 24, LIGHT.muted)
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{LIGHT.ground}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" font-family="{escape(FONT)}">'
        f"{ground}{words}{_chart(topic, step, below + 16)}{name}</svg>"
    )


def _chart(topic: Topic, step: Step, top: float) -> str:
    """Give the chart, as large as it can be below the headline."""
    hidden = asking_of(get_story(topic.id), step)
    chart = None if hidden else drawn.chart(topic.id, step.id, topic.language, PAGE)
    if chart is None:
        return ""
    place = f'x="{EDGE}" y="{top:g}" width="{WIDTH - 2 * EDGE}" height="{HEIGHT - 60 - top:g}" '
    return svg(chart, PAGE.width, name="").replace("<svg ", f"<svg {place}", 1)


def _line(words: str, y: float, size: int, colour: str, *, bold: bool = False) -> Markup:
    weight = "700" if bold else "400"
    return Markup('<text x="{}" y="{}" font-size="{}" fill="{}" font-weight="{}">{}</text>').format(
        EDGE, y, size, colour, weight, words
    )
