"""Small multiples: one panel a stage or kind, one bar a date, the same range in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from components.charts import panel_dates, time_axis
from components.charts.chart import Chart, View
from components.charts.series import Bars, one_unit
from components.charts.style import axis, finish, guess_line, line, note
from components.charts.text_width import BREAK, ROOMY, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE, halo
from components.data.dates import first_day
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

BAR = 34  # pixels for a horizontal bar
HEAD = 40  # pixels for a panel's name
ROOM = 140  # pixels of a panel; with less its name is small
Panels = Mapping[str, Sequence[Figure]]
Tops = Mapping[str, float]
Guessed = tuple[str, float | None]


def stages(
    view: View,
    rows: pd.DataFrame,
    *,
    by: str,
    order: Sequence[str] = (),
    highlight: Sequence[str] = (),
    guess: float | None = None,
    guessed: str = "",
    apart: bool = False,
) -> Chart:
    """
    Draw the records of each panel as bars in the order of their as-of dates.

    - rows: a frame of figures of one unit (Dataset.series, Dataset.frame)
    - by: the column whose codes make the panels, each of one measure; order: those codes, if not in
      order of first use; highlight: ids for the accent
    - guess: the reader's own number in the rows' unit, a dashed line in the panel named guessed
    - apart: counts of different kinds, each panel with a range of its own; the words must say so

    Else all share one range. All begin at zero. Raises ValueError without rows, for a gap, or where
    units or a panel's measures differ.
    stages(view, view.dataset.series("online_eligibility_by_stage"), by="stage")
    """
    groups = view.groups(rows, by, order)
    for each in [{name: figures} for name, figures in groups.items()] if apart else [groups]:
        one_unit(each)
    ordered = {
        name: sorted(figures, key=lambda row: first_day(row.as_of))
        for name, figures in groups.items()
    }
    high = {name: max(row.number or 0 for row in rows) for name, rows in groups.items()}
    tops = high if apart else dict.fromkeys(groups, max(guess or 0, *high.values()))
    arrange = _stacked if view.narrow else _abreast
    return arrange(view, ordered, tops, highlight, (guessed, guess))


def _abreast(
    view: View, panels: Panels, tops: Tops, highlight: Sequence[str], guess: Guessed
) -> Chart:
    drawn = [row for rows in panels.values() for row in rows]
    written = {name: panel_dates.dates(view, rows) for name, rows in panels.items()}
    foot = panel_dates.foot(view, written.values())
    layout: dict[str, Any] = {"margin": {"l": 4, "r": 4, "t": 44, "b": foot}}
    shapes, notes, bars = [], [], []
    counts, end = [len(rows) for rows in panels.values()], 0.0
    # Panels of very different length, or range, are as wide as their bars need.
    even = len(set(tops.values())) == 1 and min(counts) * 2 > max(counts)
    fewest = max(min(max(counts), 3), 2) if even else 1
    percent = drawn[0].unit == "percent"
    # On a stage a unit stands under its number, and the bars are too near for a % on each.
    over = 1.26 if view.for_presenter and not percent else 1.12
    for place, (name, rows) in enumerate(panels.items()):
        x, y, (xaxis, yaxis) = _axes(place)
        share = 1 / len(panels) if even else len(rows) / sum(counts)
        start, end = end, end + share
        layout[xaxis] = axis(
            view.theme,
            domain=[start + 0.015, end - 0.015],
            range=[-0.6, max(len(rows), fewest) - 0.4],
            tickangle=0,
            tickvals=list(range(len(rows))),
            ticktext=written[name],
            anchor=y,
        )
        top = tops[name] * over
        layout[yaxis] = axis(view.theme, range=[0, top], showticklabels=False, anchor=x)
        values, unit = _written(view, rows), ""
        if view.for_presenter and percent:
            values, unit = [each.removesuffix("%") for each in values], " <b>(%)</b>"
        elif view.for_presenter or not even:
            values = [BREAK.join(each.rsplit(" ", 1)) for each in values]
        bars.append(_bars(view, rows, highlight, (x, y), values))
        room = share * view.canvas.width - 16
        notes.append(_title(view, name, (start + end) / 2, 1, unit, room, xanchor="center"))
        shapes.append(line((0, 1), (0, 0), view.theme.ink, xref=f"{x} domain", yref=y))
        if guess[0] == name and guess[1] is not None:
            refs = {"xref": f"{x} domain", "yref": y}
            shapes.append(guess_line(view, (0, 1), (guess[1], guess[1]), **refs))
            notes.append(_guess_word(view, 0, guess[1], "left", **refs))
    layout |= {"shapes": shapes, "annotations": notes}
    return finish(view, bars, layout, rows=drawn, height=view.canvas.height or 380)


def _stacked(
    view: View, panels: Panels, tops: Tops, highlight: Sequence[str], guess: Guessed
) -> Chart:
    drawn = [row for rows in panels.values() for row in rows]
    written = _written(view, drawn)  # at the ends of bars
    longest = max(text_width(each, LABEL_SIZE * ROOMY, typical=True) for each in written) + 8
    reach = max(1.3, 1 / max(0.3, 1 - longest / (view.canvas.width - 96)))
    heights = [HEAD + BAR * len(rows) for rows in panels.values()]
    total, used = sum(heights), 0
    layout: dict[str, Any] = {"margin": {"l": 92, "r": 4, "t": 4, "b": 4}}
    shapes, notes, bars = [], [], []
    for place, (name, rows) in enumerate(panels.items()):
        x, y, (xaxis, yaxis) = _axes(place)
        low, high = 1 - (used + heights[place]) / total, 1 - (used + HEAD) / total
        used += heights[place]
        far = tops[name] * reach
        layout[xaxis] = axis(view.theme, range=[0, far], showticklabels=False, anchor=y)
        layout[yaxis] = axis(
            view.theme,
            domain=[low, high],
            range=[len(rows) - 0.5, -0.5],
            tickvals=list(range(len(rows))),
            ticktext=panel_dates.dates_beside(view, rows),
            anchor=x,
        )
        shadow = {}
        notes.append(_title(view, name, 0, high, xanchor="left", xshift=-88))
        if guess[0] == name and guess[1] is not None:
            refs = {"xref": x, "yref": f"{y} domain"}
            shapes.append(guess_line(view, (guess[1], guess[1]), (0, 1), **refs))
            shadow = {"shadow": halo(view.theme)}
            side = "right" if guess[1] > far * 0.8 else "center"  # inwards near the edge
            notes.append(_guess_word(view, guess[1], high, side, xref=x, yref="paper", yshift=4))
        values = _written(view, rows)
        bars.append(_bars(view, rows, highlight, (x, y), values, lying=True, **shadow))
    layout |= {"shapes": shapes, "annotations": notes}
    return finish(view, bars, layout, rows=drawn, height=total + 8)


def _axes(place: int) -> tuple[str, str, tuple[str, str]]:
    """Give a panel's axes as traces name them (x2), and as the layout does (xaxis2)."""
    mark = str(place + 1) if place else ""
    return f"x{mark}", f"y{mark}", (f"xaxis{mark}", f"yaxis{mark}")


