"""What waits until a presenter asks for it: claims; and what lies around the steps."""

import pytest

from components.presenter.talk import read_steps
from tests.browser.stage import arrive, open_notes, present, shown, where

STEP = "mynapoint.planned_and_applied"


@pytest.mark.parametrize(("told", "place"), [("", (2, 1)), ("-one", (1, 3)), ("-all", (1, 3))])
def test_claims_come_as_the_talk_says(visit, told, place):
    """A clicker passes by claims that the talk does not tell unasked."""
    talk = f"10~{STEP}{told}.deadlines_moved"
    page = present(visit, f"/mynapoint?lang=ja&view=present&step=1&beat=2&talk={talk}")
    page.keyboard.press("PageDown")
    arrive(page, *place)


def test_a_talk_says_for_each_step_what_it_tells():
    """How many claims come unasked stands in the link, and moves and goes with its step."""
    talk = read_steps(f"10~{STEP}-one.deadlines_moved~overview.five_numbers-all-x")
    assert talk.written() == f"10~{STEP}-one.deadlines_moved~overview.five_numbers"
    told = talk.telling("mynapoint", "deadlines_moved", "all").moved(0, 1).written()
    assert told == (
        "10~mynapoint.deadlines_moved-all.planned_and_applied-one~overview.five_numbers"
    )
    assert talk.telling("mynapoint", "planned_and_applied", "none").claims == frozenset()


def test_a_talk_has_a_title_and_ends_with_its_sources(visit):
    """Without a step in the link the title stands first; after the last step come the sources."""
    page = present(visit, f"/mynapoint?lang=ja&view=present&talk=10~{STEP}")
    assert where(page) == (0, 1) and "10分" in shown(page)
    page.keyboard.press("End")
    arrive(page, 2)
    assert "おもな出典" in shown(page) and "いちばん新しい数字" in shown(page)
    assert page.locator(".layer.shown .code").count() == 0
    page.keyboard.press("PageDown")
    assert where(page) == (2, 1) and visit.errors == []


def test_all_screens_lie_beside_each_other(visit):
    """G shows every screen, claims too; arrows choose, Enter and a press go there."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=1&beat=3")
    page.keyboard.press("g")
    tiles = page.locator(".stage .tile")
    assert tiles.count() == page.evaluate("window.mieruStage.talk.deck.views.length")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.stage').dataset.step !== '0'")
    assert page.evaluate("window.mieruStage.talk.state.at") == 4
    page.keyboard.press("g")
    tiles.nth(1).click()
    arrive(page, 1, 1)


def test_what_an_input_method_takes_moves_nothing(visit):
    """Enter, Escape and PageDown of a conversion leave words and screen alone."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=2")
    page.keyboard.press("q")
    page.keyboard.type("保険証")
    client = page.context.new_cdp_session(page)
    for key in ("Enter", "Escape", "PageDown"):
        pressed = {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "key": key}
        client.send("Input.dispatchKeyEvent", pressed)
    assert page.locator(".stage .field").input_value() == "保険証"
    assert page.locator(".stage .panel.asks").count() == 1 and where(page) == (2, 1)


def test_the_start_button_of_a_clicker_does_not_end_the_talk(visit):
    """F5, and the Escape that such a button sends next, leave the talk on the screen."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=2")
    page.evaluate("window.stayed = true")
    page.keyboard.press("F5")
    page.keyboard.press("Escape")
    assert page.evaluate("window.stayed") and page.locator(".stage").count() == 1


def test_notes_stay_with_the_window_that_opened_them(visit):
    """A second window of the same talk moves on without taking the notes along."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=2")
    notes = open_notes(page)
    arrive(notes, 2)
    other = page.context.new_page()
    other.goto(visit.address + "/mynapoint?lang=ja&view=present&step=5")
    arrive(other, 5)
    other.keyboard.press("PageDown")
    arrive(other, 6)
    page.keyboard.press("PageDown")
    arrive(page, 3)
    arrive(notes, 3)
    assert where(other) == (6, 1)
