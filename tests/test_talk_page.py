"""The page that builds a talk: all it does stands in the link."""

import pytest

from components.data.dataset import load_dataset
from components.presenter.talk import read_steps, whole
from components.text import town
from components.text.topics import interface
from tests.screens import follow, link, open_page, words
from tests.talks import TEN

A, B, C = ("overview", "what_is_what"), ("overview", "five_numbers"), ("mynapoint", "same_budget")


def test_the_builder_writes_the_link():
    """Adding, moving, taking out and the length all stand in the link at once."""
    app = open_page("talk", lang="en")
    assert "There are no steps yet" in words(app)
    app.selectbox(key="topic").set_value("mynapoint").run()
    follow(app, "add_mynapoint_same_budget")
    app.selectbox(key="topic").set_value("overview").run()
    follow(app, "add_all")
    all_ = ".".join(step_id for _, step_id in whole("overview").steps)
    assert app.query_params["talk"] == f"20~mynapoint.same_budget~overview.{all_}"
    follow(app, "down_mynapoint_same_budget_0")
    follow(app, "remove_overview_five_numbers_0")
    length = app.number_input(key="minutes").set_value(35)
    length.run()
    assert "minutes" not in app.query_params and length.value == 35
    talk = read_steps(app.query_params["talk"])
    assert talk.minutes == 35 and talk.steps[:2] == (A, C) and B not in talk.steps
    assert not app.exception


@pytest.mark.parametrize(
    ("wish", "minutes"), [("0", 1), ("9999", 240), ("-5", 20), ("²", 20), ("<b>", 20), ("1e2", 20)]
)
def test_a_length_out_of_bounds_becomes_the_nearest(wish, minutes):
    """Whatever a link says of the length, the talk has one that a talk may have."""
    app = open_page("talk", lang="ja", talk="20~overview.1", minutes=wish)
    assert app.number_input(key="minutes").value == minutes and not app.exception
    assert read_steps(app.query_params["talk"]).minutes == minutes


def test_a_long_talk_has_no_more_elements_than_a_short_one():
    """However many steps a talk has, it goes out in as many parts, which keeps a run cheap."""
    short = open_page("talk", lang="en", talk="20~overview.1")
    long = open_page("talk", lang="en", talk=TEN)
    assert len(list(short.main)) == len(list(long.main)) < 24
    assert len(long.button) == len(long.selectbox) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_pasted_text_opens_its_talk(language):
    """Pasted text puts its talk into the link; anything else gets a sentence and keeps the talk."""
    app = open_page("talk", lang=language, talk="20~overview.1")
    for words_, kept in (("<b>no talk</b>", "20~overview.1"), (f"x talk={TEN} y", TEN)):
        app.text_area(key="pasted").set_value(words_)
        app.button(key="open").click().run()
        assert read_steps(app.query_params["talk"]) == read_steps(kept)
        said = f'role="status">{interface("talk_not_found", language)}<'
        assert (said in words(app)) == (kept != TEN)


def test_a_step_may_come_twice():
    """A talk may return to a step; each of its rows has ways of its own."""
    app = open_page("talk", lang="ja", talk="20~overview.1.2.1")
    follow(app, "remove_overview_what_is_what_1")
    assert read_steps(app.query_params["talk"]).steps == (A, B)


@pytest.mark.parametrize("wish", ["<b>", "\x00", "~~", "9" * 900, "20~x.y", "²~３"])
def test_any_link_gives_a_builder(wish):
    """Whatever a link says, the page stands."""
    app = open_page("talk", lang="ja", talk=wish)
    assert not app.exception and "notice trouble" not in words(app) and "<b>" not in words(app)


def test_the_read_view_leads_back_into_the_talk():
    """With a talk in the link, the way leads back to the step and fragment where it was left."""
    app = open_page("mynapoint", lang="en", step="5", talk=TEN, at="9.2")
    assert link(app, "present")["words"] == "Return to the talk"
    follow(app, "present")
    asked = {name: app.query_params[name] for name in ("view", "step", "beat", "talk")}
    assert asked == {"view": "present", "step": "9", "beat": "2", "talk": TEN}
    assert link(open_page("mynapoint", lang="en"), "present")["words"] == "Present"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_town_is_found_by_name_and_joins_the_talk(language):
    """With the towns chosen there is a field; the town chosen in it is the talk's last step."""
    app = open_page("talk", lang=language, talk=TEN, topic="your_town")
    app.selectbox(key="record of your_town").set_value("131130").run()
    assert not app.exception
    assert read_steps(app.query_params["talk"]).steps[-1] == ("your_town", "131130")
    assert str(town.headline(load_dataset(), "131130", language)) in words(app)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_step_that_is_none_is_refused_with_a_sentence(language):
    """What a link names that is no step of ours is left out, and the page says so."""
    app = open_page("talk", lang=language, talk=f"{TEN}~your_town.999999~nowhere.x")
    assert interface("talk_unknown", language, count="2") in words(app)
    said = interface("talk_unknown", language, count="2").split("2")[1]
    assert said not in words(open_page("talk", lang=language, talk=TEN))
