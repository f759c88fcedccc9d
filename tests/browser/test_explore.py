"""The data page as a person meets it: typed into, by keyboard, whole at every size."""

import pytest

from tests.browser.test_screens import LANGUAGES, flaws
from tests.browser.visit import PHONE


def test_a_measure_is_found_by_typing_and_sent_as_a_link(visit):
    """By keyboard alone: type a word, take a measure, and the link holds it; the phone draws it."""
    window = visit.open("/explore?lang=ja", size=PHONE)
    window.get_by_role("combobox").first.focus()
    window.keyboard.insert_text("市区町村の種類")
    window.get_by_role("option").first.wait_for()
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Enter")
    window.locator("#chart_explore").wait_for()
    assert "measure=issue_rate_by_municipality_type" in window.url


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["map", "table"])
def test_the_data_page_is_whole(visit, language, form):
    """Map and table are drawn on desk and phone without complaint, stranger or anything cut."""
    visit.open(f"/explore?lang={language}&measure=issue_rate_by_prefecture&form={form}")
    assert list(flaws(visit, language)) == []
