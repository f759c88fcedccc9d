"""The page that builds a talk: all it does stands in the link."""

import pytest

from components.presenter.talk import read_steps, whole
from tests.screens import choose, fields, follow, link, open_page, words
from tests.talks import TEN

A, B, C = ("overview", "what_is_what"), ("overview", "five_numbers"), ("mynapoint", "same_budget")


def test_the_builder_writes_the_link():
    """Adding, moving, taking out and the length all stand in the link at once."""
    app = open_page("talk", lang="en")
    assert "There are no steps yet" in words(app)
    choose(app, topic="mynapoint")
    follow(app, "add_mynapoint_same_budget")
    choose(app, topic="overview")
    follow(app, "add_all")
    all_ = ".".join(step_id for _, step_id in whole("overview").steps)
    assert app.query_params["talk"] == f"20~mynapoint.same_budget~overview.{all_}"
    follow(app, "down_mynapoint_same_budget_0")
    follow(app, "remove_overview_five_numbers_0")
    choose(app, minutes="35")
    assert "minutes" not in app.query_params and fields(app)["minutes"] == "35"
    talk = read_steps(app.query_params["talk"])
    assert talk.minutes == 35 and talk.steps[:2] == (A, C) and B not in talk.steps
    assert not app.exception


@pytest.mark.parametrize(
    ("wish", "minutes"), [("0", 1), ("9999", 240), ("-5", 20), ("²", 20), ("<b>", 20), ("1e2", 20)]
)
def test_a_length_out_of_bounds_becomes_the_nearest(wish, minutes):
    """Whatever a link says of the length, the talk has one that a talk may have."""
    app = open_page("talk", lang="ja", talk="20~overview.1", minutes=wish)
    assert fields(app)["minutes"] == str(minutes) and not app.exception
    assert read_steps(app.query_params["talk"]).minutes == minutes


def test_the_builder_is_one_element():
    """However many steps a talk has, the page goes out as one part, which keeps a run cheap."""
    app = open_page("talk", lang="en", talk=TEN)
    parts = [each.proto.body for each in app.get("html")]
    assert sum(not each.startswith(("<style", "<script")) for each in parts) == 1
    assert not app.button and not app.selectbox


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
    """With a talk in the link, the way leads back to the step and beat where it was left."""
    app = open_page("mynapoint", lang="en", step="5", talk=TEN, at="9.2")
    assert link(app, "present")["words"] == "Return to the talk"
    follow(app, "present")
    asked = {name: app.query_params[name] for name in ("view", "step", "beat", "talk")}
    assert asked == {"view": "present", "step": "9", "beat": "2", "talk": TEN}
    assert link(open_page("mynapoint", lang="en"), "present")["words"] == "Present"
