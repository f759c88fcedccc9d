"""Slides and sheets against the schemas and rules of Open XML, part by part."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.kit_files import LANGUAGES, slides_file, xlsx_file

pytestmark = pytest.mark.slow

PARTS = (
    "ppt/presentation.xml",
    "ppt/slides/slide3.xml",
    "ppt/notesSlides/notesSlide3.xml",
    "ppt/charts/chart1.xml",
    "ppt/theme/theme1.xml",
    "ppt/slideLayouts/slideLayout1.xml",
)


def flaws(raw: bytes, path: Path) -> list[str]:
    """Give all that the validator finds in a file: the part and what is wrong in it."""
    path.write_bytes(raw)
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2007, max_errors=0)
    return [f"{each.part_uri}: {each.description}" for each in validator.validate(path).errors]


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_keep_to_the_schemas(language, tmp_path):
    """No part of the slides, and none of the sheets behind their charts, breaks a schema."""
    raw = slides_file(language)
    assert flaws(raw, tmp_path / "slides.pptx") == []
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        sheets = [name for name in parts.namelist() if name.endswith(".xlsx")]
        assert sheets
        for name in sheets:
            assert flaws(parts.read(name), tmp_path / "sheet.xlsx") == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_keeps_to_the_schemas(language, tmp_path):
    """No part of figures.xlsx breaks a schema."""
    assert flaws(xlsx_file(language), tmp_path / "figures.xlsx") == []


@pytest.mark.parametrize("part", PARTS)
def test_a_flaw_in_any_part_is_found(part, tmp_path):
    """An element that no schema knows, put into one part, is reported for that part alone."""
    found = flaws(_spoilt(slides_file("ja"), part), tmp_path / "slides.pptx")
    assert [each.partition(":")[0] for each in found] == [f"/{part}"]


def _spoilt(raw: bytes, part: str) -> bytes:
    """Copy a package and end the root of one part with an element from nowhere."""
    spoilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content = re.sub(rb"</(\w+:)(\w+)>\s*$", rb"<\1from_nowhere/></\1\2>", content)
            new.writestr(name, content)
    return spoilt.getvalue()
