"""What the tests share: opening a page without a browser, and the stories there are."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from streamlit.testing.v1 import AppTest

from components.text.story import get_story

ROOT = Path(__file__).parents[1]
PAGES = sorted(page.stem for page in (ROOT / "pages").glob("[!_]*.py"))


ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
DATA = re.compile(r'<figure id="chart_.*?</figure>|<div id="rows_.*?</div>', re.DOTALL)
# The walks, told step by step; the other pages are there to look things up in.
TOPICS = [page for page in PAGES if get_story(page).walk]


def open_page(page: str, **link: str) -> AppTest:
    """Open a page as a cold link would, with these parameters."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    return app.switch_page(f"pages/{page}.py").run()


def words(app: AppTest) -> str:
    """Give all HTML on the screen as one text, without stylesheet, script, charts and files."""
    return DATA.sub("", _html(app))


def _html(app: AppTest) -> str:
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith(("<style", "<script")))


def charts(app: AppTest) -> list[str]:
    """Give the charts on the screen, each as the JSON of its figure, which the browser draws."""
    found = _Figures()
    found.feed(_html(app))
    return found.figures


def chart_names(app: AppTest) -> list[str]:
    """Give what a screen reader says of each chart on the screen."""
    found = re.findall(r'<figure id="chart_[^>]*aria-label="([^"]*)"', _html(app))
    return [unescape(each) for each in found]


def link(app: AppTest, words_or_id: str) -> dict[str, str]:
    """Give the attributes of the first link with these words or this id."""
    for attributes, inner in re.findall(r"<a ([^>]*)>(.*?)</a>", words(app)):
        found = {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes)}
        if words_or_id in (found.get("id"), unescape(inner)):
            return found | {"words": unescape(inner)}
    raise AssertionError(f"no link {words_or_id}")


def follow(app: AppTest, words_or_id: str) -> AppTest:
    """Follow a link of the page to the page itself, as behaviour.js does: the rest is kept."""
    found = link(app, words_or_id)
    assert "data-keep" in found
    for name, value in parse_qsl(urlsplit(found["href"]).query, keep_blank_values=True):
        if value:
            app.query_params[name] = value
        elif name in app.query_params:
            del app.query_params[name]
    return app.run()


def answer(app: AppTest, guess: int | None = None) -> AppTest:
    """Send a guess, or the one the slider stands on, if the step asks for one."""
    for slider in app.select_slider:
        if slider.key.startswith("scale_"):
            if guess is not None:
                slider.set_value(guess)
            return app.button(key=slider.key.replace("scale_", "answer_", 1)).click().run()
    return app


class _Figures(HTMLParser):
    """Gathers the text of the hidden elements that hold a chart's figure."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.inside = dict(attrs).get("class") == "chart-figure"
        if self.inside:
            self.figures.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.figures[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = False
