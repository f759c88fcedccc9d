"""Rows as a table of words: what stands behind each chart, in the table view and in the CSV."""

import csv
import io
from collections.abc import Sequence

from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.links import Example, Flow, System
from components.data.records import Claim, Event, Figure
from components.text import claim_rows
from components.text.row_cells import Row, cells

__all__ = ["Row", "as_csv", "cells", "columns_for"]

NUMBER_COLUMNS = ("name", "value", "as_of", "measure", "source", "place", "note")
COLUMNS = {
    Event: ("as_of", "name", "outcome", "source", "place", "note"),
    Flow: ("start", "end", "data", "identifier", "status", "basis", "source", "place", "note"),
    System: (
        "name",
        "run_by",
        "identifier",
        "data",
        "basis",
        "status",
        "as_of",
        "since",
        "source",
        "place",
        "note",
    ),
    Claim: ("claim", "said_by", "as_of", "answer", "since", "source", "place"),
}
CSV_COLUMNS = (
    "id",
    "name",
    "value",
    "unit",
    "qualifier",
    "as_of",
    "written",
    "definition",
    "said_by",
    "source",
    "place",
    "url",
)
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def columns_for(rows: Sequence[Row]) -> tuple[str, ...]:
    """Say which columns fit these rows; each kind has its own, a mixture those of numbers."""
    kinds = {type(row) for row in rows}
    return COLUMNS.get(kinds.pop(), NUMBER_COLUMNS) if len(kinds) == 1 else NUMBER_COLUMNS


def as_csv(rows: Sequence[Row], dataset: Dataset, language: Language) -> bytes:
    """
    Write rows for Excel: UTF-8 with BOM, CRLF, one row a record; claims have columns of their own.

    Raw value and unit stand beside the written value, so that a sheet can calculate with them.
    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    claims = [row for row in rows if isinstance(row, Claim)]
    others = [row for row in rows if not isinstance(row, Claim)]
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    if others or not claims:
        writer.writerow(CSV_COLUMNS)
        writer.writerows(_csv_cells(row, dataset, language) for row in others)
    if claims:
        writer.writerow(claim_rows.COLUMNS)
        for claim in claims:
            writer.writerow(map(escape_formula, claim_rows.cells_of(dataset, claim, language)))
    return sheet.getvalue().encode("utf-8-sig")


def _csv_cells(row: Row, dataset: Dataset, language: Language) -> list[str]:
    written = cells(dataset, row, language)
    is_number = isinstance(row, Figure)
    return [
        row.id,
        escape_formula(written["name"]),
        row.value if is_number else "",
        row.unit if is_number else "",
        row.qualifier if is_number else escape_formula(written.get("status", "")),
        row.date if isinstance(row, Event) else "" if isinstance(row, Example) else row.as_of,
        escape_formula(written.get("value", "")),
        escape_formula(written.get("measure", "")),
        escape_formula(written.get("said_by", "") or _said_by(row, dataset, language)),
        escape_formula(written["source"]),
        escape_formula(written["place"]),
        row.source.url,
    ]


def _said_by(row: Row, dataset: Dataset, language: Language) -> str:
    return dataset.label(row.said_by, language) if isinstance(row, Figure) and row.said_by else ""


def escape_formula(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
