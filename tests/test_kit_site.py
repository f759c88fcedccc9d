"""The plain site: links lead somewhere, every value stands there, nothing is asked outside."""

import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from components.charts import drawn
from components.data.dataset import load_dataset
from components.data.today import today
from components.export import site
from components.export.export_request import export_request
from components.text.story import get_story
from tests.kit_parity import LANGUAGES, STEPS, expected, flat

REDIRECT = re.compile(r"^(en/)?(?!your_town)[a-z_]+/\d+/index.html$")  # they lead to a step
VOID = {"meta", "link", "img", "input", "source", "wbr", "br"}


class Page(HTMLParser):
    """What a page shows in reading order, its places and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if tag in ("a", "link") and "href" in found:
            self.links.append(found["href"])
        self.loads += [found[name] for name in ("src", "srcset", "poster") if name in found]
        if tag == "img":
            self.words.append(found["alt"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.crossed.append(tag)

    def handle_data(self, data):
        if not {"script", "style"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return flat("".join(self.words))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A site of everything, written to a folder with a space in its name."""
    place = tmp_path_factory.mktemp("plain") / "my site"
    site.write(export_request(), place)
    return place


@pytest.fixture(scope="module")
def pages(folder) -> dict[str, Page]:
    """Every page by its path."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text("utf-8"))
        for path in folder.rglob("*.html")
    }


def place_of(topic: str, language: str) -> str:
    return f"{'' if language == 'ja' else 'en/'}{topic}/index.html"


def test_every_link_leads_somewhere(folder, pages):
    """Every relative link names a file that is there, and a place in it that is there."""
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https"), (name, link)
                continue
            assert not link.startswith("/"), (name, link)
            path = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            found = path.resolve().relative_to(folder.resolve()).as_posix()
            assert found in pages, (name, link)
            if parts.fragment:
                assert unquote(parts.fragment) in pages[found].ids, (name, link)


def test_pages_are_whole(pages):
    """Every element is closed where it was opened, no place is named twice, a language is said."""
    for name, page in pages.items():
        assert not page.open and not page.crossed, (name, page.open, page.crossed[:3])
        twice = [each for each, count in Counter(page.ids).items() if count > 1]
        assert not twice, (name, twice[:5])
        language = "en" if name.startswith("en/") else "ja"
        assert ("html", {"lang": language}) in page.tags, name


def test_nothing_is_loaded_from_outside(pages):
    """Pictures stand in the page; no stylesheet, script, font or frame comes from elsewhere."""
    for name, page in pages.items():
        assert all(each.startswith("data:image/svg+xml,") for each in page.loads), name
        kinds = {tag for tag, _ in page.tags}
        assert not kinds & {"iframe", "object", "embed", "base"}, name
        sheets = [found for tag, found in page.tags if tag == "link"]
        assert all(found["rel"] == "alternate" for found in sheets), name
        policy = next(found["content"] for tag, found in page.tags if "http-equiv" in found)
        assert policy.startswith("default-src 'none'"), name
        assert "unsafe" not in policy and "http:" not in policy and "https:" not in policy, name
        assert not any("style" in found or "onclick" in found for _, found in page.tags), name


def test_a_way_to_a_step_leads_to_that_step(pages):
    """Where a list sends readers to one step of a topic, the link ends at it."""
    ways = pages[place_of("overview", "ja")].links
    assert "../health_insurance/index.html#what_to_show" in ways
    assert "what_to_show" in pages[place_of("health_insurance", "ja")].ids


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("topic", "number"), STEPS)
def test_values_of_a_step_stand_on_its_page(pages, topic, number, language):
    """Headline, numbers, claims and every row behind the chart read as the records say."""
    page = pages[place_of(topic, language)]
    step = get_story(topic).topic(language).steps[number - 1]
    assert {f"step-{number}", step.id} <= set(page.ids)
    for words in expected(topic, step, language):
        assert words in page.text, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_reads_in_order(pages, language):
    """Without styles or scripts a page reads: title, then the body and takeaway of each step."""
    for topic in export_request().topics:
        text = pages[place_of(topic, language)].text
        told = get_story(topic).topic(language)
        place = text.index(flat(told.title))
        for step in told.steps:
            place = text.index(flat(str(step.body[0])), place)
            if drawn.chart(topic, step.id, language) and step.takeaway:
                place = text.index(flat(str(step.takeaway)), place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_its_place(pages, language):
    """Every figure, claim, event and term is found by its id, as the app's links name it."""
    records = load_dataset()
    shelves = {
        "figures": records.figures,
        "claims": [f"claim-{each}" for each in records.claims],
        "timeline": records.events,
        "glossary": [f"term-{each}" for each in records.terms],
    }
    for page, ids in shelves.items():
        assert set(ids) <= set(pages[place_of(page, language)].ids), page


