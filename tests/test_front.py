"""The front page: what this is, how far it knows, the newest numbers, and every way in."""

import re
from urllib.parse import unquote

import pytest

from components.data.dataset import load_dataset
from components.text.story import get_story, topic_ids
from tests.screens import open_page, words

LANGUAGES = ("ja", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_card_with_a_picture_and_its_length(language):
    """Each topic is a question with a picture and the number of its steps, and leads there."""
    shown = words(open_page("home", lang=language))
    cards = re.findall(r'<a class="card".*?</a>|<a [^>]*class="card"[^>]*>.*?</a>', shown, re.S)
    for topic_id in set(topic_ids()) - {"overview"}:
        (card,) = [each for each in cards if f'href="/{topic_id}?lang={language}"' in each]
        assert "<img" in card and str(len(get_story(topic_id).topic(language).steps)) in card


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_five_numbers_open_their_records(language):
    """Each number card shows a value that is a record, with its date, and its record opens."""
    shown = words(open_page("home", lang=language))
    step = next(each for each in get_story("home").topic(language).steps if each.id == "numbers")
    assert len(step.points) == 5
    for point in step.points:
        (value,) = point.number.mentions
        assert value.record and value.text in shown
        assert f'id="front-{value.record.id}"' in shown
        assert any(each.record for each in point.more.mentions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_says_how_much_it_holds_and_how_far_it_knows(language):
    """The count of claims and the date of the newest number stand under the title."""
    shown = words(open_page("home", lang=language))
    newest = load_dataset().newest()
    assert newest and f"{len(load_dataset().claims):,}" in shown
    assert newest.as_of[:4] in shown


def test_pictures_of_cards_have_no_words_of_their_own():
    """A card's picture is small: whatever it says stands in the card, where type grows."""
    shown = words(open_page("home", lang="ja"))
    pictures = [unquote(each) for each in re.findall(r'src="(data:image/svg[^"]*)"', shown)]
    small = [each for each in pictures if "0 0 240 72" in each]
    assert len(small) == 15
    assert not any("<text" in each for each in small)
