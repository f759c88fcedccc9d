"""All figures of a request as a sheet: CSV for Excel, a workbook with sources and definitions."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter

from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.processing import processing
from components.data.records import Figure, Measure, Source
from components.data.today import is_old
from components.export import used
from components.export.edition import link_words, stamp
from components.export.export_request import ExportRequest
from components.text.cells import RecordWriter
from components.text.citing import named
from components.text.listing import amount, table_of, to_csv
from components.text.topics import interface

if TYPE_CHECKING:
    import pandas as pd

FIGURES = (
    "id name value unit qualifier as_of written measure definition said_by source place url origin "
    "published checked processing calculation confidence stale note edition".split()
)
SOURCES = "id publisher title url published checked kind note".split()
DEFINITIONS = "id name definition unit defined_by comparable_with".split()
WIDE = {"id": 28, "name": 40, "definition": 50, "source": 40, "url": 40, "title": 50, "value": 16}
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
DIGITS = 15  # of a number that a sheet keeps


def figures_csv(request: ExportRequest, language: Language) -> bytes:
    """
    Write the figures as a CSV file for Excel: names of columns, then one row a figure.

    Amounts stay as the records write them, and no text becomes a formula (see listing.to_csv).
    """
    rows = (figure_cells(request, row, language) for row in used.figures(request, language))
    table = table_of(rows, FIGURES)
    return to_csv(table.set_axis(heads(FIGURES, language), axis=1))


def figures_xlsx(request: ExportRequest, language: Language) -> bytes:
    """
    Write a workbook: figures, their documents, and what each number counts.

    Amounts are numbers, everything else is text: nothing becomes a formula or a link by itself.
    """
    return rows_xlsx(request, used.figures(request, language), language)


def rows_xlsx(request: ExportRequest, found: Sequence[Figure], language: Language) -> bytes:
    """Write a workbook of these figures, as figures_xlsx writes those of a request."""
    measures = {row.measure.id: row.measure for row in found}.values()
    figures = table_of((figure_cells(request, row, language) for row in found), FIGURES)
    sources = (source_cells(each, language) for each in used.documents(found))
    definitions = (definition_cells(each, language) for each in measures)
    written = io.BytesIO()
    workbook = xlsxwriter.Workbook(written, {"in_memory": True} | PLAIN)
    about = {"title": interface("product", language), "comments": stamp(request, language)}
    workbook.set_properties(about)
    foot = [stamp(request, language), link_words(request, language)]
    for name, table in (
        ("sheet_figures", figures.assign(value=figures["value"].map(_number))),
        ("sheet_sources", table_of(sources, SOURCES)),
        ("sheet_definitions", table_of(definitions, DEFINITIONS)),
    ):
        _fill(workbook, interface(name, language), table, language, foot)
    workbook.close()
    return written.getvalue()


def heads(columns: Iterable[Any], language: Language) -> list[str]:
    """Name columns for a reader."""
    return [interface(f"sheet_{column}", language) for column in columns]


def _number(value: Decimal | str) -> float | str:
    """Give an amount as a number, unless a sheet would round it."""
    is_number = isinstance(value, Decimal) and len(value.as_tuple().digits) <= DIGITS
    return float(value) if is_number else str(value)


def _fill(
    workbook: Any, name: str, table: pd.DataFrame, language: Language, foot: list[str]
) -> None:
    """Write names of columns, rows, and under them the edition and where its changes are."""
    sheet = workbook.add_worksheet(name)
    top = {"text_wrap": True, "valign": "top"}
    bold, wrapped = workbook.add_format(top | {"bold": True}), workbook.add_format(top)
    sheet.freeze_panes(1, 2)
    sheet.write_row(0, 0, heads(list(table), language), bold)
    for place, column in enumerate(table):
        sheet.set_column(place, place, WIDE.get(str(column), 18))
        sheet.write_column(1, place, table[column], wrapped)
    sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    sheet.write_column(len(table) + 2, 0, foot)


def figure_cells(request: ExportRequest, row: Figure, language: Language) -> dict[str, Any]:
    """Write all a checker asks of a figure: its fields, or what these come to in words."""
    dataset, write = load_dataset(), RecordWriter(load_dataset(), language)
    own = {
        "name": write.field(row, "label"),
        "value": amount(row),
        "qualifier": write.label(f"qualifier_{row.qualifier}"),
        "written": dataset.format_value(row, language),
        "measure": write.field(row.measure, "name"),
        "definition": write.field(row.measure, "definition"),
        "url": row.source.url,
        "published": row.published or row.source.published,
        "processing": processing(dataset, row, language),
        "confidence": write.label(f"confidence_{row.confidence}"),
        "stale": stale_words(row, language),
        "edition": named(request.edition, language),
    }
    return own | {name: write.field(row, name) for name in FIGURES if name not in own}


def stale_words(row: Figure, language: Language) -> str:
    """Say that a newer value is known and which, or that a figure is due for another look."""
    if not is_old(row):
        return ""
    newer = load_dataset().figures.get(row.superseded_by)
    if newer is None:
        return interface("sheet_due", language)
    value, day = load_dataset().format_value(newer, language), format_date(newer.as_of, language)
    return interface("sheet_newer", language, value=value, day=day)


def source_cells(source: Source, language: Language) -> dict[str, str]:
    """Write a document."""
    write = RecordWriter(load_dataset(), language)
    found = {name: write.field(source, name) for name in SOURCES}
    return found | {"kind": interface(f"kind_{source.kind}", language)}


def definition_cells(measure: Measure, language: Language) -> dict[str, str]:
    """Write what is counted."""
    write = RecordWriter(load_dataset(), language)
    comparable = " ".join(sorted(measure.comparable_with))
    found = {name: write.field(measure, name) for name in DEFINITIONS if name != "comparable_with"}
    return found | {"comparable_with": comparable}
