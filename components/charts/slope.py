"""Two values of one thing, before and after, and the line between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from components.charts.chart import Chart, View
from components.charts.series import Lines, one_axis
from components.charts.style import axis, finish, line, note
from components.charts.text_width import BREAK, columns_width, wrap_text
from components.charts.themes import LABEL_SIZE
from components.charts.traces import hover, points
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

HEIGHT, NARROW_HEIGHT = 330, 360
LEFT, RIGHT = ACROSS = (0.0, 1.0)


def _inside(view: View) -> bool:
    """Words stand between the two posts where the room has none to spare beside them."""
    return view.canvas.width < 800


def fall(
    view: View, rows: pd.DataFrame, *, change: pd.DataFrame, ended: pd.DataFrame | None = None
) -> Chart:
    """
    Draw two values of one measure on one scale from zero, joined by a line.

    - rows: a frame of two figures, the value before and the value after
    - change: calculated figures (difference, share), written beside the gap between the two
    - ended: parts of which only the value after is known: they stand at the right, with the word
      for not seen at the left, and no line

    The step's words `before` and `after` name the two ends. Raises ValueError for a gap, or for
    measures that may not share an axis.
    """
    before, after = view.figures(rows)
    parts = [] if ended is None else view.figures(ended)
    changes, drawn, theme = view.figures(change), [before, after, *parts], view.theme
    one_axis(drawn)
    top = max(row.number or 0 for row in drawn) or 1
    high, low = before.number or 0, after.number or 0
    layout = {
        "margin": {"l": 4, "r": 4, "t": 8, "b": 30},
        "xaxis": axis(theme, range=[-0.34, 1.62] if not _inside(view) else [-0.04, 1.04]),
        "yaxis": axis(theme, range=[-0.03 * top, 1.16 * top]),
        "shapes": _lines(view, top, high, low),
        "annotations": [
            *_ends(view),
            _value(view, before, LEFT),
            _value(view, after, RIGHT),
            _change(view, changes, (high + low) / 2, high),
            *(note for row in parts for note in _ended(view, row)),
        ],
    }
    dots = [theme.main, theme.accent]
    joined = Lines([before, after], ACROSS, theme.main, dots, size=13, ring=False)
    hollow = {"size": 11, "color": theme.ground, "line": {"color": theme.main, "width": 2}}
    hovers = (hover(view, row) for row in parts)
    alone = points([RIGHT] * len(parts), [row.number for row in parts], hollow, *hovers)
    height = view.canvas.height or (NARROW_HEIGHT if view.narrow else HEIGHT)
    return finish(view, [joined, alone], layout, rows=[*drawn, *changes], height=height)


def _lines(view: View, top: float, high: float, low: float) -> list[dict[str, Any]]:
    """A post at each end, the ground, the first level drawn across, and the gap to the second."""
    theme = view.theme
    return [
        *(line((x, x), (0, top), theme.rule, layer="below") for x in ACROSS),
        line(ACROSS, (0, 0), theme.ink),
        line(ACROSS, (high, high), theme.context, dash="dot"),
        line((RIGHT, RIGHT), (high, low), theme.accent, 2),
    ]


def _text(view: View, words: str, x: float, y: float | None, **more: Any) -> dict[str, Any]:
    colour, align = more.pop("colour", view.theme.ink), more.pop("align", "left")
    return note(words, x, y, LABEL_SIZE, colour, align=align, **more)


def _ends(view: View) -> list[dict[str, Any]]:
    sides = ("left", "right") if _inside(view) else ("auto", "auto")
    return [
        _text(view, view.step_text(word), x, 0, xanchor=side, yanchor="top", yshift=-10)
        for word, x, side in (("before", LEFT, sides[0]), ("after", RIGHT, sides[1]))
    ]


def _value(view: View, row: Figure, x: float) -> dict[str, Any]:
    """A value beside its point, or inside: above the first and below the second."""
    words, first = f"<b>{view.format_value(row)}</b>", x == LEFT
    if _inside(view):
        place = {"yanchor": "bottom", "yshift": 10} if first else {"yanchor": "top", "yshift": -12}
        return _text(view, words, x, row.number, xanchor="left" if first else "right", **place)
    side = {"xanchor": "right", "xshift": -14} if first else {"xanchor": "left", "xshift": 14}
    return _text(view, words, x, row.number, **side)


def _change(view: View, change: Sequence[Figure], middle: float, high: float) -> dict[str, Any]:
    """What the two differ by, in words that say it is calculated."""
    inside, wide = _inside(view), columns_width(26, view.language)
    names = [view.localize(row.label) for row in change]
    names = [f"{wrap_text(each, wide)}{BREAK}" if inside else f"{each} " for each in names]
    values = [f"<b>{view.format_value(row)}</b>" for row in change]
    words = BREAK.join(name + value for name, value in zip(names, values, strict=True))
    colour = view.theme.accent
    if not inside:
        return _text(view, words, RIGHT, middle, colour=colour, xanchor="left", xshift=14)
    below = {"yanchor": "top", "yshift": -4, "xanchor": "right", "xshift": -8, "align": "right"}
    return _text(view, words, RIGHT, high, colour=colour, **below)


def _ended(view: View, row: Figure) -> list[dict[str, Any]]:
    """A part that is known only after: its value at the right, a word for the gap at the left."""
    name = f"{view.localize(row.label)} <b>{view.format_value(row)}</b>"
    if _inside(view):
        right = {"xanchor": "right", "yanchor": "bottom", "align": "right", "yshift": 12}
        left: dict[str, Any] = {"xanchor": "left", "yanchor": "bottom", "yshift": 4}
    else:
        right, left = {"xanchor": "left", "xshift": 14}, {"xanchor": "right", "xshift": -14}
    gap, muted = view.label("not_seen"), view.theme.muted
    wide = columns_width(30 if _inside(view) else 44, view.language)
    return [
        _text(view, wrap_text(name, wide), RIGHT, row.number, **right),
        _text(view, gap, LEFT, row.number, colour=muted, **left),
    ]
