"""A step as a phone shows it: HTML that is the same for every listener and made once."""

import logging
from typing import Any

from markupsafe import Markup

from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Source
from components.presenter.play import slide_of
from components.rooms.still import still_html
from components.text.prose import RichText
from components.text.story import get_story
from components.text.topics import Point, Step, Topic, interface
from components.views.printed import Printed
from components.views.tables import claim_html
from components.views.tags import joined, source_html, tag, text
from components.views.under import documents_html, rows_behind_html, stale_html

LOG = logging.getLogger(__name__)
Json = dict[str, Any]


class Spoken(Printed):
    """Writes passages for a phone: numbers stand out, documents are linked."""

    def document(self, source: Source) -> str:
        """Name a document with a link to it."""
        return source_html(source, self.language)


def step_html(topic_id: str, step_id: str, language: Language) -> str:
    """
    Write a step with all its beats; whoever shows it picks the beat.

    An element with data-first and data-last belongs to the beats from the one to the other.
    Raises KeyError for a step there is not, BrokenText where its words cannot be read.
    """
    return cached(
        lambda: _written(topic_id, step_id, language), "light", topic_id, step_id, language
    )


def at_beat(written: str, beat: int) -> str:
    """Write a step as it stands at a beat, for a phone that runs no script: the rest is hidden."""
    pieces = str(written).split('<div data-first="')
    shown = [pieces[0]]
    for piece in pieces[1:]:
        first, last = (int(each) for each in piece.split('"', 3)[0:3:2])
        hidden = "" if first <= beat <= last else "hidden "
        shown.append(f'<div {hidden}data-first="{piece}')
    return Markup("").join(map(Markup, shown))


def _written(topic_id: str, step_id: str, language: Language) -> str:
    topic = get_story(topic_id).topic(language)
    step = next(each for each in topic.steps if each.id == step_id)
    slide = slide_of(topic_id, step_id, language)
    prose = Spoken(language)
    kicker = tag("p", text(topic.title), class_="kicker")
    asked, shown = "", ""
    spans = _spans(slide["beats"])
    for kind, first, last in spans:
        if kind == "question":
            asked += _beats(first, last, _question(slide["beats"][first - 1], step, slide, prose))
        else:
            beats = slide["beats"][first - 1 : last]
            shown += _beats(first, last, _part(kind, beats, topic, step, prose))
    opening = next((first for kind, first, _ in spans if kind != "question"), 1)
    head = tag("h1", prose.headline(step.headline)) + _short(step, prose)
    answer = _beats(opening, len(slide["beats"]), head + shown + _whole(topic, step))
    return tag(
        "article",
        kicker + asked + answer,
        lang=language,
        data_beats=str(len(slide["beats"])),
        data_opening=str(opening),
        data_title=str(step.headline),
    )


def _spans(beats: list[Json]) -> list[tuple[str, int, int]]:
    """Join the parts of a chart, which a phone shows as one: (kind, first beat, last beat)."""
    spans: list[tuple[str, int, int]] = []
    for place, beat in enumerate(beats, 1):
        if beat["kind"] == "figure" and spans and spans[-1][0] == "figure":
            spans[-1] = ("figure", spans[-1][1], place)
        else:
            spans.append((beat["kind"], place, place))
    return spans


def _beats(first: int, last: int, inner: str) -> str:
    return tag("div", inner, data_first=str(first), data_last=str(last))


def _short(step: Step, prose: Printed) -> str:
    return tag("p", prose.html(step.short), class_="short") if step.short else ""


def _part(kind: str, beats: list[Json], topic: Topic, step: Step, prose: Printed) -> str:
    if kind == "figure":
        return _figure(topic, step, prose)
    if kind == "claims":
        claims = [load_dataset().claims[each["id"]] for beat in beats for each in beat["claims"]]
        heading = tag("h2", text(interface("paper_claims", topic.language)))
        return heading + joined(claim_html(claim, prose, name="") for claim in claims)
    return _points(step.points, prose)


def _points(points: tuple[Point, ...], prose: Printed) -> str:
    items = ""
    for point in points:
        words = prose.html(point.text)
        if point.to:
            words = tag("a", words, href=f"/{point.to}?lang={prose.language}", target="_blank")
        more = tag("p", prose.html(point.more), class_="why") if point.more else ""
        items += tag("li", tag("p", words) + more)
    return tag("ol", items, class_="points") if items else ""


def _figure(topic: Topic, step: Step, prose: Printed) -> str:
    language = topic.language
    hands = tag("div", "", class_="hands")
    try:
        name = f"{step.chart_name}　{step.takeaway}"
        drawing, chart = still_html(topic.id, step.id, language, name)
    except Exception:
        LOG.exception("a chart of the light page failed: %s/%s", topic.id, step.id)
        return tag("p", text(interface("chart_failed", language)), class_="stale") + hands
    caption = tag("figcaption", prose.html(step.takeaway))
    source = tag("p", text(chart.source_line(language)), class_="source")
    return (
        tag("figure", drawing + caption)
        + hands
        + source
        + stale_html(chart, language)
        + documents_html(chart, language)
        + rows_behind_html(chart, language)
    )


def _question(beat: Json, step: Step, slide: Json, prose: Printed) -> str:
    """Write the question and its ballot; the ballot waits for the script that sends a hand."""
    language = prose.language
    question = step.question.text if step.question else RichText(())
    why = f"{beat['why']} {interface('stage_options_why', language)}".strip()
    named = zip(beat["guess"]["options"], beat["guess"]["names"], strict=True)
    options = joined(_option(value, name) for value, name in named)
    plain = tag("p", text(interface("live_hands_plain", language)), class_="why")
    inner = (
        tag("legend", text(interface("live_guess", language)))
        + plain
        + options
        + tag("button", text(interface("live_send", language)), type="submit")
        + tag("p", "", class_="said", role="status")
    )
    form = tag(
        "form", tag("fieldset", inner), class_="ballot", hidden="", data_question=slide["id"]
    )
    return tag("h1", prose.headline(question)) + tag("p", text(why), class_="why") + form


def _option(value: int, name: str) -> str:
    field = tag("input", type="radio", name_="hand", required=True, value=str(value))
    return tag("label", field + tag("span", text(name)), class_="option")


def _whole(topic: Topic, step: Step) -> str:
    words = text(interface("live_whole", topic.language))
    there = f"/{topic.id}?lang={topic.language}&step={step.number}"
    return tag("p", tag("a", words, href=there, target="_blank"), class_="whole")
