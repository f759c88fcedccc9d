"""Where municipalities stand: a hill of all, and a strip of those of one prefecture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from components.charts.chart import Chart, View
from components.charts.lines import look
from components.charts.style import LEFT, axis, finish, line, note
from components.charts.text_width import BREAK, ROOMY, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.charts.traces import HOVER, points
from components.data.dates import format_date
from components.data.languages import Language
from components.data.municipalities import RATE, by_prefecture, issue_rates
from components.data.numbers import format_value
from components.data.records import Figure
from components.text.topics import interface

HILL, STRIP, LANE = 170, 26, 22  # pixels: the highest column, the strokes below, a lane's name
FULL = 100  # percent: the same axis at every date, so that the hill is seen to move
ROW, AXIS = 21, 24  # pixels: the name of a municipality above, the percentages below


@dataclass(frozen=True)
class _Named:
    """A rate that has its name above the hill."""

    record: Figure
    name: str
    colour: str
    dash: str
    own: bool = False

    @property
    def at(self) -> float:
        return self.record.number or 0


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
    named = _named(view, [dataset.figure(f"{RATE}.{code}.{when}") for code in codes], country)
    ends = [dataset.figure(f"{RATE}.{code}.{when}") for code in (rates.idxmin(), rates.idxmax())]
    shapes, names = _rules(view, named)
    date = format_date(when, view.language)
    layout = {
        "margin": {"l": 8, "r": 8, "t": ROW * len(named) + 8, "b": AXIS},
        "xaxis": _percent_axis(view),
        "yaxis": axis(view.theme, range=[-STRIP - LANE - 6, HILL + LANE], visible=False),
        "shapes": [line((0, 1), (0, 0), view.theme.ink, xref="paper"), *shapes],
        "annotations": [
            _lane(view, HILL + LANE, "town_lane_country", date=date, count=f"{len(rates):,}"),
            _lane(
                view,
                -2,
                "town_lane_prefecture",
                prefecture=view.label(own),
                count=f"{len(near):,}",
            ),
            *([] if view.narrow else [_ends(view, ends, below=rates.mean() < FULL / 2)]),
            *names,
        ],
    }
    height = ROW * len(named) + 8 + HILL + 2 * LANE + STRIP + 6 + AXIS
    traces = [_hill(view, rates.to_numpy()), _strip(view, near, rates), _marks(view, named)]
    rows = {each.id: each for each in (*(each.record for each in named), *ends)}
    return finish(view, traces, layout, rows=list(rows.values()), height=height)


def _named(view: View, records: Sequence[Figure], country: Figure) -> list[_Named]:
    """Give the municipalities asked for and the country, in the order of their rates."""
    found = [
        _Named(row, town_name(view, row), *look(view, place), place == 0)
        for place, row in enumerate(records)
    ]
    found.append(_Named(country, view.label("prefecture_all"), view.theme.muted, "dot"))
    return sorted(found, key=lambda each: each.at)


def town_name(view: View, record: Figure) -> str:
    """Name the municipality of a record of a table of municipalities."""
    return view.label(record.id.split(".")[1])


def _percent_axis(view: View) -> dict[str, Any]:
    ticks = list(range(0, FULL + 1, 20 if view.narrow else 10))
    return axis(
        view.theme,
        range=[-3, FULL + 3],  # half of the words at either end
        tickvals=ticks,
        ticktext=[f"{each}%" for each in ticks],
        showgrid=True,
    )


def _hill(view: View, rates: np.ndarray) -> dict[str, Any]:
    """Count the municipalities of each percentage point as columns; the highest fills the room."""
    counts = np.bincount(rates[~np.isnan(rates)].astype(int))
    shown = counts.nonzero()[0].tolist()
    most = int(counts.max())
    return {
        "type": "bar",
        "x": [each + 0.5 for each in shown],
        "y": [round(counts[each] / most * HILL, 1) for each in shown],
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


def _marks(view: View, named: Sequence[_Named]) -> dict[str, Any]:
    """Let the named rates tell of their records where their lines meet the ground."""
    marker = {
        "size": [11 if each.own else 8 for each in named],
        "color": [each.colour for each in named],
        "line": {"color": view.theme.ground, "width": 1.5},
    }
    told = [
        f"{wrap_text(each.name, HOVER)}{BREAK}<b>{view.format_value(each.record)}</b>　"
        f"{format_date(each.record.as_of, view.language)}<extra></extra>"
        for each in named
    ]
    return points([each.at for each in named], [0] * len(named), marker, *told)


def _rules(
    view: View, named: Sequence[_Named]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Draw a line through hill and strip for each named rate, and its name above, each in a row."""
    shapes, names = [], []
    for place, each in enumerate(named):
        lift = ROW * (len(named) - 1 - place)
        at, foot = (
            (each.at, each.at),
            0 if each.name == view.label("prefecture_all") else -LANE - 26,
        )
        up = {"ysizemode": "pixel", "yanchor": HILL + LANE}
        wide = 3 if each.own else 2
        shapes.append(line(at, (foot, HILL + LANE), each.colour, wide, dash=each.dash))
        shapes.append(line(at, (0, lift), each.colour, wide, dash=each.dash, **up))
        words = f"{each.name}　{view.format_value(each.record)}"
        above = {"yanchor": "bottom", "yshift": lift, "xanchor": "left", "borderpad": 0}
        above |= {"xshift": _shift(view, words, each.at), "bgcolor": view.theme.ground}
        said = f"<b>{words}</b>" if each.own else words
        names.append(note(said, each.at, HILL + LANE, LABEL_SIZE, each.colour, **above))
    return shapes, names[::-1]


def _shift(view: View, words: str, at: float) -> float:
    """Set a name over its line, as far as it stays inside the room."""
    room = view.canvas.width - 16
    place = (at + 3) / (FULL + 6) * room
    wide = text_width(words, LABEL_SIZE * ROOMY, typical=True, bold=True)
    return max(min(place - wide / 2, room - wide), 0) - place


def _lane(view: View, top: float, words: str, **values: str) -> dict[str, Any]:
    said = interface(words, view.language, **values)
    place = {"xref": "paper", "yanchor": "top", "bgcolor": view.theme.ground}
    return note(said, 0, top, SMALL_SIZE, view.theme.muted, **(place | LEFT))


def _ends(view: View, ends: Sequence[Figure], *, below: bool) -> dict[str, Any]:
    """Name the lowest and the highest in the corner that the hill leaves free."""
    words = [
        f"{view.label(code)}　{town_name(view, row)}　{view.format_value(row)}"
        for code, row in zip(("lowest", "highest"), ends, strict=True)
    ]
    side = "right" if below else "left"
    place = {"xref": "paper", "xanchor": side, "align": side, "yanchor": "top"}
    return note(BREAK.join(words), float(below), HILL - 4, SMALL_SIZE, view.theme.ink, **place)


def _percent(rate: float, language: Language) -> str:
    return format_value(f"{rate:.1f}", "percent", language)
