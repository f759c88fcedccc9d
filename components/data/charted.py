"""From what a chart draws to the selection that holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from components.data.breakdowns import FIGURES, ITEM, OVER_TIME, Breakdown, breakdowns, item_of
from components.data.dates import first_day
from components.data.incomparable import refusal
from components.data.large_tables import MONEY_TABLES
from components.data.records import Figure
from components.data.selection import Selection, forms, whole_of

if TYPE_CHECKING:
    from components.data.dataset import Dataset

MOST = 12  # codes that a link names; a chart of more shows all there are


def selection_of(dataset: Dataset, drawn: Iterable[object]) -> Selection | None:
    """
    Give the selection that fits what a chart draws; None where it draws no figures on record.

    That is the measure, the table and the dimension most of the figures have, with their codes and
    dates; a second measure stands beside it where the two may be compared.
    """
    found = [
        row for each in drawn if isinstance(each, Figure) if (row := _on_record(dataset, each))
    ]
    if not found:
        return None
    (first, table), *others = [name for name, _ in Counter(map(_home, found)).most_common()]
    rows = [row for row in found if _home(row) == (first, table)]
    ways = [each for each in breakdowns(dataset)[first] if each.table == table]
    if not ways:
        return None
    way = max(ways, key=lambda each: len({code_of(row, each.by) for row in rows}))
    second = next((name for name, _ in others if _may_join(dataset, first, name)), "")
    return _narrowed(dataset, way, rows, second)


def _home(row: Figure) -> tuple[str, str]:
    """Say which measure a figure is of, and which table it stands in."""
    table, dot, _ = row.id.partition(".")
    return row.measure.id, table if dot else FIGURES


def _on_record(dataset: Dataset, row: Figure) -> Figure | None:
    """Give the row as it stands in a table: a figure that a table holds as well is that row."""
    measure, table = _home(row)
    ways = breakdowns(dataset).get(measure, ())
    if table != FIGURES:
        return row if any(each.table == table for each in ways) else None
    if any(item_of(row) in each.codes for each in ways if each.by == ITEM):
        return row
    same = (
        other
        for each in ways
        if each.table != FIGURES
        for other in dataset.tables.get(each.table, ())
        if (other.measure.id, other.as_of, other.value) == (measure, row.as_of, row.value)
    )
    return next(same, None)


def code_of(row: Figure, by: str) -> str:
    """Give the code a figure has in a breakdown."""
    if by == ITEM:
        return item_of(row)
    if by == "payment":
        return row.id
    table, _, rest = row.id.partition(".")
    of_money = table in MONEY_TABLES and by not in (OVER_TIME, "budget_type")
    return rest.partition(".")[0] if of_money else row.dims.get(by, "")


def _may_join(dataset: Dataset, one: str, other: str) -> bool:
    return one != other and refusal(dataset, one, other) is None


def _narrowed(dataset: Dataset, way: Breakdown, rows: Sequence[Figure], second: str) -> Selection:
    """Name codes and dates where the chart draws fewer than there are."""
    codes = tuple(dict.fromkeys(code for row in rows if (code := code_of(row, way.by))))
    where = {}
    for name, every in way.others.items() if way.is_amount else ():
        had = Counter(code_of(row, name) for row in rows).most_common(1)[0][0]
        where[name] = had if had in every else whole_of(every)
    dates = sorted({row.as_of for row in rows if row.as_of in way.dates}, key=first_day)
    ends = (dates[0], dates[-1]) if dates else ("", "")
    chosen = Selection(
        way,
        only=codes if len(codes) < len(way.codes) and len(codes) <= MOST else (),
        where=where,
        start=ends[0] if len(dates) > 1 and ends[0] != way.dates[0] else "",
        end=ends[1] if dates and ends[1] != way.dates[-1] else "",
        beside=second,
    )
    fit = forms(dataset, chosen)
    wish = ("line",) if way.by == OVER_TIME or len(dates) > 1 else ("map", "bar")
    wish = ("bar", "line") if way.by == ITEM and len(codes) > 1 else wish
    return replace(chosen, form=next((each for each in wish if each in fit), fit[0]))
