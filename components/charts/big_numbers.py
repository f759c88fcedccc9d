"""A few records as large numbers, one a line, for a story told in figures of different kinds."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import PAGE, Chart, View
from components.charts.style import BREAK, LEFT, axis, finish, half_width, note, wrap
from components.charts.themes import LABEL_SIZE
from components.data.dates import format_date
from components.data.records import Figure

LARGE, STAGE_LARGE = 24, 20
LINE = 20  # pixels of a line of text
ROOMY, TIGHT = 62, 52  # pixels of one record where each has one line
NAME, VALUE, LABEL = 0.0, 0.15, 0.4  # where the columns begin, as shares of the width
STAGE_LABEL = 0.5


def listed(view: View, groups: Mapping[str, Sequence[Figure]], *, apart: str = "") -> Chart:
    """
    Write each record's value large, with its name and date beside it (on a phone, below it).

    groups maps a heading to the records under it; they may be of any measure and unit, since
    nothing is drawn to scale. Two records of one group count different things: a dashed line and
    the word apart stand between them. Raises ValueError without records.
    """
    rows = [(name, row) for name, records in groups.items() for row in records]
    if not rows:
        raise ValueError("no records to list")
    heights = [_height(view, row) for _, row in rows]
    tops = [sum(heights[:place]) for place in range(len(rows))]
    notes, shapes = [], []
    for place, ((name, row), top) in enumerate(zip(rows, tops, strict=True)):
        first = place == 0 or rows[place - 1][0] != name
        notes += _texts(view, name if first else "", row, top, heights[place])
        shapes += [_line(view, top, solid=first)] if place else []
        if not first and apart:
            notes.append(_apart(view, apart, top))
    layout = {
        "margin": {"l": 4, "r": 4, "t": 6},
        "xaxis": axis(view.theme, range=[0, 1], visible=False),
        "yaxis": axis(view.theme, range=[-sum(heights), 0], visible=False),
        "shapes": shapes,
        "annotations": notes,
    }
    nothing = {
        "type": "scatter",
        "x": [0],
        "y": [0],
        "mode": "markers",
        "opacity": 0,
        "hoverinfo": "skip",
    }
    drawn = [row for _, row in rows]
    return finish(view, [nothing], layout, rows=drawn, height=sum(heights) + 14)


def _label(view: View, row: Figure) -> str:
    words = view.render_plain(row.label)
    both = view.aside(words, format_date(row.as_of, view.language))
    width = 40 if view.narrow else 62
    if _is_close(view):
        room = view.canvas.width * (1 - STAGE_LABEL) - 8
        width = int(room / (LABEL_SIZE * half_width(view.language)))
    return wrap(both, width)


def _is_close(view: View) -> bool:
    """Tell whether a large value takes half the width: on a stage, and on paper."""
    return not view.narrow and view.canvas.width < PAGE.width


def _height(view: View, row: Figure) -> int:
    lines = _label(view, row).count(BREAK)
    if view.narrow:
        return 84 + LINE * lines
    return (TIGHT if view.canvas.height else ROOMY) + (LINE * max(lines - 1, 0))


def _texts(view: View, name: str, row: Figure, top: int, height: int) -> list[dict[str, Any]]:
    value = f"<b>{view.format_value(row)}</b>"
    heading = f"<b>{view.label(name)}</b>" if name else ""
    if view.narrow:
        return [
            _note(view, heading, 0, -top - 8, "top", colour=view.theme.muted),
            _note(view, value, 0, -top - 28, "top", size=LARGE, colour=view.theme.main),
            _note(view, _label(view, row), 0, -top - 58, "top"),
        ]
    middle = -top - height / 2
    size = STAGE_LARGE if view.canvas.height else LARGE
    label = STAGE_LABEL if _is_close(view) else LABEL
    return [
        _note(view, heading, NAME, middle, "middle", colour=view.theme.muted),
        _note(view, value, VALUE, middle, "middle", size=size, colour=view.theme.main),
        _note(view, _label(view, row), label, middle, "middle"),
    ]


def _note(
    view: View, words: str, x: float, y: float, at: str, *, size: int = LABEL_SIZE, colour: str = ""
) -> dict[str, Any]:
    return note(words, x, y, size, colour or view.theme.ink, yanchor=at, **LEFT)


def _line(view: View, top: int, *, solid: bool) -> dict[str, Any]:
    style = (
        {"color": view.theme.rule, "width": 1}
        if solid
        else {"color": view.theme.accent, "width": 1.5, "dash": "dash"}
    )
    start = NAME if solid or view.narrow else VALUE
    return {"type": "line", "x0": start, "x1": 1, "y0": -top, "y1": -top, "line": style}


def _apart(view: View, words: str, top: int) -> dict[str, Any]:
    """The word on the dashed line, on the ground's colour so that the line does not cross it."""
    return _note(view, words, 1, -top, "middle", colour=view.theme.accent) | {
        "xanchor": "right",
        "bgcolor": view.theme.ground,
        "borderpad": 3,
    }
