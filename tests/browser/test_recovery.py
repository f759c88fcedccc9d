"""A server that dies, and a reader with two tabs: nobody loses the place."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from components.text.topics import interface
from tests.browser.visit import PHONE, WIDE, settled
from tests.serving import Server

pytestmark = pytest.mark.slow

TOPIC = "health_insurance"
BACK = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
SOON = 10  # seconds from the server's first answer to a page that works


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One person's browser."""
    context = browser.new_context(viewport=WIDE)
    yield context
    context.close()


def read(
    window: BrowserContext, address: str, language: str, step: int, size: dict[str, int] = WIDE
) -> Page:
    """Open a step in a tab of its own, and leave a mark that a reload would wipe out."""
    page = window.new_page()
    page.set_viewport_size(size)
    page.goto(f"{address}/{TOPIC}?lang={language}&step={step}")
    settled(page)
    page.evaluate("window.neverLoadedAnew = true")
    return page


def place(page: Page) -> tuple[str, str, bool]:
    """Give language and step as the link says them, and whether the mark is still there."""
    return tuple(
        page.evaluate("""() => {
        const link = new URLSearchParams(location.search);
        return [link.get("lang"), link.get("step"), window.neverLoadedAnew === true];
    }""")
    )


def go_on(page: Page, step: int) -> None:
    """Follow the way to the next step."""
    page.locator("a#next").click()
    page.wait_for_function(
        "step => document.getElementById('reader').dataset.step === step", arg=str(step)
    )
    settled(page)


@pytest.mark.parametrize(
    "language, away, size", [("ja", 0, WIDE), ("en", 6, PHONE)], ids=["at once", "outage, phone"]
)
def test_a_killed_server_comes_back_to_the_same_page(window, tmp_path, language, away, size):
    """Killed and started again, at once or after an outage: same step, nothing loaded anew."""
    server = Server(tmp_path / "log")
    server.start()
    try:
        page = read(window, f"http://127.0.0.1:{server.port}", language, 2, size)
        server.kill()
        if away:
            line = page.get_by_role("status").get_by_text(interface("lost", language))
            line.wait_for()
            page.wait_for_timeout(away * 1000)
            assert line.is_visible() and page.get_by_role("dialog").count() == 0
            assert page.locator("h2").first.is_visible()
        server.start()
        begun = time.monotonic()
        page.wait_for_selector(BACK, state="attached", timeout=60_000)
        page.locator("#lost").wait_for(state="detached")
        settled(page)
        assert place(page) == (language, "2", True) and page.locator(".trouble").count() == 0
        page.get_by_role("button", name=interface("show_answer", language)).click()
        page.locator("figure.chart").first.wait_for()  # a press that is lost shows no chart
        go_on(page, 3)
        assert time.monotonic() - begun < SOON
        assert place(page) == (language, "3", True)
        assert page.get_by_role("dialog").count() == 0 and page.locator("#lost").count() == 0
    finally:
        server.kill()


def test_two_tabs_of_one_person_are_two_readers(window, address):
    """Each tab keeps its own step and language, whatever the other does or when it closes."""
    one, other = read(window, address, "ja", 3), read(window, address, "en", 5)
    go_on(one, 4)
    assert place(one)[:2] == ("ja", "4") and place(other)[:2] == ("en", "5")
    go_on(other, 6)
    one.close()
    other.reload()
    settled(other)
    assert place(other)[:2] == ("en", "6") and interface("next", "en") in other.inner_text("body")
