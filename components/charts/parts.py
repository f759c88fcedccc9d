"""What a sum consists of: the parts that are known, and what is not broken down."""

from collections.abc import Sequence
from typing import Any

from components.charts.bars import HOLLOW, one_axis
from components.charts.chart import Chart, View
from components.charts.fitting import row_height
from components.charts.style import BREAK, axis, columns_of, finish, hover, note, wrap
from components.charts.text_width import letters
from components.charts.themes import LABEL_SIZE
from components.data.records import Figure

ROW, NARROW_ROW = 62, 104


def waterfall(
    view: View, whole: Figure, parts: Sequence[Figure], unknown: Sequence[Figure] = ()
) -> Chart:
    """
    Draw a whole and, below it, its parts end to end; unknown parts are hatched.

    All are amounts of one measure (or of measures that may be compared). The parts may not reach
    beyond the whole. Raises ValueError where they do, or where one_axis would.
    """
    rows = [whole, *parts, *unknown]
    one_axis(rows)
    total = sum(row.number or 0 for row in rows[1:])
    if total > (whole.number or 0) * 1.0000001:
        raise ValueError(f"the parts of {whole.id} are larger than it is")
    starts = [0.0, 0.0]
    for row in rows[1:-1]:
        starts.append(starts[-1] + (row.number or 0))
    places = list(range(len(rows) - 1, -1, -1))
    traces = [_bars(view, rows, starts[: len(rows)], places, {row.id for row in unknown})]
    notes = [
        _words(view, row, start, place, whole)
        for row, start, place in zip(rows, starts, places, strict=False)
    ]
    limit = whole.number or 1
    layout = {
        "margin": {"l": 4, "r": 4, "t": 4},
        "xaxis": axis(view.theme, range=[0, limit * 1.01], visible=False),
        "yaxis": axis(view.theme, range=[-0.5, len(rows) - 0.2]),
        "annotations": notes,
    }
    return finish(
        view,
        traces,
        layout,
        rows=rows,
        height=int(
            row_height(view, NARROW_ROW if view.narrow else ROW, len(rows), around=16) * len(rows)
        )
        + 16,
    )


def _bars(
    view: View, rows: Sequence[Figure], starts: list[float], places: list[int], unknown: set[str]
) -> dict[str, Any]:
    theme = view.theme
    colours = [theme.context if place == 0 else theme.main for place in range(len(rows))]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row.number for row in rows],
        "base": starts,
        "y": [place - 0.12 for place in places],
        "width": 0.4,
        "marker": {
            "color": [
                theme.ground if row.id in unknown or row.qualifier in HOLLOW else colour
                for row, colour in zip(rows, colours, strict=True)
            ],
            "line": {"color": colours, "width": 2},
            "pattern": {
                "shape": ["/" if row.id in unknown else "" for row in rows],
                "fillmode": "overlay",
                "fgcolor": theme.context,
                "size": 8,
            },
        },
        "ids": [row.id for row in rows],
        "hovertemplate": [hover(view, row) for row in rows],
    }


def _words(view: View, row: Figure, start: float, place: int, whole: Figure) -> dict[str, Any]:
    right = start > (whole.number or 0) * 0.5
    name, value = view.localize(row.label), view.format_value(row)
    end = start + (row.number or 0)
    share = (end if right else (whole.number or 1) - start) / (whole.number or 1)
    columns = letters(view, view.canvas.width * share - 24, LABEL_SIZE)
    beside = columns_of(f"{name}　{value}") <= columns
    return note(
        f"{wrap(name, columns)}{'　' if beside else BREAK}<b>{value}</b>",
        (start + (row.number or 0)) if right else start,
        place + 0.1,
        LABEL_SIZE,
        view.theme.ink,
        xanchor="right" if right else "left",
        yanchor="bottom",
        align="right" if right else "left",
    )
