"""
Rows of any kind as tables of words: behind a chart on screen, site and paper, and as CSV.

A row becomes cells (words by the name of a column), rows become a DataFrame, and from the frame
come the forms: views.tables writes HTML of it, to_csv a file. pandas is imported when first needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    return table_of([[each.get(name, "") for name in columns] for each in written], columns)


def table_of(rows: Iterable[Any], columns: Sequence[str]) -> pd.DataFrame:
    """Make a DataFrame of rows of cells (sequences, or dicts by column); it may have no rows."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns), dtype=object)


def as_csv(rows: Sequence[Row], dataset: Dataset, language: Language) -> bytes:
    """
    Write rows as a CSV file (see to_csv); claims have columns of their own, below the others.

    Raw value and unit stand beside the written value, so that a sheet can calculate with them.
    """
    claims = [_claim_cells(row, dataset, language) for row in rows if isinstance(row, Claim)]
    others = [_csv_cells(row, dataset, language) for row in rows if not isinstance(row, Claim)]
    tables = [table_of(others, CSV_COLUMNS)] if others or not claims else []
    if claims:
        tables.append(table_of([list(each.values()) for each in claims], list(claims[0])))
    return to_csv(*tables)


def to_csv(*tables: pd.DataFrame) -> bytes:
    """
    Write tables below one another for Excel: UTF-8 with BOM, CRLF, names of columns first.

    Numbers (Decimal, which keeps a value as the record writes it) stay as they are; a text that a
    spreadsheet would take for a formula gets an apostrophe in front.
    """
    written = ""
    for table in tables:
        safe = [[escape_formula(cell) for cell in row] for row in table.to_numpy().tolist()]
        written += table_of(safe, table.columns).to_csv(index=False, lineterminator="\r\n")
    return written.encode("utf-8-sig")


def escape_formula(cell: Any) -> Any:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def amount(row: Figure) -> Decimal | str:
    """Give a value as a number to calculate with; the text it is where it is a date or a gap."""
    return Decimal(row.value) if row.value and row.unit not in DATES else row.value


def cells(dataset: Dataset, row: Row, language: Language) -> dict[str, str]:
    """Write a row's cells by name of column; which there are depends on its kind (columns_for)."""
    writer = _Writer(dataset, language)
    documents = [getattr(row, "origin", None), row.source]
    shared = {
        "place": writer.words(row.place),
        "note": writer.words(row.note),
        "source": " ← ".join(each.named(language) for each in documents if each),
    }
    return shared | WRITERS[type(row)](writer, row)


class _Writer:
    def __init__(self, dataset: Dataset, language: Language) -> None:
        self.dataset = dataset
        self.language = language

    def words(self, pair: Localized) -> str:
        return render_plain(pair, self.dataset, self.language)

    def label(self, code: str) -> str:
        return self.dataset.label(code, self.language) if code else ""

    def day(self, written: str) -> str:
        return format_date(written, self.language)

    def figure(self, row: Figure) -> dict[str, str]:
        value = self.dataset.format_value(row, self.language)
        return {
            "name": self.words(row.label),
            "value": value or self.label("qualifier_not_seen"),
            "as_of": self.day(row.as_of),
            "measure": row.measure.definition.to(self.language),
            "said_by": self.label(row.said_by),
        }

    def event(self, row: Event) -> dict[str, str]:
        outcome = self.label(f"outcome_{row.outcome}") if row.outcome else ""
        plan = self.label("event_plan") if row.is_plan else ""
        return {
            "name": self.words(row.name),
            "as_of": self.day(row.date),
            "outcome": outcome,
            "status": " / ".join(filter(None, (self.label(f"kind_{row.kind}"), plan, outcome))),
        }

    def flow(self, row: Flow) -> dict[str, str]:
        return {
            "name": self.words(row.data),
            "start": self.label(row.start),
            "end": self.label(row.end),
            "data": self.words(row.data),
            "identifier": self.label(row.identifier),
            "status": self.label(row.status),
            "basis": self.words(row.basis),
            "as_of": self.day(row.as_of),
        }

    def system(self, row: System) -> dict[str, str]:
        since, day = self.words(row.since), self.day(row.since_as_of)
        # What came later has its own day and document: those of the row are earlier ones.
        later = [
            each for each in (day, title(row.since_source, self.language)) if each not in since
        ]
        return {
            "name": self.label(row.id),
            "run_by": row.run_by.to(self.language),
            "identifier": row.identifier.to(self.language),
            "data": self.words(row.data),
            "basis": self.words(row.basis),
            "status": self.label(row.status),
            "since": since
            and aside(since, listed(later, self.language, english="; "), self.language),
            "as_of": self.day(row.as_of),
        }

    def claim(self, row: Claim) -> dict[str, str]:
        words = self.words(row.text)
        return {
            "name": words,
            "claim": words,
            "said_by": self.label(row.claimant),
            "as_of": self.day(row.as_of),
            "answer": self.words(row.answer) or interface("no_answer", self.language),
            "since": self.words(row.since),
        }

    def example(self, row: Example) -> dict[str, str]:
        """An invented entry says so in every column that could be read by itself."""
        said, data = INVENTED.to(self.language), row.data.to(self.language)
        whose = ", ".join(self.label(code) for code in (row.leak, row.person))
        japanese = self.language == "ja"
        return {
            "name": f"{said}{'：' if japanese else ': '}{whose}",
            "value": aside(data, said if japanese else said.lower(), self.language),
            "as_of": "",
            "measure": said,
            "status": said,
        }


WRITERS: dict[type, Any] = {
    Figure: _Writer.figure,
    Event: _Writer.event,
    Flow: _Writer.flow,
    System: _Writer.system,
    Claim: _Writer.claim,
    Example: _Writer.example,
}


def title(source: Source | None, language: Language) -> str:
    """Give a document's publisher and title; nothing where there is none."""
    return source.named(language) if source else ""


def _csv_cells(row: Row, dataset: Dataset, language: Language) -> list[Any]:
    written = cells(dataset, row, language)
    figure = isinstance(row, Figure)
    return [
        row.id,
        written["name"],
        amount(row) if figure else "",
        row.unit if figure else "",
        row.qualifier if figure else written.get("status", ""),
        row.date if isinstance(row, Event) else row.as_of,
        written.get("value", ""),
        written.get("measure", ""),
        written.get("said_by", ""),
        written["source"],
        written["place"],
        row.source.url,
    ]


def _claim_cells(row: Claim, dataset: Dataset, language: Language) -> dict[str, str]:
    """Write a claim with its answer and what happened since, in the order of its CSV's columns."""
    write = _Writer(dataset, language)

    def url(source: Source | None) -> str:
        return source.url if source else ""

    return {
        "id": row.id,
        "topic": row.topic,
        "claim": write.words(row.text),
        "claimant": write.label(row.claimant),
        "side": write.label(f"side_{side_of(row, dataset)}"),
        "stance": write.label(f"stance_{row.stance}"),
        "date": row.as_of,
        "source": title(row.source, language),
        "place": row.place.to(language),
        "url": url(row.source),
        "answer": write.words(row.answer),
        "answer_by": write.label(row.answer_by),
        "answer_date": row.answer_as_of,
        "answer_looked": row.answer_looked,
        "answer_source": title(row.answer_source, language),
        "answer_place": row.answer_place.to(language),
        "answer_url": url(row.answer_source),
        "since": write.words(row.since),
        "since_date": row.since_as_of,
        "since_source": title(row.since_source, language),
        "since_url": url(row.since_source),
        "state": write.label(f"state_{row.state}"),
        "merged_into": row.merged_into,
        "note": write.words(row.note),
    }
