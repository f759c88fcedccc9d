"""The slides: whole, editable, described, and opened without repair."""

import io
import posixpath
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from pptx import Presentation

from components.export import slides, used
from components.export.export_request import export_request
from components.export.slide_marks import TYPEFACE
from components.presenter.talk import Talk
from components.text.topics import interface
from tests.kit_files import LANGUAGES, deck, slides_file, slides_of, texts, told, whole

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_package_is_whole(language):
    """Every part is XML that parses, has a type, and every relationship leads to a part."""
    with zipfile.ZipFile(io.BytesIO(slides_file(language))) as parts:
        assert parts.testzip() is None
        names = set(parts.namelist())
        assert len(names) == len(parts.namelist())
        types = etree.fromstring(parts.read("[Content_Types].xml"))
        known = {each.get("PartName") for each in types.iter(f"{TYPES}Override")}
        endings = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
        assert {name.lstrip("/") for name in known} <= names
        for name in names - {"[Content_Types].xml"}:
            assert f"/{name}" in known or name.rpartition(".")[2] in endings, name
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(parts.read(name))
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                for each in tree.iter(RELATIONS):
                    if each.get("TargetMode") != "External":
                        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target")))
                        assert target.lstrip("/") in names, (name, target)
            elif name.startswith("ppt/slides/slide"):
                _sound(tree, etree.fromstring(parts.read(_relations(name))))


def _relations(name: str) -> str:
    return f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels"


def _sound(slide, relations) -> None:
    """On a slide no shape's number stands twice, and every reference is known."""
    ids = [each.get("id") for each in slide.iter() if str(each.tag).endswith("}cNvPr")]
    assert len(ids) == len(set(ids))
    known = {each.get("Id") for each in relations.iter(RELATIONS)}
    for each in slide.iter():
        for name, value in each.attrib.items():
            assert not name.startswith(OFFICE) or value in known, value


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_has_its_slide(language):
    """Title, source with its document, step number, edition, notes with every document."""
    for topic, step, charts in told(language):
        pages = slides_of(language, f"{topic.id}/{step.id}")
        assert len(pages) >= max(1, len(charts)), step.id
        for slide in pages:
            words = "\n".join(texts(slide.shapes))
            number, count = str(step.number), str(len(topic.steps))
            assert interface("slide_step", language, number=number, count=count) in words
            assert topic.title in words
            notes = slide.notes_slide.notes_text_frame.text
            for chart in charts:
                assert chart.source_line(language) in words or len(charts) > 1
                for source in chart.sources:
                    assert source.url in notes and source.title.to(language) in notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_described_and_faces_are_set(language):
    """Charts, groups and pictures have words for people who cannot see; every run has its faces."""
    for slide in deck(language).slides:
        assert slide.shapes.title.has_text_frame and slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            if shape.shape_type in (3, 6, 13, 19):  # chart, group, picture, table
                assert shape._element._nvXxPr.cNvPr.get("descr"), shape.name
        for run in slide._element.iter(f"{MAIN}r"):
            properties = run.find(f"{MAIN}rPr")
            for script in ("latin", "ea"):
                assert properties.find(f"{MAIN}{script}").get("typeface") == TYPEFACE
            assert properties.get("lang") == {"ja": "ja-JP", "en": "en-GB"}[language]


def test_bars_lines_waterfall_and_periods_are_charts_that_can_be_edited():
    """The forms that a presenter would change are native, each with its sheet of values."""
    for name in (
        "mynapoint/planned_and_applied",
        "mynapoint/deadlines_moved",
        "mynapoint/round_two_budget",
        "card_adoption/monthly_increase",
        "card_adoption/goal_and_rate",
    ):
        pages = slides_of("ja", name) or pytest.fail(f"no slide {name}")
        charts = [shape.chart for shape in pages[0].shapes if shape.has_chart]
        assert charts and all(chart.part.chart_workbook.xlsx_part for chart in charts), name


def test_a_talk_is_told_in_its_order():
    """With a talk only its steps are there, in its order, and no slide between topics."""
    talk = Talk((("mynapoint", "deadlines_moved"), ("card_adoption", "renewal")))
    steps = tuple((topic.id, step.id) for topic, step, _ in told("ja"))
    talk = replace(talk, steps=(steps[20], steps[3]))
    raw = slides.slides(export_request(talk=talk), "ja")
    names = [slide._element.cSld.get("name") for slide in Presentation(io.BytesIO(raw)).slides]
    shown = [name.split(" ")[0] for name in names if name]
    assert list(dict.fromkeys(shown)) == ["/".join(each) for each in talk.steps]


def test_old_figures_are_marked(monkeypatch):
    """Past the day for another look, slide and notes say so."""
    monkeypatch.setenv("MIERU_TODAY", "2099-01-01")
    found = [
        (topic, step)
        for topic, step, charts in told("ja")
        if any(used.old(chart.rows) for chart in charts)
    ]
    assert found, "no record has a day for another look"
    raw = slides.slides(export_request(topics=[found[0][0].id]), "ja")
    words = "\n".join(
        text for slide in Presentation(io.BytesIO(raw)).slides for text in texts(slide.shapes)
    )
    assert "※" in words


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_every_slide(language, tmp_path):
    """LibreOffice turns the file into as many pages as it has slides."""
    file = tmp_path / "slides.pptx"
    file.write_bytes(slides_file(language))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pdf = (tmp_path / "slides.pdf").read_bytes()
    counted = pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") + pdf.count(b"/Type /Page\n")
    assert counted == len(deck(language).slides)


def test_the_first_slide_leads_to_what_changed():
    """The first slide has the address of the changes, as words and as a code."""
    first = deck("en").slides[0]
    assert f"{whole().address}/changes" in "\n".join(texts(first.shapes))
    assert any(shape.shape_type == 13 for shape in first.shapes)
