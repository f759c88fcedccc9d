"""The rows of a selection as a table to search and sort: one column a thing one may ask of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from components.data import selected
from components.data.breakdown_names import code_words, names
from components.data.breakdowns import OVER_TIME, records_of
from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.records import Figure
from components.data.selection import Selection
from components.text.cells import RecordWriter

if TYPE_CHECKING:
    import pandas as pd

SHOWN = ("as_of", "value", "written", "source", "place", "note")


def rows_found(
    dataset: Dataset, selection: Selection, language: Language, words: str = ""
) -> tuple[pd.DataFrame, list[Figure]]:
    """
    Give the table of a selection, and its records, of those rows that hold the words.

    Columns: one a dimension (the names of its codes), then as_of (see dates_of), value (float, NaN
    where there is no amount), written (the value as a reader reads it, where that says more),
    source, place, note. Records and rows are in the same order.
    """
    found = selected.rows(dataset, selection)
    figures = records_of(dataset, found)
    table = _table(dataset, selection, found, figures, language)
    if words:
        wanted = words.casefold()
        texts = table.select_dtypes(exclude="number").astype("str")
        held = texts.apply(lambda column: column.str.casefold().str.contains(wanted, regex=False))
        kept = held.any(axis=1)
        figures = [row for row, keep in zip(figures, kept, strict=True) if keep]
        table = table[kept].reset_index(drop=True)
    return table, figures


def _table(
    dataset: Dataset,
    selection: Selection,
    found: pd.DataFrame,
    figures: Sequence[Figure],
    language: Language,
) -> pd.DataFrame:
    import pandas as pd

    write = RecordWriter(dataset, language)
    columns: dict[str, list[object]] = {}
    breakdown = selection.breakdown
    called = names(dataset, breakdown, language)
    for name in _dimensions(selection):
        columns[name] = [
            called.get(code) or code_words(dataset, breakdown, code, language)
            for code in found[name]
        ]
    columns["as_of"] = dates_of(figures)
    amounts = selection.breakdown.is_amount
    columns["value"] = [row.number if amounts else None for row in figures]
    columns["written"] = [write.value(row) for row in figures]
    columns["source"] = [row.source.named(language) for row in figures]
    columns["place"] = [row.place.to(language) for row in figures]
    columns["note"] = [write.field(row, "note") for row in figures]
    table = pd.DataFrame(columns)
    table["value"] = table["value"].astype("float64")
    unsaid = ["note", "value"] if not amounts else ["note"]
    empty = [name for name in unsaid if not _filled(table[name])]
    plain = amounts and all(row.qualifier == "exact" for row in figures)
    return table.drop(columns=[*empty, *(["written"] if plain else [])])


def dates_of(figures: Sequence[Figure]) -> list[object]:
    """Give as-of dates that sort: days or months as dates where all are such, else as written."""
    lengths = {len(row.as_of) for row in figures}
    return [row.day if len(lengths) == 1 and lengths & {7, 10} else row.as_of for row in figures]


def _filled(column: pd.Series) -> bool:
    return bool(column.notna().any() and (column != "").any())


def _dimensions(selection: Selection) -> tuple[str, ...]:
    """Name the columns that tell the rows apart: those chosen to one code do not."""
    by = selection.breakdown.by
    others = () if selection.where else tuple(selection.breakdown.others)
    return others if by == OVER_TIME else (by, *others)
