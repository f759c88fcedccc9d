"""One horizontal bar per record, its name above it and its value at its end."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from components.charts import bar_marks
from components.charts.chart import Chart, View
from components.charts.fitting import part_of, row_height
from components.charts.style import BREAK, axis, columns_of, finish, hover, wrap
from components.charts.text_width import letters
from components.charts.themes import LABEL_SIZE
from components.data.languages import Localized
from components.data.numbers import format_number
from components.data.records import Figure

ROW = 56  # pixels for a bar and the name above it
LINE = 22  # pixels more where a name takes another line
LOWEST = 40  # with less, the name stands before the bar
NAMES = 230  # pixels for names before bars
MOST = 14  # bars of one part of a stage
FEW, LARGER = 5, 17  # bars of a stage that has room for larger type
HOLLOW = ("planned", "assumed", "forecast")


def ranked(
    view: View,
    rows: Sequence[Figure],
    *,
    name: Callable[[Figure], str] | None = None,
    highlight: Sequence[str] = (),
    guess: float | None = None,
    whole: Figure | None = None,
    limit: float = 0,
    apart: bool = False,
) -> Chart:
    """
    Draw records of one measure (or of measures that may be compared) as bars from zero.

    What was planned, assumed or forecast is hollow. highlight holds ids drawn in the accent colour;
    guess draws the reader's own number; whole draws a faint outline of what the rows are part of.
    limit is where the axis ends at least (100 for shares). apart draws counts of different
    measures, each with its own definition, on one scale of size; the words must say so.
    On a stage many bars have their names before them, and come in parts. Raises ValueError without
    rows, for a gap, or for measures that may not share an axis.
    """
    if not apart:
        one_axis(rows)
    every, (rows, parts) = rows, part_of(view, rows, MOST)
    words = [name(row) if name else view.localize(row.label) for row in rows]
    room, names, before = _room(view, words, around=24 if guess is None else 56)
    size = _size(view, words) if guess is None else LABEL_SIZE
    places = list(range(len(rows) - 1, -1, -1))
    shapes = bar_marks.grounds(view, whole, places)
    notes = [_name(view, *each, size, before=before) for each in zip(names, places, strict=True)]
    if guess is not None:
        shapes.append(bar_marks.guess_line(view, guess, len(rows)))
        notes = bar_marks.with_guess(view, notes, guess, len(rows))
    drawn = [*rows, whole] if whole else rows
    top = max(guess or 0, limit, *(row.number or 0 for row in [*every, *drawn])) or 1
    layout = {
        "margin": {"l": NAMES if before else 4, "r": 4, "t": 8 if guess is None else 40},
        "xaxis": axis(view.theme, range=[0, top / _share(view, every, size, before=before)]),
        "yaxis": axis(view.theme, range=[-0.5, len(rows) - 0.28]),
        "shapes": shapes,
        "annotations": notes,
    }
    bars = _bars(view, rows, places, highlight, size, before=before)
    bars["textfont"] |= bar_marks.shadow(view, guess)
    return finish(
        view, [bars], layout, rows=drawn, height=int(room * len(rows)) + 24, page_count=parts
    )


def _size(view: View, names: Sequence[str]) -> int:
    """Give the type size: larger on a stage for few bars whose names fill one line each."""
    fits = max(map(columns_of, names)) <= 88 * LABEL_SIZE / LARGER
    return LARGER if view.staged and len(names) <= FEW and fits else LABEL_SIZE


def _room(view: View, words: Sequence[str], *, around: int) -> tuple[float, list[str], bool]:
    """Give the height of a row, the names in lines, and whether they stand before the bars."""
    above = [wrap(each, letters(view, view.canvas.width - 16, LABEL_SIZE)) for each in words]
    natural = ROW + LINE * max(each.count(BREAK) for each in above)
    room = row_height(view, natural, len(words), around=around)
    before = room < LOWEST
    return room, [wrap(each, 36) for each in words] if before else above, before


def _share(view: View, rows: Sequence[Figure], size: int, *, before: bool) -> float:
    """Give the share of the width that the longest bar may take, its value standing behind it."""
    longest = max(columns_of(view.format_value(row)) for row in rows) * 8 * size / LABEL_SIZE + 12
    width = 330 if view.narrow else view.canvas.width - 52 - NAMES * before
    return max(0.35, 1 - longest / width)


def divided(view: View, rows: Sequence[Figure], by: Figure | int) -> Chart:
    """
    Draw amounts divided by a number of people (a record) or by a number the reader typed.

    The arithmetic stands above each bar. Raises ValueError as ranked does, or for a zero.
    """
    number = by if isinstance(by, int) else int(by.value)
    if number <= 0:
        raise ValueError("cannot divide by nothing")
    people = format_number(Decimal(number), view.language)

    def sum_of(row: Figure) -> str:
        return f"{view.localize(row.label)}　{view.format_value(row, bare=True)} ÷ {people}"

    shares = [
        replace(
            row,
            value=str((Decimal(row.value) / number).quantize(Decimal(1))),
            qualifier="approx",
            processing="calculated",
            label=Localized(sum_of(row), sum_of(row)),
        )
        for row in rows
    ]
    chart = ranked(view, shares)
    return chart if isinstance(by, int) else replace(chart, rows=[*chart.rows, by])


def one_axis(rows: Sequence[Figure]) -> None:
    """Refuse rows that may not stand on one axis."""
    if not rows:
        raise ValueError("no rows to draw")
    first = rows[0].measure
    for row in rows:
        if row.number is None:
            raise ValueError(f"{row.id} has no value")
        other = row.measure
        if other.id != first.id and not {other.id, first.id} & (
            first.comparable_with | other.comparable_with
        ):
            raise ValueError(f"{other.id} may not be drawn on one axis with {first.id}")


def _bars(
    view: View,
    rows: Sequence[Figure],
    places: list[int],
    highlight: Sequence[str],
    size: int,
    *,
    before: bool,
) -> dict[str, Any]:
    theme = view.theme
    colours = [theme.accent if row.id in highlight else theme.main for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row.number for row in rows],
        "y": [place if before else place - 0.12 for place in places],
        "width": 0.62 if before else 0.42,
        "text": [view.format_value(row) for row in rows],
        "textposition": "outside",
        "textfont": {"size": size, "color": theme.ink},
        "cliponaxis": False,
        "marker": {
            "color": [
                theme.ground if row.qualifier in HOLLOW else colour
                for row, colour in zip(rows, colours, strict=True)
            ],
            "line": {"color": colours, "width": 2},
        },
        "ids": [row.id for row in rows],
        "hovertemplate": [hover(view, row) for row in rows],
    }


def _name(view: View, words: str, place: int, size: int, *, before: bool) -> dict[str, Any]:
    beside = {"y": place, "xanchor": "right", "yanchor": "middle", "xshift": -6}
    above = {"y": place + 0.12, "xanchor": "left", "yanchor": "bottom"}
    return (beside if before else above) | {
        "text": words,
        "x": 0,
        "showarrow": False,
        "align": "right" if before else "left",
        "font": {"size": size - before, "color": view.theme.ink},
    }
