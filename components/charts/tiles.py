"""The 47 prefectures as tiles of one size, each with its value; without room a ranked list."""

from collections.abc import Sequence
from typing import Any

from components.charts import tile_marks
from components.charts.bars import one_axis
from components.charts.chart import Chart, View
from components.charts.shades import shade
from components.charts.style import BREAK, axis, columns_of, finish, hover
from components.data.languages import Language
from components.data.records import Figure

# Column and row of each prefecture, north-east at the upper right; Okinawa stands apart.
MAP = """
.  .  .  .  .  .  .  .  .  .  01
.  .  .  .  .  .  .  .  .  .  02
.  .  .  .  .  .  .  .  .  05 03
47 .  .  .  .  .  .  .  .  06 04
.  .  .  .  .  .  17 16 15 07 .
40 35 32 31 28 26 18 20 10 09 08
41 44 34 33 27 25 21 19 11 13 12
42 43 38 37 30 29 24 23 22 14 .
46 45 39 36 .  .  .  .  .  .  .
"""
ROWS = [line.split() for line in MAP.split("\n") if line]
PLACES = {
    number: (column, row)
    for row, line in enumerate(ROWS)
    for column, number in enumerate(line)
    if number != "."
}
HEIGHT, LINE = 470, 25
LETTER = 7  # pixels of half a full-width character in the small size


def prefectures(
    view: View,
    rows: Sequence[Figure],
    *,
    scale: Sequence[Figure],
    own: str = "",
    whole: Figure | None = None,
) -> Chart:
    """
    Draw one value a prefecture (dimension prefecture: prefecture_01_hokkaido) at one date.

    scale holds the rows of every date a reader can choose, so that a colour keeps its meaning;
    own is the code of the reader's prefecture, outlined; whole is the value of the whole country.
    Highest and lowest are named. Raises ValueError without rows, for a gap, for measures that may
    not share an axis, for more than one date, and for a prefecture that has no place.
    """
    one_axis([*rows, *([whole] if whole else [])])
    if len({row.as_of for row in rows}) > 1:
        raise ValueError("tiles of several dates")
    for row in rows:
        if _number(row) not in PLACES:
            raise ValueError(f"{row.id} has no place on the map")
    known = [row.number for row in scale if row.number is not None] or [0.0]
    low, high = min(known), max(known)
    shares = {row.id: ((row.number or 0) - low) / ((high - low) or 1) for row in rows}
    names = [short(view.label(row.dims["prefecture"]), view.language) for row in rows]
    tile = view.canvas.width / len(ROWS[0]) - 4
    fits = not view.narrow and max(columns_of(name) for name in names) * LETTER < tile
    draw = _map if fits else _list
    return draw(view, rows, shares, own, whole)


def short(name: str, language: Language) -> str:
    """Leave 県, 府 and 都 off a prefecture's name."""
    return name[:-1] if language == "ja" and name[-1:] in "県府都" else name


def _map(
    view: View, rows: Sequence[Figure], shares: dict[str, float], own: str, whole: Figure | None
) -> Chart:
    shapes, notes, points = [], [], []
    # The reader's own is drawn last, so that no neighbour covers its outline.
    for row in sorted(rows, key=lambda each: each.dims["prefecture"] == own):
        column, line = PLACES[_number(row)]
        colour, ink = shade(view.theme, shares[row.id])
        is_own = row.dims["prefecture"] == own
        shapes.append(tile_marks.box(view, (column, line), (0.47, 0.46), colour, own=is_own))
        name = short(view.label(row.dims["prefecture"]), view.language)
        words = f"{name}{BREAK}<b>{tile_marks.value(view, row)}</b>"
        notes.append(tile_marks.text(words, column, line, ink))
        points.append((column, line, row))
    notes.append(tile_marks.heading(view, tile_marks.told(view, rows, own, whole)))
    height = view.canvas.height or HEIGHT
    drawn = [*rows, *([whole] if whole else [])]
    return _finish(view, drawn, shapes, notes, points, len(ROWS) - 0.5, height)


def _list(
    view: View, rows: Sequence[Figure], shares: dict[str, float], own: str, whole: Figure | None
) -> Chart:
    theme, ranked = view.theme, sorted(rows, key=lambda row: -(row.number or 0))
    abreast = 2 if view.narrow else 4
    half, width = -(-len(ranked) // abreast), 11 / abreast
    told = tile_marks.told(view, rows, own, whole)
    head = 18 * len(told) + 8  # pixels of the lines above the list
    canvas = view.canvas.height or head + LINE * half
    top = head / ((canvas - head) / half)  # the same in lines of the list
    unit = view.canvas.width / 11  # pixels from one column of the map to the next
    value, name_at = 24 / unit, 58 / unit
    shapes, notes, points = [], [], []
    for place, row in enumerate(ranked):
        left, line = width * (place // half) - 0.45, top + place % half
        colour, ink = shade(theme, shares[row.id])
        is_own = row.dims["prefecture"] == own
        middle = left + value + 2 / unit
        shapes.append(tile_marks.box(view, (middle, line), (value, 0.44), colour))
        if is_own:
            around = ((left + width / 2 - 0.1, line), (width / 2 - 0.1, 0.5))
            shapes.append(tile_marks.box(view, *around, "", own=True))
        name = view.label(row.dims["prefecture"])
        notes.append(tile_marks.text(f"<b>{tile_marks.value(view, row)}</b>", middle, line, ink))
        notes.append(
            tile_marks.text(
                f"<b>{name}</b>" if is_own else name, left + name_at, line, view.theme.ink
            )
            | {"xanchor": "left"}
        )
        points.append((middle, line, row))
    notes.append(tile_marks.heading(view, told))
    drawn = [*rows, *([whole] if whole else [])]
    return _finish(view, drawn, shapes, notes, points, top + half - 0.4, canvas)


def _finish(
    view: View,
    rows: Sequence[Figure],
    shapes: list[dict[str, Any]],
    notes: list[dict[str, Any]],
    points: list[tuple[float, float, Figure]],
    foot: float,
    height: int,
) -> Chart:
    layout = {
        "margin": {"l": 2, "r": 2, "t": 2, "b": 2},
        "xaxis": axis(view.theme, range=[-0.52, 10.52], visible=False),
        "yaxis": axis(view.theme, range=[foot, -0.52], visible=False),
        "shapes": shapes,
        "annotations": notes,
    }
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _, _ in points],
        "y": [y for _, y, _ in points],
        "marker": {"size": 26, "opacity": 0},
        "hovertemplate": [hover(view, row) for _, _, row in points],
    }
    return finish(view, [trace], layout, rows=rows, height=height)


def _number(row: Figure) -> str:
    return row.dims.get("prefecture", "").removeprefix("prefecture_")[:2]
