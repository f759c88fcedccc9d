"""Numbers that share no axis: each with its date and what it counts, and no total."""

from collections.abc import Callable, Sequence
from typing import Any

from components.charts import sheet
from components.charts.chart import Chart, View
from components.charts.style import BREAK, columns_of, half_width, hover, wrap
from components.data.dates import format_date
from components.data.records import Figure


def listed(
    view: View, rows: Sequence[Figure], *, name: Callable[[Figure], str] | None = None
) -> Chart:
    """
    Draw records one below the other, in the order given: value, name, date and definition.

    For counts of different things, which may neither be compared by length nor added. name gives
    a record's name where its own label will not do. Raises ValueError without rows, or for a gap.
    """
    if not rows:
        raise ValueError("no rows to draw")
    if any(row.number is None for row in rows):
        raise ValueError("a count without a value")
    large = sheet.size(view) + (6 if view.canvas.height else 10)
    longest = (
        max(columns_of(view.format_value(row)) for row in rows) * large * half_width(view.language)
        + 32
    )
    x, below = (0, large + 10) if view.narrow else (longest / view.canvas.width, 0)
    canvas = sheet.columns(view, 1 - x, less=12)
    notes: list[dict[str, Any]] = []
    shapes, points, used = [], [], 0
    for row in rows:
        said = _words(view, row, view.localize(row.label) if name is None else name(row), canvas)
        notes.append(sheet.words(view, f"<b>{view.format_value(row)}</b>", 0, used, size=large))
        notes.append(sheet.words(view, said, x, used + below))
        points.append(-used - large / 2)
        depth = sheet.line(view) * (said.count(BREAK) + 1) + below
        used += max(depth, large + 10) + (12 if view.canvas.height else 20)
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


def _words(view: View, row: Figure, name: str, canvas: int) -> str:
    """Name, date and definition; the definition keeps two counts from being taken for one."""
    head = f"{name}　{sheet.whole(format_date(row.as_of, view.language))}"
    return (
        f"<b>{wrap(head, canvas)}</b>{BREAK}{wrap(view.localize(row.measure.definition), canvas)}"
    )


def _rule(view: View, used: float) -> dict[str, Any]:
    line = {"color": view.theme.rule, "width": 1}
    return {"type": "line", "x0": 0, "x1": 1, "y0": -used, "y1": -used, "line": line}
