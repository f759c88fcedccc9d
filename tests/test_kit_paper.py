"""Paper: every value stands on it, nothing is cut or split, and each page says its edition."""

import re
import shutil
import subprocess
from functools import cache
from html import unescape

import pytest

from components.data.dataset import load_dataset
from components.export import edition, handout, pdf
from components.export.export_request import export_request
from components.export.handout_step import COLUMNS, source_line
from components.presenter.talk import Talk
from components.text.prose import render_plain
from components.text.short_form import short_form
from components.text.story import get_story
from components.text.topics import interface
from launch import browsers
from tests.kit_parity import LANGUAGES, STEPS, expected, flat
from tests.screens import TOPICS

ADDRESS = "https://example.invalid"
TAGS = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)
WHOLE = export_request(address=ADDRESS)
NEEDED = pytest.mark.skipif(
    not (browsers.find() and shutil.which("pdftotext")),
    reason="needs a browser and pdftotext (apt-get install chromium poppler-utils)",
)


def seen(words: str) -> str:
    """Leave out hyphens as well: pdftotext joins words that a line parts at one."""
    return flat(words).replace("-", "")


def read(html: str) -> str:
    """Give what a sheet says: the words of its HTML, charts and all."""
    return flat(unescape(TAGS.sub("", html)))


@cache
def sheet(topic: str, number: int, language: str) -> str:
    """The sheets of a talk of one step."""
    step = get_story(topic).topic(language).steps[number - 1]
    talk = export_request(talk=Talk(((topic, step.id),)), address=ADDRESS)
    return handout.body(talk, language)


@cache
def printed(form: str, language: str, *topics: str) -> list[str]:
    """Print a form and give each page, line by line."""
    html = getattr(handout, form)(export_request(topics=topics, address=ADDRESS), language)
    shown = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf.printed(html), capture_output=True, check=True
    ).stdout.decode()
    return shown.split("\f")[:-1]


