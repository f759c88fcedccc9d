"""A talk: its steps and order, its link and its file."""

import pytest

from components.presenter.talk import (
    LONGEST,
    MOST,
    Talk,
    as_text,
    find_talk,
    read_steps,
    read_talk,
    whole,
)
from components.text.story import get_story
from tests.talks import TEN

A, B, C = ("overview", "what_is_what"), ("overview", "five_numbers"), ("mynapoint", "same_budget")


def test_steps_are_added_moved_and_taken_out():
    """Each change gives the talk one would expect; impossible ones change nothing."""
    talk = Talk((A, B)).with_steps([C])
    assert talk.steps == (A, B, C)
    assert talk.moved(2, -1).steps == (A, C, B)
    assert talk.moved(0, 2).steps == (B, C, A)
    assert talk.without(1).steps == (A, C)
    for same in (talk.moved(0, -1), talk.moved(2, 1), talk.moved(9, 1), talk.without(7)):
        assert same == talk
    assert (talk.lasting(0).minutes, talk.lasting(9999).minutes) == (1, 240)
    assert len(talk.with_steps([A] * 200).steps) == LONGEST


def test_a_talk_being_built_may_be_empty():
    """A link without steps is an empty talk of its length; a page that is no walk has no steps."""
    assert read_steps("") == Talk(()) and read_steps("45") == Talk((), 45)
    assert read_steps("45~search.begin~talk.how") == Talk((), 45)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_talk_survives_its_file(language):
    """The file names every headline for people, and opens to the same talk in any language."""
    talk = read_steps(TEN)
    text = as_text(talk, language)
    for topic_id, step_id in talk.steps:
        steps = get_story(topic_id).topic(language).steps
        assert str(next(each for each in steps if each.id == step_id).headline) in text
    assert find_talk(text) == talk
    assert find_talk("\ufeff" + text.replace("\n", "\r\n")) == talk


def test_a_pasted_link_opens_its_talk():
    """A link of the builder or of the present view is as good as a file, escaped or not."""
    talk = read_steps(TEN)
    for link in (
        f"/talk?lang=en&talk={TEN}",
        f"/overview?talk={TEN}&view=present&step=3",
        f"see /talk?talk={TEN.replace('~', '%7E')} tomorrow",
    ):
        assert find_talk(link) == talk


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "talk=",
        "talk=20",
        "talk=20~nothing.here",
        "20~overview.1",
        "\x00\x01PNG",
        "<b>talk=</b>",
        "talk=" + "~" * 9000,
        "%",
        "a" * 300_000,
        "talk=20~../../etc.passwd",
    ],
)
def test_what_holds_no_talk_says_so(junk):
    """Whatever a file holds, there is a valid talk in it or none."""
    assert find_talk(junk) is None


def test_a_talk_survives_its_link():
    """A talk written into a link is the same talk when it is read."""
    talk = Talk(
        (
            ("mynapoint", "deadlines_moved"),
            ("overview", "five_numbers"),
            ("mynapoint", "which_system"),
        ),
        45,
    )
    assert read_talk(talk.written(), "education") == talk
    assert read_talk(whole("overview").written(), "education") == whole("overview")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "~",
        "999999",
        "-5~x",
        "<b>",
        "20~nothing.here",
        "~~..~.",
        "²~３",
        "overview",
        "20~overview",
        "\x00",
        "a" * 9000,
        "20~../etc.passwd",
        "1e309~mynapoint.0.-1.999",
    ],
)
def test_any_text_is_a_talk(written):
    """Whatever a link says, there is a talk: known steps of it, or the whole topic."""
    talk = read_talk(written, "mynapoint")
    assert talk.steps == whole("mynapoint").steps
    assert 1 <= talk.minutes <= MOST


def test_a_talk_keeps_what_it_knows():
    """Unknown steps are left out, numbers stand for steps, and a talk has an end."""
    talk = read_talk("0~mynapoint.2.nonsense.which_system~nowhere.x~overview.1", "education")
    assert [step for _, step in talk.steps] == ["deadlines_moved", "which_system", "what_is_what"]
    assert talk.minutes == 1
    assert len(read_talk("20~mynapoint" + ".1" * 300, "mynapoint").steps) == LONGEST
