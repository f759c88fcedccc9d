"""What stands around horizontal bars: names, the zero line, outlines of a whole, a guess."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import View
from components.charts.looks import LABEL_SIZE
from components.content.records import Record

Mark = dict[str, Any]


def name(view: View, words: str, place: int, size: int, *, before: bool) -> Mark:
    """Write a bar's name above it, or before it where rows are low."""
    beside = {"y": place, "xanchor": "right", "yanchor": "middle", "xshift": -6}
    above = {"y": place + 0.12, "xanchor": "left", "yanchor": "bottom"}
    return (beside if before else above) | {
        "text": words,
        "x": 0,
        "showarrow": False,
        "align": "right" if before else "left",
        "font": {"size": size - before, "color": view.look.ink},
    }


def zero(view: View, count: int) -> Mark:
    """Draw the line bars begin at."""
    line = {"color": view.look.ink, "width": 1}
    return {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": count - 0.9, "line": line}


def wholes(view: View, whole: Record, places: Sequence[int]) -> list[Mark]:
    """Outline what each bar is part of."""
    line = {"color": view.look.context, "width": 1, "dash": "dot"}
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


def guess_line(view: View, guess: float, count: int) -> Mark:
    """Draw the reader's guess across all bars, behind their words where the page is read."""
    line = {"color": view.look.accent, "width": 2, "dash": "dash"}
    place = {"x0": guess, "x1": guess, "y0": -0.5, "y1": count - 0.3}
    return place | {"type": "line", "line": line, "layer": "above" if view.staged else "below"}


def guess_word(view: View, guess: float, count: int) -> Mark:
    """Name the guess above its line."""
    place = {"x": guess, "y": count - 0.3, "xanchor": "center", "yanchor": "bottom"}
    font = {"size": LABEL_SIZE, "color": view.look.accent}
    return place | {"text": view.say("your_guess"), "showarrow": False, "font": font}
