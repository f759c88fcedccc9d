"""The overview leads everywhere: to each topic and page of the menu, in both languages."""

import pytest

from components.text.story import get_story
from components.text.topics import sections
from tests.screens import charts, open_page, words

MENU = {name for section in sections() for name in section.topics} - {"home", "overview"}


def leads_to(step_id: str) -> set[str]:
    """Give the pages a step of the overview leads to."""
    steps = {step.id: step for step in get_story("overview").topic("ja").steps}
    return {point.to for point in steps[step_id].points}


def test_every_page_can_be_reached_from_the_overview():
    """By topic and by reference together, the overview names all pages of the menu once."""
    by_topic, reference = leads_to("by_topic"), leads_to("reference")
    assert by_topic | reference == MENU and not by_topic & reference


def test_each_topic_has_a_reader_it_is_for():
    """Whoever one is, there is a way in; every topic is somebody's."""
    assert leads_to("by_topic") <= leads_to("ways_in")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_lines_name_the_topics_as_their_pages_do(language):
    """A way into a page bears the page's own title and one line on what it holds."""
    steps = [
        step
        for step in get_story("overview").topic(language).steps
        if step.id in ("by_topic", "reference")
    ]
    for point in (point for step in steps for point in step.points):
        assert str(point.text) == get_story(point.to).topic(language).title
        assert str(point.more)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_five_numbers_are_the_five(language):
    """Cards (issued and held apart), readers, points not used, errors and courts, rounded."""
    app = open_page("overview", lang=language, step="2")
    chart = charts(app)[0]
    assert not app.exception and "dash" in chart
    assert all(exact in words(app) for exact in ("85.8%", "77.6%", "2,972", "8,395"))
    installed = {"ja": "21.3万施設", "en": "213,000"}[language]
    assert all(drawn in chart for drawn in ("85.8%", "77.6%", installed, "8,395"))