def test_both_languages_name_each_other(pages):
    """Each page links to itself in the other language, for readers and for search engines."""
    for name, page in pages.items():
        if REDIRECT.search(name):
            continue
        named = {found["hreflang"] for tag, found in page.tags if tag == "link"}
        assert named == {"ja", "en"}, name
        switch = [found for tag, found in page.tags if tag == "a" and "hreflang" in found]
        assert len(switch) == 1, name


def test_edition_and_date_stand_on_every_page(pages):
    """Every page says its edition and the day it was made."""
    year = str(today().year)
    for name, page in pages.items():
        if not REDIRECT.search(name):
            foot = page.text[-160:]
            assert year in foot, (name, foot)


def test_stale_numbers_are_marked(tmp_path, monkeypatch):
    """Past its day of review a number carries its mark, and the chart says so."""
    monkeypatch.setenv("MIERU_TODAY", "2099-01-01")
    drawn_ = dict(site.files(export_request(languages=("ja",), topics=("card_adoption",))))
    page = drawn_["card_adoption/index.html"].decode()
    assert "※</a>" in page
    assert 'class="stale"' in page


def test_a_step_is_reached_without_script(pages):
    """/topic/3/ leads to the third step by itself."""
    page = pages["health_insurance/3/index.html"]
    refresh = next(found for _, found in page.tags if found.get("http-equiv") == "refresh")
    assert refresh["content"] == "0; url=../index.html#step-3"
    assert "step-3" in pages["health_insurance/index.html"].ids


@cache
def _w3m() -> str | None:
    return shutil.which("w3m")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_browser_reads_it(folder, language):
    """In a text browser a topic reads with its headlines, a chart's name and the rows behind it."""
    if not _w3m():
        pytest.skip("w3m is not installed: apt-get install w3m")
    path = folder / place_of("health_insurance", language)
    shown = subprocess.run(
        ["w3m", "-dump", "-cols", "200", "-I", "UTF-8", "-O", "UTF-8", "-T", "text/html"],
        input=path.read_bytes(),
        capture_output=True,
        check=True,
    ).stdout.decode()
    told = get_story("health_insurance").topic(language)
    for step in told.steps:
        assert flat(str(step.headline)) in flat(shown)
    row = drawn.chart("health_insurance", "by_provider", language).rows[0]
    assert flat(load_dataset().format_value(row, language)) in flat(shown)
    assert flat(str(told.steps[2].chart_name)) in flat(shown)
    assert "data:" not in shown and "<" not in shown


def test_a_page_tells_other_services_what_it_is(pages):
    """Each page has a title and a description for whoever shows a link to it."""
    for name, page in pages.items():
        if not any(tag == "main" for tag, _ in page.tags):  # it only leads to another
            continue
        metas = [found for tag, found in page.tags if tag == "meta"]
        assert any(found.get("property") == "og:title" and found["content"] for found in metas), (
            name
        )
        assert any(found.get("name") == "twitter:card" for found in metas), name
