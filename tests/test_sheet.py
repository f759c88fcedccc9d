"""The sheets of figures and the citations: open in Excel, calculate nothing by themselves."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from components.data.dataset import load_dataset
from components.data.editions import Edition
from components.data.languages import Localized
from components.export import citations, sheet, used
from components.text.citing import edition_line, figure_line, topic_line
from components.text.topics import interface
from tests.kit_files import LANGUAGES, csv_file, whole, workbook, xlsx_file

EVIL = ("=1+1", "+1", "-2", "@SUM(1)", "\t=1", "\r=1", "https://example.invalid/", "=cmd|'/c'!A0")


@pytest.fixture
def evil(monkeypatch):
    """Give one figure whose every text would be a formula."""
    row = next(iter(load_dataset().figures.values()))
    rows = [
        replace(row, id=f"r{place}", label=Localized(text, text), place=Localized(text, text))
        for place, text in enumerate(EVIL)
    ]
    monkeypatch.setattr(used, "figures", lambda request, language: rows)
    return rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_japanese_excel_opens_the_csv(language):
    """UTF-8 with BOM, CRLF at every line's end, as many cells in each row as in the first."""
    raw = csv_file(language)
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert len(rows) > 400 and {len(row) for row in rows} == {len(rows[0])}
    assert raw.count(b"\r\n") >= len(rows)
    assert not re.search(rb"(?<!\r)\n", re.sub(rb'"[^"]*"', b"", raw))


def test_no_cell_of_the_csv_is_a_formula(evil):
    """What a sheet would take for a formula begins with an apostrophe; amounts stay amounts."""
    rows = list(csv.reader(io.StringIO(sheet.figures_csv(whole(), "en").decode("utf-8-sig"))))
    assert len(rows) == len(EVIL) + 1
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    loss = replace(evil[0], value="-5", unit="people")
    evil[:] = [loss]
    rows = list(csv.reader(io.StringIO(sheet.figures_csv(whole(), "en").decode("utf-8-sig"))))
    assert rows[1][2] == "-5"


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(evil):
    """Texts stay texts, as they are; addresses become no links."""
    raw = sheet.figures_xlsx(whole(), "en")
    rows = workbook(raw)[interface("sheet_figures", "en")]
    assert [row[1] for row in rows[1 : len(EVIL) + 1]] == [
        each.replace("\r", "_x000D_") if "\r" in each else each for each in EVIL
    ]
    assert b"<hyperlink" not in raw


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_figures_sources_and_definitions(language):
    """Every source and definition of the first sheet has its row in the others."""
    pages = workbook(xlsx_file(language))
    names = [interface(f"sheet_{each}", language) for each in ("figures", "sources", "definitions")]
    assert list(pages) == names
    figures = used.figures(whole(), language)
    sources = {row.source.id for row in figures}
    measures = {row.measure.id for row in figures}
    for name, ids in zip(names[1:], (sources, measures), strict=True):
        assert ids <= {row[0] for row in pages[name] if row}


@pytest.mark.parametrize("language", LANGUAGES)
def test_citations_can_be_read_by_reference_managers(language):
    """CSL-JSON is a list of items with id, type and title; BibTeX has the same, braces in pairs."""
    items = json.loads(citations.csl(whole(), language))
    ids = [each["id"] for each in items]
    assert len(ids) == len(set(ids)) and ids[0] == "edition"
    assert {"topic:mynapoint", "figure:mynapoint1_applicants_final"} <= set(ids)
    for each in items:
        assert each["type"] in ("webpage", "document", "dataset") and each["title"]
        parts = each.get("issued", {}).get("date-parts", [[]])[0]
        assert all(isinstance(part, int) for part in parts)
    written = citations.bib(whole(), language).decode()
    entries = re.findall(r"^@(?:online|misc)\{([^,\s{}]+),\n(.*?)\n\}$", written, re.S | re.M)
    assert [name for name, _ in entries] == ids
    for _, fields in entries:
        assert fields.count("{") == fields.count("}")
        for line in fields.split("\n"):
            assert re.fullmatch(r"  [a-z]+ = \{.*\},", line)
            if " url = " not in line:
                assert not re.search(r"(?<!\\)[&%$#_]", line)


def test_lines_to_cite_by_name_edition_day_and_document():
    """A line for the edition, a topic and a figure, each with edition and day seen."""
    request, edition = whole(), Edition("2026-11", "2026-11-25")
    row = load_dataset().figures["mynapoint1_applicants_final"]
    figure = figure_line(load_dataset(), row, edition, request.made, "ja", request.address)
    for said in (
        load_dataset().format_value(row, "ja"),
        row.source.title.ja,
        "版 2026-11",
        request.address,
    ):
        assert said in figure
    english = figure_line(load_dataset(), row, edition, request.made, "en")
    assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", re.sub("「[^」]*」", "", english))
    for line in (
        topic_line("A", edition, request.made, "en"),
        edition_line(edition, request.made, "en"),
    ):
        assert "2026-11" in line and line.endswith(".")
