"""What stands beside a line through time: gaps in the record, and events."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from components.charts.chart import View
from components.charts.style import line, note
from components.charts.text_width import BREAK, ROOMY, columns_width, text_width, wrap_text
from components.charts.themes import SMALL_SIZE
from components.charts.time_axis import iso
from components.data.dates import first_day
from components.data.records import Event, Figure
from components.data.today import outcome_label

ROW = 20  # pixels between the names of two events


def gaps(view: View, rows: Sequence[Figure], *, day: float) -> list[dict[str, Any]]:
    """
    Dotted strokes on the ground line over the months not seen, each run named where there is room.

    day is the width of one day in pixels.
    """
    runs: list[list[Figure]] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if row.number is None:
            joined = before is not None and before.number is None
            runs[-1].append(row) if joined else runs.append([row])
    width = text_width(view.label("not_seen"), SMALL_SIZE * ROOMY, typical=True) + 6
    strokes, free = [], float("-inf")
    for run in runs:
        middle = (run[0].day.toordinal() + run[-1].day.toordinal()) / 2 * day
        stroke = _gap(view, run)
        if middle - width / 2 < free:
            del stroke["label"]
        else:
            free = middle + width / 2
        strokes.append(stroke)
    return strokes


def _gap(view: View, run: Sequence[Figure]) -> dict[str, Any]:
    muted = view.theme.muted
    days = (iso(run[0].day.toordinal() - 12), iso(run[-1].day.toordinal() + 12))
    word = {"text": view.label("not_seen"), "font": {"size": SMALL_SIZE, "color": muted}}
    place = {"textposition": "middle", "yanchor": "bottom", "padding": 4}
    return line(days, (0, 0), muted, 3, dash="dot", label=word | place)


def turns(
    view: View, series: Mapping[str, Sequence[Figure]], axis: tuple[date, date]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """
    Rules where one series ends before the next, of another measure, begins; and their words.

    axis are its first and last day: where little room is left of it, words stand before the rule.
    """
    spans = sorted(
        (min(row.day for row in rows), max(row.day for row in rows), rows[0].measure.id)
        for rows in series.values()
    )
    found = [
        _turn(view, after[0], late=(axis[1] - after[0]) / (axis[1] - axis[0]) < 0.25)
        for before, after in pairwise(spans)
        if before[1] < after[0] and before[2] != after[2]
    ]
    return [band for band, _ in found], [word for _, word in found]


def _turn(view: View, first: date, *, late: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """A rule where another measure begins, and the word that says so."""
    theme, day = view.theme, first.isoformat()
    rule = line((day, day), (0, 1), theme.muted, 1, dash="dot", layer="below", yref="paper")
    words, side, shift = view.label("measure_changes"), "left", 4
    words = f"{words} →" if late else f"← {words}"
    if late:
        side, shift = "right", -4
    place = {"yref": "paper", "xanchor": side, "yanchor": "bottom", "xshift": shift}
    return rule, note(words, day, 0.04, SMALL_SIZE, theme.muted, **place)


def marks(
    view: View,
    events: Sequence[Event],
    first: date,
    last: date,
    *,
    margins: tuple[int, int] = (4, 16),
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """
    Rules at the days of events, each leading up to its name; the axis runs from first to last.

    margins are the pixels left and right of the plot, into which a name may reach. A plan is
    dashed, has a hollow sign, and tells what came of it.
    """
    rules, words = [], []
    for place, event in enumerate(sorted(events, key=lambda each: first_day(each.date))):
        day = first_day(event.date)
        lift = 2 + ROW * (len(events) - 1 - place)
        rules += _rule(view, event, day.isoformat(), lift)
        name = wrap_text(_name(view, event), columns_width(60, view.language)).split(BREAK)[0]
        share = (day - first) / (last - first)
        above = {"yref": "paper", "yanchor": "bottom", "yshift": lift, "xanchor": "left"}
        above |= {"xshift": _shift(view, name, share, margins), "bgcolor": view.theme.ground}
        at = day.isoformat()
        words.append(note(name, at, 1, SMALL_SIZE, view.theme.muted, borderpad=0, **above))
    return rules, words[::-1]  # the upper name last, so that the lower does not cut its tails


def _name(view: View, event: Event) -> str:
    name = view.render_plain(event.name)
    if not event.is_plan:
        return name
    return f"◇ {view.aside(name, view.label(outcome_label(event)))}"


def _rule(view: View, event: Event, day: str, lift: int) -> list[dict[str, Any]]:
    theme, at = view.theme, (day, day)
    colour, width, dash = (theme.context, 1.0, "dot")
    if event.is_plan:
        colour, width, dash = (theme.muted, 1.5, "dash")
    up = {"yref": "paper", "ysizemode": "pixel", "yanchor": 1, "layer": "below"}
    return [
        line(at, (0, 1), colour, width, dash=dash, yref="paper"),
        line(at, (0, lift), colour, width, dash=dash, **up),
    ]


def _shift(view: View, name: str, share: float, margins: tuple[int, int]) -> float:
    """Set a name over the middle of its rule, as far as it stays inside the room."""
    plot = view.canvas.width - sum(margins)
    width = text_width(name, SMALL_SIZE * ROOMY, typical=True)
    # At the edge no face may reach out, however wide.
    most = plot + margins[1] - max(width, text_width(name, SMALL_SIZE)) - 6
    at = share * plot
    return max(min(at - width / 2, most), 2 - margins[0]) - at
