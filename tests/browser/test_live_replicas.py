"""A hall on two replicas, seen in browsers: a talk and ten phones, with Redis or a replica gone."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from components.text.topics import interface
from tests.browser.hall import LOST, Windows, follows, heads, shows
from tests.browser.stage import arrive
from tests.replicas import HOST, RECOVERS, Hall, busy, forgotten, needed, standing

pytestmark = [pytest.mark.slow, needed]
PRESENTER, PHONES = "presenter", [f"phone {n}" for n in range(10)]
AT_ONCE = 1  # second from a key until the step stands on the stage
HEARTBEAT = 5  # seconds between questions of the presenter's window; each may bring a notice
HEADS = {each: ["", *heads(each)[1:]] for each in ("ja", "en")}

# Keeps all that an element says in one of its properties, and marks the page: a reload loses both.
WATCH = """([selector, property]) => {
    const each = document.querySelector(selector);
    window.said = [];
    new MutationObserver(() => window.said.push(each[property] || each.getAttribute(property)))
        .observe(each, { childList: true, characterData: true, attributeFilter: [property] });
}"""
CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
SAYS = """([selector, words]) => document.querySelector(selector).textContent.trim() === words"""


@pytest.fixture(scope="module")
def hall(tmp_path_factory) -> Iterator[Hall]:
    """Redis, two replicas and nginx."""
    with standing(tmp_path_factory.mktemp("hall")) as hall:
        yield hall


@pytest.fixture
def windows(browser, hall) -> Iterator[Windows]:
    """Browsers that know the address of nginx alone; no page of theirs may break."""
    windows = Windows(browser, f"http://{HOST}:{hall.port}")
    yield windows
    windows.leave()
    assert windows.errors == []


class Room:
    """A talk and ten phones, five in each language, on both replicas."""

    def __init__(self, windows: Windows) -> None:
        self.talk, code = windows.presenter(user_agent=PRESENTER)
        self.talk.locator(CONNECTED).wait_for(state="attached")
        self.talk.evaluate(WATCH, ['[data-testid="stApp"]', "data-test-connection-state"])
        self.phones: dict[str, tuple[Page, str]] = {}
        for name, language in zip(PHONES, ("ja", "en") * 5, strict=True):
            page = windows.phone(code, language, user_agent=name)
            page.evaluate(WATCH, ["#state", "textContent"])
            self.phones[name] = page, language
        self.step = 1

    def move(self) -> None:
        """Go to the next step by keyboard; it must stand on the stage at once."""
        begun, patience = time.monotonic(), AT_ONCE * busy()
        self.talk.keyboard.press("Shift+ArrowDown")
        self.step += 1
        arrive(self.talk, self.step)
        assert time.monotonic() - begun < patience

    def all_show(self, until: float, names: list[str] = PHONES) -> None:
        """Wait until these phones show the step of the talk, and say that they follow."""
        for page, language in (self.phones[name] for name in names):
            left = max(1, 1000 * (until - time.monotonic()))
            shows(page, self.step, HEADS[language][self.step - 1], left)
            follows(page, language, left)

    def is_told(self, words: str, seconds: float, place: str = ".room-mark") -> None:
        """Wait until the presenter reads these words."""
        self.talk.wait_for_function(SAYS, arg=[place, words], timeout=1000 * seconds)

    def lost(self) -> set[str]:
        """Name the phones that have said that they lost the talk."""
        lost = set()
        for name, (page, language) in self.phones.items():
            said = page.evaluate("window.said")
            assert said is not None, f"{name} was loaded anew"
            if LOST[language] in "".join(said):
                lost.add(name)
        return lost


def test_a_talk_in_browsers_outlives_redis_and_a_replica(hall, windows):
    """Redis lost, then the presenter's replica: stage goes on, all phones too, nothing reloaded."""
    room = Room(windows)
    place = hall.home(PRESENTER)
    near = [name for name in PHONES if hall.home(name) == place]
    far = [name for name in PHONES if name not in near]
    assert near and far

    hall.redis.kill()
    room.move()
    room.is_told(interface("room_alone", "ja"), HEARTBEAT * busy())
    foot, mark = (room.talk.locator(each).bounding_box() for each in (".shown .foot", ".room-mark"))
    assert foot["y"] + foot["height"] <= mark["y"]  # the notice covers nothing
    room.all_show(time.monotonic() + RECOVERS * busy(), near)
    assert all(room.phones[name][0].inner_text("#where").startswith("1 /") for name in far)
    hall.redis.go_on()
    room.all_show(time.monotonic() + RECOVERS * busy())
    room.is_told("", (RECOVERS + HEARTBEAT) * busy())
    assert room.lost() == set() and room.talk.evaluate("window.said") == []

    hall.replicas[place].kill()
    until = time.monotonic() + forgotten()
    room.move()
    room.all_show(until)
    room.is_told("", HEARTBEAT * busy())
    assert room.lost() == set(near)
    room.talk.locator(CONNECTED).wait_for(state="attached", timeout=1000 * forgotten())
    assert room.talk.evaluate("window.said.length") > 0  # it was this replica's, and came back

    hall.bring_back(hall.replicas[place], hall.ports[place])
    room.move()
    room.all_show(time.monotonic() + forgotten())
    room.talk.keyboard.press("j")
    followers = interface("room_listeners", "ja").replace("{count}", str(len(PHONES)))
    room.is_told(followers, forgotten(), ".room-counts")
    assert room.talk.evaluate("window.said") and room.lost() == set(near)
