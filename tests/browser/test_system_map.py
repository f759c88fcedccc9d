"""The map of systems as a reader uses it: by pointer, by keyboard, on a phone."""

import pytest

from tests.browser.test_screens import LANGUAGES, flaws
from tests.browser.visit import PHONE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("more", ["", "&node=node_oqs"])
def test_the_map_is_whole(visit, language, more):
    """Map and record are drawn on desk and phone without complaint, stranger or anything cut."""
    visit.open(f"/system_map?lang={language}{more}")
    assert list(flaws(visit, language)) == []


def test_a_box_that_is_pressed_shows_its_own_links_and_record(visit):
    """From the whole map to a system, on to a box beside it, and back by the browser's way."""
    page = visit.open("/system_map?lang=ja")
    page.get_by_label("オンライン資格確認等システムのつながり").click()
    page.locator("#node").wait_for()
    assert "社会保険診療報酬支払基金" in page.locator("#node").inner_text()
    page.get_by_label("電子カルテのつながり").focus()
    page.keyboard.press("Enter")
    page.locator("#node h2", has_text="電子カルテ").wait_for()
    assert "node=node_records" in page.url
    page.go_back()
    page.locator("#node h2", has_text="オンライン資格確認等システム").wait_for()


def test_a_box_and_its_link_stand_at_one_place(visit):
    """The place that can be pressed lies on the box that is drawn, as wide as the window may be."""
    page = visit.open("/system_map?lang=ja&errand=walk_hospital&stop=2")
    picture = page.locator("figure.chart").bounding_box()
    box = page.get_by_label("オンライン資格確認等システムのつながり").bounding_box()
    assert picture["x"] < box["x"] < picture["x"] + picture["width"]
    assert 20 < box["height"] < 60 and picture["y"] < box["y"] < picture["y"] + picture["height"]


def test_an_errand_is_walked_on_a_phone(visit):
    """The stops are links of 44 pixels; what was passed so far stands in the list."""
    page = visit.open("/system_map?lang=ja&errand=walk_hospital", size=PHONE)
    onward = page.locator("#map-next")
    assert onward.bounding_box()["height"] >= 44
    onward.click()
    page.get_by_text("2／5").wait_for()
    assert "stop=2" in page.url


def test_the_whole_map_is_offered_by_field_on_a_phone(visit):
    """No list of eighty links: a phone begins with a field, and shows its links."""
    page = visit.open("/system_map?lang=en", size=PHONE)
    page.get_by_role("link", name="Health (").click()
    page.locator("figure.chart").wait_for()
    assert "field=field_health" in page.url