def _written(view: View, rows: Sequence[Figure]) -> list[str]:
    return [view.format_value(row, bare=True) for row in rows]


def _title(
    view: View, name: str, x: float, y: float, unit: str = "", room: float = 999, **place: Any
) -> dict[str, Any]:
    size = LABEL_SIZE + 1 if room > ROOM else SMALL_SIZE
    words = f"<b>{wrap_text(time_axis.named(view, name), room, size, bold=True)}</b>{unit}"
    paper = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 4, "xshift": 0}
    return note(words, x, y, size, view.theme.ink, **(paper | place))


def _guess_word(view: View, x: float, y: float, side: str, **refs: Any) -> dict[str, Any]:
    words, colour = view.step_text("your_guess"), view.theme.accent
    return note(words, x, y, SMALL_SIZE, colour, xanchor=side, yanchor="bottom", **refs)


def _bars(
    view: View,
    rows: Sequence[Figure],
    highlight: Sequence[str],
    axes: tuple[str, str],
    written: Sequence[str],
    *,
    lying: bool = False,
    **font: Any,
) -> Bars:
    theme, places = view.theme, list(range(len(rows)))
    rest = theme.context if highlight else theme.main
    return Bars(
        rows,
        [row.number for row in rows],
        places,
        [theme.accent if row.id in highlight else rest for row in rows],
        0.62,
        places,
        lying=lying,
        axes=axes,
        written=written,
        font={"size": LABEL_SIZE - 1, "color": theme.ink} | font,
    )
