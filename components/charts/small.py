"""Small pictures for cards: a line, columns, a part of a whole, dots. The card has the words."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Canvas, Chart, View
from components.charts.style import axis, finish, rect
from components.charts.traces import hover, points
from components.data.records import Figure

CARD = Canvas("card", 240, 72)
EDGE = 6  # pixels around what is drawn, for the dots at its ends
DOTS_IN_ROW = 21


def line(view: View, rows: Sequence[Figure]) -> Chart:
    """Draw one measure over time from zero, its newest value as a dot. Gaps break the line."""
    x = [row.day.isoformat() for row in rows]
    y = [row.number for row in rows]
    drawn = {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": view.theme.main, "width": 2.5},
        "hoverinfo": "skip",
    }
    dot = points(x[-1:], y[-1:], {"size": 9, "color": view.theme.accent}, hover(view, rows[-1]))
    return _small(view, [drawn, dot], rows, x=[x[0], x[-1]], top=_top(rows))


def columns(view: View, rows: Sequence[Figure], strong: int = -1) -> Chart:
    """Draw values of one measure as columns from zero; `strong` is the place of the one meant."""
    theme = view.theme
    fill = [theme.context] * len(rows)
    fill[strong] = theme.main
    drawn = {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": [row.number for row in rows],
        "marker": {"color": fill},
        "width": 0.7,
        "hovertemplate": [hover(view, row) for row in rows],
    }
    return _small(view, [drawn], rows, x=[-0.5, len(rows) - 0.5], top=_top(rows))


def part(view: View, whole: Figure, of_it: Figure) -> Chart:
    """Draw a whole as a frame, and the part of it that is meant as its filled share."""
    theme, share = view.theme, (of_it.number or 0) / (whole.number or 1)
    shapes = [
        rect((0, 1), (0.25, 0.75), theme.aside, theme.context, 1),
        rect((0, share), (0.25, 0.75), theme.main, theme.main, 0),
    ]
    return _small(view, [], [whole, of_it], x=[0, 1], top=1, shapes=shapes)


def dots(view: View, rows: Sequence[Figure], filled: int, whole: int) -> Chart:
    """Draw a dot for each of `whole` things, the first `filled` of them full, the rest hollow."""
    theme, count = view.theme, min(whole, DOTS_IN_ROW)
    x = [place % count for place in range(whole)]
    y = [-(place // count) for place in range(whole)]
    colours = [theme.main if place < filled else theme.ground for place in range(whole)]
    room = (CARD.width - 2 * EDGE) / count
    marker = {
        "size": min(18, room * 0.75),
        "color": colours,
        "line": {"color": theme.main, "width": 1.5},
    }
    lines = -(-whole // count)
    across = [-0.5, max(count, 10) - 0.5]
    drawn = _small(view, [points(x, y, marker)], rows, x=across, top=0.5)
    drawn.figure.update_yaxes(range=[-lines + 0.5, 0.5])
    return drawn


def _top(rows: Sequence[Figure]) -> float:
    return max((row.number or 0 for row in rows), default=1) * 1.1 or 1


def _small(
    view: View,
    traces: Sequence[dict[str, Any]],
    rows: Sequence[Figure],
    *,
    x: list[Any],
    top: float,
    shapes: Sequence[dict[str, Any]] = (),
) -> Chart:
    layout = {
        "margin": {"l": EDGE, "r": EDGE, "t": EDGE, "b": EDGE},
        "xaxis": axis(view.theme, range=x),
        "yaxis": axis(view.theme, range=[0, top]),
        "shapes": list(shapes),
    }
    return finish(view, traces, layout, rows=rows, height=CARD.height or 0)
