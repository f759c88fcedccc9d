"""Dated events one below the other, in the order of time."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.looks import LABEL_SIZE
from components.charts.style import BREAK, axis, finish, wrap
from components.content.dates import first_day, format_date
from components.content.prose import passage
from components.content.records import Event

LINE = 21  # pixels of a line of text


def dated(view: View, events: Sequence[Event], *, highlight: Sequence[str] = ()) -> Chart:
    """
    Draw events as dots on a vertical line: filled for what happened, hollow for what was planned.

    The outcome of a plan stands behind its name as a word. Raises ValueError without events.
    """
    if not events:
        raise ValueError("no events to draw")
    ordered = sorted(events, key=lambda event: first_day(event.date))
    texts = [_text(view, event) for event in ordered]
    heights = [LINE * (text.count(BREAK) + 1) + 18 for text in texts]
    tops = [sum(heights[:place]) for place in range(len(heights))]
    total = sum(heights)
    look = view.look
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [0] * len(ordered),
        "y": [-top - 10 for top in tops],
        "marker": {
            "size": 13,
            "color": [look.ground if event.is_plan else _colour(view, event, highlight)
                      for event in ordered],
            "line": {"width": 2.5, "color": [_colour(view, event, highlight) for event in ordered]},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }  # fmt: skip
    layout = {
        "margin": {"l": 18, "r": 4, "t": 10},
        "xaxis": axis(look, range=[0, 1], visible=False),
        "yaxis": axis(look, range=[-total, 8], visible=False),
        "shapes": [_line(view, tops)],
        "annotations": [_note(view, text, top) for text, top in zip(texts, tops, strict=True)],
    }
    return finish(view, [trace], layout, rows=ordered, height=total + 8)


def _colour(view: View, event: Event, highlight: Sequence[str]) -> str:
    return view.look.accent if event.id in highlight else view.look.main


def _text(view: View, event: Event) -> str:
    name = str(passage(event.name.to(view.language), view.book, view.language))
    outcome = f"（{view.label(f'outcome_{event.outcome}')}）" if event.is_plan else ""
    if view.language == "en" and outcome:
        outcome = f" ({outcome[1:-1]})"
    day = format_date(event.date, view.language)
    return f"<b>{day}</b>{BREAK}" + wrap(name + outcome, 40 if view.narrow else 92)


def _note(view: View, text: str, top: int) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "y": -top,
        "xshift": 16,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": LABEL_SIZE, "color": view.look.ink},
    }


def _line(view: View, tops: list[int]) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "x0": 0,
        "x1": 0,
        "y0": -10,
        "y1": -tops[-1] - 10,
        "line": {"color": view.look.context, "width": 2},
    }
