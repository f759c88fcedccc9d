"""Boxes and words of the prefectures' tiles."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import View
from components.charts.style import BREAK, note
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure


def told(view: View, rows: Sequence[Figure], own: str, whole: Figure | None) -> list[str]:
    """The date, the highest and the lowest by name, the country, and the reader's own."""
    ranked = sorted(rows, key=lambda row: row.number or 0)
    lines = [f"<b>{format_date(rows[0].as_of, view.language)}</b>"]
    lines += [
        f"{view.label(code)}　{view.label(row.dims['prefecture'])} <b>{value(view, row)}</b>"
        for code, row in (("highest", ranked[-1]), ("lowest", ranked[0]))
    ]
    if whole:
        lines.append(f"{view.label('prefecture_all')}　<b>{value(view, whole)}</b>")
    lines += [
        f"{view.label('chosen')}　{view.label(own)} <b>{value(view, row)}</b>"
        for row in rows
        if row.dims["prefecture"] == own
    ]
    return lines


def heading(view: View, lines: Sequence[str]) -> dict[str, Any]:
    """Set lines at the upper left."""
    return text(BREAK.join(lines), -0.47, -0.45, view.theme.ink) | {
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "font": {"size": LABEL_SIZE, "color": view.theme.ink},
    }


def value(view: View, row: Figure) -> str:
    return view.format_value(row, bare=True)


def box(
    view: View,
    middle: tuple[float, float],
    reach: tuple[float, float],
    fill: str,
    *,
    own: bool = False,
) -> dict[str, Any]:
    """A box around its middle; without a fill it is only an outline."""
    line = (
        {"width": 4, "color": view.theme.accent} if own else {"width": 1, "color": view.theme.rule}
    )
    return {
        "type": "rect",
        "x0": middle[0] - reach[0],
        "x1": middle[0] + reach[0],
        "y0": middle[1] - reach[1],
        "y1": middle[1] + reach[1],
        "fillcolor": fill or "rgba(0,0,0,0)",
        "line": line,
    }


def text(words: str, x: float, y: float, colour: str) -> dict[str, Any]:
    return note(words, x, y, SMALL_SIZE, colour)
