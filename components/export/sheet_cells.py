"""Figures, documents and definitions as cells of a sheet, by the names of their columns."""

from typing import Any

from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language, Localized
from components.data.processing import processing
from components.data.records import Figure, Measure, Source
from components.data.today import is_old
from components.export.export_request import ExportRequest
from components.text.citing import named
from components.text.prose import render_plain
from components.text.topics import interface

FIGURES = (
    "id",
    "name",
    "value",
    "unit",
    "qualifier",
    "as_of",
    "written",
    "measure",
    "definition",
    "said_by",
    "source",
    "place",
    "url",
    "origin",
    "published",
    "checked",
    "processing",
    "calculation",
    "confidence",
    "stale",
    "note",
    "edition",
)
SOURCES = ("id", "publisher", "title", "url", "published", "checked", "kind", "note")
DEFINITIONS = ("id", "name", "definition", "unit", "defined_by", "comparable_with")
DATES = ("date", "year", "fiscal_year")  # units whose values are no amounts
SheetCells = dict[str, Any]


def heads(columns: tuple[str, ...], language: Language) -> list[str]:
    """Name columns for a reader."""
    return [interface(f"sheet_{column}", language) for column in columns]


def is_amount(row: Figure) -> bool:
    """Tell whether a record's value is a number to calculate with, and no date or gap."""
    return bool(row.value) and row.unit not in DATES


def figure_cells(wish: ExportRequest, row: Figure, language: Language) -> SheetCells:
    """Write all a checker asks of a figure."""
    records = load_dataset()

    def words(text: Localized) -> str:
        return render_plain(text, records, language)

    return {
        "id": row.id,
        "name": words(row.label),
        "value": row.value,
        "unit": row.unit,
        "qualifier": records.label(f"qualifier_{row.qualifier}", language),
        "as_of": row.as_of,
        "written": records.format_value(row, language),
        "measure": row.measure.name.to(language),
        "definition": row.measure.definition.to(language),
        "said_by": records.label(row.said_by, language) if row.said_by else "",
        "source": row.source.named(language),
        "place": row.place.to(language),
        "url": row.source.url,
        "origin": row.origin.named(language) if row.origin else "",
        "published": row.published or row.source.published,
        "checked": row.checked,
        "processing": processing(records, row, language),
        "calculation": row.calculation,
        "confidence": records.label(f"confidence_{row.confidence}", language),
        "stale": stale_words(row, language),
        "note": words(row.note),
        "edition": named(wish.edition, language),
    }


def stale_words(row: Figure, language: Language) -> str:
    """Say that a newer value is known and which, or that a figure is due for another look."""
    if not is_old(row):
        return ""
    newer = load_dataset().figures.get(row.superseded_by)
    if newer is None:
        return interface("sheet_due", language)
    value, day = load_dataset().format_value(newer, language), format_date(newer.as_of, language)
    return interface("sheet_newer", language, value=value, day=day)


def source_cells(source: Source, language: Language) -> SheetCells:
    """Write a document."""
    return {
        "id": source.id,
        "publisher": source.publisher.to(language),
        "title": source.title.to(language),
        "url": source.url,
        "published": source.published,
        "checked": source.checked,
        "kind": interface(f"kind_{source.kind}", language),
        "note": source.note.to(language),
    }


def definition_cells(measure: Measure, language: Language) -> SheetCells:
    """Write what is counted."""
    return {
        "id": measure.id,
        "name": measure.name.to(language),
        "definition": measure.definition.to(language),
        "unit": measure.unit,
        "defined_by": measure.defined_by.to(language),
        "comparable_with": " ".join(sorted(measure.comparable_with)),
    }
