"""Cells of a row: words with their type, set beside each other in columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.drawing import Drawing
from components.charts.text_width import line_count
from components.charts.themes import LABEL_SIZE
from components.data.records import Figure

Column = tuple[float, float]  # left edge and width in pixels


@dataclass(frozen=True)
class Cell:
    """
    Words that are broken into lines already, and how they are set.

    align is left or center; inset moves words in from the left edge; frame are settings of
    Drawing.box; record is what a touch tells of.
    """

    words: str
    size: int = LABEL_SIZE
    colour: str = ""
    bold: bool = False
    align: str = "left"
    inset: float = 0
    frame: Mapping[str, Any] | None = None
    record: Figure | None = None


def columns(count: int, start: float, end: float) -> list[Column]:
    """Give columns of one width between two places."""
    width = (end - start) / count
    return [(start + width * place, width) for place in range(count)]


def write_row(
    drawing: Drawing,
    cells: Sequence[Cell],
    places: Sequence[Column],
    height: float,
    *,
    down: str = "top",
) -> None:
    """Set a cell into each column, at the top, middle or bottom of a row, and move below it."""
    top = drawing.used
    y = top + {"top": 0, "middle": height / 2, "bottom": height}[down]
    for cell, (left, width) in zip(cells, places, strict=True):
        if cell.frame is not None:
            drawing.box(left + 4, top + 2, width - 6, height - 4, **cell.frame)
        x = left + (width / 2 if cell.align == "center" else cell.inset)
        place = f"{down} {cell.align}"
        drawing.text(cell.words, x, y, cell.size, cell.colour, bold=cell.bold, at=place)
        if cell.record:
            drawing.hover(left + width / 2, top + height / 2, cell.record)
    drawing.used += height


def block_height(words: Sequence[str], size: float) -> int:
    """Give the height in pixels of the tallest of several words."""
    return int(max(map(line_count, words)) * size * 1.32)
