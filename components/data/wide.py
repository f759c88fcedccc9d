"""
Wide tables of data/tables/: a row is a series and a column a date, for series that share dates.

Before the dates stand the dimensions and what all values of a row have in common; place may hold
{as_of}. An empty cell before the first or after the last value of a row is no value at all; one
between them was looked for and not seen. A table of municipalities has too many cells for a Figure
each: its numbers are one shared frame, and a cell becomes a Figure when somebody asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from components.data import columns
from components.data.dates import format_date
from components.data.languages import LANGUAGES, Localized
from components.data.records import Figure, MeasureOf, SourceOf
from components.data.schema import CsvRow, Field, Known, fields_of, from_row
from components.data.tables import dimension

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

DATE_COLUMN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TOWN = "municipality"  # a table with this dimension stays a frame


@dataclass(frozen=True, kw_only=True)
class WideRow:
    """What all values of a row have in common; other columns before the dates are dimensions."""

    measure: MeasureOf
    source: SourceOf
    place: columns.Place
    qualifier: columns.Qualifier
    confidence: columns.Confidence
    checked: columns.Checked


LEADING = frozenset(name for field in fields_of(WideRow) for name in field.columns)


@dataclass(frozen=True)
class WideSeries:
    """A row: what its values have in common, and the values by date as the file writes them."""

    dims: Mapping[str, str]
    common: WideRow
    values: Mapping[str, str]


@dataclass(frozen=True)
class WideTable:
    """A table of municipalities: its series by municipality code, and its dates in their order."""

    name: str
    dates: tuple[str, ...]
    rows: Mapping[str, WideSeries]


def is_wide(header: Sequence[str]) -> bool:
    """Tell a wide table from a long one: it has no column for the value."""
    return "value" not in header


def date_columns(header: Sequence[str]) -> list[str]:
    """List the columns that are dates."""
    return [name for name in header if DATE_COLUMN.fullmatch(name)]


def dimensions(header: Sequence[str]) -> list[str]:
    """List the columns that tell rows apart; what is neither date nor common counts as one."""
    return [name for name in header if name not in LEADING and not DATE_COLUMN.fullmatch(name)]


def fields_of_table(header: Sequence[str]) -> list[Field]:
    """List the fields of a wide table. Raises KeyError for a dimension that is not declared."""
    dates = [
        Field(
            date,
            str,
            columns.VALUE,
            date,
            f"{format_date(date, 'ja')}の値",
            f"The value of {date}",
            False,
        )
        for date in date_columns(header)
    ]
    return [*map(dimension, dimensions(header)), *fields_of(WideRow), *dates]


def series_of(row: CsvRow, known: Known, shared: dict[tuple[str, ...], WideRow]) -> WideSeries:
    """
    Make a series of a row.

    shared keeps what rows have in common, so that a thousand rows hold it once. Raises KeyError
    for a measure or a source that is not there.
    """
    lead = tuple(row.get(name, "") for name in LEADING)
    if lead not in shared:
        shared[lead] = from_row(WideRow, row, known)
    values = {date: row[date] for date in date_columns([*row])}
    return WideSeries({name: row[name] for name in dimensions([*row])}, shared[lead], values)


def figures_of(
    table: str, found: Sequence[WideSeries], labels: Mapping[str, Localized]
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
                keys = (each.common.measure.id, *each.dims.values(), date)
                yield _figure(".".join((table, *keys)), each, date, name)


def _label(series: WideSeries, words: Sequence[Localized]) -> Localized:
    measure = series.common.measure.name
    return Localized(
        "・".join([measure.ja, *(each.ja for each in words)]),
        ", ".join([measure.en, *(each.en for each in words)]),
    )


def _figure(figure_id: str, series: WideSeries, date: str, name: Localized) -> Figure:
    common, value = series.common, series.values[date]
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
        processing="as_published",
        series="_".join(series.dims.values()),
        checked=common.checked,
        confidence=common.confidence,
        dims=series.dims,
    )


def cell(dataset: Dataset, name: str) -> Figure:
    """
    Give a cell of a table of municipalities as a record, by table.code.date.

    Raises KeyError where there is no such table, municipality or date.
    """
    table, code, date = name.split(".") if name.count(".") == 2 else (name, "", "")
    series = dataset.wide_tables[table].rows[code]
    if date not in series.values:
        raise KeyError(f"{name} (dates: {', '.join(series.values)})")
    town = dataset.municipalities[code]
    return _figure(name, series, date, _label(series, [town.full_name(dataset)]))


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
