"""The page that builds a talk: all it does stands in the link."""

import pytest

from components.stage.talk import read_steps, whole
from components.stage.talk_file import as_text
from tests.screens import follow, link, open_page, words
from tests.talks import TEN

A, B, C = ("overview", "what_is_what"), ("overview", "five_numbers"), ("mynapoint", "same_budget")


def test_the_builder_writes_the_link():
    """Adding, moving, taking out and the length all stand in the link at once."""
    app = open_page("talk", lang="en")
    assert "There are no steps yet" in words(app)
    app.selectbox(key="talk_topic").set_value("mynapoint").run()
    app.button(key="add_mynapoint_same_budget").click().run()
    app.selectbox(key="talk_topic").set_value("overview").run()
    app.button(key="add_all").click().run()
    all_ = ".".join(step_id for _, step_id in whole("overview").steps)
    assert app.query_params["talk"] == f"20~mynapoint.same_budget~overview.{all_}"
    app.button(key="down_mynapoint_same_budget_0").click().run()
    app.button(key="remove_overview_five_numbers_0").click().run()
    app.number_input(key="talk_minutes").set_value(35).run()
    talk = read_steps(app.query_params["talk"])
    assert talk.minutes == 35 and talk.steps[:2] == (A, C) and B not in talk.steps
    assert not app.exception


def test_a_step_may_come_twice():
    """A talk may return to a step; each of its rows has buttons of its own."""
    app = open_page("talk", lang="ja", talk="20~overview.1.2.1")
    app.button(key="remove_overview_what_is_what_1").click().run()
    assert read_steps(app.query_params["talk"]).steps == (A, B)


def test_a_saved_talk_is_opened_from_its_text():
    """Pasted text puts its talk into the link; anything else gets a plain sentence."""
    app = open_page("talk", lang="en", talk="20~overview.1")
    app.text_area(key="talk_text").set_value("<b>no talk</b>")
    app.button(key="talk_open").click().run()
    assert "No talk was found" in words(app) and "<b>no" not in words(app)
    assert app.query_params["talk"] == "20~overview.1"
    app.text_area(key="talk_text").set_value(as_text(read_steps(TEN), "ja"))
    app.button(key="talk_open").click().run()
    assert app.query_params["talk"] == TEN and "Know before you go" in words(app)


@pytest.mark.parametrize("wish", ["<b>", "\x00", "~~", "9" * 900, "20~x.y", "²~３"])
def test_any_link_gives_a_builder(wish):
    """Whatever a link says, the page stands."""
    app = open_page("talk", lang="ja", talk=wish)
    assert not app.exception and "notice trouble" not in words(app) and "<b>" not in words(app)


def test_the_read_view_leads_back_into_the_talk():
    """With a talk in the link, the way leads back to the step and beat where it was left."""
    app = open_page("mynapoint", lang="en", step="5", talk=TEN, at="9.2")
    assert link(app, "present")["words"] == "Return to the talk"
    follow(app, "present")
    asked = {name: app.query_params[name] for name in ("view", "step", "beat", "talk")}
    assert asked == {"view": "present", "step": "9", "beat": "2", "talk": TEN}
    assert link(open_page("mynapoint", lang="en"), "present")["words"] == "Present"
