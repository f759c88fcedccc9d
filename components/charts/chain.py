"""Dated events one below the other, in the order of time."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.fitting import pages
from components.charts.style import BREAK, LEFT, axis, columns_of, finish, half_width, note, wrap
from components.charts.themes import LABEL_SIZE
from components.data.dates import first_day, format_date
from components.data.records import Event

LINE = 21  # pixels of a line of text
AIR = 1.2  # of the type size: five small spaces in 2021 年 10 月 20 日
BOLD = 0.66  # the width of a bold column as a share of the font size
LARGER = (18, 16, LABEL_SIZE)  # type on a stage: the largest that leaves the row in one part


def dated(view: View, events: Sequence[Event], *, highlight: Sequence[str] = ()) -> Chart:
    """
    Draw events as dots on a vertical line: filled for what happened, hollow for what was planned.

    The outcome of a plan stands behind its name as a word. On a stage dates stand before the names,
    and a long row comes in parts. Raises ValueError without events.
    """
    if not events:
        raise ValueError("no events to draw")
    ordered = sorted(events, key=lambda event: first_day(event.date))
    if view.staged:
        return _staged(view, ordered, highlight)
    width = 40 if view.narrow else 92
    texts = [
        f"<b>{_day(view, each)}</b>{BREAK}{wrap(_name(view, each), width)}" for each in ordered
    ]
    heights = [LINE * (text.count(BREAK) + 1) + 18 for text in texts]
    tops = [sum(heights[:place]) for place in range(len(heights))]
    notes = [_note(view, text, top, 16) for text, top in zip(texts, tops, strict=True)]
    return _row(view, ordered, highlight, tops, notes, sum(heights))


def _staged(view: View, ordered: Sequence[Event], highlight: Sequence[str]) -> Chart:
    for size in LARGER:
        line, date_room = LINE * size / LABEL_SIZE, _date_room(view, ordered, size)
        columns = (view.canvas.width - 30 - date_room) / (size * half_width(view.language))
        names = [wrap(_name(view, event), int(columns)) for event in ordered]
        heights = [line * (name.count(BREAK) + 1) + 10 for name in names]
        parts = pages(heights, view.canvas.height - 18)
        if len(parts) == 1:
            break
    part = parts[min(view.page_index, len(parts) - 1)]
    ordered, names, heights = ordered[part], names[part], heights[part]
    tops = [sum(heights[:place]) for place in range(len(heights))]
    notes = []
    for event, name, top in zip(ordered, names, tops, strict=True):
        notes += [
            _note(view, f"<b>{_day(view, event)}</b>", top, 14, size),
            _note(view, name, top, date_room, size),
        ]
    return _row(view, ordered, highlight, tops, notes, sum(heights), len(parts))


def _date_room(view: View, ordered: Sequence[Event], size: int) -> float:
    """The pixels before the names; a slide's program may set air between figures and 年, 月, 日."""
    longest = max(columns_of(_day(view, event)) for event in ordered)
    return 26 + longest * size * BOLD + (AIR * size if view.language == "ja" else 0)


def _row(
    view: View,
    ordered: Sequence[Event],
    highlight: Sequence[str],
    tops: list[float],
    notes: list[dict[str, Any]],
    total: float,
    parts: int = 1,
) -> Chart:
    theme = view.theme
    colours = [theme.accent if event.id in highlight else theme.main for event in ordered]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [0] * len(ordered),
        "y": [-top - 10 for top in tops],
        "marker": {
            "size": 13,
            "color": [
                theme.ground if event.is_plan else colour
                for event, colour in zip(ordered, colours, strict=True)
            ],
            "line": {"width": 2.5, "color": colours},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    layout = {
        "margin": {"l": 18, "r": 4, "t": 10},
        "xaxis": axis(theme, range=[0, 1], visible=False),
        "yaxis": axis(theme, range=[-total, 8], visible=False),
        "shapes": [_line(view, tops)],
        "annotations": notes,
    }
    return finish(view, [trace], layout, rows=ordered, height=int(total) + 8, page_count=parts)


def _day(view: View, event: Event) -> str:
    return format_date(event.date, view.language)


def _name(view: View, event: Event) -> str:
    name = view.render_plain(event.name)
    if not event.is_plan:
        return name
    return view.aside(name, view.label(f"outcome_{event.outcome}"))


def _note(
    view: View, text: str, top: float, shift: float, size: int = LABEL_SIZE
) -> dict[str, Any]:
    return note(text, 0, -top, size, view.theme.ink, xshift=shift, yanchor="top", **LEFT)


def _line(view: View, tops: list[float]) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "x0": 0,
        "x1": 0,
        "y0": -10,
        "y1": -tops[-1] - 10,
        "line": {"color": view.theme.context, "width": 2},
    }
