"""What charts of numbers draw: bars and lines of records, for the screen and for native charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.data.languages import Language
from components.data.records import Figure

HOLLOW = ("planned", "assumed", "forecast")  # qualifiers of what did not come to be yet


@dataclass(frozen=True)
class Bars:
    """
    Records as bars beside each other, each list with an item a record.

    values are lengths in the unit of the axis (milliseconds on one of time) from starts, or from
    zero; places are where bars stand on the other axis, and slots the same places counted, with
    room for a gap or a name: a native chart has a category for each. Without slots the bars stand
    unevenly, and are shapes on a slide. edge and hatch are colours, "" for none; written stands at
    the bars' ends. Without a width the figure's bargap parts them.
    """

    rows: Sequence[Figure]
    values: Sequence[float | None]
    places: Sequence[Any]
    fill: Sequence[str]
    width: float | Sequence[float] | None
    slots: Sequence[int] | None
    lying: bool = False
    axes: tuple[str, str] = ("x", "y")
    starts: Sequence[Any] = ()
    edge: Sequence[str] = ()
    edge_width: float | Sequence[float] = 2
    hatch: Sequence[str] = ()
    written: Sequence[str] = ()
    font: Mapping[str, Any] | None = None

    def name(self, language: Language) -> str:
        """Name the series by what its records measure."""
        return self.rows[0].measure.name.to(language) if self.rows else ""


@dataclass(frozen=True)
class Lines:
    """
    Records as a line with a dot each; those without a value break it. fill colours the dots.

    A line in steps keeps a value until the next: what is not told in between did not change.
    """

    rows: Sequence[Figure]
    x: Sequence[Any]
    colour: str
    fill: Sequence[str]
    label: str = ""
    dash: str = "solid"
    size: float = 6
    ring: bool = True
    width: float = 3
    steps: bool = False

    @property
    def y(self) -> list[float | None]:
        """The values of the records."""
        return [row.number for row in self.rows]

    def name(self, language: Language) -> str:
        """Name the series by its label, or by what its records measure."""
        return self.label or self.rows[0].measure.name.to(language)


Series = Bars | Lines


def one_axis(rows: Sequence[Figure]) -> None:
    """Refuse rows that may not stand on one axis. Raises ValueError, as for none and for a gap."""
    if not rows:
        raise ValueError("no rows to draw")
    first = rows[0].measure
    for row in rows:
        if row.number is None:
            raise ValueError(f"{row.id} has no value")
        other = row.measure
        if other.id != first.id and not {other.id, first.id} & (
            first.comparable_with | other.comparable_with
        ):
            raise ValueError(f"{other.id} may not be drawn on one axis with {first.id}")


def one_unit(groups: Mapping[str, Sequence[Figure]], *, gaps: bool = False) -> None:
    """Refuse no rows, a group of several measures, and units that differ; a gap unless allowed."""
    if not groups:
        raise ValueError("no rows to draw")
    for name, rows in groups.items():
        if len({row.measure.id for row in rows}) > 1:
            raise ValueError(f"{name} mixes measures")
        if not gaps and any(row.number is None for row in rows):
            raise ValueError(f"{name} has a gap")
    if len({row.unit for rows in groups.values() for row in rows}) > 1:
        raise ValueError("rows have different units")


def one_date(rows: Sequence[Figure]) -> None:
    """Refuse rows of more than one date with a ValueError."""
    if len({row.as_of for row in rows}) > 1:
        raise ValueError("rows of several dates")
