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
from components.data.dates import format_date
from components.data.languages import Language, Localized, aside, listed
from components.data.links import INVENTED, Example, Flow, System
from components.data.records import Claim, Event, Figure, Source
from components.text.prose import render_plain
from components.text.topics import interface

if TYPE_CHECKING:
    import pandas as pd

Row = Figure | Event | Flow | System | Claim | Example
NUMBER_COLUMNS = tuple("name value as_of measure source place note".split())
COLUMNS = {
    Event: tuple("as_of name outcome source place note".split()),
    Flow: tuple("start end data identifier status basis source place note".split()),
    System: tuple("name run_by identifier data basis status as_of since source place note".split()),
    Claim: tuple("claim said_by as_of answer since source place".split()),
}
CSV_COLUMNS = (
    "id name value unit qualifier as_of written definition said_by source place url".split()
)
CLAIM_COLUMNS = (
    "id topic claim claimant side stance date source place url answer answer_by answer_date "
    "answer_looked answer_source answer_place answer_url since since_date since_source since_url "
    "state merged_into note".split()
)
CODES = "start end identifier status said_by claimant answer_by".split()  # fields with a label
DATES = ("date", "year", "fiscal_year")  # units whose values are no amounts
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def columns_for(rows: Sequence[Row]) -> tuple[str, ...]:
    """Say which columns fit these rows; each kind has its own, a mixture those of numbers."""
    kinds = {type(row) for row in rows}
    return COLUMNS.get(kinds.pop(), NUMBER_COLUMNS) if len(kinds) == 1 else NUMBER_COLUMNS


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

    cells = [[row.get(name, "") for name in columns] for row in rows]
    return pd.DataFrame(cells, columns=list(columns), dtype=object)


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


def cells(dataset: Dataset, row: Row, language: Language) -> dict[str, str]:
    """Write a row's cells by name of column; which there are depends on its kind (columns_for)."""
    write = Writer(dataset, language)
    own = OWN_CELLS[type(row)](row, write) if type(row) in OWN_CELLS else {}
    names = {*columns_for([row]), "source", "place", "note"} - {*own, "as_of"}
    day = row.date if isinstance(row, Event) else row.as_of
    return own | {name: write.field(row, name) for name in names} | {"as_of": write.day(day)}


class Writer:
    """Writes fields of records as words of one language."""

    def __init__(self, dataset: Dataset, language: Language) -> None:
        self.dataset = dataset
        self.language = language

    def field(self, row: Any, name: str) -> str:
        """Write a field: words with their references resolved, documents and codes by name."""
        value = getattr(row, name)
        if isinstance(value, Localized):
            return render_plain(value, self.dataset, self.language)
        if isinstance(value, Source):
            return value.named(self.language)
        return self.label(value) if name in CODES else value or ""

    def label(self, code: str) -> str:
        """Give the words of a code; nothing where there is none."""
        return self.dataset.label(code, self.language) if code else ""

    def value(self, row: Figure) -> str:
        """Write a value, or that it was not seen."""
        return self.dataset.format_value(row, self.language) or self.label("qualifier_not_seen")

    def day(self, written: str) -> str:
        """Write a date."""
        return format_date(written, self.language)


def _figure(row: Figure, write: Writer) -> dict[str, str]:
    documents = [each.named(write.language) for each in (row.origin, row.source) if each]
    return {
        "name": write.field(row, "label"),
        "value": write.value(row),
        "measure": row.measure.definition.to(write.language),
        "said_by": write.field(row, "said_by"),
        "source": " ← ".join(documents),
    }


def _event(row: Event, write: Writer) -> dict[str, str]:
    outcome = row.outcome and write.label(f"outcome_{row.outcome}")
    plan = write.label("event_plan") if row.is_plan else ""
    said = (write.label(f"kind_{row.kind}"), plan, outcome)
    return {"outcome": outcome, "status": " / ".join(filter(None, said))}


def _flow(row: Flow, write: Writer) -> dict[str, str]:
    return {"name": write.field(row, "data")}


def _system(row: System, write: Writer) -> dict[str, str]:
    """What came later has its own day and document: those of the row are earlier ones."""
    since = write.field(row, "since")
    known = (write.day(row.since_as_of), write.field(row, "since_source"))
    later = listed([each for each in known if each not in since], write.language, english="; ")
    return {"name": write.label(row.id), "since": since and aside(since, later, write.language)}


def _claim(row: Claim, write: Writer) -> dict[str, str]:
    words = write.field(row, "text")
    answer = write.field(row, "answer") or interface("no_answer", write.language)
    said_by = write.label(row.claimant)
    return {"name": words, "claim": words, "said_by": said_by, "answer": answer}


def _example(row: Example, write: Writer) -> dict[str, str]:
    """An invented entry says so in every column that could be read by itself."""
    said, japanese = INVENTED.to(write.language), write.language == "ja"
    whose = ", ".join(write.label(code) for code in (row.leak, row.person))
    data = aside(write.field(row, "data"), said if japanese else said.lower(), write.language)
    name = f"{said}{'：' if japanese else ': '}{whose}"
    return {"name": name, "value": data, "measure": said, "status": said}


OWN_CELLS: dict[type, Any] = {
    Figure: _figure,
    Event: _event,
    Flow: _flow,
    System: _system,
    Claim: _claim,
    Example: _example,
}


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
    write = Writer(dataset, language)
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
