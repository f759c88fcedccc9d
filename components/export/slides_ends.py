"""The first slide, the slide before each topic, and the list of sources at the end."""

import io
from collections.abc import Sequence
from typing import Any

from pptx.util import Pt

from components.charts.themes import LIGHT
from components.data.languages import Language
from components.data.records import Source
from components.export.edition import link, link_words, stamp
from components.export.export_request import ExportRequest
from components.export.slides_chart import describe
from components.export.slides_notes import document
from components.export.slides_page import (
    ACROSS,
    BODY,
    EDGE,
    TOP,
    Foot,
    Piece,
    finish,
    lines_of,
    page,
    words,
)
from components.text.topics import Topic, interface
from components.views.qr_code import qr_code_image

SIZE, LINE = 12, 1.25
GAP = 24
CODE = 150.0
LISTED = 8  # topics named on the first slide before two columns are needed


def add_first(
    deck: Any, request: ExportRequest, topics: Sequence[Topic], language: Language
) -> None:
    """Say what this is, of which edition and day, and where its changes are told."""
    title = [Piece(interface("product", language))]
    slide = page(deck, title, "", Foot(stamp(request, language)), language)
    slide.shapes.title.top = Pt(EDGE)
    size = 18 if len(topics) <= LISTED else 15
    named = [[Piece(topic.title)] for topic in topics]
    words(slide, named, (EDGE, TOP, ACROSS - CODE - 40, BODY), size=size, apart=6)
    if not request.address:  # a code without a host leads nowhere
        return finish(slide, link_words(request, language), language)
    code = io.BytesIO(qr_code_image(link(request, language), "png", scale=10))
    left = EDGE + ACROSS - CODE
    picture = slide.shapes.add_picture(code, Pt(left), Pt(TOP), Pt(CODE), Pt(CODE))
    said = link_words(request, language)
    describe(picture, said)
    words(slide, [[Piece(said, colour=LIGHT.muted)]], (left - 40, TOP + CODE + 6, CODE + 40, 90))
    finish(slide, said, language)


def add_topic(deck: Any, request: ExportRequest, topic: Topic, language: Language) -> None:
    """Open a topic with its title and what it is about."""
    slide = page(deck, [Piece(topic.title)], "", Foot(stamp(request, language)), language)
    lede = [[Piece(str(line))] for line in topic.lede]
    words(slide, lede, (EDGE, TOP, ACROSS, BODY), size=18, apart=10)
    finish(slide, "\n".join(str(line) for line in topic.lede), language)


def add_sources(
    deck: Any, request: ExportRequest, found: Sequence[Source], language: Language
) -> None:
    """List the documents in two columns, each a link, over as many slides as they need."""
    width = (ACROSS - GAP) / 2
    columns: list[list[Source]] = []
    room = 0.0
    for source in sorted(found, key=lambda each: each.publisher.to(language)):
        needed = lines_of(document(source, language), SIZE, width) * SIZE * LINE + 4
        if needed > room:
            columns.append([])
            room = BODY + 30
        columns[-1].append(source)
        room -= needed
    slides = [columns[place : place + 2] for place in range(0, len(columns), 2)]
    for number, pair in enumerate(slides, 1):
        title = [Piece(interface("slide_sources", language))]
        if len(slides) > 1:
            title.append(Piece(f"　{number}/{len(slides)}", colour=LIGHT.muted))
        slide = page(deck, title, "", Foot(stamp(request, language)), language)
        for column, listed in enumerate(pair):
            lines = [[Piece(document(each, language), each.url)] for each in listed]
            words(
                slide, lines, (EDGE + column * (width + GAP), TOP - 30, width, BODY + 30), apart=4
            )
        addresses = "\n".join(
            f"{document(each, language)} {each.url}".rstrip() for listed in pair for each in listed
        )
        finish(slide, addresses, language)
