"""Drawings of words and boxes, set from the top down in pixels, without axes."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import LEFT, axis, finish, half_width, note
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.text.listing import Row

NOTHING = {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip"}
EDGE = {"l": 2, "r": 2, "t": 2}


def size(view: View) -> int:
    """Give the size of words: smaller where the height is fixed."""
    return SMALL_SIZE if view.canvas.height else LABEL_SIZE


def line(view: View) -> int:
    """Give the pixels from one line of words to the next."""
    return size(view) + 5


def columns(view: View, share: float = 1, *, less: float = 0) -> int:
    """Count the half-width columns of words in a share of the width, less some pixels."""
    return int((view.canvas.width * share - less) / (size(view) * half_width(view.language)))


def whole(said: str) -> str:
    """Keep a value or date on one line."""
    return said.replace(" ", "\u00a0")


def words(
    view: View, said: str, x: float, used: float, *, inset: int = 0, **font: Any
) -> dict[str, Any]:
    """Set words with their top left corner at x (of the width) and `used` pixels down."""
    plain = {"size": size(view), "color": view.theme.ink} | font
    place = {"xshift": inset, "yanchor": "top"} | LEFT
    return note(said, x, -used, plain["size"], plain["color"], **place)


def box(
    x: float, width: float, used: float, depth: float, fill: str, edge: dict[str, Any]
) -> dict[str, Any]:
    """Draw a box from x, `used` pixels down, below the words."""
    return {
        "type": "rect",
        "layer": "below",
        "x0": x,
        "x1": x + width,
        "y0": -used,
        "y1": -used - depth,
        "fillcolor": fill,
        "line": edge,
    }


def sheet(
    view: View,
    shapes: Sequence[dict[str, Any]],
    notes: Sequence[dict[str, Any]],
    *,
    rows: Sequence[Row],
    used: float,
    trace: dict[str, Any] = NOTHING,
    page_count: int = 1,
) -> Chart:
    """Finish a drawing `used` pixels deep, in which x runs from 0 to 1; page_count as in Chart."""
    return marks(
        view,
        shapes,
        notes,
        down=(-used, 2),
        rows=rows,
        height=int(used) + 12,
        margin={"l": 4, "r": 4, "t": 2},
        trace=trace,
        page_count=page_count,
    )


def marks(
    view: View,
    shapes: Sequence[dict[str, Any]],
    notes: Sequence[dict[str, Any]],
    *,
    down: tuple[float, float],
    across: tuple[float, float] = (0, 1),
    rows: Sequence[Row],
    height: int,
    margin: Mapping[str, int] = EDGE,
    trace: dict[str, Any] = NOTHING,
    page_count: int = 1,
) -> Chart:
    """Finish a drawing of shapes and words alone: x runs over `across`, y over `down`, unseen."""
    layout = {
        "margin": dict(margin),
        "xaxis": axis(view.theme, range=list(across)),
        "yaxis": axis(view.theme, range=list(down)),
        "shapes": list(shapes),
        "annotations": list(notes),
    }
    return finish(view, [trace], layout, rows=rows, height=height, page_count=page_count)
