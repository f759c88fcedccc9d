"""
Public money as shared DataFrames, and any cell of them as a figure.

The frames hold the columns of their files (components.data.money_records says what each holds and
in which unit: mostly million yen) and `id`, which begins the id of every figure of the row. They
are shared between readers: never change one, take a copy.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from components.data.csv_reader import BadTable, read_rows
from components.data.languages import LANGUAGES, Localized
from components.data.money_records import RECORD_TABLES
from components.data.schema import fields_of, from_row

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

JUDGIT = "https://github.com/judgit/data/blob/73e78f5989f52c5fe67079628ddf6cde7cee8239/data"
YEARLY = "project_budgets_by_year"
AMOUNTS = (
    "initial supplementary carried_in carried_out reserve total_after_carried_out executed".split()
)


@lru_cache(maxsize=16)
def records(dataset: Dataset, table: str) -> tuple[Any, ...]:
    """
    Read a table of RECORD_TABLES as its records, in the order of the file.

    A row that cannot be read is left out, a file that cannot be read is empty: `check` says so.
    """
    found, known = [], {"sources": dataset.sources}
    try:
        rows = read_rows(dataset.folder / "tables" / f"{table}.csv")
    except BadTable:
        return ()
    for row in rows:
        try:
            found.append(from_row(RECORD_TABLES[table], row, known))
        except (KeyError, ValueError):
            continue
    return tuple(found)


def row_id(table: str, row: Any) -> str:
    """Write what the ids of a row's figures begin with: system_costs.accounts_system.FY2022."""
    year = f"FY{row.fiscal_year}"
    if table == "project_recipients":
        return f"{table}.{row.project_key}.{year}.{row.block}.{row.rank}"
    if table == "budget_items_mof":
        return f"{table}.{row.item_key}.{year}.{row.budget_type}"
    key = row.indicator_key if table == "project_indicators" else row.project_key
    published = "" if row.use_in_series else f".published_{row.published_year}"
    return f"{table}.{key}.{year}{published}"


@lru_cache(maxsize=16)
def frame(dataset: Dataset, table: str) -> pd.DataFrame:
    """
    Give a table of RECORD_TABLES as a DataFrame: `id` and the columns of the file.

    Numbers are float64 (NaN where nothing is printed), years and ranks int64, use_in_series bool.
    sheet_link, where rows come from sheets, is the address at which the sheet can be read.
    """
    import pandas as pd

    kinds = {float: "float64", bool: "bool"}
    found, fields = records(dataset, table), fields_of(RECORD_TABLES[table])
    columns = {"id": pd.Series([row_id(table, each) for each in found], dtype="str")}
    for field in fields:
        values = [getattr(each, field.name) for each in found]
        if field.kind is Localized:
            for language, name in zip(LANGUAGES, field.columns, strict=True):
                columns[name] = pd.Series([each.to(language) for each in values], dtype="str")
        elif field.column == "source_id":
            columns["source_id"] = pd.Series([each.id for each in values], dtype="str")
        else:
            kind = ("int64" if field.required else "Int64") if field.kind is int else "str"
            columns[field.column] = pd.Series(values, dtype=kinds.get(field.kind, kind))
    if "sheet_id" in columns:
        columns["sheet_link"] = pd.Series([link(each) for each in found], dtype="str")
    return pd.DataFrame(columns)


def link(row: Any) -> str:
    """Give where a row can be read: the official file or page, or the data it was read in."""
    if official := getattr(row, "sheet_url", "") or getattr(row, "source_url", ""):
        return official
    year, ministry, *rest = row.sheet_id.split(" ", 2)
    if not rest or row.source.id != "judgit":
        return "https://rssystem.go.jp/"  # whose search takes the ID of the project
    return f"{JUDGIT}/{year}/{quote(ministry)}/{quote(rest[0])}.json"


def budgets(dataset: Dataset) -> pd.DataFrame:
    """
    Give what the review sheets print of each project and fiscal year (ProjectBudget; million yen).

    Rows with use_in_series are the ones to draw; the others are earlier publications of the same
    year. A year that is closed and was asked for before has a row of each kind.
    """
    return frame(dataset, YEARLY)


def payments(dataset: Dataset) -> pd.DataFrame:
    """
    Give who was paid (Payment; million yen): a row a payment.

    A subcontract is part of the direct payment above it: levels are never added. An amount of 0
    means that none is disclosed.
    """
    return frame(dataset, "project_recipients")


def indicators(dataset: Dataset) -> pd.DataFrame:
    """Give what the ministries set themselves and reached (Indicator), in the unit of each row."""
    return frame(dataset, "project_indicators")


def budget_items_mof(dataset: Dataset) -> pd.DataFrame:
    """Give the lines of the national budget and settlement (BudgetItem; thousand yen, and yen)."""
    return frame(dataset, "budget_items_mof")


def system_costs(dataset: Dataset) -> pd.DataFrame:
    """Give what building and running the Digital Agency's systems cost (SystemCost)."""
    return frame(dataset, "system_costs")


def by_year(dataset: Dataset, project: str) -> pd.DataFrame:
    """
    Give a project's closed and current years, a row a fiscal year, in million yen.

    Index: fiscal_year. Columns: id, row_kind, initial, supplementary, carried_in, carried_out,
    reserve, total_after_carried_out, executed, left_over (available, neither carried on nor paid
    out). by_year(dataset, "mynapoint_round2").loc[2022, "executed"] is what was paid out. Raises
    KeyError for a project that is not in projects.csv.
    """
    rows = budgets(dataset)
    mine = rows["project_key"].eq(dataset.projects[project].id) & rows["use_in_series"]
    found = rows[mine & rows["row_kind"].ne("request")].set_index("fiscal_year").sort_index()
    found = found[["id", "row_kind", *AMOUNTS]]
    return found.assign(left_over=found["total_after_carried_out"] - found["executed"])
