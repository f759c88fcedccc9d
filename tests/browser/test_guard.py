"""What the guard promises in a real browser: a visit leaves no trace, here, there or in the log."""

import hashlib
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.stage import drawn
from tests.browser.visit import PROBES, settled
from tests.serving import ROOT, free_port, start_without_guard, wait_for

TOUR = (
    "/?lang=ja",
    "/overview?lang=en",
    "/card_adoption?lang=ja&step=2",
    "/data_linkage?lang=en",
    "/talk?lang=ja",
    "/search?lang=en&q=card",
    "/search?lang=ja&q=カード",
    "/changes?lang=en",
    "/claims?lang=ja",
    "/figures?lang=en",
    "/glossary?lang=ja",
    "/timeline?lang=en",
    "/nothing_here?lang=en",
    "/overview/nested?lang=ja",
    "/overview?lang=en&staticAppId=x",
)
MARK = "zqxmark"  # a word no page holds, to look for in what must not remember it
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


@dataclass
class Watched:
    """One fresh reader, with everything that was asked, said and complained of."""

    context: BrowserContext
    address: str
    requests: list[str] = field(default_factory=list)
    frames: list[bytes] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str, ready: Callable[[Page], None] = settled) -> Page:
        page = self.context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("websocket", lambda line: line.on("framereceived", self._received))
        page.goto(self.address + path)
        ready(page)
        return page

    def _heard(self, message) -> None:
        expected = message.location.get("url", "").endswith(PROBES)
        if message.type in ("error", "warning") and not expected:
            self.errors.append(message.text)

    def _received(self, data: bytes | str) -> None:
        self.frames.append(data if isinstance(data, bytes) else data.encode())


@dataclass
class Serving:
    """A running server, where it is and what it has written."""

    address: str
    log: Path
    process: subprocess.Popen

    def end(self) -> str:
        self.process.terminate()
        self.process.wait(15)
        return self.log.read_text("utf-8")


def serve(root: Path, log: Path) -> Serving:
    port = free_port()
    command = [sys.executable, "serve.py"]
    process = wait_for(port, command, root=root, log=log, MIERU_PORT=str(port))
    return Serving(f"http://127.0.0.1:{port}", log, process)


@pytest.fixture(scope="module")
def serving(tmp_path_factory) -> Iterator[Serving]:
    """A server of this module's own, whose log is read at the end."""
    started = serve(ROOT, tmp_path_factory.mktemp("log") / "log.txt")
    yield started
    started.end()


@pytest.fixture
def reader(browser: Browser, serving: Serving) -> Iterator[Watched]:
    """A reader who has never been here."""
    context = browser.new_context()
    yield Watched(context, serving.address)
    context.close()


def secrets() -> list[bytes]:
    """Give what would tell of the machine: folders, name, versions."""
    told = [str(ROOT), str(Path.home()) + "/", str(Path(streamlit.__file__).parent)]
    told += [streamlit.__version__, platform.python_version(), platform.node()]
    told.append(hashlib.md5(str(ROOT / "app.py").encode()).hexdigest())  # Streamlit's name for it
    return [each.encode() for each in told if len(each) > 3]


