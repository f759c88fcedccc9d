"""Boxes and words of the prefectures' tiles."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import View
from components.charts.style import LEFT, note, rect
from components.charts.text_width import BREAK
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
    words, ink = BREAK.join(lines), view.theme.ink
    return note(words, -0.47, -0.45, LABEL_SIZE, ink, yanchor="top", **LEFT)


def value(view: View, row: Figure) -> str:
    """Write a tile's value."""
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
    edge = (view.theme.accent, 4) if own else (view.theme.rule, 1)
    (x, y), (wide, tall) = middle, reach
    return rect((x - wide, x + wide), (y - tall, y + tall), fill or "rgba(0,0,0,0)", *edge)


def text(words: str, x: float, y: float, colour: str, **place: Any) -> dict[str, Any]:
    """Set small words around a place, or as place says."""
    return note(words, x, y, SMALL_SIZE, colour, **place)
