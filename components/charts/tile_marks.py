"""Boxes and words of the prefectures' tiles."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import View
from components.charts.shades import shade
from components.charts.style import LEFT, line, note, rect
from components.charts.text_width import BREAK
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

RAMP = 40  # parts of the legend's ramp


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


def legend(
    view: View, shares: Sequence[float], ends: tuple[Figure, Figure], top: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """
    Draw the ramp of colours with its lowest and highest value, and a stroke for each tile above it.

    top is where it begins, in rows of the map.
    """
    left, wide, tall = -0.47, 4.0, 0.3
    # Each part reaches under the next: no seam is seen between two.
    parts = [(place / RAMP, min(1, (place + 1.5) / RAMP)) for place in range(RAMP)]
    ramp = [
        rect(
            (left + wide * start, left + wide * end),
            (top, top + tall),
            shade(view.theme, (start + end) / 2)[0],
            "rgba(0,0,0,0)",
            0,
        )
        for start, end in parts
    ]
    strokes = [
        line((left + wide * each,) * 2, (top - 0.08, top - 0.32), view.theme.ink, 1.5)
        for each in shares
    ]
    low, high = (value(view, each) for each in ends)
    below = {"yanchor": "top", "yshift": -2}
    words = [
        note(low, left, top + tall, SMALL_SIZE, view.theme.muted, xanchor="left", **below),
        note(high, left + wide, top + tall, SMALL_SIZE, view.theme.muted, xanchor="right", **below),
    ]
    return [*ramp, *strokes], words


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
