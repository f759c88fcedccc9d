"""A first visit is light, can be read at once, and nothing moves under the reader's eyes."""

import contextlib
import os
import subprocess
import sys
import time
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visit import PHONE, WIDE, settled
from tests.serving import ROOT, free_port

MOST = 2.6e6  # bytes of a first visit with a chart
STEADY = 0.1  # what may move at most, as browsers count it; what we aim at is nothing
SHIFTS = """(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
        const alone = list.getEntries().filter((each) => !each.hadRecentInput);
        window.shifts.push(...alone.map((each) => each.value));
    }).observe({ type: 'layout-shift', buffered: true });
})()"""
MOBILE = "Mozilla/5.0 (Linux; Android 14; Mobile) Mobi"
PLACES = """(root) => [...document.querySelectorAll(
    [':is(.mieru h1, .mieru h2, .mieru .lede, .mieru .takeaway, .masthead a.brand)',
     '.masthead button.menu'].map((which) => `${root} ${which}`).join(', ')
)].filter((each) => !each.closest('[popover]')
    && (root === '#root' || each.getBoundingClientRect().top < innerHeight)).map((each) => {
    const box = each.getBoundingClientRect();
    return [each.textContent, Math.round(box.x), Math.round(box.y), Math.round(box.width)];
})"""
# Words, a chart with a choice above it, a list, and a page without the field to search in.
VISITS = (
    "/health_insurance?lang=ja",
    "/health_insurance?lang=en&step=3",
    "/timeline?lang=ja",
    "/search?lang=en",
    "/home?lang=en",
    "/your_town?lang=ja&town=131130",
    "/public_money?lang=en&project=mynapoint_round2",
    "/explore?lang=ja&measure=issue_rate_by_prefecture&by=prefecture&form=map",
    "/system_map?lang=ja",
)


@pytest.fixture(scope="module")
def served():
    """The product as its own server gives it."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "serve.py"],
        cwd=ROOT,
        env=os.environ | {"MIERU_PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(120):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            break
        time.sleep(0.25)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def newcomer(browser):
    """Opens tabs of somebody who was never here, wide or on a phone."""
    contexts = []

    def opened(size: dict[str, int], **more) -> Page:
        agent = {"user_agent": MOBILE} if size is PHONE else {}
        contexts.append(browser.new_context(viewport=size, locale="ja-JP", **agent, **more))
        page = contexts[-1].new_page()
        page.add_init_script(SHIFTS)
        return page

    yield opened
    for each in contexts:
        each.close()


def wire(page: Page) -> dict[str, float]:
    """Note the bytes of every answer by its address, as they come over the wire."""
    names: dict[str, str] = {}
    sizes: dict[str, float] = {}
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")

    def asked(event):
        names[event["requestId"]] = event["request"]["url"]

    def came(event):
        sizes[names[event["requestId"]]] = event["encodedDataLength"]

    def heard(event):
        sizes["socket"] = sizes.get("socket", 0) + len(event["response"]["payloadData"])

    cdp.on("Network.requestWillBeSent", asked)
    cdp.on("Network.loadingFinished", came)
    cdp.on("Network.webSocketFrameReceived", heard)
    return sizes


@pytest.mark.parametrize("path", VISITS)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_first_visit_is_light(served, newcomer, size, path):
    """A first page with its chart takes at most 2.6 MB, and no font at all."""
    page = newcomer(size)
    sizes = wire(page)
    page.goto(served + path)
    settled(page)
    page.wait_for_timeout(1_000)
    assert sum(sizes.values()) <= MOST, sorted(sizes.items(), key=lambda each: -each[1])[:5]
    assert not [url for url in sizes if "woff" in url]


def test_a_phone_on_plain_http_is_light_too(served, newcomer):
    """Where a browser takes gzip only, as in a hall without HTTPS, the bar is the same."""
    page = newcomer(PHONE, extra_http_headers={"Accept-Encoding": "gzip"})
    sizes = wire(page)
    page.goto(f"{served}/health_insurance?lang=ja&step=1")
    settled(page)
    assert sum(sizes.values()) <= MOST


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("path", VISITS)
def test_nothing_moves_at_the_start(served, newcomer, path, size):
    """From the first sight to the drawn page nothing moves, and words in sight stay in place."""
    page = newcomer(size)
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(served + path)
    before = page.evaluate(PLACES, "#first")
    page.unroute("**/static/js/**")
    page.goto(served + path)
    settled(page)
    page.wait_for_timeout(1_500)
    after = {each[0]: each[1:] for each in page.evaluate(PLACES, "#root")}
    assert sum(page.evaluate("window.shifts")) <= STEADY
    assert len(before) > 1
    for words, *place in before:
        assert all(abs(a - b) <= 1 for a, b in zip(place, after[words], strict=True)), words


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_moves_between_pages(served, newcomer, size):
    """Going on by step and by menu moves nothing once the answer stands."""
    page = newcomer(size)
    page.goto(f"{served}/health_insurance?lang=ja&step=1")
    settled(page)
    page.evaluate("window.shifts.length = 0")
    page.click("a#next")
    page.wait_for_selector('#reader[data-step="2"]', state="attached")
    settled(page)
    for name in ("mynapoint", "timeline"):
        page.click("button.menu")
        page.click(f'nav[popover] a[href^="/{name}"]')
        page.wait_for_selector(f'#reader[data-page="{name}"]', state="attached")
        settled(page)
        page.wait_for_timeout(1_000)
    assert sum(page.evaluate("window.shifts")) <= STEADY


def test_the_page_is_read_without_any_script(served, newcomer):
    """With JavaScript off there are words, picture and ways on, and it is said what is missing."""
    page = newcomer(PHONE, java_script_enabled=False)
    page.goto(f"{served}/health_insurance?lang=en&step=1")
    assert page.locator("h1, h2, .takeaway").all_inner_texts()
    picture = page.locator(".first-still.light svg").bounding_box()
    assert picture and picture["width"] > 300
    assert "JavaScript" in page.locator("noscript").inner_text()
    page.locator('#first a[href*="step=3"]').first.click()
    assert "step=3" in page.url and page.locator("h2").first.is_visible()


def test_whoever_reads_is_not_interrupted(served, newcomer):
    """A record opened in the first sight stays open, and the place read at is kept."""
    page = newcomer(PHONE)
    page.goto(f"{served}/health_insurance?lang=ja&step=1", wait_until="commit")
    page.wait_for_selector("#first button.term")
    page.evaluate("document.getElementById('first').scrollTop = 300")
    page.evaluate("document.querySelector('#first button.term').click()")
    page.wait_for_selector(
        '[data-testid="stApp"][data-test-script-state="notRunning"]',
        state="attached",
        timeout=30_000,
    )
    page.wait_for_timeout(2_000)
    assert page.locator("#first :popover-open").count() == 1
    page.keyboard.press("Escape")
    settled(page)
    top = page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    assert abs(top - 300) <= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_sight_is_open_to_all(served, newcomer, scheme):
    """The page before the app breaks no rule of accessibility, in either look."""
    page = newcomer(PHONE, color_scheme=scheme, bypass_csp=True)
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{served}/lawsuits?lang=en&step=2")
    assert page.locator("#first h2").count()
    assert not [found["id"] for found in Axe().run(page).response["violations"]]
