"""The kit's files of all topics, made once a process, and what stands in them."""

import io
import re
import zipfile
from datetime import date
from functools import cache

from lxml import etree
from pptx import Presentation

from components.charts.chart import Chart
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Figure
from components.export import sheet, slides, used
from components.export.export_request import ExportRequest, export_request
from components.text.topics import Step, Topic

LANGUAGES = ("ja", "en")
ADDRESS = "https://example.invalid"


@cache
def whole() -> ExportRequest:
    """ExportRequest for everything, as of a fixed day."""
    return export_request(address=ADDRESS)


@cache
def slides_file(language: Language) -> bytes:
    return slides.slides(whole(), language)


@cache
def deck(language: Language):
    return Presentation(io.BytesIO(slides_file(language)))


@cache
def csv_file(language: Language) -> bytes:
    return sheet.figures_csv(whole(), language)


@cache
def xlsx_file(language: Language) -> bytes:
    return sheet.figures_xlsx(whole(), language)


@cache
def told(language: Language) -> list[tuple[Topic, Step, tuple[Chart, ...]]]:
    """Give every step with the charts its slides show."""
    return [
        (topic, step, tuple(used.charts(topic, step, slides.ROOM)))
        for _, topic, step in whole().steps_of(language)
    ]


@cache
def records() -> dict[str, Figure]:
    """Give every record of the dataset by id."""
    rows = [row for table in load_dataset().tables.values() for row in table]
    return load_dataset().figures | {row.id: row for row in rows}


def slides_of(language: Language, name: str) -> list:
    """Give the slides of a step by topic/step."""
    return [
        slide
        for slide in deck(language).slides
        if slide._element.cSld.get("name", "").split(" ")[0] == name
    ]


def texts(shapes) -> list[str]:
    """Give the words of every shape, those in groups and tables too."""
    found = []
    for shape in shapes:
        if shape.shape_type == 6:  # a group
            found += texts(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False):
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return found


def close(text: str) -> str:
    """Take out spaces, line ends and marks for breaking."""
    return re.sub(r"[\s\u200b\u3000\u00a0]+", "", re.sub(r"<[^>]*>", "", text))


def day_of(serial: float) -> date:
    """Read a day as sheets count it."""
    return date.fromordinal(date(1899, 12, 30).toordinal() + round(serial))


def workbook(raw: bytes) -> dict[str, list[list]]:
    """Read a workbook's sheets as rows of text and numbers; fails on a formula."""
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        shared = etree.fromstring(parts.read("xl/sharedStrings.xml"))
        words = ["".join(each.itertext()) for each in shared.findall("m:si", space)]
        names = etree.fromstring(parts.read("xl/workbook.xml")).findall(".//m:sheet", space)
        found = {}
        for number, name in enumerate(names, 1):
            tree = etree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
            assert not tree.findall(".//m:f", space), "a formula"
            rows = []
            for row in tree.findall(".//m:row", space):
                cells = []
                for cell in row.findall("m:c", space):
                    value = cell.findtext("m:v", namespaces=space)
                    text = cell.get("t") == "s"
                    cells.append(words[int(value)] if text else float(value) if value else "")
                rows.append(cells)
            found[name.get("name")] = rows
    return found
