"""What every slide has: title, kicker, hairline, source with its link, number, edition, notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from components.charts.static.marks import Line
from components.charts.text_width import text_width
from components.charts.themes import LIGHT
from components.data.languages import Language
from components.export.slide_marks import add, letters, plain_frame
from components.export.slides_template import prepared

WIDE, TALL = 960.0, 540.0  # points: 13.33 by 7.5 inches
EDGE = 36.0
ACROSS = WIDE - 2 * EDGE
TOP, FOOT = 118.0, 490.0  # where the body begins, and the hairline under it
BODY = FOOT - TOP - 12
SMALL = 12
ASIDE = 140.0  # points for the number of the step
TITLES = (26, 24, 22)  # on one line where that is large enough, else on two
TWO_LINES = 24
WEIGHT = 0.95  # of the width reckoned: headlines have few wide letters
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
LANG = {"ja": "ja-JP", "en": "en-GB"}


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph: where they lead, how they stand out, a size of their own if any."""

    text: str
    link: str = ""
    bold: bool = False
    colour: str = LIGHT.ink
    size: float = 0


@dataclass(frozen=True)
class Foot:
    """The lines under a slide: source (linked), a mark of old figures, place in the whole."""

    stamp: str
    source: str = ""
    link: str = ""
    stale: str = ""
    place: str = ""


def blank(title: str, language: Language) -> Any:
    """Make an empty presentation in the shape of a projector, with our faces in its theme."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(TALL)
    prepared(deck, WIDE / 720)
    deck.core_properties.title, deck.core_properties.language = title, LANG[language]
    return deck


def page(deck: Any, title: Sequence[Piece], kicker: str, foot: Foot, language: Language) -> Any:
    """Add a slide with its title, the topic above it and the foot below."""
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Only"))
    if kicker:
        words(slide, [[Piece(kicker, colour=LIGHT.muted)]], (EDGE, 20, ACROSS, 20), size=14)
    _title(slide, title)
    rule = Line(((EDGE, FOOT), (WIDE - EDGE, FOOT)), LIGHT.rule, 1)
    add(slide.shapes, rule, 0, 0)
    source = [[Piece(foot.source, foot.link, colour=LIGHT.muted)]]
    words(slide, source, (EDGE, FOOT + 6, ACROSS - ASIDE - 10, 16))
    if foot.stale:
        stale = [[Piece(foot.stale, colour=LIGHT.accent)]]
        words(slide, stale, (EDGE, FOOT + 23, ACROSS / 2 - 10, 16))
    for said, left, down in ((foot.place, WIDE - EDGE - ASIDE, 6), (foot.stamp, WIDE / 2, 23)):
        line = [[Piece(said, colour=LIGHT.muted)]]
        box = (left, FOOT + down, WIDE - EDGE - left, 16)
        words(slide, line, box, align=PP_ALIGN.RIGHT)
    return slide


def _title(slide: Any, title: Sequence[Piece]) -> None:
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = Pt(EDGE), Pt(42), Pt(ACROSS), Pt(70)
    frame = plain_frame(shape)
    frame.vertical_anchor = MSO_ANCHOR.TOP
    long = text_width("".join(piece.text for piece in title)) * WEIGHT
    size = next((each for each in TITLES if long * each <= ACROSS), TWO_LINES)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.line_spacing = 1.1
    _runs(paragraph, title, size, bold=True)


def words(
    slide: Any,
    lines: Iterable[Sequence[Piece]],
    box: tuple[float, float, float, float],
    *,
    size: float = SMALL,
    align: Any = PP_ALIGN.LEFT,
    apart: float = 0,
) -> Any:
    """Set paragraphs of pieces into a box given by left, top, width and height in points."""
    shape = slide.shapes.add_textbox(*(Pt(each) for each in box))
    write(plain_frame(shape), lines, size=size, align=align, apart=apart)
    return shape


def write(
    frame: Any, lines: Iterable[Sequence[Piece]], *, size: float, align: Any, apart: float = 0
) -> None:
    """Write paragraphs into a text frame, `apart` points between them."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = align
        paragraph.space_after = Pt(apart)
        paragraph.line_spacing = 1.1
        _runs(paragraph, line, size)


def _runs(paragraph: Any, line: Sequence[Piece], size: float, *, bold: bool = False) -> None:
    for piece in line:
        run = paragraph.add_run()
        run.text = piece.text
        letters(run.font, piece.size or size, piece.colour, bold=bold or piece.bold)
        if piece.link:
            run.hyperlink.address = piece.link


def finish(slide: Any, notes: str, language: Language) -> None:
    """Write the speaker's notes, and name the language of every run for readers and spelling."""
    parts = [slide]
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
        parts.append(slide.notes_slide)
    for part in parts:
        for run in part._element.iter(*(f"{{{MAIN}}}{name}" for name in ("rPr", "endParaRPr"))):
            run.set("lang", LANG[language])
            if language == "ja":
                run.set("altLang", "en-GB")


def lines_of(text: str, size: float, width: float) -> int:
    """Count the lines a text takes at a size in a width, a little on the safe side."""
    room = width - text_width("0", size)
    return sum(max(1, ceil(text_width(line, size) / room)) for line in text.split("\n"))
