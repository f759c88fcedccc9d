"""What stands where and since when: lines against columns, each cell a state and its date."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.docket_cells import GAP, Grid, cell_note, frame, words_of
from components.charts.style import BREAK, axis, columns_of, finish, hover, wrap
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.records import Figure


def docket(view: View, rows: Sequence[Figure], grid: Grid) -> Chart:
    """
    Draw dates as a docket: filled dot and frame for what happened, hollow and dashed for plans.

    A cell holds its state in words and below it the date; without a date it says no_date (a word of
    the step), and a muted state stands alone. A date of low confidence carries a star, which the
    step's word `weak` explains at the foot. On a phone it is a list, line by line. Raises
    ValueError without rows, for values that are no dates, or for two rows in one cell.
    """
    _check(rows, grid)
    return _listed(view, rows, grid) if view.narrow else _drawn(view, rows, grid)


def _check(rows: Sequence[Figure], grid: Grid) -> None:
    if not rows:
        raise ValueError("no rows to draw")
    if any(row.unit != "date" for row in rows):
        raise ValueError("a docket holds dates only")
    if len({_place(row, grid) for row in rows}) < len(rows):
        raise ValueError("two rows in one cell")


def _place(row: Figure, grid: Grid) -> tuple[str, str]:
    return row.dims[grid.line], row.dims[grid.column]


def _drawn(view: View, rows: Sequence[Figure], grid: Grid) -> Chart:
    size = SMALL_SIZE if view.canvas.height else LABEL_SIZE
    lines = list(dict.fromkeys(row.dims[grid.line] for row in rows))
    columns = list(dict.fromkeys(row.dims[grid.column] for row in rows))
    named = _named(view, [view.label(code) for code in lines], size, len(columns))
    share = (1 - named) / len(columns)
    letters = 1.9 if view.language == "ja" else 1.55  # half-width columns in the size of a letter
    widths = [int((each * view.canvas.width - 14) / size * letters) for each in (named, share)]
    heads = [wrap(view.label(code), widths[1]) for code in columns]
    texts = {_place(row, grid): words_of(view, row, grid, widths[1]) for row in rows}
    names = {code: wrap(view.label(code), widths[0]) for code in lines}
    canvas = _heights(view, size, [heads, *([names[code], *_of(texts, code)] for code in lines)])
    tops = [sum(canvas[: place + 1]) for place in range(len(canvas))]
    shapes, notes, spots = [], [], []
    for place, head in enumerate(heads):
        left = named + share * place + 0.008
        notes.append(cell_note(view, head, left, -tops[0] + GAP, size, "bottom", muted=True))
    for code, top, height in zip(lines, tops, canvas[1:], strict=False):
        notes.append(cell_note(view, f"<b>{names[code]}</b>", 0, -top - height / 2, size, "middle"))
    for row in rows:
        line, column = (lines.index(row.dims[grid.line]), columns.index(row.dims[grid.column]))
        left, top, height = named + share * column, tops[line], canvas[line + 1]
        if grid.kind(row) != "muted":
            shapes.append(frame(view, row, grid, (left, left + share), (-top, -top - height)))
        words = texts[_place(row, grid)]
        is_muted = grid.kind(row) == "muted"
        notes.append(
            cell_note(view, words, left + 0.009, -top - height / 2, size, "middle", muted=is_muted)
        )
        spots.append((left + share / 2, -top - height / 2, row))
    return _finished(view, rows, (shapes, notes, spots), tops[-1])


def _named(view: View, names: Sequence[str], size: int, columns: int) -> float:
    """Give the names of the lines the part of the width they need, at most what is to spare."""
    needed = (max(map(columns_of, names)) * size * 0.68 + 10) / view.canvas.width
    return min(needed, 0.28 if columns == 1 else 0.17)


def _of(texts: dict[tuple[str, str], str], line: str) -> list[str]:
    return [words for (name, _), words in texts.items() if name == line]


def _heights(view: View, size: int, groups: Sequence[Sequence[str]]) -> list[int]:
    """Give each line the room its longest cell needs; a stage with room to spare is filled."""
    rows = [max(text.count(BREAK) + 1 for text in group) for group in groups]
    heights = [lines * (size + 3) + (5 if view.canvas.height else 14) for lines in rows]
    spare = (view.canvas.height or 0) - sum(heights) - 24
    more = min(max(spare // max(1, len(heights) - 1), 0), 24)
    return [heights[0], *(height + more for height in heights[1:])]


def _listed(view: View, rows: Sequence[Figure], grid: Grid) -> Chart:
    notes, spots, used = [], [], 0
    for code in dict.fromkeys(row.dims[grid.line] for row in rows):
        name = wrap(f"{view.label(code)}", 44)
        notes.append(cell_note(view, f"<b>{name}</b>", 0, -used, LABEL_SIZE, "top"))
        used += 20 * (name.count(BREAK) + 1)
        for row in (row for row in rows if row.dims[grid.line] == code):
            head = view.label(row.dims[grid.column])
            text = _joined(head, words_of(view, row, grid, 400).replace(BREAK, "　"))
            is_muted = grid.kind(row) == "muted"
            notes.append(cell_note(view, text, 0.03, -used, SMALL_SIZE, "top", muted=is_muted))
            spots.append((0.5, -used - 12, row))
            used += 16 * (text.count(BREAK) + 1) + 6
        used += 12
    return _finished(view, rows, ([], notes, spots), used)


def _joined(head: str, words: str, width: int = 46) -> str:
    """Put a column's name, a state and its date on as few lines of a phone as they need."""
    if columns_of(f"{head}　{words}") - 7 * words.count("<b>") <= width:
        return f"{head}　{words}"
    plain = columns_of(words) - 7 * words.count("<b>")
    return wrap(head, width) + BREAK + (words if plain <= width else words.replace("　", BREAK))


def _finished(
    view: View,
    rows: Sequence[Figure],
    drawn: tuple[list[dict[str, Any]], list[dict[str, Any]], list[tuple[float, float, Figure]]],
    used: int,
) -> Chart:
    shapes, notes, spots = drawn
    if any(row.confidence == "low" and row.value for row in rows):
        notes.append(
            cell_note(view, view.step_text("weak"), 0, -used - 4, SMALL_SIZE, "top", muted=True)
        )
        used += 20
    layout = {
        "margin": {"l": 2, "r": 2, "t": 2, "b": 2},
        "xaxis": axis(view.theme, range=[0, 1]),
        "yaxis": axis(view.theme, range=[-used, 2]),
        "shapes": shapes,
        "annotations": notes,
    }
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [spot[0] for spot in spots],
        "y": [spot[1] for spot in spots],
        "marker": {"size": 30, "opacity": 0},
        "hovertemplate": [hover(view, spot[2]) for spot in spots],
    }
    return finish(view, [trace], layout, rows=rows, height=used + 6)
