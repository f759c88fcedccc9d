"""Which identifier reaches which field of life: a table of marks, on a phone a list."""

from collections.abc import Mapping, Sequence

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.status_lines import line_style, strongest
from components.charts.text_table.cells import Cell, columns, write_row
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 15  # pixels of a line of small text
NAMES, PRESENTER_NAMES = 196, 148  # pixels for the names of the rows
REACH = 22  # pixels of a mark to both sides of its middle
Links = Mapping[str, Mapping[str, Sequence[str]]]  # ids of flows, by row and column
MatrixCells = Mapping[str, Mapping[str, Sequence[Flow]]]


def status_matrix(view: View, cells: MatrixCells, *, fields: Sequence[str]) -> Chart:
    """
    Draw one row a code and one column a field; a cell shows the strongest status of its flows.

    The status stands as its line and its word; a cell without flows has a dash. cells holds flows
    by row code and column code, fields are the column codes in their order. On a phone each row is
    a list of its fields. Raises ValueError where no cell holds a flow.

    >>> status_matrix(view, {"node_card": {"field_health": flows}}, fields=["field_health"])
    """
    flows = {flow.id: flow for row in cells.values() for each in row.values() for flow in each}
    if not flows:
        raise ValueError("no flows to draw")
    drawing = Drawing(view)
    (_list if view.narrow else _table)(drawing, cells, fields)
    return drawing.chart(list(flows.values()))


def of_flows(view: View, rows: Links, *, fields: Sequence[str]) -> Chart:
    """
    Draw the matrix of flows named by id: {"data_drugs": {"column_clinic": ["e08"]}}.

    Raises KeyError naming the nearest ids, and ValueError as status_matrix does.
    """
    cells = {
        code: {field: view.dataset.get_flows(*ids) for field, ids in row.items()}
        for code, row in rows.items()
    }
    return status_matrix(view, cells, fields=fields)


def _table(drawing: Drawing, cells: MatrixCells, fields: Sequence[str]) -> None:
    view, tight = drawing.view, drawing.view.for_presenter
    size, step = (SMALL_SIZE, LINE) if tight else (LABEL_SIZE, LINE + 3)
    first = PRESENTER_NAMES if tight else NAMES
    places = columns(len(fields), first, drawing.width)
    wide = places[0][1]

    def cell(words: str, colour: str = "") -> Cell:
        return Cell(wrap_text(words, wide, SMALL_SIZE), SMALL_SIZE, colour, align="center")

    heads = [cell(view.label(code)) for code in fields]
    height = LINE * max(line_count(head.words) for head in heads) + 2
    write_row(drawing, heads, places, height, down="bottom")
    drawing.used += 4
    drawing.rule(drawing.used, view.theme.ink)
    for code, row in cells.items():
        name = Cell(wrap_text(view.label(code), first - 4, size), size)
        statuses = [strongest(row[each]) if row.get(each) else "" for each in fields]
        words = [
            cell(view.label(each)) if each else cell("–", view.theme.muted) for each in statuses
        ]
        lines = max(line_count(each.words) for each in words)
        height = max(step * line_count(name.words), 10 + LINE * lines) + (2 if tight else 10)
        top = drawing.used
        drawing.text(name.words, 0, top + height / 2, size, at="middle left")
        for (left, _), status, each in zip(places, statuses, words, strict=True):
            middle = left + wide / 2
            y = top + height / 2 + (4 if status else 0)
            if status:
                up = top + height / 2 - LINE * line_count(each.words) / 2 - 1
                _mark(drawing, status, middle, up, min(REACH, wide / 2 - 4))
            drawing.text(each.words, middle, y, SMALL_SIZE, each.colour, at="middle center")
        drawing.used += height
        drawing.rule(drawing.used)


def _list(drawing: Drawing, cells: MatrixCells, fields: Sequence[str]) -> None:
    view = drawing.view
    for code, row in cells.items():
        held = [each for each in fields if row.get(each)]
        if not held:
            continue
        name = wrap_text(view.label(code), drawing.width, LABEL_SIZE)
        drawing.text(name, 0, drawing.used + 12, LABEL_SIZE, bold=True, at="middle left")
        drawing.used += 26
        for each in held:
            status = strongest(row[each])
            _mark(drawing, status, 28, drawing.used + 10, 20)
            words = f"<b>{view.label(status)}</b>　{view.label(each)}"
            drawing.text(words, 58, drawing.used + 10, SMALL_SIZE, at="middle left")
            drawing.used += 22
        drawing.used += 8
        drawing.rule(drawing.used - 4)


def _mark(drawing: Drawing, status: str, x: float, y: float, reach: float) -> None:
    """Draw a piece of the line that stands for a status."""
    dash, width = line_style(status)
    drawing.line((x - reach, y), (x + reach, y), drawing.view.theme.main, width, dash)
