"""A hall: a server that can be killed and started again, a presenter's window, and phones."""

import os
import signal
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from components.presenter.talk import read_talk
from components.text.story import get_story
from tests.browser.stage import drawn
from tests.browser.visit import PHONE, WIDE
from tests.serving import free_port, start_server

TALK = "20~mynapoint.planned_and_applied.deadlines_moved.round_two_budget~overview.what_is_what"
OPEN = {"ja": "会場をひらく", "en": "Open a room"}


def heads(language: str) -> list[str]:
    """Give how the headline of each step of the talk begins."""
    talk = read_talk(TALK, "mynapoint")
    steps = [
        next(each for each in get_story(topic).topic(language).steps if each.id == step)
        for topic, step in talk.steps
    ]
    return [str(each.headline)[:12] for each in steps]


class Windows:
    """The windows of a hall: a presenter's and phones, each a browser with nothing remembered."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.windows: list[BrowserContext] = []
        self.errors: list[str] = []

    def window(self, **options) -> Page:
        """Open a window of its own, with nothing remembered."""
        context = self.browser.new_context(**{"viewport": WIDE} | options)
        self.windows.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def presenter(self, language: str = "ja", talk: str = TALK, **options) -> tuple[Page, str]:
        """Open the present view and a room; give the window and the room's code."""
        page = self.window(**options)
        page.goto(f"{self.address}/mynapoint?lang={language}&view=present&step=1&talk={talk}")
        drawn(page)
        page.keyboard.press("j")
        page.get_by_role("button", name=OPEN[language]).click()
        code = page.locator(".room-code").inner_text()
        page.keyboard.press("Escape")
        return page, code

    def phone(self, code: str, language: str = "ja", **options) -> Page:
        """Open a room's light page on a phone, and wait until it follows."""
        page = self.window(**{"viewport": PHONE} | options)
        page.goto(f"{self.address}/live/{code}?lang={language}")
        if options.get("java_script_enabled", True):
            follows(page, language)
        return page

    def leave(self) -> None:
        """Close every window."""
        while self.windows:
            self.windows.pop().close()


class Hall(Windows):
    """serve.py on a port of its own; rooms are kept in a folder that outlives the process."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.port = free_port()
        super().__init__(browser, f"http://127.0.0.1:{self.port}")
        self.folder = folder
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.server = start_server(self.port, MIERU_ROOMS=str(self.folder))

    def kill(self) -> None:
        """End the server without a chance to say goodbye."""
        self.server.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        self.server.wait(10)

    def close(self) -> None:
        """Close every window and end the server."""
        self.leave()
        self.server.kill()
        self.server.wait(10)


FOLLOWING = {"ja": "発表に合わせて進みます", "en": "Following the talk"}
LOST = {"ja": "つなぎなおしています", "en": "Reconnecting"}


def follows(page: Page, language: str, patience: int = 10_000) -> None:
    """Wait until a phone says that it follows."""
    says(page, FOLLOWING[language], patience)


def says(page: Page, words: str, patience: int = 10_000) -> None:
    """Wait until the bar of a phone says something."""
    page.wait_for_function(
        "(words) => document.getElementById('state').textContent.includes(words)",
        arg=words,
        timeout=patience,
    )


def shows(page: Page, step: int, words: str, patience: int = 10_000) -> None:
    """Wait until a phone shows a step, its visible headline or question holding some words."""
    page.wait_for_function(
        """([step, words]) => {
            const heads = [...document.querySelectorAll('#step h1')]
                .filter((each) => !each.closest('[hidden]'));
            return document.getElementById('where').textContent.startsWith(step + ' / ')
                && heads.length === 1 && heads[0].textContent.includes(words); }""",
        arg=[step, words],
        timeout=patience,
    )
