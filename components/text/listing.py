"""
Rows of any kind as tables of words: behind a chart on screen, site and paper, and as CSV.

A row becomes cells (words by the name of a column), rows become a DataFrame, and from the frame
come the forms: views.tables writes HTML of it, to_csv a file. pandas is imported when first needed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from components.data.claims import side_of
from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.records import Claim, Event, Figure
from components.text.cells import RecordWriter, Row, cells, columns_for

if TYPE_CHECKING:
    import pandas as pd

CSV_COLUMNS = (
    "id name value unit qualifier as_of written definition said_by source place url".split()
)
CLAIM_COLUMNS = (
    "id topic claim claimant side stance date source place url answer answer_by answer_date "
    "answer_looked answer_source answer_place answer_url since since_date since_source since_url "
    "state merged_into note".split()
)
DATES = ("date", "year", "fiscal_year")  # units whose values are no amounts
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_table(rows: Sequence[Row], dataset: Dataset, language: Language) -> pd.DataFrame:
    """
    Write rows as a DataFrame of words in one language, a row each, in their order.

    Columns are those of columns_for, less those that are empty in every row; `column_{name}` of
    _interface.yml names each. Every cell is a text, "" where there is nothing.
    """
    written = [cells(dataset, row, language) for row in rows]
    columns = [name for name in columns_for(rows) if any(each.get(name) for each in written)]
    return table_of(written, columns)


def table_of(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """Make a DataFrame of rows of cells by column; a cell that a row does not have is empty."""
    import pandas as pd

    found = [[row.get(name, "") for name in columns] for row in rows]
    return pd.DataFrame(found, columns=list(columns), dtype=object)


def as_csv(rows: Sequence[Row], dataset: Dataset, language: Language) -> bytes:
    """
    Write rows as a CSV file (see to_csv); claims have columns of their own, below the others.

    Raw value and unit stand beside the written value, so that a sheet can calculate with them.
    """
    claims = [_claim_cells(row, dataset, language) for row in rows if isinstance(row, Claim)]
    others = [_csv_cells(row, dataset, language) for row in rows if not isinstance(row, Claim)]
    tables = [table_of(others, CSV_COLUMNS)] if others or not claims else []
    if claims:
        tables.append(table_of(claims, CLAIM_COLUMNS))
    return to_csv(*tables)


def to_csv(*tables: pd.DataFrame) -> bytes:
    """
    Write tables below one another for Excel: UTF-8 with BOM, CRLF, names of columns first.

    Numbers (Decimal, which keeps a value as the record writes it) stay as they are; a text that a
    spreadsheet would take for a formula gets an apostrophe in front.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    for table in tables:
        writer.writerow(table.columns)
        for row in table.to_numpy().tolist():
            writer.writerow(escape_formula(cell) for cell in row)
    return sheet.getvalue().encode("utf-8-sig")


def escape_formula(cell: Any) -> Any:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def amount(row: Figure) -> Decimal | str:
    """Give a value as a number to calculate with; the text it is where it is a date or a gap."""
    return Decimal(row.value) if row.value and row.unit not in DATES else row.value


def _csv_cells(row: Row, dataset: Dataset, language: Language) -> dict[str, Any]:
    words = cells(dataset, row, language)
    if isinstance(row, Figure):
        own = {"value": amount(row), "unit": row.unit, "qualifier": row.qualifier}
    else:
        own = {"value": "", "unit": "", "qualifier": words.get("status", "")}
    return (
        words
        | own
        | {
            "id": row.id,
            "as_of": row.date if isinstance(row, Event) else row.as_of,
            "written": words.get("value", ""),
            "definition": words.get("measure", ""),
            "url": row.source.url,
        }
    )


def _claim_cells(row: Claim, dataset: Dataset, language: Language) -> dict[str, str]:
    """Write a claim with its answer and what happened since: fields under their columns' names."""
    write = RecordWriter(dataset, language)
    fields = {"claim": "text", "date": "as_of"}
    fields |= {f"{each}_date": f"{each}_as_of" for each in ("answer", "since")}
    found = {
        name: write.field(row, fields.get(name, name))
        for name in CLAIM_COLUMNS
        if not name.endswith(("side", "url"))
    }
    documents = {"": row.source, "answer_": row.answer_source, "since_": row.since_source}
    found |= {f"{name}url": each.url if each else "" for name, each in documents.items()}
    codes = {"side": side_of(row, dataset), "stance": row.stance, "state": row.state}
    return found | {name: write.label(f"{name}_{code}") for name, code in codes.items()}