def pages(form: str, language: str, *topics: str) -> tuple[str, ...]:
    """Print a form and give the words of each page."""
    return tuple(map(seen, printed(form, language, *topics)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("topic", "number"), STEPS)
def test_values_of_a_step_stand_on_its_sheet(topic, number, language):
    """Headline, numbers, claims and every row behind the chart read as the records say."""
    step = get_story(topic).topic(language).steps[number - 1]
    said = read(sheet(topic, number, language))
    for words in expected(topic, step, language):
        assert words in said, words


@NEEDED
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_is_not_split(language):
    """A step's headline, takeaway and source share a page, and so do the parts of each claim."""
    topic = get_story("health_insurance").topic(language)
    found = pages("handout_html", language, "health_insurance")
    for step in topic.steps:
        page = next(each for each in found if seen(str(step.headline)) in each)
        if chart := handout.chart_of(topic, step):
            assert seen(str(step.takeaway)) in page, step.id
            assert seen(source_line(chart, language))[:60] in page, step.id
        for claim in step.claims:
            begins = seen(claim.text.to(language).split("{")[0])[:12]
            answer = seen(claim.answer.to(language).split("{")[0])[:12]
            assert any(begins in each and answer in each for each in found), claim.id


@NEEDED
@pytest.mark.parametrize("language", LANGUAGES)
def test_claims_stand_below_a_smaller_chart(language):
    """Where a chart was made smaller for its claims, all of them stand on the same page with it."""
    smaller = [
        (topic, step)
        for topic in TOPICS
        for step in get_story(topic).topic(language).steps
        if re.search(r"drawn size[89]0", sheet(topic, step.number, language))
    ]
    printed_topics = sorted({topic for topic, _ in smaller})[:2]
    assert printed_topics
    found = pages("handout_html", language, *printed_topics)
    for topic, step in smaller:
        if topic in printed_topics:
            page = next(each for each in found if seen(str(step.headline)) in each)
            for claim in step.claims:
                assert seen(claim.text.to(language).split("{")[0])[:12] in page, claim.id


@NEEDED
@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_are_named_once_a_page(language):
    """Every page with claims names their columns once, above them."""
    heading = interface("paper_claims", language)
    found = [
        page.splitlines()
        for page in printed("handout_html", language, "health_insurance")
        if heading in page
    ]
    assert found
    names = [interface(f"column_{each}", language) for each in COLUMNS]
    for page in found:
        assert [line for line in page if set(line.split()) & set(names) and len(line) < 30] == [
            " ".join(names)
        ]


@NEEDED
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_edition(language):
    """Edition, the day it was made and the page's number stand at the foot of every page."""
    stamp = seen(edition.stamp(export_request(), language))
    for form in ("handout_html", "booklet_html", "two_sided_html"):
        found = pages(form, language, "health_insurance")
        for number, page in enumerate(found, 1):
            assert stamp in page, (form, number)
            assert f"{number}/{len(found)}" in page, (form, number)


@NEEDED
@pytest.mark.parametrize("language", LANGUAGES)
def test_short_forms_keep_their_length(language):
    """A sheet of two sides has two pages for each topic, and its last words fit on them."""
    found = pages("two_sided_html", language)
    assert len(found) == 2 * len(WHOLE.topics)
    for place, topic in enumerate(WHOLE.topics):
        told, chosen = get_story(topic).topic(language), short_form(topic)
        front, back = found[2 * place : 2 * place + 2]
        assert seen(told.title) in front and seen(told.title) in back
        steps = {step.id: step for step in told.steps}
        for each in chosen.findings:
            assert seen(str(steps[each].headline)) in front, (topic, each)
        for each in chosen.claims:
            claim = load_dataset().claims[each]
            for words in (claim.text, claim.answer, claim.since):
                assert seen(render_plain(words, load_dataset(), language)) in back, each
        assert seen(interface("paper_notes", language)) in back, topic
        assert seen(interface("paper_this_topic", language)) in back, topic


@NEEDED
def test_letters_travel_with_the_file(tmp_path):
    """Every font of a PDF is embedded."""
    if not shutil.which("pdffonts"):
        pytest.skip("needs pdffonts (apt-get install poppler-utils)")
    made = tmp_path / "sheet.pdf"
    made.write_bytes(
        pdf.printed(handout.two_sided_html(export_request(topics=("mynapoint",)), "ja"))
    )
    listed = subprocess.run(["pdffonts", made], capture_output=True, text=True, check=True)
    rows = listed.stdout.splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows), listed.stdout


def test_without_an_address_paper_says_how_to_find_it():
    """No code pretends to lead anywhere: words name the topic and the step instead."""
    html = handout.handout_html(export_request(topics=("mynapoint",)), "en").decode()
    assert "<svg role" not in html.replace('role="img" aria-label="http', "!")
    assert "choose step 3" in html
    coded = handout.handout_html(
        export_request(topics=("mynapoint",), address=ADDRESS), "en"
    ).decode()
    assert f'aria-label="{ADDRESS}/mynapoint?lang=en&amp;step=3"' in coded
    assert "choose step 3" not in coded


def test_stale_numbers_are_marked(monkeypatch):
    """Past its day of review a number carries its mark, and the step says how many there are."""
    monkeypatch.setenv("MIERU_TODAY", "2099-01-01")
    html = handout.handout_html(export_request(topics=("card_adoption",)), "ja").decode()
    assert "※</b>" in html
    assert 'class="stale"' in html


def test_without_a_browser_it_says_so(monkeypatch):
    """Where no browser is found, one sentence in both languages says so and what to do."""
    monkeypatch.setattr(browsers, "find", lambda: None)
    with pytest.raises(pdf.NoPdf) as said:
        pdf.printed(b"<p>")
    assert "HTML" in said.value.words.ja and "HTML" in said.value.words.en


def test_a_sheet_asks_nothing_of_a_network():
    """The file of sheets loads nothing and runs nothing."""
    html = handout.booklet_html(export_request(topics=("education",)), "ja").decode()
    assert "default-src 'none'" in html
    assert "<script" not in html and "<img" not in html and "<link" not in html
    assert "url(" not in html and "@import" not in html
