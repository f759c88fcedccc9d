"""Where municipalities stand: a hill of all, and a strip of those of one prefecture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from components.charts.chart import Chart, View
from components.charts.style import LEFT, axis, finish, line, note
from components.charts.text_width import BREAK, line_count, wrap_text
from components.charts.themes import SMALL_SIZE
from components.charts.town_names import (
    FULL,
    LANE,
    ROW,
    STRIP,
    Named,
    named_rates,
    names_above,
    town_name,
)
from components.charts.traces import HOVER, points
from components.data.dates import format_date
from components.data.languages import Language
from components.data.municipalities import RATE, by_prefecture, issue_rates
from components.data.numbers import format_value
from components.data.records import Figure
from components.text.topics import interface

HILL, AXIS, LINE = 170, 24, 17  # pixels: the highest column, the percentages, a line of words


def among_all(view: View, codes: Sequence[str], when: str, country: Figure) -> Chart:
    """
    Draw where municipalities stand among all at a date, by issue rate.

    - codes: municipalities, the reader's own first; its prefecture has the strip below the hill
    - when: one of the dates of the rates
    - country: the rate of the whole country at that date

    A column of the hill counts the municipalities within one percentage point; a stroke of the
    strip is one municipality. Raises KeyError for an unknown code or date.

    among_all(view, ["131130", "011002"], "2022-12-31", whole)
    """
    rates, dataset = issue_rates(view.dataset)[when], view.dataset
    own = dataset.municipalities[codes[0]].prefecture
    near = [each.code for each in by_prefecture(dataset)[own]]
    named = named_rates(view, [dataset.figure(f"{RATE}.{code}.{when}") for code in codes], country)
    ends = [dataset.figure(f"{RATE}.{code}.{when}") for code in (rates.idxmin(), rates.idxmax())]
    title = _title(view, len(rates), when, len(named))
    around = ROW * len(named) + LINE * line_count(title["text"]) + 12 + LANE + STRIP + 12 + AXIS
    hill = min(HILL, (view.canvas.height or 1000) - around)
    shapes, names = names_above(view, named, hill)
    early = rates.mean() < FULL / 2  # the hill stands at the left
    corner = [] if view.narrow else [_ends(view, ends, hill, right=early)]
    layout = {
        "margin": {"l": 8, "r": 8, "t": around - LANE - STRIP - 12 - AXIS, "b": AXIS},
        "xaxis": _percent_axis(view),
        "yaxis": axis(view.theme, range=[-STRIP - LANE - 6, hill + 6], visible=False),
        "shapes": [line((0, 1), (0, 0), view.theme.ink, xref="paper"), *shapes],
        "annotations": [title, _lane(view, own, len(near), right=early), *corner, *names],
    }
    traces = [_hill(view, rates.to_numpy(), hill), _strip(view, near, rates), _marks(view, named)]
    rows = {each.id: each for each in (*(each.record for each in named), *ends)}
    return finish(view, traces, layout, rows=list(rows.values()), height=around + hill)


def _title(view: View, count: int, when: str, names: int) -> dict[str, Any]:
    """Say what is drawn, above the names."""
    date = format_date(when, view.language)
    said = interface("town_lane_country", view.language, date=date, count=f"{count:,}")
    room = view.canvas.width - 20
    place = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": ROW * names + 6}
    words = wrap_text(said, room, SMALL_SIZE)
    return note(words, 0, 1, SMALL_SIZE, view.theme.muted, **(place | LEFT))


def _percent_axis(view: View) -> dict[str, Any]:
    ticks = list(range(0, FULL + 1, 20 if view.narrow else 10))
    return axis(
        view.theme,
        range=[-3, FULL + 3],  # half of the words at either end
        tickvals=ticks,
        ticktext=[f"{each}%" for each in ticks],
        showgrid=True,
    )


def _hill(view: View, rates: np.ndarray, height: int) -> dict[str, Any]:
    """Count the municipalities of each percentage point as columns; the highest fills the room."""
    counts = np.bincount(rates[~np.isnan(rates)].astype(int))
    shown = counts.nonzero()[0].tolist()
    most = int(counts.max())
    return {
        "type": "bar",
        "x": [each + 0.5 for each in shown],
        "y": [round(counts[each] / most * height, 1) for each in shown],
        "width": 0.86,
        "marker": {"color": view.theme.context},
        "hovertemplate": [
            interface(
                "town_column",
                view.language,
                low=str(each),
                high=str(each + 1),
                count=f"{counts[each]:,}",
            )
            + "<extra></extra>"
            for each in shown
        ],
    }


def _strip(view: View, codes: Sequence[str], rates: Any) -> dict[str, Any]:
    """Draw a stroke for each municipality of the prefecture; touched, it says its name."""
    edge = {"color": view.theme.main, "width": 1.5}
    marker = {"symbol": "line-ns", "size": STRIP, "color": view.theme.main, "line": edge}
    found = rates[list(codes)].round(1)
    told = [
        f"{view.label(code)}{BREAK}<b>{_percent(rate, view.language)}</b><extra></extra>"
        for code, rate in found.items()
    ]
    middle = -LANE - STRIP / 2
    return points(found.tolist(), [middle] * len(found), marker, *told)


def _marks(view: View, named: Sequence[Named]) -> dict[str, Any]:
    """Let the named rates tell of their records where their lines meet the ground."""
    marker = {
        "size": [11 if each.own else 8 for each in named],
        "color": [each.colour for each in named],
        "line": {"color": view.theme.ground, "width": 1.5},
    }
    told = [
        f"{wrap_text(each.name, HOVER)}{BREAK}<b>{view.format_value(each.record, exact=True)}</b>　"
        f"{format_date(each.record.as_of, view.language)}<extra></extra>"
        for each in named
    ]
    return points([each.at for each in named], [0] * len(named), marker, *told)


def _lane(view: View, prefecture: str, count: int, *, right: bool) -> dict[str, Any]:
    """Name the strip, at the side that the hill leaves free."""
    values = {"prefecture": view.label(prefecture), "count": f"{count:,}"}
    said = interface("town_lane_prefecture", view.language, **values)
    return note(said, float(right), -2, SMALL_SIZE, view.theme.muted, **_side(right))


def _ends(view: View, ends: Sequence[Figure], hill: int, *, right: bool) -> dict[str, Any]:
    """Name the lowest and the highest in the corner that the hill leaves free."""
    words = [
        f"{view.label(code)}　{town_name(view, row)}　{view.format_value(row)}"
        for code, row in zip(("lowest", "highest"), ends, strict=True)
    ]
    place = _side(right)
    return note(BREAK.join(words), float(right), hill, SMALL_SIZE, view.theme.ink, **place)


def _side(right: bool) -> dict[str, Any]:
    """Set words at the left or right edge, below their place."""
    side = "right" if right else "left"
    return {"xref": "paper", "xanchor": side, "align": side, "yanchor": "top"}


def _percent(rate: float, language: Language) -> str:
    return format_value(f"{rate:.1f}", "percent", language)
