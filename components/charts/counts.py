"""Numbers that share no axis: each with its date and what it counts, and no total."""

from collections.abc import Sequence
from typing import Any

from components.charts import sheet
from components.charts.chart import Chart, View
from components.charts.style import BREAK, hover, wrap
from components.content.dates import format_date
from components.content.records import Record

LARGE = 24
BESIDE = 0.3  # of the width, where the words begin on a wide screen


def listed(view: View, rows: Sequence[Record]) -> Chart:
    """
    Draw records one below the other, in the order given: value, date, label and definition.

    For counts of different things, which may neither be compared by length nor added.
    Raises ValueError without rows, or for a gap.
    """
    if not rows:
        raise ValueError("no rows to draw")
    if any(row.number is None for row in rows):
        raise ValueError("a count without a value")
    x, below = (0, LARGE + 10) if view.narrow else (BESIDE, 0)
    notes: list[dict[str, Any]] = []
    shapes, points, used = [], [], 0
    for row in rows:
        said = _words(view, row)
        notes.append(sheet.words(view, f"<b>{view.written(row)}</b>", 0, used, size=LARGE))
        notes.append(sheet.words(view, said, x, used + below))
        points.append(-used - LARGE / 2)
        depth = sheet.line(view) * (said.count(BREAK) + 1) + below
        used += max(depth, LARGE + 10) + (12 if view.room.height else 20)
        shapes.append(_rule(view, used - 8))
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [0.06] * len(rows),
        "y": points,
        "marker": {"size": 30, "opacity": 0},
        "hovertemplate": [hover(view, row) for row in rows],
    }
    return sheet.sheet(view, shapes[:-1], notes, rows=rows, used=used, trace=trace)


def _words(view: View, row: Record) -> str:
    """Label, date and definition; the definition keeps two counts from being taken for one."""
    room = sheet.columns(view, 1 if view.narrow else 1 - BESIDE, less=12)
    head = f"{view.pick(row.label)}　{format_date(row.as_of, view.language)}"
    return f"<b>{wrap(head, room)}</b>{BREAK}{wrap(view.pick(row.measure.definition), room)}"


def _rule(view: View, used: float) -> dict[str, Any]:
    line = {"color": view.look.rule, "width": 1}
    return {"type": "line", "x0": 0, "x1": 1, "y0": -used, "y1": -used, "line": line}
