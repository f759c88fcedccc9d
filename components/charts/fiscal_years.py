"""Amounts by fiscal year: a column a year, its parts one on the other, on an axis with its unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from components.charts.chart import Chart, View
from components.charts.series import Bars, one_axis
from components.charts.style import LEFT, axis, finish, line, note
from components.charts.text_width import BREAK, ROOMY, line_count, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import first_day, format_date
from components.data.numbers import short_number
from components.data.records import Figure

HEIGHT, WIDE = 400, 0.64  # pixels; the part of a year's room that a column takes
FOOT, HEAD, ROW = 26, 30, 18
STEPS = (1, 2, 5, 10)
MARKS = ("■", "▨", "□")  # of the key: solid, hatched, outline
Groups = Mapping[str, Sequence[Figure]]


def columns(
    view: View,
    groups: Groups,
    *,
    highlight: Sequence[str] = (),
    told: Mapping[str, str] | None = None,
    breaks: Mapping[str, str] | None = None,
) -> Chart:
    """
    Draw figures as upright columns, a place a fiscal year; a year without a figure stays empty.

    - groups: the parts of a column from below, by code: solid, hatched, an outline
    - highlight: ids drawn in the accent
    - told: words of the step above a year's column, by its as_of
    - breaks: words of the step at a rule before a year, where what is counted changes

    Raises ValueError without figures, for a gap, or for measures that may not share an axis.
    """
    rows = [row for part in groups.values() for row in part]
    one_axis(rows)
    years = [_year(row) for row in rows]
    first, count = min(years), max(years) - min(years) + 1
    sums = [sum(row.number or 0 for row in rows if _year(row) == first + at) for at in range(count)]
    top = _top(sums, [_of(day) - first for day in told or ()])
    yaxis, beside = _amounts(view, max(sums) or 1, top)
    head, over = _head(view, groups, beside)
    height, room = view.canvas.height or HEIGHT, (view.canvas.width - beside - 8) / count
    pixel = top / (height - over - FOOT)  # how much of the unit a pixel is
    series, notes = _parts(view, groups, first, pixel, highlight)
    for day, words in (told or {}).items():
        notes.append(_told(view, words, _of(day) - first, sums, room))
    rules = [_break(view, words, _of(day) - first, top) for day, words in (breaks or {}).items()]
    layout = {
        "barmode": "overlay",  # parts have places of their own
        "margin": {"l": beside, "r": 8, "t": over, "b": FOOT},
        "xaxis": _years(view, first, count, room),
        "yaxis": yaxis,
        "shapes": [
            line((0, 1), (0, 0), view.theme.ink, xref="paper"),
            *(each for each, _ in rules),
        ],
        "annotations": [head, *notes, *(words for _, words in rules)],
    }
    return finish(view, series, layout, rows=rows, height=height)


def _top(sums: Sequence[float], told: Sequence[int]) -> float:
    """Give the end of the axis: words above a high column need room."""
    high = max(sums) or 1
    return high * (1.28 if any(sums[place] > high * 0.8 for place in told) else 1.14)


def _amounts(view: View, high: float, top: float) -> tuple[dict[str, Any], int]:
    """Give the axis of amounts, and the pixels that its numbers take."""
    scale = {each: short_number(each, view.language) for each in _round_numbers(high)}
    widths = (text_width(each, SMALL_SIZE * ROOMY, typical=True) for each in scale.values())
    ticks = {"tickvals": [float(each) for each in scale], "ticktext": list(scale.values())}
    return axis(view.theme, range=[0, top], showgrid=True, **ticks), int(12 + max(widths))


def _of(as_of: str) -> int:
    return first_day(as_of).year


def _year(row: Figure) -> int:
    return _of(row.as_of)


def _round_numbers(top: float) -> list[Decimal]:
    size = Decimal(10) ** (len(str(int(top))) - 1)
    step = next(size * step / 2 for step in STEPS if top / float(size * step / 2) <= 5)
    return [step * count for count in range(1, int(top / float(step)) + 1)]


def _years(view: View, first: int, count: int, room: float) -> dict[str, Any]:
    """Name the years in full where they fit, else by number."""
    full = [format_date(f"FY{first + each}", view.language) for each in range(count)]
    fits = max(text_width(each, SMALL_SIZE) for each in full) < room - 10
    words = full if fits else [str(first + each) for each in range(count)]
    if text_width(words[0], SMALL_SIZE) > room - 4:  # every second one
        words = ["" if (count - each) % 2 == 0 else word for each, word in enumerate(words)]
    ticks = {"tickvals": list(range(count)), "ticktext": words, "tickangle": 0}
    return axis(view.theme, range=[-0.5, count - 0.5], **ticks)


def _parts(
    view: View, groups: Groups, first: int, pixel: float, highlight: Sequence[str]
) -> tuple[list[Bars], list[dict[str, Any]]]:
    """Give the series from below, and the value of each part where it has room."""
    theme, reached = view.theme, dict[int, float]()
    series, notes = [], []
    for part, rows in enumerate(groups.values()):
        places = [_year(row) - first for row in rows]
        colours = [theme.accent if row.id in highlight else theme.main for row in rows]
        starts = [reached.get(place, 0.0) for place in places]
        bars = Bars(
            rows,
            [row.number for row in rows],
            places,
            colours if part == 0 else [theme.ground] * len(rows),
            WIDE,
            places,
            starts=starts if part else (),
            edge=colours,
            edge_width=1.5,
            hatch=[theme.main] * len(rows) if part == 1 else (),
        )
        series.append(bars)
        for row, place, start in zip(rows, places, starts, strict=True):
            reached[place] = start + (row.number or 0)
            alone = len(groups) == 1
            notes += _value(view, row, (place, start), pixel, solid=part == 0, above=alone)
    return series, notes


def _value(
    view: View, row: Figure, at: tuple[int, float], pixel: float, *, solid: bool, above: bool
) -> list[dict[str, Any]]:
    """Write a value above a column that stands alone, else in the middle of its part."""
    theme, number, words = view.theme, row.number or 0, _written(view, row.value)
    size = SMALL_SIZE if view.narrow else LABEL_SIZE
    if above:
        return [note(words, at[0], number, size, theme.ink, yanchor="bottom")]
    if number / pixel < ROW * line_count(words):
        return []
    colour, ground = (theme.ground, {}) if solid else (theme.ink, {"bgcolor": theme.ground})
    return [note(words, at[0], at[1] + number / 2, size, colour, **ground)]


def _written(view: View, value: str) -> str:
    """Write an amount in three digits; on a phone its unit stands below."""
    words = short_number(Decimal(value), view.language)
    return words.replace(" ", BREAK) if view.narrow else words


def _head(view: View, groups: Groups, beside: int) -> tuple[dict[str, Any], int]:
    """Say above the axis what stands on it, in which unit, and how parts look; with its pixels."""
    row = next(iter(groups.values()))[0]
    words = view.localize(row.measure.name)
    if len(groups) > 1:
        words = "　".join(f"{MARKS[part]} {view.label(name)}" for part, name in enumerate(groups))
    words = view.aside(words, view.label(f"unit_{row.unit}").rpartition("|")[2])
    broken = wrap_text(words, view.canvas.width - 12, SMALL_SIZE)
    corner = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "xshift": 4 - beside}
    said = note(broken, 0, 1, SMALL_SIZE, view.theme.muted, yshift=6, **corner, **LEFT)
    return said, HEAD + ROW * (line_count(broken) - 1)


def _told(view: View, words: str, place: int, sums: Sequence[float], room: float) -> dict[str, Any]:
    """Write the step's words above a column and its value, to the left where it is the last."""
    last = place == len(sums) - 1
    broken = wrap_text(view.step_text(words), room * (2.4 if last else 1.6), SMALL_SIZE)
    side = {"xanchor": "right", "align": "right", "xshift": room / 2} if last else {}
    lines = line_count(_written(view, str(int(sums[place]))))
    up = {"yanchor": "bottom", "yshift": ROW * lines}
    return note(broken, place, sums[place], SMALL_SIZE, view.theme.accent, **up, **side)


def _break(view: View, words: str, place: int, top: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a dashed rule before a year, with words at its head."""
    rule = line((place - 0.5,) * 2, (0, top), view.theme.muted, 1.5, dash="dash")
    broken = wrap_text(view.step_text(words), 150, SMALL_SIZE)
    side = {"xanchor": "right", "align": "right", "xshift": -6, "yanchor": "top"}
    return rule, note(broken, place - 0.5, top, SMALL_SIZE, view.theme.muted, **side)
