"""One reader's visit: a window of a size, what it asked the network for, what it complained of."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page

WIDE = {"width": 1280, "height": 720}
BIG = {"width": 1920, "height": 1080}
PHONE = {"width": 390, "height": 844}
# Streamlit's front end asks under the page's own path first and takes the 404 as the answer.
PROBES = ("/_stcore/health", "/_stcore/host-config")


class Visit:
    """Opens pages of the product and keeps a log of requests and console errors."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page: Page | None = None

    def open(
        self,
        path: str,
        *,
        size: dict[str, int] = WIDE,
        scheme: str = "light",
        ready: Callable[[Page], None] | None = None,
    ) -> Page:
        """Open a path in a fresh tab and wait until its words and charts are drawn, or `ready`."""
        self.close()
        page = self.page = _window(self.browser, size, scheme).new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.address + path)
        (ready or settled)(page)
        return page

    def resize(self, size: dict[str, int]) -> None:
        """Make the window another size, and wait until the page has followed."""
        if self.page and self.page.viewport_size != size:
            self.page.set_viewport_size(size)
            settled(self.page)

    def arrive(self, page: str, step: int) -> None:
        """Wait until a link followed inside the page has brought its step, and all of it."""
        mark = f'#reader[data-page="{page}"][data-step="{step}"]'
        self.page.wait_for_selector(mark, state="attached", timeout=30_000)
        settled(self.page)

    def _heard(self, message) -> None:
        expected = message.location.get("url", "").endswith(PROBES)
        if message.type == "error" and not expected:
            self.errors.append(message.text)

    @property
    def strangers(self) -> list[str]:
        """Requests to anyone but the server."""
        own = urlsplit(self.address).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != own
        ]

    def close(self) -> None:
        """Close the tab."""
        if self.page:
            self.page.close()
            self.page = None


WINDOWS: dict[tuple[int, str], BrowserContext] = {}


def _window(browser: Browser, size: dict[str, int], scheme: str) -> BrowserContext:
    """
    Give a window of a size and scheme, kept for the run: what never changes stays once.

    An empty tab holds it open: a browser that makes a window anew for each visit, bars and menus
    and all, spends more on them than on the page.
    """
    key = (size["width"], scheme)
    if key not in WINDOWS:
        WINDOWS[key] = browser.new_context(viewport=size, color_scheme=scheme)
        WINDOWS[key].new_page()
    return WINDOWS[key]


# What a page has come to rest by: its words are there, the script has run, each chart shows its
# still, nothing fades or slides any more, and for a fifth of a second of frames nothing in the
# document has changed. Counting begins anew with each wait, so a page that is still and about to
# change is not taken for one that has.
RESTS = """() => {
    const watch = window.watchForTests ??= (() => {
        const watch = { still: 0 };
        new MutationObserver(() => { watch.still = 0; }).observe(document, { subtree: true,
            childList: true, attributes: true, characterData: true });
        return watch;
    })();
    const mark = document.getElementById("reader");
    const stills = [...document.querySelectorAll("figure.chart > img")];
    const seen = (name) => document.querySelector(name)?.checkVisibility();
    const rests = mark && mark.dataset.narrow === String(window.innerWidth < 640)
        && !document.getElementById("first") && seen(".mieru")
        && seen('[data-testid="stApp"][data-test-script-state="notRunning"]')
        && stills.every((still) => still.complete && still.naturalWidth)
        && document.getAnimations().every((each) => each.playState !== "running"
            || each.effect.getComputedTiming().endTime === Infinity);
    watch.still = rests ? watch.still + 1 : 0;
    if (watch.still < 12) return false;
    watch.still = 0;
    return true;
}"""


def settled(page: Page) -> None:
    """Wait until the script has run, every chart shows its still, and the page rests."""
    page.wait_for_function(RESTS, timeout=30_000)


def go_live(page: Page) -> Locator:
    """Ask by keyboard to look closer at the chart on the page, and give it once it is live."""
    page.locator("figure.chart").focus()
    page.keyboard.press("z")
    page.wait_for_selector("figure.chart.is-live", timeout=30_000)
    return page.locator("figure.chart .js-plotly-plot")
