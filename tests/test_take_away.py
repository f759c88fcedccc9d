"""What the screen offers to take along: made on the click, in the reader's language, and kept."""

import pytest

from components.content import kept
from components.content.editions import editions
from components.content.topics import interface
from components.kit.forms import Form, form
from components.stage.talk import Talk
from components.ui import take_away
from tests.screens import open_page, words

LANGUAGES = ("ja", "en")
TALK = Talk((("overview", "five_numbers"), ("mynapoint", "deadlines_moved")), 10)


@pytest.fixture(autouse=True)
def forget():
    """Begin and end with nothing kept."""
    kept.forget()
    yield
    kept.forget()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "link"), [("overview", {}), ("talk", {"talk": TALK.written()})])
def test_a_topic_and_a_talk_can_be_taken_along(page, link, language):
    """Below a topic, and below a talk that is built, stands a button for each form offered."""
    app = open_page(page, lang=language, **link)
    assert not app.exception
    labels = {each.proto.label for each in app.get("download_button")}
    assert {interface(f"take_{name}", language) for name in take_away.OFFERED} <= labels


def test_a_talk_without_steps_offers_nothing():
    """Where nothing is chosen there is nothing to take along."""
    app = open_page("talk", lang="en")
    labels = {each.proto.label for each in app.get("download_button")}
    assert not labels & {interface(f"take_{name}", "en") for name in take_away.OFFERED}


@pytest.mark.parametrize("name", take_away.OFFERED)
def test_a_file_is_made_once_for_many(monkeypatch, name):
    """The bytes come when asked for; the second reader who asks gets the same."""
    made = []
    make = Form.make

    def counted(each, wish, language):
        made.append((each.name, wish.topics, language))
        return make(each, wish, language)

    monkeypatch.setattr(Form, "make", counted)
    maker = take_away._maker(form(name), "overview", "en", ("overview",), None)
    assert made == []
    first = maker()
    assert len(first) > 1000 and maker() is first
    assert made == [(name, ("overview",), "en")]


def test_two_talks_are_two_files():
    """A talk's file tells its own steps, whichever talk was asked for before."""
    sheet = form("citations_bib")
    other = Talk(TALK.steps[:1], 10)
    files = [take_away._maker(sheet, each.written(), "en", (), each)() for each in (TALK, other)]
    assert files[0] != files[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_paper_leads_to_what_changed(language):
    """The link names an edition and the page compares with it; a name that is none says so."""
    latest = editions()[0]
    app = open_page("changes", lang=language, since=latest.name)
    assert not app.exception and app.selectbox(key="since").value == latest.name
    assert interface("unknown_edition", language) not in words(app)
    app = open_page("changes", lang=language, since="1999-01")
    assert interface("unknown_edition", language) in words(app)
    assert app.selectbox(key="since").value == latest.name
