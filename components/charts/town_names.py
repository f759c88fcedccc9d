"""Named rates on an axis from nothing to all: a line for each, and the names in rows above."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.chart import View
from components.charts.lines import look
from components.charts.style import line, note
from components.charts.text_width import ROOMY, text_width
from components.charts.themes import LABEL_SIZE
from components.data.records import Figure

FULL = 100  # percent: the same axis at every date, so that the hill is seen to move
STRIP, LANE, ROW = 26, 22, 21  # pixels: the strokes below, the name of their lane, a name above


@dataclass(frozen=True)
class Named:
    """A rate that has its name above the hill."""

    record: Figure
    name: str
    colour: str
    dash: str
    own: bool = False
    near: bool = False  # in the prefecture of one's own

    @property
    def at(self) -> float:
        return self.record.number or 0


def named_rates(view: View, records: Sequence[Figure], country: Figure) -> list[Named]:
    """Give the municipalities asked for and the country, in the order of their rates."""
    home = _home(view, records[0])
    found = [
        Named(row, town_name(view, row), *look(view, place), place == 0, _home(view, row) == home)
        for place, row in enumerate(records)
    ]
    found.append(Named(country, view.label("prefecture_all"), view.theme.muted, "dot"))
    return sorted(found, key=lambda each: each.at)


def _home(view: View, record: Figure) -> str:
    return view.dataset.municipalities[record.id.split(".")[1]].prefecture


def town_name(view: View, record: Figure) -> str:
    """Name the municipality of a record of a table of municipalities."""
    return view.localize(view.dataset.municipalities[record.id.split(".")[1]].short_name)


def names_above(
    view: View, named: Sequence[Named], hill: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Draw a line through hill and strip for each named rate, and its name above, each in a row."""
    shapes, names, top = [], [], hill + 6
    for place, each in enumerate(named):
        lift = ROW * (len(named) - 1 - place)
        at = (each.at, each.at)
        up = {"yref": "paper", "ysizemode": "pixel", "yanchor": 1}
        wide = 3 if each.own else 2
        shapes.append(line(at, (0, top), each.colour, wide, dash=each.dash))
        if each.near:
            shapes.append(line(at, (-LANE - STRIP, -LANE), each.colour, wide))
        shapes.append(line(at, (0, lift), each.colour, wide, dash=each.dash, **up))
        words = f"{each.name}　{view.format_value(each.record)}"
        above = {"yanchor": "bottom", "yshift": lift, "xanchor": "left", "borderpad": 0}
        above |= {"xshift": _shift(view, words, each.at), "bgcolor": view.theme.ground}
        said = f"<b>{words}</b>" if each.own else words
        names.append(note(said, each.at, top, LABEL_SIZE, each.colour, **above))
    return shapes, names[::-1]


def _shift(view: View, words: str, at: float) -> float:
    """Set a name over its line, as far as it stays inside the room."""
    room = view.canvas.width - 16
    place = (at + 3) / (FULL + 6) * room
    wide = text_width(words, LABEL_SIZE * ROOMY, typical=True, bold=True)
    return max(min(place - wide / 2, room - wide), 0) - place
