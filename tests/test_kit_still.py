"""Where nothing moves, nobody is told to press, move or choose anything."""

import re

import pytest

from components.export.handout_step import Paper
from components.rooms.step_page import Phone
from components.text.story import get_story
from components.views.screen import Screen
from tests.kit_parity import LANGUAGES
from tests.screens import TOPICS

TOLD = {
    "ja": re.compile(
        "(を|で)(押す|押して|おす|おして|おします)|(を|で)動か(す|し)と|選ぶと|切り(か|替)えると"
    ),
    "en": re.compile(
        r"\b[Pp]ress (an?|the|play|it)\b|\b([Cc]lick|Move the|Pick|Switch the|Choose an? (?!topic))"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_nobody_is_told_to_press_paper(topic, language):
    """The text of a step on paper, on a phone and in a slide's notes asks for no screen."""
    told = get_story(topic).topic(language)
    for step in told.steps:
        texts = (step.headline, step.short, *step.body, step.takeaway)
        said = "\n".join(map(str, (*texts, *step.note)))
        assert not TOLD[language].search(said), (step.id, TOLD[language].search(said))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_reader_can_do_stands_on_screens_alone(language):
    """A sentence for the screen stands on the screen, and neither on paper nor on a phone."""
    step = get_story("education").step("how_long_kept", language)
    (words,) = map(str, step.on_screen)
    assert words in Screen(language, "words").body(step)
    assert words not in Paper(language).body(step)
    assert words not in Phone(language).body(step)
