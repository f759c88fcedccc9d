"""Words beside lines through time: values at points, names and last values at the ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.charts import time_axis
from components.charts.chart import View
from components.charts.style import note
from components.charts.text_width import line_count
from components.charts.themes import LABEL_SIZE
from components.data.records import Figure

HEIGHT = 420  # of a line chart that need not keep to a canvas
LEVEL = 0.06  # of the highest value: a smaller step is no slope that words run clear of
BELOW = {"xanchor": "left", "yanchor": "top", "yshift": -6}
End = tuple[str, Figure, str]  # a line's name, its last record, its colour


def height(view: View) -> int:
    """Give the height of a line chart on a canvas."""
    return view.canvas.height or HEIGHT


def head(view: View, several: int) -> float:
    """Give how much higher than the highest value an axis ends, so that words have room."""
    return 1.3 if view.for_presenter and several > 1 else 1.16


def values(
    view: View, rows: Sequence[Figure], colour: str, named: Sequence[str], *, steps: bool = False
) -> list[dict[str, Any]]:
    """Write the values of the records named by id or date, above their points.

    The first one of a line in steps, which goes on level and then up, stands below its point.
    """
    seen = [row for row in rows if row.number is not None]
    wanted = [row for row in seen[:-1] if row.id in named or row.as_of in named]
    return [
        _word(f"<b>{time_axis.value(view, row)}</b>", row, colour)
        | (BELOW if steps and row is seen[0] else _beside(row, seen))
        for row in wanted
    ]


def _beside(row: Figure, seen: Sequence[Figure]) -> dict[str, Any]:
    """Set the first value to the right of its point (above where the line goes on level), others
    above and before theirs, so that a rising line runs clear of them; one that a line falls to
    stands over the middle."""
    if row is seen[0]:
        top = max(each.number or 0 for each in seen)
        if abs((seen[1].number or 0) - (row.number or 0)) < LEVEL * top:
            return {"xanchor": "left", "yanchor": "bottom", "yshift": 8}
        return {"xanchor": "left", "xshift": 16}
    if (seen[seen.index(row) - 1].number or 0) > (row.number or 0):
        return {"xanchor": "center", "yanchor": "bottom", "xshift": -5, "yshift": 8}
    before = {"xanchor": "right", "align": "right", "xshift": -3}
    return before | {"yanchor": "bottom", "yshift": 5}


def at_ends(view: View, ends: Sequence[End], top: float) -> list[dict[str, Any]]:
    """Write each series' name and last value at its end, moved apart where they would meet."""
    notes: list[dict[str, Any]] = []
    used, several = float("inf"), len(ends) > 1
    tall = height(view)
    words = {name: time_axis.end_words(view, name, row, several=several) for name, row, _ in ends}
    apart = 3 if len(ends) * 3 * 19 < tall - 90 else 2
    lines = max(apart, *map(line_count, words.values())) if several else 1
    room = 19 * lines * top / (tall - 90)
    named: list[dict[str, Any]] = []
    last = max(row.day for _, row, _ in ends)
    early = [end for end in ends if (last - end[1].day).days > time_axis.EARLY]
    for name, row, colour in sorted(ends, key=lambda end: -(end[1].number or 0)):
        # The rule of an event may stand here: it ends where the words begin.
        word = _word(words[name], row, colour) | {"bgcolor": view.theme.ground}
        if (name, row, colour) in early:
            named.append(word | _above(view, name, row, early))
            continue
        used = min(row.number or 0, used - room)
        notes.append(word | {"y": used, "xanchor": "left", "yanchor": "middle", "xshift": 8})
    lowest = room / 2
    for word in reversed(notes) if used < room / 2 and len(ends) > 3 else ():
        word["y"] = lowest = max(word["y"], lowest)  # none runs below the ground
        lowest += room
    return [*named, *notes]


def _above(view: View, name: str, row: Figure, early: Sequence[End]) -> dict[str, Any]:
    """
    Name a series that ends early above its end, clear of the one that goes on.

    Of several each has one line, and all stand above the highest, in the order of their values.
    """
    place = {"xanchor": "right", "align": "right", "xshift": -4, "yanchor": "bottom", "yshift": 10}
    if len(early) == 1:
        return place
    values = sorted(each.number or 0 for _, each, _ in early)
    words = f"{time_axis.named(view, name)} <b>{view.format_value(row, bare=True)}</b>"
    up = 10 + 19 * values.index(row.number or 0)
    return place | {"text": words, "y": values[-1], "yshift": up}


def _word(words: str, row: Figure, colour: str) -> dict[str, Any]:
    return note(words, row.day.isoformat(), row.number, LABEL_SIZE, colour, align="left")
