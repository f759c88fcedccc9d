"""Rows as a table of words: what stands behind each chart, in the table view and in the CSV."""

import csv
import io
from collections.abc import Sequence

from components.content import claim_rows
from components.content.book import Book
from components.content.dates import format_date
from components.content.languages import Language, Words
from components.content.prose import passage
from components.content.records import Claim, Event, Flow, Record

Row = Record | Event | Flow

NUMBER_COLUMNS = ("name", "value", "as_of", "measure", "source", "place", "note")
EVENT_COLUMNS = ("as_of", "name", "outcome", "source", "place", "note")
FLOW_COLUMNS = ("start", "end", "data", "identifier", "status", "basis", "source", "place")
CSV_COLUMNS = (
    *("id", "name", "value", "unit", "qualifier", "as_of"),
    *("written", "definition", "said_by", "source", "place", "url"),
)
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def columns_for(rows: Sequence[Row]) -> tuple[str, ...]:
    """Say which columns fit these rows; numbers, events and flows have their own."""
    if rows and all(isinstance(row, Flow) for row in rows):
        return FLOW_COLUMNS
    if rows and all(isinstance(row, Event) for row in rows):
        return EVENT_COLUMNS
    return NUMBER_COLUMNS


def cells(book: Book, row: Row, language: Language) -> dict[str, str]:
    """Write one row in words, by column name."""

    def words(pair: Words) -> str:
        return str(passage(pair.to(language), book, language))

    common = {"place": words(row.place), "note": words(row.note)}
    if isinstance(row, Flow):
        return common | {
            "name": words(row.data),
            "start": book.label(row.start, language),
            "end": book.label(row.end, language),
            "data": words(row.data),
            "identifier": book.label(row.identifier, language),
            "status": book.label(row.status, language),
            "basis": words(row.basis),
            "as_of": format_date(row.as_of, language),
            "source": _document(row, language),
        }
    if isinstance(row, Event):
        return common | {
            "name": words(row.name),
            "as_of": format_date(row.date, language),
            "outcome": book.label(f"outcome_{row.outcome}", language) if row.outcome else "",
            "status": _status(book, row, language),
            "source": _document(row, language),
        }
    gap = book.label("qualifier_not_seen", language)
    return common | {
        "name": words(row.label),
        "value": book.written(row, language) or gap,
        "as_of": format_date(row.as_of, language),
        "measure": row.measure.definition.to(language),
        "source": _document(row, language),
    }


def _status(book: Book, event: Event, language: Language) -> str:
    codes = [f"kind_{event.kind}"]
    codes += ["event_plan"] if event.is_plan else []
    codes += [f"outcome_{event.outcome}"] if event.outcome else []
    return " / ".join(book.label(code, language) for code in codes)


def _document(row: Row, language: Language) -> str:
    origin = row.origin if isinstance(row, Record) else None
    named = [each for each in (origin, row.source) if each]
    return " ← ".join(
        f"{each.publisher.to(language)} {each.title.to(language)}".strip() for each in named
    )


def as_csv(rows: Sequence[Row | Claim], book: Book, language: Language) -> bytes:
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
        writer.writerows(_csv_cells(row, book, language) for row in others)
    if claims:
        writer.writerow(claim_rows.COLUMNS)
        for claim in claims:
            writer.writerow(map(_harmless, claim_rows.cells_of(book, claim, language)))
    return sheet.getvalue().encode("utf-8-sig")


def _csv_cells(row: Row, book: Book, language: Language) -> list[str]:
    written = cells(book, row, language)
    is_number = isinstance(row, Record)
    return [
        row.id,
        _harmless(written["name"]),
        row.value if is_number else "",
        row.unit if is_number else "",
        row.qualifier if is_number else _harmless(written.get("status", "")),
        row.date if isinstance(row, Event) else row.as_of,
        _harmless(written.get("value", "")),
        _harmless(written.get("measure", "")),
        _harmless(book.label(row.said_by, language)) if is_number else "",
        _harmless(written["source"]),
        _harmless(written["place"]),
        row.source.url,
    ]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
