"""One's own town, as a person meets it: typed on a phone, seen whole, played, shared."""

import time

import pytest

from components.data.dataset import load_dataset
from components.text import town
from tests.browser.test_screens import LANGUAGES, flaws
from tests.browser.visit import PHONE, settled

SHIBUYA = "131130"
FIND_WITHIN = 10  # seconds from the tap on the field to the town's own page


@pytest.mark.parametrize("typed", ["しぶや", "シブヤ", "渋谷", "shibuya"])
def test_a_town_is_found_by_typing_on_a_phone(visit, typed):
    """A name, a reading in either kana, or Latin letters lead to the town within ten seconds."""
    window = visit.open("/your_town?lang=ja", size=PHONE)
    begun = time.monotonic()
    window.get_by_role("combobox").first.click()
    window.keyboard.insert_text(typed)
    window.get_by_role("option").first.wait_for()
    window.keyboard.press("Enter")
    window.locator("#town-headline").wait_for()
    assert time.monotonic() - begun < FIND_WITHIN
    said = window.locator("#town-headline").inner_text().replace("\n", "")
    assert said == str(town.headline(load_dataset(), SHIBUYA, "ja"))
    assert f"town={SHIBUYA}" in window.url


def test_nothing_found_is_said_in_japanese(visit):
    """A word that fits no town is answered in the page's language."""
    window = visit.open("/your_town?lang=ja", size=PHONE)
    window.get_by_role("combobox").first.click()
    window.keyboard.insert_text("qqqq")
    window.get_by_text("見つかりません").wait_for()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_town_is_whole(visit, language):
    """Drawn on desk and phone without complaint, request elsewhere, or anything sticking out."""
    visit.open(f"/your_town?lang={language}&town={SHIBUYA}&compare=473758,011002&date=2020-03-01")
    assert list(flaws(visit, language)) == []


def test_the_date_plays_and_stops(visit):
    """Playing goes on from the date that stands; stopped, the link holds the date that is shown."""
    window = visit.open(f"/your_town?lang=en&town={SHIBUYA}&date=2020-03-01")
    shown = window.locator("#place-words")
    button = window.locator(".st-key-play button")
    button.click()
    shown.get_by_text("1 May 2020").wait_for()
    button.click()
    window.get_by_role("button", name="Play").wait_for()
    settled(window)
    written = load_dataset()
    date = window.url.rpartition("date=")[2]
    assert shown.inner_text().replace("\n", " ") == str(town.place(written, SHIBUYA, date, "en"))
