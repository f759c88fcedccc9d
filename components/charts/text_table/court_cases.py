"""What stands where and since when: lines against columns, each cell a state and its date."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.text_table.cells import Cell, Column, columns, write_row
from components.charts.text_width import BREAK, line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date, format_day
from components.data.languages import Localized
from components.data.records import Figure

STAR = Localized("＊", "†")  # the narrower one where dates are long
MARKS = {"settled": "●\u00a0", "planned": "○\u00a0", "muted": ""}  # the space does not break
NAME_GAP = 10  # pixels between the names of the lines and the first cells
INDENT = 11  # pixels of a cell's words on a phone


@dataclass(frozen=True)
class CaseColumns:
    """
    How rows are laid out: the names of the dimensions for line, column and state.

    muted holds states that say nothing is known: they get no frame and no mark. highlight holds
    states in the accent colour.
    """

    line: str
    column: str
    state: str
    muted: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()

    def kind(self, row: Figure) -> str:
        """Tell how a cell is drawn: muted, planned or settled."""
        if row.dims[self.state] in self.muted:
            return "muted"
        return "planned" if row.qualifier == "planned" else "settled"

    def place(self, row: Figure) -> tuple[str, str]:
        """Give line and column of a row."""
        return row.dims[self.line], row.dims[self.column]


def court_cases(view: View, rows: Sequence[Figure], layout: CaseColumns) -> Chart:
    """
    Draw dates in a table: filled dot and frame for what happened, hollow and dashed for plans.

    rows are values of the unit "date" with the dimensions that layout names. A cell holds its state
    in words and below it the date; without a date it says no_date (a word of the step), and a muted
    state stands alone. A date of low confidence carries a star, which the step's word `weak`
    explains at the foot. On a phone it is a list, line by line. Raises ValueError without rows, for
    values that are no dates, or for two rows in one cell.

    >>> court_cases(view, rows, CaseColumns("suit", "level", "ruling", muted=("not_found",)))
    """
    if not rows:
        raise ValueError("no rows to draw")
    if any(row.unit != "date" for row in rows):
        raise ValueError("this table holds dates only")
    if len({layout.place(row) for row in rows}) < len(rows):
        raise ValueError("two rows in one cell")
    drawing = Drawing(view)
    (_list if view.narrow else _table)(drawing, rows, layout)
    if any(row.confidence == "low" and row.value for row in rows):
        words, muted = view.step_text("weak"), view.theme.muted
        drawing.text(words, 0, drawing.used + 4, SMALL_SIZE, muted)
        drawing.used += 20
    return drawing.chart(rows)


def _table(drawing: Drawing, rows: Sequence[Figure], layout: CaseColumns) -> None:
    view, size = drawing.view, SMALL_SIZE if drawing.view.for_presenter else LABEL_SIZE
    lines = list(dict.fromkeys(layout.place(row)[0] for row in rows))
    heads = list(dict.fromkeys(layout.place(row)[1] for row in rows))
    named = _named(view, [view.label(code) for code in lines], size, len(heads))
    places = dict(zip(heads, columns(len(heads), named, drawing.width), strict=True))
    room = places[heads[0]][1] - 14
    words = [wrap_text(view.label(code), room, size) for code in heads]
    row = [Cell(each, size, view.theme.muted, inset=7) for each in words]
    head_height, table = _height(view, size, words), []
    for code in lines:
        name = wrap_text(view.label(code), named - NAME_GAP, size, bold=True)
        cells = {
            layout.place(each)[1]: _cell(view, each, layout, room, size)
            for each in rows
            if layout.place(each)[0] == code
        }
        height = _height(view, size, [name, *(cell.words for cell in cells.values())])
        table.append((Cell(name, size, bold=True), cells, height))
    # A stage with room to spare is filled.
    spare = (view.canvas.height or 0) - head_height - sum(each[2] for each in table) - 24
    more = min(max(spare // len(table), 0), 24)
    write_row(drawing, row, list(places.values()), head_height - 4, down="bottom")
    drawing.used += 4
    for first, cells, height in table:
        edges: list[Column] = [(0, named), *(places[column] for column in cells)]
        write_row(drawing, [first, *cells.values()], edges, height + more, down="middle")


def _named(view: View, names: Sequence[str], size: int, count: int) -> float:
    """Give the names of the lines the pixels they need, at most what is to spare."""
    needed = max(text_width(name, size, bold=True) for name in names) + NAME_GAP
    return min(needed, view.canvas.width * (0.28 if count == 1 else 0.17))


def _height(view: View, size: int, words: Sequence[str]) -> int:
    return max(map(line_count, words)) * (size + 3) + (5 if view.for_presenter else 14)


def _cell(view: View, row: Figure, layout: CaseColumns, width: float, size: int) -> Cell:
    muted = layout.kind(row) == "muted"
    return Cell(
        _words(view, row, layout, width, size),
        size,
        view.theme.muted if muted else "",
        inset=8,
        frame=None if muted else _frame(view, row, layout),
        record=row,
    )


def _words(view: View, row: Figure, layout: CaseColumns, width: float, size: int) -> str:
    """Write a cell: mark and state in words, below it the date, or that there is none."""
    kind = layout.kind(row)
    word = wrap_text(MARKS[kind] + view.label(row.dims[layout.state]), width, size)
    if kind == "muted":
        return word
    star = STAR.to(view.language) if row.confidence == "low" and row.value else ""
    day = _day(view, row.value) + star if row.value else view.step_text("no_date")
    return f"<b>{word}</b>{BREAK}{wrap_text(day, width + 2.5 * size, size)}"


def _day(view: View, written: str) -> str:
    """Write a date; on a stage English months are short."""
    if view.for_presenter and view.language == "en" and len(written) == len("2021-10-20"):
        return f"{format_day(written, 'en')} {written[:4]}"
    return format_date(written, view.language)


def _frame(view: View, row: Figure, layout: CaseColumns) -> dict[str, Any]:
    """Frame a cell: solid for what is settled, dashed for plans, accent for what is pointed at."""
    strong = row.dims[layout.state] in layout.highlight
    planned = layout.kind(row) == "planned"
    return {
        "fill": view.theme.ground if planned else view.theme.aside,
        "edge": view.theme.accent if strong else view.theme.context,
        "edge_width": 2.5 if strong else 1.5,
        "dash": "dash" if planned else "solid",
    }


def _list(drawing: Drawing, rows: Sequence[Figure], layout: CaseColumns) -> None:
    view, width = drawing.view, drawing.width - INDENT - 4
    for code in dict.fromkeys(row.dims[layout.line] for row in rows):
        drawing.paragraph(view.label(code), bold=True, line=20 / LABEL_SIZE)
        for row in (row for row in rows if row.dims[layout.line] == code):
            words = _words(view, row, layout, 999, SMALL_SIZE).replace(BREAK, "　")
            text = _joined(view.label(row.dims[layout.column]), words, width)
            muted = view.theme.muted if layout.kind(row) == "muted" else ""
            drawing.text(text, INDENT, drawing.used, SMALL_SIZE, muted)
            drawing.hover(drawing.width / 2, drawing.used + 12, row)
            drawing.used += 16 * line_count(text) + 6
        drawing.used += 12


def _joined(head: str, words: str, width: float) -> str:
    """Put a column's name, a state and its date on as few lines of a phone as they need."""
    if text_width(f"{head}　{words}", SMALL_SIZE) <= width:
        return f"{head}　{words}"
    fits = text_width(words, SMALL_SIZE) <= width
    rest = words if fits else words.replace("　", BREAK)
    return wrap_text(head, width, SMALL_SIZE) + BREAK + rest
