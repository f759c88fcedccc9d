"""Two values of one thing, before and after, and the line between them."""

from collections.abc import Sequence
from typing import Any

from components.charts.bars import one_axis
from components.charts.chart import Chart, View
from components.charts.style import BREAK, axis, finish, hover, note, wrap
from components.charts.themes import LABEL_SIZE
from components.data.records import Figure

HEIGHT, NARROW_HEIGHT = 330, 360
LEFT, RIGHT = 0.0, 1.0


def _inside(view: View) -> bool:
    """Words stand between the two posts where the room has none to spare beside them."""
    return view.canvas.width < 800


def fall(
    view: View,
    before: Figure,
    after: Figure,
    *,
    change: Sequence[Figure],
    ended: Sequence[Figure] = (),
) -> Chart:
    """
    Draw two values of one measure on one scale from zero, joined by a line.

    change are calculated records (difference, share), written beside the gap between the two.
    ended are parts of which only the value after is known: they stand at the right, with the word
    for not seen at the left, and no line. The step's words `before` and `after` name the two ends.
    Raises ValueError for a gap, or for measures that may not share an axis.
    """
    rows = [before, after, *ended]
    one_axis(rows)
    top = max(row.number or 0 for row in rows) or 1
    high, low = before.number or 0, after.number or 0
    layout = {
        "margin": {"l": 4, "r": 4, "t": 8, "b": 30},
        "xaxis": axis(view.theme, range=[-0.34, 1.62] if not _inside(view) else [-0.04, 1.04]),
        "yaxis": axis(view.theme, range=[-0.03 * top, 1.16 * top]),
        "shapes": [*_frame(view, top), *_gap(view, high, low)],
        "annotations": [
            *_ends(view),
            _value(view, before, LEFT),
            _value(view, after, RIGHT),
            _change(view, change, (high + low) / 2, high),
            *(note for row in ended for note in _ended(view, row)),
        ],
    }
    height = view.canvas.height or (NARROW_HEIGHT if view.narrow else HEIGHT)
    drawn = [*rows, *change]
    return finish(view, _traces(view, before, after, ended), layout, rows=drawn, height=height)


def _traces(
    view: View, before: Figure, after: Figure, ended: Sequence[Figure]
) -> list[dict[str, Any]]:
    theme = view.theme
    marks = {"size": 13, "color": [theme.main, theme.accent]}
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [LEFT, RIGHT],
        "y": [before.number, after.number],
        "line": {"color": theme.main, "width": 3},
        "marker": marks,
        "cliponaxis": False,
        "ids": [before.id, after.id],
        "hovertemplate": [hover(view, before), hover(view, after)],
    }
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [RIGHT] * len(ended),
        "y": [row.number for row in ended],
        "marker": {"size": 11, "color": theme.ground, "line": {"color": theme.main, "width": 2}},
        "cliponaxis": False,
        "hovertemplate": [hover(view, row) for row in ended],
    }
    return [line, points]


def _frame(view: View, top: float) -> list[dict[str, Any]]:
    """A post at each end, and the ground line."""
    post = {"type": "line", "line": {"color": view.theme.rule, "width": 1}, "layer": "below"}
    ground = {"color": view.theme.ink, "width": 1}
    return [
        *(post | {"x0": x, "x1": x, "y0": 0, "y1": top} for x in (LEFT, RIGHT)),
        {"type": "line", "x0": LEFT, "x1": RIGHT, "y0": 0, "y1": 0, "line": ground},
    ]


def _gap(view: View, high: float, low: float) -> list[dict[str, Any]]:
    """The level of the first value drawn across, and the gap down to the second."""
    level = {"color": view.theme.context, "width": 1, "dash": "dot"}
    gap = {"color": view.theme.accent, "width": 2}
    return [
        {"type": "line", "x0": LEFT, "x1": RIGHT, "y0": high, "y1": high, "line": level},
        {"type": "line", "x0": RIGHT, "x1": RIGHT, "y0": high, "y1": low, "line": gap},
    ]


def _text(view: View, words: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    plain = note(words, x, y, LABEL_SIZE, view.theme.ink, align="left")
    return plain | more


def _ends(view: View) -> list[dict[str, Any]]:
    below = {"yanchor": "top", "yshift": -10}
    if not _inside(view):
        return [
            _text(view, view.step_text(word), x, 0, **below)
            for word, x in (("before", LEFT), ("after", RIGHT))
        ]
    return [
        _text(view, view.step_text("before"), LEFT, 0, xanchor="left", **below),
        _text(view, view.step_text("after"), RIGHT, 0, xanchor="right", **below),
    ]


def _value(view: View, row: Figure, x: float) -> dict[str, Any]:
    """A value beside its point, or inside: above the first and below the second."""
    words = f"<b>{view.format_value(row)}</b>"
    first = x == LEFT
    if _inside(view):
        place = {"yanchor": "bottom", "yshift": 10} if first else {"yanchor": "top", "yshift": -12}
        return _text(view, words, x, row.number or 0, xanchor="left" if first else "right", **place)
    side = {"xanchor": "right", "xshift": -14} if first else {"xanchor": "left", "xshift": 14}
    return _text(view, words, x, row.number or 0, **side)


def _change(view: View, change: Sequence[Figure], middle: float, high: float) -> dict[str, Any]:
    """What the two differ by, in words that say it is calculated."""
    words = BREAK.join(
        f"{view.localize(row.label)} <b>{view.format_value(row)}</b>" for row in change
    )
    place: dict[str, Any] = {"xanchor": "left", "xshift": 14}
    if _inside(view):
        words = BREAK.join(
            f"{wrap(view.localize(row.label), 26)}{BREAK}<b>{view.format_value(row)}</b>"
            for row in change
        )
        place = {
            "xanchor": "right",
            "yanchor": "top",
            "xshift": -8,
            "yshift": -4,
            "y": high,
            "align": "right",
        }
    colour = {"font": {"size": LABEL_SIZE, "color": view.theme.accent}}
    return _text(view, words, RIGHT, middle) | place | colour


def _ended(view: View, row: Figure) -> list[dict[str, Any]]:
    """A part that is known only after: its value at the right, a word for the gap at the left."""
    name = f"{view.localize(row.label)} <b>{view.format_value(row)}</b>"
    muted = {"font": {"size": LABEL_SIZE, "color": view.theme.muted}}
    gap = _text(view, view.label("not_seen"), LEFT, row.number or 0) | muted
    if _inside(view):
        low = {"xanchor": "right", "yanchor": "bottom", "align": "right", "yshift": 12}
        return [
            _text(view, wrap(name, 30), RIGHT, row.number or 0, **low),
            gap | {"xanchor": "left", "yanchor": "bottom", "yshift": 4},
        ]
    return [
        _text(view, wrap(name, 44), RIGHT, row.number or 0, xanchor="left", xshift=14),
        gap | {"xanchor": "right", "xshift": -14},
    ]
