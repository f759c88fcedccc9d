"""The light pages: what a phone gets, without a server."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.applications import Starlette

from components.charts.themes import DARK, LIGHT, tokens
from components.presenter.play import slide_of
from components.presenter.talk import whole
from components.rooms import assets
from components.rooms.light_pages import Place
from components.rooms.pages import pages
from components.rooms.requests import edition_mark
from components.rooms.step_page import COLOUR, at_fragment, step_html
from components.text.story import topic_ids
from components.text.topics import interface
from tests.asking import ask

LIVE = Path(__file__).parents[1] / "components/rooms"
STEPS = [(*step, language) for language in ("ja", "en") for step in whole(*topic_ids()).steps]


async def find(_request, code: str) -> Place | None:
    """Stand for the rooms: one is open, one cannot be asked for."""
    if code == "NBDYHM":
        raise OSError("away")
    talk = whole("mynapoint")
    return Place(code, talk, 1, 1, True, edition_mark()) if code == "ABCDEF" else None


@pytest.fixture(scope="module")
def app() -> Starlette:
    """The light pages with one open room."""
    return Starlette(routes=pages(find))


EMPTY = {"input", "meta", "link", "wbr", "br"}


class Reader(HTMLParser):
    """Reads as a browser without script does: every tag, and the words that are not hidden."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.seen: list[str] = []
        self.words = ""
        self._open: list[bool] = []
        self.feed(written)

    def handle_starttag(self, tag, attrs) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        hidden = "hidden" in attributes or any(self._open)
        if not hidden:
            self.seen.append(tag)
        if tag not in EMPTY:
            self._open.append(hidden)

    def handle_endtag(self, tag) -> None:
        self._open.pop()

    def handle_data(self, data) -> None:
        self.words += "" if any(self._open) else data


@pytest.mark.parametrize("step", STEPS, ids="/".join)
def test_every_step_can_be_followed(step):
    """Each fragment has its part on the phone, with one headline and nothing inline."""
    written = step_html(*step)
    fragments = range(1, len(slide_of(*step)["fragments"]) + 1)
    for fragment in fragments:
        assert Reader(at_fragment(written, fragment)).seen.count("h1") == 1, fragment
    for tag, attributes in Reader(written).tags:
        assert tag not in ("script", "style", "iframe", "img"), tag
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        if "data-first" in attributes:
            assert {int(attributes["data-first"]), int(attributes["data-last"])} <= set(fragments)
    assert interface("chart_failed", step[2]) not in written


@pytest.mark.parametrize("step", STEPS, ids="/".join)
def test_stills_have_a_dark_counterpart(step):
    """A chart has colours the stylesheet can turn dark, or is drawn a second time for the dark."""
    written = step_html(*step)
    odd = set(COLOUR.findall(written)) - set(tokens(LIGHT)) - set(tokens(DARK))
    assert not odd or "by-night" in written


def test_a_question_is_not_answered_before_its_time():
    """At the question a phone without script sees no headline, no chart and no value of it."""
    page = Reader(at_fragment(step_html("mynapoint", "planned_and_applied", "ja"), 1))
    assert "何人だったでしょうか" in page.words
    assert "2,531万人" not in page.words and "svg" not in page.seen


def test_the_list_of_steps_keeps_answers_to_itself(app):
    """The way to a step with a question names its chart, not its finding."""
    listed = ask(app, "/live/ABCDEF?lang=ja").text.split("<ol>")[-1]
    assert "第1弾で見込まれた人数と申し込んだ人数" in listed
    assert "半分ほどだった" not in listed


def test_a_step_is_made_once_for_all():
    """Two listeners get the same words, made one time."""
    first = step_html("mynapoint", "deadlines_moved", "ja")
    assert step_html("mynapoint", "deadlines_moved", "ja") is first


