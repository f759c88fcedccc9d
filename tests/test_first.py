"""The first sight of a page: the asked step as plain HTML, before any script has come."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from threading import Event
from urllib.parse import quote

import pytest

from components.app import assets, first, layout
from components.data.languages import LANGUAGES
from components.data.paths import ROOT
from components.server.packing import plotly_address
from components.server.streamlit_internals import PAGE_FILE
from components.text.story import get_story
from tests.screens import open_page

EMPTY = PAGE_FILE.read_text("utf-8")
PHONE = [(b"user-agent", b"Mozilla/5.0 Mobile")]


def page(path: str, query: str = "", headers=()) -> str:
    scope = {"path": path, "query_string": query.encode(), "headers": list(headers)}
    return first.shell(scope, EMPTY)


class Words(HTMLParser):
    """Collects words and tags of what stands in #first, and notes what is left open."""

    VOID = ("meta", "link", "wbr", "br", "img", "input")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, name, attrs):
        self.tags.append((name, dict(attrs)))
        if name not in self.VOID:
            self.open.append(name)

    def handle_endtag(self, name):
        assert self.open and self.open.pop() == name, f"</{name}> closes something else"

    def handle_startendtag(self, name, attrs):
        self.tags.append((name, dict(attrs)))

    def handle_data(self, words):
        self.words += words


def scripts(html: str) -> set[str]:
    return {*re.findall(r"<script>(.*?)</script>", html, re.DOTALL)}


def seen(html: str) -> Words:
    return Words(html[html.index('<main id="first"') : html.index('<div id="root">')])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", layout.page_names())
def test_every_page_can_be_read_at_once(name, language):
    """Each page says its title and the way to the others, in the reader's language."""
    html = page(f"/{name}", f"lang={language}")
    found = seen(html)
    assert not found.open, f"left open: {found.open}"
    assert f'<html lang="{language}">' in html and "You need to enable JavaScript" not in html
    assert layout.title_of(name, language).replace(" ", "") in found.words.replace(" ", "")
    links = {attrs["href"] for tag, attrs in found.tags if tag == "a" and "href" in attrs}
    assert {f"/{each}?lang={language}" for each in layout.page_names() if each != "search"} <= links


def test_a_step_brings_its_words_and_its_picture():
    """The asked step stands there whole: headline, words, picture in both looks, takeaway."""
    for headers, width in (((), "0 0 912"), (PHONE, "0 0 358")):
        found = seen(page("/health_insurance", "lang=en&step=1", headers))
        stills = [attrs for tag, attrs in found.tags if tag == "svg"]
        assert len(stills) == 2 and all(each["viewbox"].startswith(width) for each in stills)
        names = [attrs.get("class", "") for _, attrs in found.tags]
        assert "takeaway" in names and "first-still dark" in names
        assert sum(tag == "h2" for tag, _ in found.tags) == 1


def test_a_question_is_asked_before_it_is_answered():
    """A step that asks for a guess shows its question, and gives neither words nor picture away."""
    step = get_story("health_insurance").topic("ja").steps[1]
    shown = page("/health_insurance", "lang=ja&step=2")
    found = seen(shown)
    assert not [tag for tag, _ in found.tags if tag == "svg"]
    assert str(step.question.text) in shown.replace("<wbr>", "")
    assert str(step.headline) not in shown.replace("<wbr>", "")


def test_whatever_a_link_says_stays_words():
    """Nothing of a link but its valid language and step reaches the page."""
    evil = quote("\"><script>alert(1)</script>&#x27;')//")
    for query in (
        f"lang={evil}&step={evil}",
        f"step={evil}&lang=ja",
        f"q={evil}&record={evil}",
        "step=99999999999",
        "step=²&lang=ｊａ",
        "lang=%00&step=%ff",
        "step=1&step=all",
        "&".join(f"a{n}=1" for n in range(500)),
    ):
        html = page("/health_insurance", query)
        assert "alert(1)" not in html and evil not in html
        assert not seen(html).open
        assert html.count("<script") == EMPTY.count("<script") + 1


def test_no_sight_where_there_is_nothing_to_show():
    """Unknown pages and the stage are left to the app, and so is a page that fails."""
    for path, query in (
        ("/nothing", ""),
        ("/overview/x", ""),
        ("/health_insurance", "view=present"),
    ):
        html = page(path, query)
        assert 'id="first"' not in html and '<div id="root">' in html


def test_a_page_that_fails_is_still_served(monkeypatch):
    """A broken record costs the first sight, not the page."""
    monkeypatch.setattr(first, "page_html", lambda *_, **__: 1 / 0)
    html = page("/overview")
    assert 'id="first"' not in html and '<div id="root">' in html


def test_only_constant_scripts_are_added():
    """Script is the same for everybody, and a file: nothing of ours stands in the page itself."""
    address = assets.page_script_address()
    assert assets.files()[address].decode() == assets.page_script()
    for path in ("/overview", "/nothing"):
        html = page(path)
        assert scripts(html) == scripts(EMPTY)
        assert html.count("<script") == EMPTY.count("<script") + 1
        assert f'<script src="{address}"></script>' in html
        assert f'<meta name="plotly" content="{plotly_address()}">' in html.split("</head>")[0]
        assert assets.style("page.css") in html and "<noscript>" not in html.split("<main")[0]


def test_what_the_page_brings_is_not_sent_again(monkeypatch):
    """Stylesheet and script come with the page where we serve it, else with every run."""
    for served, times in ((False, 1), (True, 0)):
        monkeypatch.setattr(assets, "HELD", Event())
        if served:
            assets.leave_to_shell()
        bodies = [each.proto.body for each in open_page("overview", lang="ja").get("html")]
        for ours in (assets.style("page.css"), assets.page_script()):
            assert sum(ours in body for body in bodies) == times


def test_dark_is_as_dark_as_the_page():
    """Until the app says which look it has, the browser's wish gives the same colours."""
    style = page("/overview").split("<style>")[1].split("</style>")[0]
    dark = re.search(r':root:has\(#reader\[data-look="dark"\]\) \{(.*?)\}', style, re.DOTALL)[1]
    assert f"prefers-color-scheme: dark) {{ :root:has(#first) {{ {dark} }}" in style


BEGINS = """
import asyncio, sys, threading, serve
async def begin():
    async with serve.lifespan(serve.app):
        assert hasattr(sys.modules["pandas"], "Series"), threading.enumerate()
asyncio.run(begin())
"""


def test_whoever_comes_first_has_a_chart():
    """Charts fail while another thread loads pandas: all of it is there before anybody comes."""
    done = subprocess.run([sys.executable, "-c", BEGINS], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