@pytest.mark.slow
def test_a_visit_leaves_no_trace(reader, serving):
    """Over a tour of all views in both languages nothing is kept, asked elsewhere or told."""
    for path in TOUR:
        page = reader.open(path)
        kept = page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]")
        assert kept == [[], []], path
        page.close()
    for language in ("ja", "en"):
        page = reader.open(f"/card_security?lang={language}&view=present&step=2&x={MARK}", drawn)
        page.keyboard.press("ArrowRight")
        kept = page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]")
        assert kept == [[], ["mieru-stage"]]  # look, times and guesses, until the window closes
        page.close()
    page = reader.open("/overview?lang=en&step=2")
    with page.expect_download(timeout=60_000):
        page.locator("nav.turn button[popovertarget]").click()
        page.get_by_role("link", name="Deck (both languages)").click()
    assert reader.context.cookies() == []
    own = urlsplit(serving.address).netloc
    asked = [urlsplit(url) for url in reader.requests]
    assert {each.netloc for each in asked if each.scheme not in ("data", "blob")} == {own}
    # Unknown addresses of the tour are answered as what they are.
    assert [each for each in reader.errors if "404 (Not Found)" not in each] == []
    assert len(reader.frames) > 100
    for secret in secrets():
        leaking = [frame[:200] for frame in reader.frames if secret in frame]
        assert not leaking, secret
    written = serving.log.read_text("utf-8")
    assert not re.search(
        rf"127\.0\.0\.1|{UUID}|{MARK}|/home/|overview|{re.escape(str(ROOT))}", written
    )


def told(page: Page) -> None:
    """Wait until the page has said that something failed."""
    page.wait_for_selector(".notice.trouble", timeout=30_000)


def test_an_inline_script_is_not_run(reader):
    """A script that somebody slips into the page is refused by the browser."""
    page = reader.open("/overview?lang=en")
    page.evaluate(
        """() => {
            const slipped = document.createElement("script");
            slipped.textContent = "window.slipped = true";
            document.body.append(slipped);
        }"""
    )
    assert page.evaluate("window.slipped") is None
    assert any("Content Security Policy" in error for error in reader.errors)


@pytest.mark.slow
def test_a_page_that_fails_tells_one_sentence(browser, tmp_path):
    """A page that raises, one that is no Python and a failing frame: one sentence, no inside."""
    copy = tmp_path / "copy"
    left_out = shutil.ignore_patterns(".git", ".venv", "tests", "docs", "__pycache__", "kit")
    shutil.copytree(ROOT, copy, ignore=left_out)
    shutil.copytree(ROOT / "components/export", copy / "components/export", dirs_exist_ok=True)
    (copy / "pages/policing.py").write_text(f"raise ValueError('{MARK}')\n", "utf-8")
    (copy / "pages/lawsuits.py").write_text(f"{MARK} is not Python (\n", "utf-8")
    frame = copy / "components/app/layout.py"
    broken = f'    if page.url_path == "education":\n        raise KeyError("{MARK}")\n'
    start, words = "    if asked.mended:\n", frame.read_text("utf-8")
    assert start in words
    frame.write_text(words.replace(start, broken + start), "utf-8")
    started = serve(copy, tmp_path / "log.txt")
    reader = Watched(browser.new_context(), started.address)
    try:
        for _ in range(2):  # the first visit after a start is another road into Streamlit
            for name in ("lawsuits", "policing", "education"):
                page = reader.open(f"/{name}?lang=en", told)
                said = page.locator("body").inner_text()
                assert "Part of this page could not be shown." in said, name
                assert MARK not in said and "Traceback" not in said
                page.close()
        assert reader.open("/overview?lang=ja").locator("h1").count() == 1
        assert not [frame for frame in reader.frames if MARK.encode() in frame]
        assert not [frame for frame in reader.frames if str(copy).encode() in frame]
    finally:
        reader.context.close()
        written = started.end()
    assert "pages/policing.py:1" in written and "pages/lawsuits.py:1" in written
    assert MARK not in written and str(copy) not in written


@pytest.mark.slow
def test_streamlit_run_goes_on_working(browser):
    """`streamlit run app.py` still shows the product, with uploads closed to other pages."""
    port = free_port()
    server = start_without_guard(port)
    reader = Watched(browser.new_context(), f"http://127.0.0.1:{port}")
    try:
        page = reader.open("/overview?lang=en")
        assert page.locator("h1").count() == 1
        refused = page.request.put(f"{reader.address}/_stcore/upload_file/a/b", data=b"x")
        assert refused.status in (400, 403, 404)
    finally:
        reader.context.close()
        server.terminate()
        server.wait(10)
