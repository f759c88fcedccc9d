"""Which identifier reaches which field of life: a table of marks, on a phone a list."""

from collections.abc import Collection, Mapping, Sequence

from components.charts.chart import Chart, View
from components.charts.chips import draw_chip
from components.charts.drawing import Drawing
from components.charts.status_lines import kind_of, strongest, told
from components.charts.text_table.cells import Cell, columns, write_row
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 15  # pixels of a line of small text
NAMES, PRESENTER_NAMES = 196, 130  # pixels for the names of the rows
PAD, PRESENTER_PAD, APART = 10, 6, 2  # pixels by which a chip exceeds its words, and around it
NARROW = 0.36  # of a phone, for a chip
Links = Mapping[str, Mapping[str, Sequence[str]]]  # ids of flows, by row and column
MatrixCells = Mapping[str, Mapping[str, Sequence[Flow]]]


def status_matrix(
    view: View, cells: MatrixCells, *, fields: Sequence[str], highlight: Collection[str] = ()
) -> Chart:
    """
    Draw one row a code and one column a field; a cell shows the strongest status of its flows.

    The status is a chip with its word, in colour and line the same as on the map of systems; a
    cell without flows is empty. cells holds flows by row code and column code, fields are the
    column codes in their order, highlight ids of flows whose chips stand out. On a phone each row
    is a list of its fields. Raises ValueError where no cell holds a flow.

    >>> status_matrix(view, {"node_card": {"field_health": flows}}, fields=["field_health"])
    """
    flows = {flow.id: flow for row in cells.values() for each in row.values() for flow in each}
    if not flows:
        raise ValueError("no flows to draw")
    drawing = Drawing(view)
    (_list if view.narrow else _table)(drawing, cells, fields, highlight)
    return drawing.chart(list(flows.values()))


def of_flows(
    view: View, rows: Links, *, fields: Sequence[str], highlight: Collection[str] = ()
) -> Chart:
    """
    Draw the matrix of flows named by id: {"data_drugs": {"column_clinic": ["e08"]}}.

    Raises KeyError naming the nearest ids, and ValueError as status_matrix does.
    """
    cells = {
        code: {field: view.dataset.get_flows(*ids) for field, ids in row.items()}
        for code, row in rows.items()
    }
    return status_matrix(view, cells, fields=fields, highlight=highlight)


def _table(
    drawing: Drawing, cells: MatrixCells, fields: Sequence[str], highlight: Collection[str]
) -> None:
    view, tight = drawing.view, drawing.view.for_presenter
    size, step = (SMALL_SIZE, LINE) if tight else (LABEL_SIZE, LINE + 3)
    first = PRESENTER_NAMES if tight else NAMES
    places = columns(len(fields), first, drawing.width)
    wide = places[0][1]
    words = [wrap_text(view.label(code), wide - 4, SMALL_SIZE) for code in fields]
    heads = [Cell(each, SMALL_SIZE, view.theme.muted, align="center") for each in words]
    write_row(drawing, heads, places, _high(words) + 2, down="bottom")
    drawing.used += 4
    drawing.rule(drawing.used, view.theme.ink)
    pad, spare = (PRESENTER_PAD, 0) if tight else (PAD, 6)
    room = wide - 2 * APART - pad / 2
    for code, row in cells.items():
        name = wrap_text(view.label(code), first - 4, size)
        said = {each: _word(view, row[each], room) for each in fields if row.get(each)}
        chips = _high([*said.values()]) + pad + 2 * APART
        height = max(step * line_count(name), chips) + spare
        drawing.text(name, 0, drawing.used + height / 2, size, at="middle left")
        for each, (left, _) in zip(fields, places, strict=True):
            if each in said:
                place = left + APART, drawing.used + (height - chips) / 2 + APART, wide - 2 * APART
                _chip(drawing, row[each], said[each], (*place, chips - 2 * APART), highlight)
        drawing.used += height
        drawing.rule(drawing.used)


def _list(
    drawing: Drawing, cells: MatrixCells, fields: Sequence[str], highlight: Collection[str]
) -> None:
    view = drawing.view
    for code, row in cells.items():
        held = [each for each in fields if row.get(each)]
        if not held:
            continue
        name = wrap_text(view.label(code), drawing.width, LABEL_SIZE)
        drawing.text(name, 0, drawing.used + 12, LABEL_SIZE, bold=True, at="middle left")
        drawing.used += 28
        room = drawing.width * NARROW - PAD
        for each in held:
            word = _word(view, row[each], room)
            height = LINE * line_count(word) + PAD
            box = 0, drawing.used, drawing.width * NARROW, height
            _chip(drawing, row[each], word, box, highlight)
            x, middle = drawing.width * NARROW + PAD, drawing.used + height / 2
            drawing.text(view.label(each), x, middle, SMALL_SIZE, at="middle left")
            drawing.used += height + 2 * APART
        drawing.used += 10
        drawing.rule(drawing.used - 4)


def _high(words: Sequence[str]) -> int:
    return LINE * max(map(line_count, words), default=1)


def _word(view: View, flows: Sequence[Flow], room: float) -> str:
    return wrap_text(view.label(strongest(flows)), room, SMALL_SIZE)


def _chip(
    drawing: Drawing,
    flows: Sequence[Flow],
    word: str,
    box: tuple[float, float, float, float],
    highlight: Collection[str],
) -> None:
    """Draw the strongest status of some links as a chip: left, top, width and height."""
    shown, (left, top, width, height) = strongest(flows), box
    first = next(flow for flow in flows if flow.status == shown)
    drawing.tell(left + width / 2, top + height / 2, told(drawing.view, first))
    strong = any(flow.id in highlight for flow in flows)
    draw_chip(drawing, word, box, kind_of(first), strong=strong)
