"""The 47 prefectures as tiles of one size, each with its value; without room a ranked list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from components.charts import tile_marks
from components.charts.chart import Chart, View
from components.charts.series import one_axis, one_date
from components.charts.shades import shade
from components.charts.style import axis, finish
from components.charts.text_width import BREAK, text_width
from components.charts.themes import SMALL_SIZE
from components.charts.tile_places import COLUMNS, PLACES, ROWS
from components.charts.traces import hover, points
from components.data.languages import Language
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

Marks = tuple[list[dict[str, Any]], list[dict[str, Any]], list[tuple[float, float]]]
HEIGHT, LINE = 500, 25


@dataclass(frozen=True)
class _Tiles:
    """What is drawn: records, their shares of the scale, the reader's own, the whole country."""

    view: View
    rows: Sequence[Figure]
    shares: Mapping[str, float]
    own: str
    whole: Figure | None
    ends: tuple[Figure, Figure]

    @property
    def missing(self) -> list[str]:
        """The codes of prefectures without a row, by their number."""
        codes = (code for code in self.view.dataset.labels if code.startswith("prefecture_"))
        seen = {row.dims["prefecture"] for row in self.rows}
        return sorted(code for code in codes if code not in seen and _of(code) in PLACES)

    def name(self, row: Figure) -> str:
        return self.view.label(row.dims["prefecture"])

    def is_own(self, row: Figure) -> bool:
        return row.dims["prefecture"] == self.own


def prefectures(
    view: View,
    rows: pd.DataFrame,
    *,
    scale: pd.DataFrame,
    own: str = "",
    whole: Figure | None = None,
) -> Chart:
    """
    Draw one value a prefecture at one date: as tiles, or as a ranked list.

    - rows: a frame of figures with the column prefecture (prefecture_01_hokkaido)
    - scale: the rows of every date a reader can choose, so that a colour keeps its meaning
    - own: the code of the reader's prefecture, outlined
    - whole: the value of the whole country

    A prefecture without a row is hollow, with a dash that the heading explains. Highest and lowest
    are named. Raises ValueError without rows, for a gap, for measures that may not share an axis,
    for more than one date, and for a prefecture that has no place.
    """
    figures = view.figures(rows)
    one_axis([*figures, *([whole] if whole else [])])
    one_date(figures)
    for row in figures:
        if _number(row) not in PLACES:
            raise ValueError(f"{row.id} has no place on the map")
    ends = view.figures(scale.loc[[scale["number"].idxmin(), scale["number"].idxmax()]])
    low, high = (each.number or 0 for each in ends)
    shares = {row.id: ((row.number or 0) - low) / ((high - low) or 1) for row in figures}
    drawn = _Tiles(view, figures, shares, own, whole, (ends[0], ends[1]))
    tile = view.canvas.width / COLUMNS - 4
    longest = max(text_width(short(drawn.name(row), view.language), SMALL_SIZE) for row in figures)
    fits = not view.narrow and longest < tile
    return _map(drawn) if fits else _list(drawn)


def short(name: str, language: Language) -> str:
    """Leave 県, 府 and 都 off a prefecture's name."""
    return name[:-1] if language == "ja" and name[-1:] in "県府都" else name


