"""Small multiples: one panel a stage or kind, one bar a date, the same range in all."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts import panel_marks
from components.charts.chart import Chart, View
from components.charts.style import BREAK, axis, finish, hover
from components.charts.themes import LABEL_SIZE, halo
from components.data.dates import first_day
from components.data.records import Figure

BAR = 34  # pixels for a horizontal bar
PERCENT = "%"
HEAD = 40  # pixels for a panel's name


def stages(
    view: View,
    panels: Mapping[str, Sequence[Figure]],
    *,
    highlight: Sequence[str] = (),
    guess: float | None = None,
    guessed: str = "",
) -> Chart:
    """
    Draw each panel's records as bars in the order of their as-of dates.

    panels maps a name to records of one measure; panels may be of different measures, which is why
    they are apart. All share one unit and one range from zero. highlight holds record ids for the
    accent; guess is drawn as a dashed line in the panel named guessed.
    Raises ValueError without rows, for a gap, or where units or a panel's measures differ.
    """
    check(panels)
    top = max(row.number or 0 for rows in panels.values() for row in rows)
    top = max(top, guess or 0)
    arrange = _stacked if view.narrow else _abreast
    return arrange(view, panels, top, highlight, (guessed, guess))


def check(panels: Mapping[str, Sequence[Figure]]) -> None:
    """Refuse empty panels, gaps, mixed measures inside a panel and mixed units between them."""
    if not panels or not all(panels.values()):
        raise ValueError("no rows to draw")
    for name, rows in panels.items():
        if len({row.measure.id for row in rows}) > 1:
            raise ValueError(f"panel {name} mixes measures")
        if any(row.number is None for row in rows):
            raise ValueError(f"panel {name} has a gap")
    if len({row.unit for rows in panels.values() for row in rows}) > 1:
        raise ValueError("panels have different units")


def _abreast(
    view: View,
    panels: Mapping[str, Sequence[Figure]],
    top: float,
    highlight: Sequence[str],
    guess: tuple[str, float | None],
) -> Chart:
    written = {name: panel_marks.dates(view, _in_time(rows)) for name, rows in panels.items()}
    margin = {"l": 4, "r": 4, "t": 44, "b": panel_marks.foot(view, written.values())}
    layout: dict[str, Any] = {"margin": margin, "annotations": []}
    shapes, traces = [], []
    share, most = 1 / len(panels), max(len(rows) for rows in panels.values())
    for place, (name, rows) in enumerate(panels.items(), 1):
        ordered, mark = _in_time(rows), "" if place == 1 else str(place)
        start, end = (place - 1) * share + 0.015, place * share - 0.015
        layout[f"xaxis{mark}"] = axis(
            view.theme,
            domain=[start, end],
            range=[-0.6, max(len(ordered), min(most, 3), 2) - 0.4],
            tickangle=0,
            tickvals=list(range(len(ordered))),
            ticktext=written[name],
            anchor=f"y{mark}",
        )
        layout[f"yaxis{mark}"] = axis(
            view.theme,
            range=[0, top * panel_marks.over(view, rows[0].unit)],
            showticklabels=False,
            anchor=f"x{mark}",
        )
        traces.append(_trace(view, ordered, highlight, mark, "v"))
        heading = panel_marks.title(view, name, (start + end) / 2, 1, "center")
        if view.staged and ordered[0].unit == "percent":  # the bars are too near for a % on each
            traces[-1]["text"] = [each.removesuffix("%") for each in traces[-1]["text"]]
            heading["text"] += f" <b>({PERCENT})</b>"
        layout["annotations"].append(heading)
        shapes.append(panel_marks.base(view, mark, len(ordered)))
        if guess[0] == name and guess[1] is not None:
            shapes.append(panel_marks.line(view, f"x{mark} domain", f"y{mark}", guess[1], "h"))
            layout["annotations"].append(
                panel_marks.guess_note(view, f"x{mark} domain", f"y{mark}", guess[1])
            )
    layout["shapes"] = shapes
    drawn = [row for rows in panels.values() for row in rows]
    return finish(view, traces, layout, rows=drawn, height=view.canvas.height or 380)


def _stacked(
    view: View,
    panels: Mapping[str, Sequence[Figure]],
    top: float,
    highlight: Sequence[str],
    guess: tuple[str, float | None],
) -> Chart:
    drawn = [row for rows in panels.values() for row in rows]
    reach = top * panel_marks.beside(view, drawn)
    heights = [HEAD + BAR * len(rows) for rows in panels.values()]
    total = sum(heights)
    layout: dict[str, Any] = {"margin": {"l": 92, "r": 4, "t": 4, "b": 4}, "annotations": []}
    shapes, traces, used = [], [], 0
    for place, (name, rows) in enumerate(panels.items(), 1):
        ordered = _in_time(rows)
        mark = "" if place == 1 else str(place)
        low, high = 1 - (used + heights[place - 1]) / total, 1 - (used + HEAD) / total
        used += heights[place - 1]
        layout[f"xaxis{mark}"] = axis(
            view.theme, range=[0, reach], showticklabels=False, anchor=f"y{mark}"
        )
        layout[f"yaxis{mark}"] = axis(
            view.theme,
            domain=[low, high],
            range=[len(ordered) - 0.5, -0.5],
            tickvals=list(range(len(ordered))),
            ticktext=panel_marks.dates_beside(view, ordered),
            anchor=f"x{mark}",
        )
        traces.append(_trace(view, ordered, highlight, mark, "h"))
        layout["annotations"].append(panel_marks.title(view, name, 0, high, "left", shift=-88))
        if guess[0] == name and guess[1] is not None:
            shapes.append(panel_marks.line(view, f"y{mark} domain", f"x{mark}", guess[1], "v"))
            traces[-1]["textfont"] = traces[-1]["textfont"] | {"shadow": halo(view.theme)}
            layout["annotations"].append(
                panel_marks.guess_above(view, f"x{mark}", high, guess[1], reach)
            )
    layout["shapes"] = shapes
    return finish(view, traces, layout, rows=drawn, height=total + 8)


def _in_time(rows: Sequence[Figure]) -> list[Figure]:
    return sorted(rows, key=lambda row: first_day(row.as_of))


def _trace(
    view: View, rows: Sequence[Figure], highlight: Sequence[str], mark: str, way: str
) -> dict[str, Any]:
    theme = view.theme
    values, places = [row.number for row in rows], list(range(len(rows)))
    written = [view.format_value(row, bare=True) for row in rows]
    colours = [
        theme.accent if row.id in highlight else theme.context if highlight else theme.main
        for row in rows
    ]
    return {
        "type": "bar",
        "orientation": way,
        "x": places if way == "v" else values,
        "y": values if way == "v" else places,
        "xaxis": f"x{mark}",
        "yaxis": f"y{mark}",
        "width": 0.62,
        "text": [BREAK.join(each.rsplit(" ", way == "v" and view.staged)) for each in written],
        "textposition": "outside",
        "textangle": 0,
        "textfont": {"size": LABEL_SIZE - 1, "color": theme.ink},
        "constraintext": "none",
        "cliponaxis": False,
        "marker": {"color": colours},
        "ids": [row.id for row in rows],
        "hovertemplate": [hover(view, row) for row in rows],
    }
