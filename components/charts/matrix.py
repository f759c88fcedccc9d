"""Which identifier reaches which field of life: a table of marks, on a phone a list."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.flows import STYLES
from components.charts.sheet import EDGE, marks
from components.charts.style import BREAK, note, wrap
from components.charts.text_width import letters
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 15  # pixels of a line of small text
# What exists comes before what may come, and that before what is feared or denied.
STRENGTH = (
    "status_in_use",
    "status_consent",
    "status_enabled_by_law",
    "status_found_by_court",
    "status_planned",
    "status_under_study",
    "status_criticised",
    "status_feared",
    "status_assured_absent",
    "status_dropped",
)
MatrixCells = Mapping[str, Mapping[str, Sequence[Flow]]]


def statuses(view: View, cells: MatrixCells, *, columns: Sequence[str]) -> Chart:
    """
    Draw one row a code and one column a field; a cell shows the strongest status of its flows.

    The status stands as its line and its word; a cell without flows has a dash. cells holds flows
    by row code and column code. On a phone each row is a list of its fields. Raises ValueError
    where no cell holds a flow.
    """
    flows = list(
        {flow.id: flow for row in cells.values() for each in row.values() for flow in each}.values()
    )
    if not flows:
        raise ValueError("no flows to draw")
    shapes, notes, used = (
        _list(view, cells, columns) if view.narrow else _grid(view, cells, columns)
    )
    return marks(
        view,
        shapes,
        notes,
        across=(0, view.canvas.width),
        down=(-used, 0),
        rows=flows,
        height=int(used) + 4,
        margin=EDGE | {"b": 2},
    )


def strongest(flows: Iterable[Flow]) -> str:
    """Give the status that comes first in STRENGTH; unknown ones come last. Raises ValueError
    without flows."""
    order = {code: place for place, code in enumerate(STRENGTH)}
    return min((flow.status for flow in flows), key=lambda code: order.get(code, len(order)))


def _grid(view: View, cells: MatrixCells, columns: Sequence[str]) -> tuple[list, list, float]:
    tight = view.canvas.height is not None
    first = 148 if tight else 196
    wide = (view.canvas.width - first) / len(columns)
    fits = letters(view, wide, SMALL_SIZE)
    heads = [wrap(view.label(code), fits) for code in columns]
    used = LINE * max(_lines(head) for head in heads) + 6
    notes = [
        _note(view, head, first + wide * (place + 0.5), -used + 4, size=SMALL_SIZE, bottom=True)
        for place, head in enumerate(heads)
    ]
    shapes = [_rule(view, used, strong=True)]
    for code, row in cells.items():
        name = wrap(view.label(code), letters(view, first - 4, SMALL_SIZE if tight else LABEL_SIZE))
        words = [
            wrap(view.label(strongest(row[each])), fits) if row.get(each) else "–"
            for each in columns
        ]
        size = SMALL_SIZE if tight else LABEL_SIZE
        step = LINE if tight else LINE + 3
        tall = max(step * _lines(name), 10 + LINE * max(map(_lines, words))) + (2 if tight else 10)
        notes.append(_note(view, name, 0, -used - tall / 2, size=size, left=True))
        for place, (each, word) in enumerate(zip(columns, words, strict=True)):
            left = first + wide * place
            middle = -used - tall / 2
            if row.get(each):
                reach = min(22, wide / 2 - 4)
                top = middle + LINE * _lines(word) / 2 + 1
                style = STYLES.get(strongest(row[each]), ("solid", 2))
                shapes.append(
                    _mark(view, left + wide / 2 - reach, left + wide / 2 + reach, top, style)
                )
                middle -= 4
            notes.append(_note(view, word, left + wide / 2, middle, muted=word == "–"))
        used += tall
        shapes.append(_rule(view, used))
    return shapes, notes, used


def _list(view: View, cells: MatrixCells, columns: Sequence[str]) -> tuple[list, list, float]:
    shapes, notes, used = [], [], 0
    fits = letters(view, view.canvas.width, LABEL_SIZE)
    for code, row in cells.items():
        held = [each for each in columns if row.get(each)]
        if not held:
            continue
        name = f"<b>{wrap(view.label(code), fits)}</b>"
        notes.append(_note(view, name, 0, -used - 12, size=LABEL_SIZE, left=True))
        used += 26
        for each in held:
            status = strongest(row[each])
            style = STYLES.get(status, ("solid", 2))
            shapes.append(_mark(view, 8, 48, -used - 10, style))
            words = f"<b>{view.label(status)}</b>　{view.label(each)}"
            notes.append(_note(view, words, 58, -used - 10, left=True))
            used += 22
        used += 8
        shapes.append(_rule(view, used - 4))
    return shapes, notes, used


def _lines(words: str) -> int:
    return words.count(BREAK) + 1


def _mark(
    view: View, left: float, right: float, y: float, style: tuple[str, float]
) -> dict[str, Any]:
    """A piece of the line that stands for a status."""
    line = {"color": view.theme.main, "dash": style[0], "width": style[1]}
    return {"type": "line", "x0": left, "x1": right, "y0": y, "y1": y, "line": line}


def _rule(view: View, used: float, *, strong: bool = False) -> dict[str, Any]:
    line = {"color": view.theme.ink if strong else view.theme.rule, "width": 1}
    edge = {"x0": 0, "x1": view.canvas.width, "y0": -used, "y1": -used}
    return {"type": "line", "layer": "below", "line": line} | edge


def _note(
    view: View,
    words: str,
    x: float,
    y: float,
    *,
    size: int = SMALL_SIZE,
    left: bool = False,
    bottom: bool = False,
    muted: bool = False,
) -> dict[str, Any]:
    return note(
        words,
        x,
        y,
        size,
        view.theme.muted if muted else view.theme.ink,
        xanchor="left" if left else "center",
        yanchor="bottom" if bottom else "middle",
        align="left" if left else "center",
    )