def _map(drawn: _Tiles) -> Chart:
    view = drawn.view
    shapes, notes = [], []
    # The reader's own is drawn last, so that no neighbour covers its outline.
    ordered = sorted(drawn.rows, key=drawn.is_own)
    for row in ordered:
        place = _place(row)
        colour, ink = shade(view.theme, drawn.shares[row.id])
        shapes.append(tile_marks.box(view, place, (0.485, 0.46), colour, own=drawn.is_own(row)))
        name = short(drawn.name(row), view.language)
        words = f"{name}{BREAK}<b>{tile_marks.value(view, row)}</b>"
        notes.append(tile_marks.text(words, *place, ink))
    for code in drawn.missing:
        shapes.append(tile_marks.box(view, PLACES[_of(code)], (0.485, 0.46), ""))
        words = f"{short(view.label(code), view.language)}{BREAK}–"
        notes.append(tile_marks.text(words, *PLACES[_of(code)], view.theme.muted))
    told, height = _told(drawn), view.canvas.height or HEIGHT
    notes.append(tile_marks.heading(view, told))
    below = (18 * len(told) + 24) / (height / ROWS)  # pixels below the heading, as rows
    ramp, ends = tile_marks.legend(view, [*drawn.shares.values()], drawn.ends, below)
    marks = ([*shapes, *ramp], [*notes, *ends], [_place(row) for row in ordered])
    return _finish(drawn, ordered, marks, ROWS - 0.5, height)


def _list(drawn: _Tiles) -> Chart:
    view = drawn.view
    ranked = sorted(drawn.rows, key=lambda row: -(row.number or 0))
    abreast = 2 if view.narrow else 4
    half, width = -(-len(ranked) // abreast), COLUMNS / abreast
    told = _told(drawn)
    head = 18 * len(told) + 8  # pixels of the lines above the list
    height = view.canvas.height or head + LINE * half
    top = head / ((height - head) / half)  # the same in lines of the list
    unit = view.canvas.width / COLUMNS  # pixels from one column of the map to the next
    value, name_at = 24 / unit, 58 / unit
    shapes, notes, places = [], [], []
    for place, row in enumerate(ranked):
        left, down = width * (place // half) - 0.45, top + place % half
        colour, ink = shade(view.theme, drawn.shares[row.id])
        middle, name = left + value + 2 / unit, drawn.name(row)
        shapes.append(tile_marks.box(view, (middle, down), (value, 0.44), colour))
        if drawn.is_own(row):
            around = ((left + width / 2 - 0.1, down), (width / 2 - 0.1, 0.5))
            shapes.append(tile_marks.box(view, *around, "", own=True))
            name = f"<b>{name}</b>"
        notes.append(tile_marks.text(f"<b>{tile_marks.value(view, row)}</b>", middle, down, ink))
        at = left + name_at
        notes.append(tile_marks.text(name, at, down, view.theme.ink, xanchor="left"))
        places.append((middle, down))
    notes.append(tile_marks.heading(view, told))
    return _finish(drawn, ranked, (shapes, notes, places), top + half - 0.4, height)


def _told(drawn: _Tiles) -> list[str]:
    lines = tile_marks.told(drawn.view, drawn.rows, drawn.own, drawn.whole)
    if drawn.missing:
        lines.append(f"–　{drawn.view.label('not_seen')} <b>{len(drawn.missing)}</b>")
    return lines


def _finish(
    drawn: _Tiles, ordered: Sequence[Figure], marks: Marks, foot: float, height: int
) -> Chart:
    view, (shapes, notes, places) = drawn.view, marks
    layout = {
        "margin": {"l": 2, "r": 2, "t": 2, "b": 2},
        "xaxis": axis(view.theme, range=[-0.52, COLUMNS - 0.48], visible=False),
        "yaxis": axis(view.theme, range=[foot, -0.52], visible=False),
        "shapes": shapes,
        "annotations": notes,
    }
    x, y = zip(*places, strict=True)
    marker = {"size": 26, "opacity": 0}
    touched = points(x, y, marker, *(hover(view, row) for row in ordered))
    rows = [*drawn.rows, *([drawn.whole] if drawn.whole else [])]
    return finish(view, [touched], layout, rows=rows, height=height)


def _place(row: Figure) -> tuple[float, float]:
    return PLACES[_number(row)]


def _number(row: Figure) -> str:
    return _of(row.dims.get("prefecture", ""))


def _of(code: str) -> str:
    """Give the two digits of a prefecture's code."""
    return code.removeprefix("prefecture_")[:2]
