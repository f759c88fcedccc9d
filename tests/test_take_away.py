"""What the screen offers to take along: made on the click, in the reader's language, and kept."""

import pytest

from components.app import downloads
from components.data import cache
from components.data.editions import editions
from components.export.forms import Form, form
from components.presenter.talk import Talk
from components.text.topics import interface
from tests.screens import follow, open_page, words

LANGUAGES = ("ja", "en")
TALK = Talk((("overview", "five_numbers"), ("mynapoint", "deadlines_moved")), 10)


@pytest.fixture(autouse=True)
def forget():
    """Begin and end with nothing kept."""
    cache.clear_cache()
    yield
    cache.clear_cache()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "link"), [("overview", {}), ("talk", {"talk": TALK.written()})])
def test_a_topic_and_a_talk_can_be_taken_along(page, link, language):
    """Below a topic, and below a talk that is built, stands a way to each form offered."""
    app = open_page(page, lang=language, **link)
    assert not app.exception and buttons(app) == set()
    for name in downloads.OFFERED:
        label = interface(f"take_{name}", language)
        follow(app, label)
        assert not app.exception and buttons(app) == {label}
        assert link.items() <= {each: app.query_params[each] for each in link}.items()


def buttons(app) -> set[str]:
    """Name the buttons that make a form."""
    return {
        each.proto.label
        for each in app.get("download_button")
        if each.proto.label != interface("talk_save", app.query_params["lang"])
    }


@pytest.mark.parametrize("wish", ["nothing", "<b>", "citations_bib", "../deck"])
def test_only_what_is_offered_is_given(wish):
    """A link that asks for another file gets the page and no button."""
    app = open_page("overview", lang="en", take=wish)
    assert not app.exception and buttons(app) == set()


def test_a_talk_without_steps_offers_nothing():
    """Where nothing is chosen there is nothing to take along."""
    app = open_page("talk", lang="en", take="deck")
    assert buttons(app) == set() and "data-take" not in words(app)


@pytest.mark.parametrize("name", downloads.OFFERED)
def test_a_file_is_made_once_for_many(monkeypatch, name):
    """The bytes come when asked for; the second reader who asks gets the same."""
    made = []
    make = Form.make

    def counted(each, request, language):
        made.append((each.name, request.topics, language))
        return make(each, request, language)

    monkeypatch.setattr(Form, "make", counted)
    maker = downloads._maker(form(name), "overview", "en", ("overview",), None)
    assert made == []
    first = maker()
    assert len(first) > 1000 and maker() is first
    assert made == [(name, ("overview",), "en")]


def test_two_talks_are_two_files():
    """A talk's file tells its own steps, whichever talk was asked for before."""
    sheet = form("citations_bib")
    other = Talk(TALK.steps[:1], 10)
    files = [downloads._maker(sheet, each.written(), "en", (), each)() for each in (TALK, other)]
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