@pytest.mark.parametrize(
    "written", ["ABCDEF", "abc-def", " Abc def ", "ＡＢＣ－ＤＥＦ", "ａｂｃｄｅｆ"]
)
def test_a_code_is_read_as_people_write_it(app, written):
    """Case, hyphens, blanks and full-width letters make no difference."""
    answer = ask(app, f"/live?code={written}&lang=en")
    assert (answer.status_code, answer.headers["location"]) == (303, "/live/ABCDEF?lang=en")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_room_that_is_not_there_is_told_kindly(app, language):
    """Unknown codes and rooms that cannot be asked for are told in the reader's language."""
    for path, status, key in (
        ("/live/ZZZZZZ", 404, "live_unknown"),
        ("/live/%2e%2e", 404, "live_unknown"),
        ("/live/NBDYHM", 503, "live_away"),
    ):
        answer = ask(app, path, accept_language=language)
        assert answer.status_code == status and interface(key, language) in answer.text
        assert f'lang="{language}"' in answer.text and 'name="code"' in answer.text


def test_what_is_typed_is_never_echoed(app):
    """No text of a request comes back in a page."""
    for path in ("/live?code=<script>x</script>", "/live/<b>?lang=<i>&size=<u>"):
        written = ask(app, path).text
        assert "<script>" not in written and "<b></b>" not in written and "<i>" not in written
        assert "x</script>" not in written


def test_language_and_size_live_in_the_link(app):
    """The link says language and size; without it the phone's own language is taken."""
    assert '<html lang="en" class="size3">' in ask(app, "/live/ABCDEF?lang=en&size=3").text
    assert (
        '<html lang="en" class="size1">'
        in ask(app, "/live/ABCDEF?size=9", accept_language="fr-FR,en-GB;q=0.8,ja;q=0.5").text
    )
    assert '<html lang="ja" ' in ask(app, "/live/ABCDEF").text


def test_pages_set_nothing_and_steps_are_kept_while_they_are_true(app):
    """No cookie; a page is asked for anew, a step is kept as long as data/ stays as it is."""
    step = f"/live/ABCDEF/steps/2?lang=ja&edition={edition_mark()}"
    for path, kept in (
        ("/live/ABCDEF", "no-store"),
        (step, "immutable"),
        ("/live/ABCDEF/steps/2?lang=ja&edition=old", "no-store"),
        (assets.address_of("follow.js"), "immutable"),
        ("/live/assets/follow.js?v=old", "no-store"),
    ):
        answer = ask(app, path)
        assert answer.status_code == 200 and kept in answer.headers["cache-control"]
        assert "set-cookie" not in answer.headers
    for path in ("/live/ABCDEF/steps/0", "/live/ABCDEF/steps/99", "/live/assets/pages.py"):
        assert ask(app, path).status_code == 404


def test_a_page_is_light(app):
    """Page, style and script together are under 20 kB on the wire; so is every step."""
    paths = ("/live/ABCDEF", assets.address_of("light.css"), assets.address_of("follow.js"))

    def weight(path: str) -> int:
        return int(ask(app, path, accept_encoding="gzip").headers["content-length"])

    sizes = [weight(path) for path in paths]
    assert sum(sizes) < 20_000, sizes
    assert max(weight(f"/live/ABCDEF/steps/{n}") for n in range(1, 8)) < 20_000


def test_what_is_sent_packed_is_the_same(app):
    """A phone that takes no packing reads the same page as one that does."""
    for path in ("/live/ABCDEF", "/live/ABCDEF/steps/3", assets.address_of("light.css")):
        plain = ask(app, path)
        assert "content-encoding" not in plain.headers
        assert ask(app, path, accept_encoding="br, gzip").text == plain.text
        refused = ask(app, path, accept_encoding="gzip;q=0")
        assert "content-encoding" not in refused.headers


def test_the_script_keeps_nothing_and_makes_no_markup():
    """A listener's script uses no cookie and no storage, and takes markup from our server alone."""
    script = (LIVE / "assets/follow.js").read_text("utf-8")
    for name in (
        "cookie",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "caches",
        "innerHTML",
        "insertAdjacentHTML",
        "eval(",
        "serviceWorker",
    ):
        assert name not in script, name


def test_a_qr_code_leads_to_the_room_alone(app):
    """A code for cameras is drawn for a plain address; anything else is no address."""
    good = ask(app, "/live/ABCDEF/qr_code.svg?at=http://192.168.1.5:8501")
    assert good.status_code == 200 and good.text.startswith("<svg")
    for at in ("javascript:alert(1)", "http://a/b", "http://a@b", "", "http://" + "a" * 200):
        assert ask(app, f"/live/ABCDEF/qr_code.svg?at={at}").status_code == 404
