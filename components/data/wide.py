"""
Wide tables of data/tables/ as records and frames.

A table of municipalities has too many cells for a Figure each: its numbers are one shared frame,
and a cell becomes a Figure when somebody asks for it. The others are records like a long table's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from components.data.dates import format_date
from components.data.languages import LANGUAGES, NO_WORDS, Localized
from components.data.records import Figure
from components.data.wide_reader import TOWN, CellNote, Notes, WideSeries

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset


@dataclass(frozen=True)
class WideTable:
    """A table of municipalities: its series by municipality code, and its dates in their order."""

    name: str
    dates: tuple[str, ...]
    rows: Mapping[str, WideSeries]
    notes: Notes


def figures_of(
    table: str, found: Sequence[WideSeries], labels: Mapping[str, Localized], notes: Notes
) -> Iterator[Figure]:
    """Give a record for each value of a table, by date and then in the order of its rows."""
    dates = list(found[0].values) if found else []
    names = [
        _label(each, [labels[code] for code in each.dims.values() if code in labels])
        for each in found
    ]
    seen = [[date for date in dates if each.values[date]] for each in found]
    for date in dates:
        for each, name, held in zip(found, names, seen, strict=True):
            if held and held[0] <= date <= held[-1]:
                measure = each.common.measure.id
                figure_id = ".".join((table, measure, *each.dims.values(), date))
                yield _figure(figure_id, each, date, name, notes.get((table, measure, date), ()))


def _label(series: WideSeries, words: Sequence[Localized]) -> Localized:
    measure = series.common.measure.name
    return Localized(
        "・".join([measure.ja, *(each.ja for each in words)]),
        ", ".join([measure.en, *(each.en for each in words)]),
    )


def _figure(
    figure_id: str, series: WideSeries, date: str, name: Localized, notes: Sequence[CellNote]
) -> Figure:
    common, value = series.common, series.values[date]
    codes = series.dims.values()
    note = next((each for each in notes if {*each.dims} <= {*codes}), None)
    places = (
        place.replace("{as_of}", format_date(date, language))
        for place, language in zip(common.place, LANGUAGES, strict=True)
    )
    return Figure(
        id=figure_id,
        topic=common.measure.topic,
        measure=common.measure,
        label=name,
        value=value,
        unit=common.measure.unit,
        qualifier=common.qualifier if value else "not_seen",
        as_of=date,
        source=common.source,
        place=Localized(*places),
        processing="calculated" if note and note.calculation else "as_published",
        calculation=note.calculation if note else "",
        series="_".join(codes),
        checked=common.checked,
        confidence=common.confidence,
        note=note.note if note else NO_WORDS,
        dims=series.dims,
    )


def cell(dataset: Dataset, name: str) -> Figure:
    """
    Give a cell of a table of municipalities as a record, by table.code.date.

    Raises KeyError where there is no such table, municipality or date.
    """
    table, code, date = name.split(".") if name.count(".") == 2 else (name, "", "")
    known = dataset.wide_tables[table]
    series = known.rows[code]
    if date not in series.values:
        raise KeyError(f"{name} (dates: {', '.join(known.dates)})")
    label = _label(series, [dataset.municipalities[code].full_name(dataset)])
    notes = known.notes.get((table, series.common.measure.id, date), ())
    return _figure(name, series, date, label, notes)


@lru_cache(maxsize=16)
def _frame(dataset: Dataset, table: str) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    found = dataset.wide_tables[table]
    cells = [[_number(row.values[date]) for date in found.dates] for row in found.rows.values()]
    numbers = np.array(cells, dtype="float64").reshape(len(found.rows), len(found.dates))
    numbers.flags.writeable = False
    return pd.DataFrame(
        numbers, pd.Index([*found.rows], name=TOWN, dtype="str"), [*found.dates], copy=False
    )


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:  # a gap, or a broken cell that the check tells of
        return float("nan")


def frame(dataset: Dataset, table: str) -> pd.DataFrame:
    """Give a table of municipalities as Dataset.wide does."""
    return _frame(dataset, table).copy(deep=False)
