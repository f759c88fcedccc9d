"""What stands behind and beside bars: the ground, a whole they are part of, the reader's guess."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import View
from components.charts.themes import LABEL_SIZE, halo
from components.data.records import Figure


def _zero(view: View, count: int) -> dict[str, Any]:
    """Draw the ground from which count bars begin."""
    line = {"color": view.theme.ink, "width": 1}
    return {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": count - 0.9, "line": line}


def grounds(view: View, whole: Figure | None, places: list[int]) -> list[dict[str, Any]]:
    """Give the line bars begin from, over outlines of what they are part of, if anything."""
    outlines = _wholes(view, whole, places) if whole else []
    return [*outlines, _zero(view, len(places))]


def _wholes(view: View, whole: Figure, places: list[int]) -> list[dict[str, Any]]:
    """Draw a faint outline of a whole behind each bar that is part of it."""
    line = {"color": view.theme.context, "width": 1, "dash": "dot"}
    return [
        {
            "type": "rect",
            "x0": 0,
            "x1": whole.number,
            "y0": place - 0.33,
            "y1": place + 0.09,
            "line": line,
        }
        for place in places
    ]


def guess_line(view: View, guess: float, count: int) -> dict[str, Any]:
    """Draw the reader's number across count bars; on a page behind the words it meets."""
    line = {"color": view.theme.accent, "width": 2, "dash": "dash"}
    place = {"x0": guess, "x1": guess, "y0": -0.5, "y1": count - 0.3}
    return place | {"type": "line", "line": line, "layer": "above" if view.staged else "below"}


def with_guess(
    view: View, names: Sequence[dict[str, Any]], guess: float, count: int
) -> list[dict[str, Any]]:
    """Give the bars' names a ground of their own over the guess's line, and the line its word."""
    place = {"x": guess, "y": count - 0.3, "xanchor": "center", "yanchor": "bottom"}
    font = {"size": LABEL_SIZE, "color": view.theme.accent}
    word = place | {"text": view.step_text("your_guess"), "showarrow": False, "font": font}
    return [*(name | {"bgcolor": view.theme.ground} for name in names), word]


def shadow(view: View, guess: float | None) -> dict[str, str]:
    """Give what keeps the values readable before a guess's line; on a stage it runs above them."""
    return {} if guess is None or view.staged else {"shadow": halo(view.theme)}
