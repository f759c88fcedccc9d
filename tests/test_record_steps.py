"""A town as a step of a talk, as a sheet and as a slide: the same words and charts everywhere."""

import io
import re
from html import unescape
from pathlib import Path

import pytest
from pptx import Presentation

from components.charts import drawn
from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES
from components.export import command, pdf
from components.export.export_request import export_request
from components.export.forms import RECORD_FORMS, form
from components.presenter import play
from components.presenter.talk import Talk, as_text, find_talk, read_steps, unknown_steps
from components.rooms.step_page import step_html
from components.text import town
from components.text.story import get_story
from tests.kit_files import texts
from tests.kit_parity import flat
from tests.screens import follow, open_page, words

TOWN = ("your_town", "131130")
TALK = Talk((("overview", "what_is_what"), TOWN), 20)


def test_a_town_is_a_step_by_its_code():
    """A link names a town by its code, in our way of writing it or in that of people."""
    ours = "20~overview.what_is_what~your_town.131130"
    assert read_steps(ours) == TALK and TALK.written() == ours
    assert read_steps("overview.what_is_what,your_town:131130") == TALK
    for language in LANGUAGES:
        assert find_talk(as_text(TALK, language)) == TALK


@pytest.mark.parametrize(
    "nonsense", ["your_town.999999", "your_town.abc", "your_town.", "overview.131130"]
)
def test_what_is_no_town_is_left_out_and_named(nonsense):
    """A code of no town is no step; what was left out can be said."""
    written = f"overview.what_is_what~{nonsense}"
    assert read_steps(written).steps == TALK.steps[:1]
    assert unknown_steps(written) == ([nonsense] if nonsense[-1] != "." else [])
    assert unknown_steps("overview.what_is_what,your_town:131130") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_town_says_the_same_on_stage_phone_page_and_paper(language):
    """Headline and sentences are those of the page, and the chart draws the town's records."""
    dataset = load_dataset()
    said = [town.headline(dataset, TOWN[1], language), *town.body(dataset, TOWN[1], language)]
    slide = play.slide_of(*TOWN, language)
    assert slide["title"] == str(said[0]) and slide["page"].endswith("town=131130")
    assert "cards_by_municipality.131130" in str(drawn.chart(*TOWN, language).rows)
    page = shown(words(open_page("your_town", lang=language, town=TOWN[1])))
    made = form("record_sheet").make(export_request(talk=Talk((TOWN,))), language)
    for line in map(flat, map(str, said)):
        assert line in page and line in shown(made.decode()), line
    assert flat(str(said[0])) in shown(step_html(*TOWN, language))


def shown(html: str) -> str:
    """Leave out the marks of a page: what a reader sees of it."""
    return flat(unescape(re.sub(r"<[^>]*>", "", html)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_town_has_one_slide(language):
    """The slide holds the headline, the chart's name for who cannot see it, and its source."""
    made = form("record_slides").make(export_request(talk=Talk((TOWN,))), language)
    (slide,) = Presentation(io.BytesIO(made)).slides
    step = get_story("your_town").step(TOWN[1], language)
    assert slide.shapes.title.text_frame.text.startswith(str(step.headline))
    chart = drawn.chart(*TOWN, language)
    assert any(chart.source_line(language) in text for text in texts(slide.shapes))


@pytest.fixture
def unprinted(monkeypatch):
    """Have no browser, so that nothing is printed."""

    def none(_html):
        raise pdf.NoPdf(pdf.NO_BROWSER)

    monkeypatch.setattr(pdf, "printed", none)


def run(*arguments: str, out: Path) -> int:
    return command.main(["--out", str(out), *arguments])


def test_the_command_makes_the_sheets_of_towns_alone(tmp_path, unprinted):
    """--town takes codes and names, several of them, and makes their files and no others."""
    assert run("--town", "131130", "札幌市", "--lang", "en", out=tmp_path) == 0
    files = {
        each.file_name("en", f"town_{code}")
        for each in RECORD_FORMS
        for code in ("131130", "011002")
    }
    assert {path.name for path in tmp_path.iterdir()} == files


@pytest.mark.parametrize(("asked", "near"), [("131131", "131130"), ("府中", "132063")])
def test_a_town_that_is_none_gets_a_sentence_with_near_names(asked, near, tmp_path, capfd):
    """An unknown code, and a name of several towns: one sentence that names the nearest."""
    assert run("--town", asked, out=tmp_path / "out") == 1
    said = capfd.readouterr().err
    assert near in said and "Traceback" not in said and len(said.splitlines()) == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_town_offers_its_sheet_and_its_stage(language):
    """On the page stand the ways to the sheet, the slide and the present view of the town."""
    app = open_page("your_town", lang=language, town=TOWN[1])
    for name in ("record_sheet", "record_slides"):
        assert f'data-take="{name}"' in words(app)
    follow(app, "present")
    assert not app.exception and app.query_params["town"] == TOWN[1]
    assert 'id="stage-talk"' in words(app)


def test_every_project_has_a_slide_with_its_chart_and_a_sheet():
    """A project of few printed years too is drawn on the stage, and its sheet is made."""
    for project_id in [*[*load_dataset().projects][::9], "number_future_study"]:
        fragments = play.slide_of("public_money", project_id, "ja")["fragments"]
        assert all(each["figure"] for each in fragments if each["kind"] == "figure"), project_id
        asked = export_request(talk=Talk((("public_money", project_id),)))
        assert b"<h1>" in form("record_sheet").make(asked, "ja"), project_id
