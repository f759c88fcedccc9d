"""Searching as a reader does: from above any page, by keyboard, on a desk and on a phone."""

import pytest

from tests.browser.visit import PHONE, WIDE, settled

# How much of the page moved because of something in the masthead, as browsers count it.
MOVED = """() => new Promise((done) => {
    let moved = 0;
    const mine = (node) => node && (node.parentElement || node).closest('.masthead');
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
            if (shift.sources.some((source) => mine(source.node))) moved += shift.value;
        }
    }).observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(moved), 400);
})"""
ASKED = [
    ("ja", "ことばや質問でさがす", "保険証は使えなくなるの"),
    ("en", "Search, or ask a question", "drug data"),
]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(("language", "name", "question"), ASKED)
def test_enter_leads_to_the_answers(visit, size, language, name, question):
    """The field has a name, takes a question, and Enter opens the answers with it in the link."""
    page = visit.open(f"/mynapoint?lang={language}&step=2", size=size)
    assert page.evaluate(MOVED) < 0.05
    if size is PHONE:
        page.locator(".masthead .find").click()
        page.wait_for_url("**/search?*")
        settled(page)
    field = page.get_by_role("searchbox", name=name).or_(page.get_by_label(name)).first
    box = field.bounding_box()
    assert box["width"] > 100 and box["x"] + box["width"] <= size["width"]
    field.focus()
    page.keyboard.type(question)
    page.keyboard.press("Enter")
    page.wait_for_selector("ol.hits")
    settled(page)
    assert "/search?" in page.url and f"lang={language}" in page.url and "q=" in page.url
    first = page.locator("ol.hits a").first
    there = first.get_attribute("href")
    first.click()
    page.wait_for_url(f"**{there}*")
    settled(page)
    assert page.locator(".mieru h1").count() == 1 and visit.strangers == []


def test_another_question_can_be_asked_of_the_answers(visit):
    """The search page's own field holds the question, and takes the next one into the link."""
    page = visit.open("/search?lang=en&q=card")
    field = page.get_by_role("textbox", name="Search, or ask a question")
    assert field.input_value() == "card"
    field.fill("GIGA")
    field.press("Enter")
    page.wait_for_url("**q=GIGA")
    page.wait_for_function("() => document.querySelector('.results mark')?.textContent === 'GIGA'")
    assert field.input_value() == "GIGA"
    assert field.evaluate("each => each === document.activeElement")


def test_a_phone_has_one_row_above_the_page(visit):
    """On a phone the head is one row whose parts are 44 pixels high, search among them."""
    page = visit.open("/overview?lang=ja&step=1", size=PHONE)
    assert page.locator(".masthead").bounding_box()["height"] < 60
    parts = page.locator(".masthead :is(a, button):visible")
    assert parts.count() == 4
    for place in range(parts.count()):
        box = parts.nth(place).bounding_box()
        assert box["height"] >= 44 and box["x"] + box["width"] <= PHONE["width"]


def test_typing_and_leaving_sends_nothing(visit):
    """Words typed and left do not carry the reader away."""
    page = visit.open("/overview?lang=ja&step=1")
    page.get_by_label("ことばや質問でさがす").first.fill("保険証")
    page.locator("h1").click()
    page.wait_for_timeout(600)
    assert "/overview" in page.url
