"""Records as a board of words: one row a record, a few columns; on a phone one block a record."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.letters import letters
from components.charts.looks import SMALL_SIZE
from components.charts.style import BREAK, axis, finish, wrap
from components.content.listing import Row, cells

LINE = 15  # pixels of a line of small text


def board(view: View, rows: Sequence[Row], columns: Mapping[str, float]) -> Chart:
    """
    Draw records as rows of words, the first column in bold.

    columns holds the names of listing.cells with the share of the width each takes; their headings
    are the step's words of the same names. On a phone each record is a block, the headings before
    its words. Raises ValueError without rows.
    """
    if not rows:
        raise ValueError("no rows to draw")
    written = [cells(view.book, row, view.language) for row in rows]
    shapes, notes, used = (_blocks if view.narrow else _table)(view, written, columns)
    layout = {
        "margin": {"l": 2, "r": 2, "t": 2, "b": 2},
        "xaxis": axis(view.look, range=[0, view.room.width]),
        "yaxis": axis(view.look, range=[-used, 0]),
        "shapes": shapes,
        "annotations": notes,
    }
    trace = {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip"}
    return finish(view, [trace], layout, rows=list(rows), height=int(used) + 4)


def _table(
    view: View, written: Sequence[Mapping[str, str]], columns: Mapping[str, float]
) -> tuple[list, list, float]:
    pad = 2 if view.room.height else 6
    whole = sum(columns.values())
    starts, left = {}, 0.0
    for name, share in columns.items():
        starts[name] = left
        left += view.room.width * share / whole
    notes = [_note(view, view.say(name), starts[name], -2, muted=True) for name in columns]
    used = LINE + 6
    shapes = [_rule(view, used, strong=True)]
    first = next(iter(columns))
    for words in written:
        wrapped = {
            name: wrap(
                words.get(name, ""), letters(view, view.room.width * share / whole - 10, SMALL_SIZE)
            )
            for name, share in columns.items()
        }
        for name, each in wrapped.items():
            bold = f"<b>{each}</b>" if name == first else each
            notes.append(_note(view, bold, starts[name], -used - pad))
        used += LINE * max(each.count(BREAK) + 1 for each in wrapped.values()) + 2 * pad + 2
        shapes.append(_rule(view, used))
    return shapes, notes, used


def _blocks(
    view: View, written: Sequence[Mapping[str, str]], columns: Mapping[str, float]
) -> tuple[list, list, float]:
    shapes, notes, used = [], [], 0.0
    first, *others = columns
    fits = letters(view, view.room.width, SMALL_SIZE)
    colon = "：" if view.language == "ja" else ": "
    for words in written:
        lines = [f"<b>{wrap(words[first], fits)}</b>"]
        lines += [
            wrap(f"{view.say(name)}{colon}{words[name]}", fits)
            for name in others
            if words.get(name)
        ]
        text = BREAK.join(lines)
        notes.append(_note(view, text, 0, -used - 4))
        used += LINE * (text.count(BREAK) + 1) + 14
        shapes.append(_rule(view, used - 2))
    return shapes, notes, used


def _rule(view: View, used: float, *, strong: bool = False) -> dict[str, Any]:
    line = {"color": view.look.ink if strong else view.look.rule, "width": 1}
    edge = {"x0": 0, "x1": view.room.width, "y0": -used, "y1": -used}
    return {"type": "line", "layer": "below", "line": line} | edge


def _note(view: View, words: str, x: float, y: float, *, muted: bool = False) -> dict[str, Any]:
    font = {"size": SMALL_SIZE, "color": view.look.muted if muted else view.look.ink}
    place = {"x": x, "y": y, "xanchor": "left", "yanchor": "top", "align": "left"}
    return {"text": words, "showarrow": False, "font": font} | place
