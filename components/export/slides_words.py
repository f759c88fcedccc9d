"""Steps without a chart: their points as text, and their claims as a table of three columns."""

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from components.charts.themes import LIGHT
from components.data.languages import Language
from components.data.records import Claim
from components.export.slide_marks import colour
from components.export.slides_page import ACROSS, BODY, EDGE, TOP, Piece, lines_of, words, write
from components.presenter.claims import claim_block
from components.text.topics import Step, interface

LEAD, MORE = 16, 14  # sizes of a point and of what is said about it
MANY = 6  # points that one column holds
GAP = 24
CELL = 14
COLUMN = ACROSS / 3
PADDING = 14
KINDS = ("claim", "answer", "since")
HEAD = 24


def add_points(slide: Any, step: Step, language: Language, address: str) -> None:
    """Set a step's points in one column or, where there are many, two; or else its body."""
    count = len(step.points) or len(step.body)
    columns = 2 if count > MANY else 1
    blocks = [_point(point, language, address) for point in step.points]
    blocks = blocks or [[[Piece(str(line), size=LEAD)]] for line in step.body]
    most = -(-count // columns)
    width = (ACROSS - GAP * (columns - 1)) / columns
    for number, block in enumerate(blocks):
        column, row = divmod(number, most)
        tall = BODY / max(most, 3)
        box = (EDGE + column * (width + GAP), TOP + row * tall, width, tall)
        words(slide, block, box, apart=2)


def _point(point: Any, language: Language, address: str) -> list[Any]:
    link = f"{address}/{point.to}?lang={language}" if point.to and address else ""
    lines = [[Piece(str(point.text), link, bold=True, size=LEAD)]]
    return lines + ([[Piece(str(point.more), colour=LIGHT.muted, size=MORE)]] if point.more else [])


def pages_of_claims(claims: Sequence[Claim], language: Language) -> list[list[dict[str, Any]]]:
    """Share claims out over as few slides as hold them."""
    pages: list[list[dict[str, Any]]] = []
    room = 0.0
    for claim in claims:
        block = claim_block(claim, language)
        needed = _height(block)
        if needed > room:
            pages.append([])
            room = BODY - HEAD
        pages[-1].append(block)
        room -= needed
    return pages


def _height(block: dict[str, Any]) -> float:
    texts = ("\n".join(_lines(column)) for column in block["columns"])
    most = max(lines_of(each, CELL, COLUMN - PADDING) for each in texts)
    return most * CELL * 1.35 + PADDING


def _lines(column: dict[str, Any]) -> Iterator[str]:
    yield column["text"]
    if column["who"]:
        yield column["who"]


def add_claims(slide: Any, blocks: Sequence[dict[str, Any]], language: Language) -> None:
    """Set claims as a table: claim, answer and what happened since side by side."""
    box = (Pt(EDGE), Pt(TOP), Pt(ACROSS), Pt(HEAD * (len(blocks) + 1)))
    frame = slide.shapes.add_table(len(blocks) + 1, len(KINDS), *box)
    table = frame.table
    table.horz_banding = False
    for place, kind in enumerate(KINDS):
        head = [[Piece(interface(f"column_{kind}", language), bold=True)]]
        _cell(table.cell(0, place), head, LIGHT.ground)
    table.rows[0].height = Pt(HEAD)
    for number, block in enumerate(blocks, 1):
        table.rows[number].height = Pt(_height(block))
        for place, column in enumerate(block["columns"]):
            lines = [[Piece(column["text"])]]
            if column["who"]:
                lines.append([Piece(column["who"], colour=LIGHT.muted)])
            _cell(table.cell(number, place), lines, LIGHT.aside if place == 2 else LIGHT.ground)
    frame._element._nvXxPr.cNvPr.set("descr", interface("slide_claims", language))


def _cell(cell: Any, lines: Sequence[Sequence[Piece]], ground: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(ground)
    cell.margin_left = cell.margin_right = Pt(6)
    cell.margin_top = cell.margin_bottom = Pt(4)
    write(cell.text_frame, lines, size=CELL, align=PP_ALIGN.LEFT, apart=2)
