"""Slides: one a step, charts and shapes that can be edited, notes, and a linked source line."""

import io
import logging
from dataclasses import replace
from datetime import datetime
from typing import Any

from components.charts.chart import Canvas, Chart
from components.charts.themes import LIGHT
from components.data.languages import Language, listed
from components.data.today import is_old
from components.export import slides_ends, slides_words, used
from components.export.edition import stamp
from components.export.export_request import ExportRequest
from components.export.native import PlotArea
from components.export.slides_chart import add_chart
from components.export.slides_notes import notes
from components.export.slides_page import ACROSS, EDGE, TOP, Foot, Piece, blank, finish, page
from components.text.prose import Reference, RichText
from components.text.topics import Step, Topic, interface

LOG = logging.getLogger(__name__)
ROOM = Canvas("presenter", int(ACROSS), 356)  # as high as the stage, as wide as a projector


def slides(request: ExportRequest, language: Language) -> bytes:
    """
    Give the steps of a request as a PowerPoint file in one language.

    A step whose chart cannot be drawn keeps its slide, with its words. Raises BrokenText for words
    that cannot be read.
    """
    steps = request.steps_of(language)
    topics = list({topic.id: topic for _, topic, _ in steps}.values())
    deck = blank(interface("product", language), language)
    deck.core_properties.created = datetime(request.made.year, request.made.month, request.made.day)
    slides_ends.add_first(deck, request, topics, language)
    opened = ""
    for _, topic, step in steps:
        if len(topics) > 1 and not request.talk and topic.id != opened:
            opened = topic.id
            slides_ends.add_topic(deck, request, topic, language)
        _add_step(deck, request, topic, step)
    found = [row for _, topic, step in steps for row in used.rows(topic, step)]
    slides_ends.add_sources(deck, request, used.documents(found), language)
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def record_slides(request: ExportRequest, language: Language) -> bytes:
    """Give the slides of the steps alone, to be put into a presentation of one's own."""
    deck = blank(interface("product", language), language)
    for _, topic, step in request.steps_of(language):
        _add_step(deck, request, topic, step)
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def _add_step(deck: Any, request: ExportRequest, topic: Topic, step: Step) -> None:
    try:
        charts = used.charts(topic, step, ROOM)
    except Exception:
        LOG.exception("a chart of the slides failed: %s/%s", topic.id, step.id)
        charts = []
    language = topic.language
    said = notes(topic, step)
    if charts:
        for index, chart in enumerate(charts):
            slide = _slide(deck, request, topic, step, index, len(charts), chart=chart)
            name = f"{step.chart_name}\n{step.takeaway}".strip()
            add_chart(slide, chart, ACROSS, PlotArea(EDGE, TOP), name=name, language=language)
            finish(slide, said, language)
        return
    claims = slides_words.pages_of_claims(step.claims, language)
    words = bool(step.points) or not claims
    count = words + len(claims)
    if words:
        slide = _slide(deck, request, topic, step, 0, count)
        slides_words.add_points(slide, step, language, request.address)
        finish(slide, said, language)
    for index, blocks in enumerate(claims, int(words)):
        slide = _slide(deck, request, topic, step, index, count)
        slides_words.add_claims(slide, blocks, language)
        finish(slide, said, language)


def _slide(
    deck: Any,
    request: ExportRequest,
    topic: Topic,
    step: Step,
    page_index: int,
    page_count: int,
    *,
    chart: Chart | None = None,
) -> Any:
    """Add a slide of a step with its headline; one of several says which it is."""
    language = topic.language
    title = pieces(step.headline, language)
    if page_count > 1:
        title.append(Piece(f"　{page_index + 1}/{page_count}", colour=LIGHT.muted))
    count = {"number": str(step.number), "count": str(len(topic.steps))}
    number = "" if step.asked else interface("slide_step", language, **count)
    foot = _foot(chart, step, stamp(request, language), language)
    slide = page(deck, title, topic.title, replace(foot, place=number), language)
    place = f" {page_index + 1}" if page_count > 1 else ""
    slide._element.cSld.set("name", f"{topic.id}/{step.id}{place}")
    return slide


def _foot(chart: Chart | None, step: Step, stamped: str, language: Language) -> Foot:
    rows = list(chart.rows) if chart else list(step.claims)
    named = used.documents(rows)
    old = used.old(rows)
    stale = interface("stage_stale", language, count=str(len(old))) if old else ""
    if chart:
        source = chart.source_line(language)
    else:
        names = listed(dict.fromkeys(each.short.to(language) for each in named), language)
        source = interface("stage_source", language, names=names) if names else ""
    link = next((each.url for each in named if each.url), "")
    return Foot(stamped, source, link, stale)


def pieces(words: RichText, language: Language) -> list[Piece]:
    """Give a sentence with the mark of an old figure behind every number that is one."""
    found = []
    for part in words.parts:
        text = part.text if isinstance(part, Reference) else part
        record = part.record if isinstance(part, Reference) else None
        if is_old(record):
            text += interface("old_mark", language)
        found.append(Piece(text))
    return found
