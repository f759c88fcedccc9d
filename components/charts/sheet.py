"""Drawings of words and boxes, set from the top down in pixels, without axes."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.style import axis, finish
from components.text.cells import Row

NOTHING = {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip"}
EDGE = {"l": 2, "r": 2, "t": 2}


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
