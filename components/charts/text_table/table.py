"""A table of words: a line a subject, a column a question, a few words or a date in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.chart import Chart, Row, View
from components.charts.drawing import EDGE, Drawing
from components.charts.fitting import wanted
from components.charts.text_table.cells import Cell, block_height, columns, write_row
from components.charts.text_width import text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Claim

NAME = 0.265  # of the width, for the subjects' names
# Size of the words and pixels between two lines: the first that fits a canvas of a given height.
SETTINGS = ((LABEL_SIZE, 22), (LABEL_SIZE, 13), (SMALL_SIZE, 12), (SMALL_SIZE, 7))
GAP, CLOSE = 28, 8  # pixels kept free beside words; the second where dates stand abreast on a phone
SHORT = 6.3  # sizes of type: cells as short as a day and month stand abreast on a phone
INDENT = 12


@dataclass(frozen=True)
class TableRow:
    """A subject with its cells, one a column; marked holds the columns that stand out."""

    name: str
    cells: Sequence[str]
    marked: Sequence[int] = ()


def dated_claim(view: View, claim: Claim) -> str:
    """Write a claim with its date behind it."""
    return view.aside(view.localize(claim.text), format_date(claim.as_of, view.language))


def text_table(
    view: View, heads: Sequence[str], lines: Sequence[TableRow], *, rows: Sequence[Row]
) -> Chart:
    """
    Write lines of words under the heads of their columns; on a phone under each subject's name.

    An empty cell shows a dash. rows are the records or claims that the words rest on. What a stage
    is too low for comes on pages; with one row a line, each page has its own rows. Raises
    ValueError without lines, or where a line has more or fewer cells than there are heads.

    >>> line = TableRow("Card", ["J-LIS", "2016"], marked=[1])
    >>> text_table(view, ["Run by", "Since"], [line], rows=[system])
    """
    if not lines:
        raise ValueError("no lines to write")
    for line in lines:
        if len(line.cells) != len(heads):
            raise ValueError(f"{line.name} has {len(line.cells)} cells for {len(heads)} heads")
    parts = _pages(view, heads, lines)
    part = wanted(view, parts)
    rows = rows[part] if len(rows) == len(lines) else rows
    return _written(view, heads, lines[part]).chart(rows, page_count=len(parts))


def _pages(view: View, heads: Sequence[str], lines: Sequence[TableRow]) -> list[slice]:
    """Share lines out over as few pages as hold them."""
    for count in range(1, len(lines) + 1):
        size = -(-len(lines) // count)
        parts = [slice(start, start + size) for start in range(0, len(lines), size)]
        if all(_fits(_written(view, heads, lines[part])) for part in parts):
            break
    return parts


def _fits(drawing: Drawing) -> bool:
    height = drawing.view.canvas.height
    return not height or drawing.used + 2 * EDGE <= height


def _written(view: View, heads: Sequence[str], lines: Sequence[TableRow]) -> Drawing:
    """Write with the first setting that fits; without a height there is one for each canvas."""
    settings = SETTINGS if view.for_presenter else SETTINGS[2:3] if view.narrow else SETTINGS[1:2]
    short = all(text_width(cell) <= SHORT for line in lines for cell in line.cells)
    for size, pad in settings:
        drawing = Drawing(view)
        if view.narrow and not short:
            _stacked(drawing, heads, lines, size, pad)
        else:
            _abreast(drawing, heads, lines, size, pad)
        if _fits(drawing):
            break
    return drawing


def _abreast(
    drawing: Drawing, heads: Sequence[str], lines: Sequence[TableRow], size: int, pad: int
) -> None:
    """Names before the cells; on a phone above them, where the cells are short."""
    theme, narrow = drawing.view.theme, drawing.view.narrow
    names = (0, drawing.width) if narrow else (0, NAME * drawing.width)
    places = columns(len(heads), 0 if narrow else names[1], drawing.width)
    room = places[0][1] - (CLOSE if narrow else GAP)
    words = [wrap_text(head, room, size) for head in heads]
    row = [Cell(each, size, theme.muted) for each in words]
    write_row(drawing, row, places, block_height(words, size) + pad)
    for line in lines:
        drawing.rule(drawing.used - pad / 3)
        name = wrap_text(line.name, names[1] - GAP, size)
        head = Cell(name, size, bold=True)
        words = [wrap_text(cell or "—", room, size) for cell in line.cells]
        row = [
            Cell(each, size, theme.accent if marked else "", bold=marked)
            for each, marked in zip(words, _marks(line), strict=True)
        ]
        if narrow:
            write_row(drawing, [head], [names], block_height([name], size) + pad // 3)
            write_row(drawing, row, places, block_height(words, size) + pad)
        else:
            height = block_height([name, *words], size) + pad
            write_row(drawing, [head, *row], [names, *places], height)


def _stacked(
    drawing: Drawing, heads: Sequence[str], lines: Sequence[TableRow], size: int, pad: int
) -> None:
    theme, after = drawing.view.theme, pad // 3
    for line in lines:
        drawing.rule(drawing.used - pad / 3)
        drawing.paragraph(line.name, size, bold=True, spare=GAP, after=after)
        for head, cell, marked in zip(heads, line.cells, _marks(line), strict=True):
            drawing.paragraph(head, size, theme.muted, spare=GAP)
            ink = theme.accent if marked else ""
            said = cell or "—"
            drawing.paragraph(said, size, ink, x=INDENT, bold=marked, spare=GAP, after=after)
        drawing.used += pad // 2


def _marks(line: TableRow) -> list[bool]:
    return [place in line.marked for place in range(len(line.cells))]
