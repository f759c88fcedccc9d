"""What readers ask their browser to remember of themselves, and to forget."""

from tests.browser.visit import settled

KEPT = "Object.keys(localStorage)"


def test_a_browser_remembers_only_when_asked(visit):
    """Nothing is kept until the button is pressed; pages open to match until it is forgotten."""
    page = visit.open("/my_settings?lang=ja&own=prefecture_13_tokyo&birth_year=1994")
    assert page.evaluate(KEPT) == []
    page.locator("button[data-mine]").first.click()
    assert page.evaluate(KEPT) == ["mieru.mine"]
    page.evaluate("mieru.follow('/card_adoption?lang=ja&step=5')")
    visit.arrive("card_adoption", 5)
    assert "own=prefecture_13_tokyo" in page.url
    assert "東京都" in page.locator("#root p.takeaway").inner_text()
    page.evaluate("mieru.follow('/my_settings?lang=ja')")
    page.wait_for_selector("#root ul.mine")
    settled(page)
    assert "birth_year=1994" in page.url
    page.locator("button[data-mine='']").click()
    assert page.evaluate(KEPT) == []
