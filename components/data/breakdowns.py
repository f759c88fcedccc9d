"""
What each measure can be looked at by: places, groups, single figures, or time alone.

A measure may stand in several tables. Each way to tell its rows apart is a Breakdown, named by the
dimension: use rates by prefecture are in one table, those by month in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from components.data import large_tables
from components.data.dates import first_day
from components.data.frames import to_frame
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

FIGURES = "figures"
ITEM = "item"  # what tells the rows of figures.csv apart: their series, or each its own label
OVER_TIME = "time"  # a table whose rows differ by date alone
NOT_AMOUNTS = ("date", "year", "fiscal_year", "ordinal")


@dataclass(frozen=True)
class Breakdown:
    """
    One way a measure is on record.

    by is a dimension of the table, ITEM or OVER_TIME; codes are its values, and others those of
    the table's further dimensions, in the order of the file. dates are as the records write them,
    in order of time.
    """

    measure: str
    by: str
    table: str
    codes: tuple[str, ...]
    others: Mapping[str, tuple[str, ...]]
    dates: tuple[str, ...]
    unit: str

    @property
    def is_amount(self) -> bool:
        """Tell whether its values are amounts, which can be drawn; dates are only listed."""
        return self.unit not in NOT_AMOUNTS


def breakdowns(dataset: Dataset) -> Mapping[str, tuple[Breakdown, ...]]:
    """
    Give every measure's breakdowns by its id: tables first, single figures last.

    breakdowns(dataset)["issue_rate_by_age_sex"][0].by == "age". A measure without any record of
    its own is not among them.
    """
    return _breakdowns(dataset)


@lru_cache(maxsize=4)
def _breakdowns(dataset: Dataset) -> dict[str, tuple[Breakdown, ...]]:
    found: dict[str, dict[str, Breakdown]] = {}
    for table in sorted(dataset.tables, key=lambda name: -len(dataset.tables[name])):
        for measure, rows in _by_measure(dataset.tables[table]).items():
            for each in _of_table(measure, table, rows):
                found.setdefault(measure, {}).setdefault(each.by, each)
    for measure, rows in _by_measure(dataset.figures.values()).items():
        if alone := _not_in_tables(rows, dataset):
            each = _of_table(measure, FIGURES, alone)[0]
            found.setdefault(measure, {})[ITEM] = each
    for (table, measure), by in large_tables.tables(dataset).items():
        if large := _of_large_table(dataset, table, measure, by):
            found.setdefault(measure, {})[by] = large
    increases = large_tables.increases(dataset)
    if not increases.empty:
        name, days = large_tables.INCREASE, tuple(increases["as_of"])
        unit = dataset.measures[name].unit
        found[name] = {OVER_TIME: Breakdown(name, OVER_TIME, name, (), {}, days, unit)}
    return {measure: tuple(each.values()) for measure, each in found.items()}


def _by_measure(rows: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for row in rows:
        found.setdefault(row.measure.id, []).append(row)
    return found


def _of_table(measure: str, table: str, rows: list[Figure]) -> list[Breakdown]:
    """List the ways into the rows of one measure in one table."""
    if table == FIGURES:
        codes = {ITEM: tuple(dict.fromkeys(map(item_of, rows)))}
    else:
        codes = {
            name: tuple(dict.fromkeys(row.dims[name] for row in rows)) for name in rows[0].dims
        }
        codes = {name: each for name, each in codes.items() if len(each) > 1} or {OVER_TIME: ()}
    dates = tuple(sorted({row.as_of for row in rows if row.as_of}, key=first_day))
    whole = Breakdown(measure, "", table, (), {}, dates, rows[0].unit)
    return [
        replace(whole, by=by, codes=each, others={k: v for k, v in codes.items() if k != by})
        for by, each in codes.items()
    ]


def _of_large_table(dataset: Dataset, table: str, measure: str, by: str) -> Breakdown | None:
    """Give the way into a table whose cells become figures when asked for; None where none has."""
    unit = dataset.measures[measure].unit
    if table in large_tables.TOWN_TABLES:
        codes, dates = tuple(dataset.municipalities), large_tables.town_dates(dataset, table)
        return Breakdown(measure, by, table, codes, {}, dates, unit) if codes else None
    rows = large_tables.money_rows(dataset, table, measure)
    if rows.empty:
        return None
    names = large_tables.MONEY_TABLES[table].others
    others = {name: tuple(dict.fromkeys(rows[name])) for name in names}
    dates = tuple(sorted(set(rows["as_of"]), key=first_day))
    codes = () if by == OVER_TIME else tuple(dict.fromkeys(rows[by]))
    return Breakdown(measure, by, table, codes, others, dates, unit)


def _not_in_tables(rows: list[Figure], dataset: Dataset) -> list[Figure]:
    """Leave out figures that a longer table holds as well: same measure, date and value."""
    known = _table_values(dataset)
    return [row for row in rows if (row.measure.id, row.as_of, row.value) not in known]


@lru_cache(maxsize=4)
def _table_values(dataset: Dataset) -> frozenset[tuple[str, str, str]]:
    rows = (row for table in dataset.tables.values() for row in table)
    return frozenset((row.measure.id, row.as_of, row.value) for row in rows)


def item_of(row: Figure) -> str:
    """Give what a figure of figures.csv belongs to: its series, else itself."""
    return row.series or row.id


def rows_of(
    dataset: Dataset, breakdown: Breakdown, only: Sequence[str] = (), end: str = ""
) -> pd.DataFrame:
    """
    Give the rows of a breakdown as a frame with its dimensions as columns.

    Columns are those of frames.to_frame, of large tables id, number, as_of and start alone. Over
    time alone the column OVER_TIME holds the measure's id in every row. All municipalities come at
    one date, end or the last; those named by only with all their dates. Shared between readers:
    not to be changed.
    """
    if breakdown.table in large_tables.TOWN_TABLES:
        return large_tables.town_rows(dataset, breakdown.table, only, end)
    if breakdown.table in large_tables.MONEY_TABLES:
        return large_tables.money_rows(dataset, breakdown.table, breakdown.measure)
    if breakdown.table == large_tables.INCREASE:
        return large_tables.increases(dataset)
    return _rows(dataset, breakdown.measure, breakdown.by, breakdown.table)


@lru_cache(maxsize=512)
def _rows(dataset: Dataset, measure: str, by: str, table: str) -> pd.DataFrame:
    if table == FIGURES:
        every = [row for row in dataset.figures.values() if row.measure.id == measure]
        figures = _not_in_tables(every, dataset)
        return to_frame(figures).assign(**{ITEM: [item_of(row) for row in figures]})
    rows = dataset.series(table, measure_id=measure)
    return rows.assign(**{OVER_TIME: measure}) if by == OVER_TIME else rows


def records_of(dataset: Dataset, rows: pd.DataFrame) -> list[Figure]:
    """Give the records that rows of rows_of stand for; cells of large tables become figures."""
    if "measure_id" in rows:
        return dataset.figures_of(rows)
    return [dataset.figure(each) for each in rows["id"]]
