"""One horizontal bar per record, its name above it and its value at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from components.charts.chart import Chart, View
from components.charts.fitting import part_of, row_height
from components.charts.series import HOLLOW, Bars, one_axis
from components.charts.style import axis, finish, guess_line, line, note
from components.charts.text_width import (
    BREAK,
    ROOMY,
    columns_width,
    line_count,
    text_width,
    wrap_text,
)
from components.charts.themes import LABEL_SIZE, halo
from components.data.languages import Localized
from components.data.numbers import format_number
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

ROW = 56  # pixels for a bar and the name above it
LINE = 22  # pixels more where a name takes another line
LOWEST = 40  # with less, the name stands before the bar
NAMES = 230  # pixels for names before bars
MOST = 14  # bars of one page of a stage
FEW, LARGER = 5, 17  # bars of a stage that has room for larger type


def ranked(
    view: View,
    rows: pd.DataFrame,
    *,
    name: str = "label",
    highlight: Sequence[str] = (),
    guess: float | None = None,
    limit: float = 0,
    apart: bool = False,
) -> Chart:
    """
    Draw records of one measure (or of measures that may be compared) as bars from zero.

    - rows: a frame of figures (Dataset.frame, Dataset.series), drawn in its order from above
    - name: the column whose codes name the bars; "label" takes the records' own labels
    - highlight: ids drawn in the accent colour
    - guess: the reader's own number in the rows' unit, drawn as a line
    - limit: where the axis ends at least, in the same unit (100 for shares)
    - apart: draw counts of different measures, each with its own definition, on one scale of size;
      the words must say so

    What was planned, assumed or forecast is hollow. On a stage many bars have their names before
    them, and come in pages. Raises ValueError without rows, for a gap, or for measures that may
    not share an axis.

    ranked(view, view.dataset.frame("giga_budget_fy2019", "giga_budget_fy2020"))
    """
    figures = view.figures(rows)
    names = [view.localize(row.label) for row in figures]
    if name != "label":
        names = [view.label(code) for code in rows[name]]
    if not apart:
        one_axis(figures)
    return draw(view, figures, names, highlight, guess=guess, limit=limit)


def divided(view: View, rows: pd.DataFrame, by: Figure | int) -> Chart:
    """
    Draw amounts divided by a number of people (a record) or by a number the reader typed.

    rows is a frame of amounts of one measure; the arithmetic stands above each bar. Raises
    ValueError as ranked does, or for a zero.
    """
    number = by if isinstance(by, int) else int(by.value)
    if number <= 0:
        raise ValueError("cannot divide by nothing")
    people, shares, sums = format_number(Decimal(number), view.language), [], []
    for row in view.figures(rows):
        name, amount = view.localize(row.label), view.format_value(row, bare=True)
        said = f"{name}　{amount} ÷ {people}"
        # On a phone the arithmetic has a line of its own: no number is broken.
        sums.append(said.replace("　", BREAK) if view.narrow else said)
        shares.append(
            replace(
                row,
                value=str((Decimal(row.value) / number).quantize(Decimal(1))),
                qualifier="approx",
                processing="calculated",
                label=Localized(said, said),
            )
        )
    one_axis(shares)
    chart = draw(view, shares, sums)
    return chart if isinstance(by, int) else replace(chart, rows=[*chart.rows, by])


def draw(
    view: View,
    every: Sequence[Figure],
    names: Sequence[str],
    highlight: Sequence[str] = (),
    *,
    guess: float | None = None,
    limit: float = 0,
) -> Chart:
    """Draw records as ranked does, under a name for each."""
    shown, pages = part_of(view, list(zip(every, names, strict=True)), MOST)
    rows, words = [row for row, _ in shown], [name for _, name in shown]
    height, lines, before = _room(view, words, around=24 if guess is None else 56)
    size = _size(view, words) if guess is None else LABEL_SIZE
    count, theme = len(rows), view.theme
    places = list(range(count - 1, -1, -1))
    shapes = [line((0, 0), (-0.5, count - 0.9), theme.ink)]
    notes = [_name(view, *each, size, before=before) for each in zip(lines, places, strict=True)]
    if guess is not None:
        shapes.append(guess_line(view, (guess, guess), (-0.5, count - 0.3)))
        word, place = view.step_text("your_guess"), {"xanchor": "center", "yanchor": "bottom"}
        # Names have a ground of their own over the line.
        notes = [each | {"bgcolor": theme.ground} for each in notes]
        notes.append(note(word, guess, count - 0.3, LABEL_SIZE, theme.accent, **place))
    top = max(guess or 0, limit, *(row.number or 0 for row in every)) or 1
    layout = {
        "margin": {"l": NAMES if before else 4, "r": 4, "t": 8 if guess is None else 40},
        "xaxis": axis(theme, range=[0, top / _share(view, every, size, before=before)]),
        "yaxis": axis(theme, range=[-0.5, count - 0.28]),
        "shapes": shapes,
        "annotations": notes,
    }
    font = {"size": size, "color": theme.ink}
    if guess is not None and not view.for_presenter:  # its line runs behind the values
        font["shadow"] = halo(theme)
    bars = _bars(view, rows, highlight, font, before=before)
    height = int(height * count) + 24
    return finish(view, [bars], layout, rows=rows, height=height, page_count=pages)


def _bars(
    view: View,
    rows: Sequence[Figure],
    highlight: Sequence[str],
    font: dict[str, Any],
    *,
    before: bool,
) -> Bars:
    theme, places = view.theme, list(range(len(rows) - 1, -1, -1))
    colours = [theme.accent if row.id in highlight else theme.main for row in rows]
    hollow = [row.qualifier in HOLLOW for row in rows]
    return Bars(
        rows,
        [row.number for row in rows],
        [place if before else place - 0.12 for place in places],
        [theme.ground if each else colour for each, colour in zip(hollow, colours, strict=True)],
        0.62 if before else 0.42,
        places,
        lying=True,
        edge=colours,
        written=[view.format_value(row) for row in rows],
        font=font,
    )


def _size(view: View, names: Sequence[str]) -> int:
    """Give the type size: larger on a stage for few bars whose names fill one line each."""
    fits = max(map(text_width, names)) <= columns_width(88, view.language) * LABEL_SIZE / LARGER
    return LARGER if view.for_presenter and len(names) <= FEW and fits else LABEL_SIZE


def _room(view: View, words: Sequence[str], *, around: int) -> tuple[float, list[str], bool]:
    """Give the height of a row, the names in lines, and whether they stand before the bars."""
    width = view.canvas.width - 16
    lines = [[wrap_text(line, width, LABEL_SIZE) for line in each.split(BREAK)] for each in words]
    above = [BREAK.join(each) for each in lines]
    natural = ROW + LINE * (max(map(line_count, above)) - 1)
    room = row_height(view, natural, len(words), around=around)
    before = room < LOWEST
    beside = columns_width(36, view.language)
    return room, [wrap_text(each, beside) for each in words] if before else above, before


def _share(view: View, rows: Sequence[Figure], size: int, *, before: bool) -> float:
    """Give the share of the width that the longest bar may take, its value standing behind it."""
    longest = (
        max(text_width(view.format_value(row), size * ROOMY, typical=True) for row in rows) + 12
    )
    width = 330 if view.narrow else view.canvas.width - 52 - NAMES * before
    return max(0.35, 1 - longest / width)


def _name(view: View, words: str, place: int, size: int, *, before: bool) -> dict[str, Any]:
    above = {"xanchor": "left", "yanchor": "bottom", "align": "left"}
    beside = {"xanchor": "right", "yanchor": "middle", "align": "right", "xshift": -6}
    y, look = (place, beside) if before else (place + 0.12, above)
    return note(words, 0, y, size - before, view.theme.ink, **look)
