"""All figures of a wish as a sheet: CSV for Excel, and a workbook with sources and definitions."""

import csv
import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter

from components.data.languages import Language
from components.export import used
from components.export.edition import link_words, stamp
from components.export.export_request import ExportRequest
from components.export.sheet_cells import (
    DEFINITIONS,
    FIGURES,
    SOURCES,
    SheetCells,
    definition_cells,
    figure_cells,
    heads,
    is_amount,
    source_cells,
)
from components.text.listing import escape_formula
from components.text.topics import interface

WIDE = {"id": 28, "name": 40, "definition": 50, "source": 40, "url": 40, "title": 50, "value": 16}
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
DIGITS = 15  # of a number that a sheet keeps


def figures_csv(wish: ExportRequest, language: Language) -> bytes:
    """
    Write the figures for Excel: UTF-8 with BOM, CRLF, names of columns, then one row a figure.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; amounts stay as
    the records write them.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(heads(FIGURES, language))
    for row in used.figures(wish, language):
        cells = figure_cells(wish, row, language)
        writer.writerow(
            cells[name] if name == "value" and is_amount(row) else escape_formula(cells[name])
            for name in FIGURES
        )
    return sheet.getvalue().encode("utf-8-sig")


def figures_xlsx(wish: ExportRequest, language: Language) -> bytes:
    """
    Write a workbook: figures, their documents, and what each number counts.

    Amounts are numbers, everything else is text: nothing becomes a formula or a link by itself.
    """
    found = used.figures(wish, language)
    figures = [figure_cells(wish, row, language) for row in found]
    for cells, row in zip(figures, found, strict=True):
        if is_amount(row) and len(row.value.strip("-").replace(".", "")) <= DIGITS:
            cells["value"] = float(row.value)
    sources = [source_cells(each, language) for each in used.documents(found)]
    measures = {row.measure.id: row.measure for row in found}.values()
    definitions = [definition_cells(each, language) for each in measures]
    written = io.BytesIO()
    workbook = xlsxwriter.Workbook(written, {"in_memory": True} | PLAIN)
    about = {"title": interface("product", language), "comments": stamp(wish, language)}
    workbook.set_properties(about)
    foot = [stamp(wish, language), link_words(wish, language)]
    for name, columns, rows in (
        ("sheet_figures", FIGURES, figures),
        ("sheet_sources", SOURCES, sources),
        ("sheet_definitions", DEFINITIONS, definitions),
    ):
        sheet = workbook.add_worksheet(interface(name, language))
        _fill(workbook, sheet, columns, heads(columns, language), rows, foot)
    workbook.close()
    return written.getvalue()


def _fill(
    workbook: Any,
    sheet: Any,
    columns: tuple[str, ...],
    names: list[str],
    rows: Iterable[SheetCells],
    foot: list[str],
) -> None:
    """Write names of columns, rows, and under them the edition and where its changes are."""
    top = {"text_wrap": True, "valign": "top"}
    bold, wrapped = workbook.add_format(top | {"bold": True}), workbook.add_format(top)
    sheet.freeze_panes(1, 2)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDE.get(column, 18))
        sheet.write_string(0, place, names[place], bold)
    last = 0
    for last, cells in enumerate(rows, 1):
        for place, column in enumerate(columns):
            is_number = isinstance(cells[column], float)
            write = sheet.write_number if is_number else sheet.write_string
            write(last, place, cells[column], wrapped)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    for number, line in enumerate(foot, last + 2):
        sheet.write_string(number, 0, line)
