"""
The columns and rows of a wide table: a row is a series and a column a date.

Before the dates stand the dimensions and what all values of a row have in common; place may hold
{as_of}. An empty cell before the first or after the last value of a row is no value at all; one
between them was looked for and not seen. cell_notes.csv says what is to be known of single values.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from components.data import columns
from components.data.columns import Date, Id
from components.data.dates import format_date
from components.data.languages import Localized
from components.data.records import MeasureOf, SourceOf
from components.data.schema import CsvRow, Field, Known, fields_of, from_row
from components.data.tables import dimension

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


@dataclass(frozen=True, kw_only=True)
class CellNote:
    """What is to be known of some values of a wide table: why they fall, or are not as printed."""

    id: Annotated[Id, "note_id", "注のID", "The id of the note"]
    table: Annotated[Id, "表", "The table of tables/ it is about"]
    measure: MeasureOf
    dims: Annotated[
        tuple[str, ...], "行のコード（空白区切り）", "Codes of the row; empty for all"
    ] = ()
    as_of: Annotated[Date, "時点", "The column it is about"]
    case: Annotated[
        Literal["falls", "calculated", "differs"],
        "どういう値か",
        "falls: a running total is smaller than before; calculated: ours, in place of what is "
        "printed; differs: as printed, though its own parts give another value",
    ]
    calculation: Annotated[str, "計算式", "The arithmetic of a calculated value"] = ""
    note: Annotated[Localized, "注", "What a reader is to know"]


Notes = Mapping[tuple[str, str, str], Sequence[CellNote]]


def notes_by_cell(found: Iterable[CellNote]) -> Notes:
    """Order notes by table, measure and date."""
    notes: dict[tuple[str, str, str], list[CellNote]] = {}
    for each in found:
        notes.setdefault((each.table, each.measure.id, each.as_of), []).append(each)
    return notes


def is_wide(header: Sequence[str]) -> bool:
    """Tell a wide table from others: it has columns that are dates."""
    return any(map(DATE_COLUMN.fullmatch, header))


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
