"""The deck from a disk in Firefox: every step by one key, no network, the notes in step."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from components.export import deck
from components.export.export_request import export_request
from components.text.story import get_story
from components.text.topics import interface
from launch import browsers
from tests.browser.firefox import Firefox, Window, started
from tests.browser.stage import ASTRAY, DRAWN

FOUND = browsers.firefox()
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not FOUND, reason="no Firefox here")]

WHERE = """(({step, fragment}) => [Number(step), Number(fragment)])(
    document.querySelector('.stage').dataset)"""


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    """The deck of all topics in both languages, on a disk."""
    path = tmp_path_factory.mktemp("kit") / "集会 2026" / "deck.html"
    path.parent.mkdir()
    path.write_bytes(deck.deck(export_request(), "ja"))
    return path


@pytest.fixture
def firefox(tmp_path) -> Iterator[Firefox]:
    with started(FOUND, tmp_path) as running:
        yield running


def open_deck(firefox: Firefox, path: Path, place: str = "") -> Window:
    window = firefox.window()
    window.goto(path.as_uri() + place)
    drawn(window)
    return window


def drawn(window: Window) -> None:
    window.wait(f"({DRAWN})()")


def arrive(window: Window, step: int, fragment: int) -> None:
    window.wait(f"JSON.stringify({WHERE}) === '[{step},{fragment}]'")
    drawn(window)


def test_every_step_is_reached_by_one_key(firefox, path):
    """PageDown alone shows every fragment, drawn and whole; nobody is asked for anything."""
    window = open_deck(firefox, path)
    seen = [window.evaluate(WHERE)]
    while seen[-1][0] <= window.evaluate("window.mieruStage.talk.deck.last"):
        window.press("PageDown")
        window.wait(f"JSON.stringify({WHERE}) !== '[{seen[-1][0]},{seen[-1][1]}]'")
        drawn(window)
        assert window.evaluate("document.querySelectorAll('.layer.shown .fallback').length") == 0
        assert window.evaluate(f"({ASTRAY})()") == [], seen[-1]
        seen.append(window.evaluate(WHERE))
    steps = [step for _, _, step in export_request().steps_of("ja")]
    assert {step for step, _ in seen} == set(range(len(steps) + 2))
    assert all(before < after for before, after in pairwise(seen))
    assert firefox.asked == [] and firefox.complaints == []


def test_notes_keep_in_step(firefox, path):
    """The second window follows and leads, and both change the language where they stand."""
    window = open_deck(firefox, path)
    notes = firefox.window_opened_by(lambda: window.press("n"))
    notes.wait("document.querySelector('.stage.notes .say p')")
    window.press("PageDown")
    notes.wait("document.querySelector('.stage').dataset.step === '1'")
    topic = export_request().topics[0]
    said = notes.evaluate("document.querySelector('.say').innerText")
    assert str(get_story(topic).topic("ja").steps[0].note[0]) in said
    notes.press("End")
    last = len(list(export_request().steps_of("ja"))) + 1
    arrive(window, last, 1)
    window.press("a")
    window.wait("document.documentElement.lang === 'en'")
    arrive(window, last, 1)
    english = interface("stage_closing", "en")
    assert english in window.evaluate("document.querySelector('.layer.shown .headline').innerText")
    assert firefox.asked == [] and firefox.complaints == []
