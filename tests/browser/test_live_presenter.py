"""The presenter's side of a room: code, votes, one driver only, and a token nobody else sees."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.hall import Hall, heads, says, shows
from tests.browser.stage import arrive, drawn, present
from tests.browser.visit import Visit
from tests.serving import free_port, start_without_guard

KEPT = "sessionStorage.getItem('mieru-room')"


@pytest.fixture(scope="module")
def hall(browser, tmp_path_factory) -> Iterator[Hall]:
    """A server for the presenters of this file."""
    hall = Hall(browser, tmp_path_factory.mktemp("rooms"))
    yield hall
    hall.close()


@pytest.fixture(autouse=True)
def no_errors(hall) -> Iterator[None]:
    """No page may break; windows are closed after each test."""
    yield
    hall.leave()
    assert hall.errors == []


def vote(phone, option: str) -> None:
    """Send a vote from a phone and wait until it is counted."""
    phone.get_by_text(option, exact=True).click()
    phone.get_by_role("button", name="この予想を送る").click()
    phone.wait_for_function(
        "() => document.querySelector('.said').textContent.startsWith('数えました')"
    )


@pytest.mark.slow
def test_hands_are_counted_and_shown_with_the_answer(hall):
    """Phones vote, change their votes, and see the counts with the answer, never before."""
    talk, code = hall.presenter()
    one, other = hall.phone(code), hall.phone(code)
    assert "一人一票ではありません" in one.locator(".ballot").inner_text()
    vote(one, "600万人")
    vote(one, "3,000万人")
    vote(other, "3,000万人")
    talk.keyboard.press("j")
    talk.wait_for_function(
        "() => document.querySelector('.room-counts').textContent.includes('予想 2件')",
        timeout=15_000,
    )
    assert "3,000" not in talk.locator(".room").inner_text()
    talk.keyboard.press("Escape")
    assert one.locator(".votes tr").count() == 0
    talk.keyboard.press("PageDown")
    arrive(talk, 1, 2)
    for phone in (one, other):
        shows(phone, 1, "半分ほどだった")
        phone.wait_for_selector(".votes tr")
        rows = phone.locator(".votes tr").all_inner_texts()
        assert [row.split()[-1] for row in rows] == ["0件", "0件", "2件", "0件", "0件"]
    talk.wait_for_function(
        """() => [...document.querySelectorAll('.layer.shown text')]
            .some((each) => each.textContent.includes('会場 2人'))""",
        timeout=15_000,
    )
    talk.keyboard.press("PageUp")
    arrive(talk, 1, 1)
    shows(one, 1, "見込んで")
    assert one.locator("input:checked").get_attribute("value") == "3000"


def test_a_hand_that_is_not_counted_is_told(hall):
    """A vote that did not arrive, or came after the answer, is never said to be counted."""
    talk, code = hall.presenter()
    phone = hall.phone(code)
    said = "(words) => document.querySelector('.said').textContent.includes(words)"
    phone.route("**/vote", lambda route: route.abort())
    phone.get_by_text("600万人", exact=True).click()
    phone.get_by_role("button", name="この予想を送る").click()
    phone.wait_for_function(said, arg="送れませんでした")
    phone.unroute("**/vote")
    for key, step, words in (
        ("PageDown", 1, heads("ja")[0]),
        ("Shift+ArrowDown", 2, heads("ja")[1]),
        ("ArrowUp", 1, "見込んで"),
    ):
        talk.keyboard.press(key)
        shows(phone, step, words)
    phone.get_by_text("600万人", exact=True).click()
    phone.get_by_role("button", name="この予想を送る").click()
    phone.wait_for_function(said, arg="もう答えが出ています")


def test_hands_typed_and_sent_are_added(hall):
    """What the presenter counts in the room and what phones send stand in one chart."""
    talk, code = hall.presenter()
    vote(hall.phone(code), "3,000万人")
    talk.locator(".options button").nth(2).click()
    talk.locator(".options button").nth(2).click()
    talk.keyboard.press("PageDown")
    arrive(talk, 1, 2)
    talk.wait_for_function(
        """() => [...document.querySelectorAll('.layer.shown text')]
            .some((each) => each.textContent.includes('会場 3人'))""",
        timeout=15_000,
    )


def test_a_reload_keeps_the_room(hall):
    """The presenter reloads and goes on leading the same room from the same place."""
    talk, code = hall.presenter()
    phone = hall.phone(code)
    talk.keyboard.press("Shift+ArrowDown")
    shows(phone, 2, heads("ja")[1])
    talk.reload()
    drawn(talk)
    arrive(talk, 2)
    talk.keyboard.press("Shift+ArrowDown")
    shows(phone, 3, heads("ja")[2])
    talk.keyboard.press("j")
    assert talk.locator(".room-code").inner_text() == code


@pytest.mark.slow
def test_two_windows_never_drive_at_once(hall):
    """A copy of the window leads nothing until told to; then the first one steps back."""
    talk, code = hall.presenter()
    phone = hall.phone(code)
    talk.wait_for_timeout(500)
    copied = talk.evaluate(KEPT)
    copy = talk.context.new_page()
    copy.add_init_script(f"sessionStorage.setItem('mieru-room', {json.dumps(copied)})")
    copy.goto(talk.url)
    drawn(copy)
    copy.wait_for_function(
        "() => document.querySelector('.room-mark').textContent.includes('別の窓')"
    )
    copy.keyboard.press("End")
    copy.wait_for_timeout(700)
    talk.keyboard.press("Shift+ArrowDown")
    shows(phone, 2, heads("ja")[1])
    copy.keyboard.press("j")
    copy.get_by_role("button", name="この窓で動かす").click()
    shows(phone, 4, "")
    talk.keyboard.press("Shift+ArrowDown")
    talk.wait_for_function(
        "() => document.querySelector('.room-mark').textContent.includes('別の窓')"
    )
    phone.wait_for_timeout(500)
    assert phone.locator("#where").inner_text().startswith("4 /")


def test_the_token_stays_with_the_presenter(hall):
    """The token is in this window's storage alone: in no page, link or message."""
    said, links = [], []
    talk, code = hall.presenter()
    talk.on("console", lambda message: said.append(message.text))
    talk.on("request", lambda request: links.append(request.url))
    phone = hall.phone(code)
    kept = json.loads(talk.evaluate(KEPT))
    token = kept["drive"]
    assert len(token) >= 16
    talk.keyboard.press("j")
    talk.get_by_role("button", name="すみに").click()
    talk.keyboard.press("Escape")
    talk.keyboard.press("PageDown")
    shows(phone, 1, "半分ほどだった")
    with talk.context.expect_page() as opened:
        talk.keyboard.press("n")
    notes = opened.value
    notes.wait_for_selector(".stage.notes")
    for page in (talk, phone, notes):
        assert token not in page.content() and token not in page.url
    assert notes.evaluate(KEPT) is None
    assert not [each for each in (*said, *links) if token in each]
    assert token not in talk.evaluate("document.cookie + JSON.stringify(localStorage)")


def test_a_closed_room_says_so(hall):
    """Closing the room tells every phone, which can go on looking at the steps."""
    talk, code = hall.presenter()
    phone = hall.phone(code, "en")
    talk.keyboard.press("j")
    talk.get_by_role("button", name="会場を終える").click()
    says(phone, "This room is closed")
    assert talk.evaluate(KEPT) is None
    phone.locator("#next").click()
    shows(phone, 2, heads("en")[1])
    assert talk.get_by_role("button", name="会場をひらく").is_visible()


@pytest.mark.slow
def test_the_panel_is_read_from_the_last_row(hall):
    """In every look and window the code is large, whole, and axe finds nothing."""
    talk, _ = hall.presenter("en")
    for size in ((1280, 720), (1024, 768), (1920, 1080)):
        talk.set_viewport_size({"width": size[0], "height": size[1]})
        for _ in range(3):
            talk.keyboard.press("l")
            talk.keyboard.press("j")
            code = talk.locator(".room-code")
            code.evaluate("each => { each.textContent = 'WWW-MMM'; }")  # the widest there is
            type_size = code.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
            assert type_size >= 0.05 * size[1]
            panel = talk.locator(".panel.audience")
            assert panel.evaluate("each => each.scrollWidth - each.clientWidth") <= 1
            assert panel.evaluate("each => each.scrollHeight - each.clientHeight") <= 1
            found = Axe().run(talk, context=".panel.audience")
            assert found.violations_count == 0, found.generate_report()
            talk.keyboard.press("Escape")
    talk.keyboard.press("?")
    assert "Phones in the room follow" in talk.get_by_role("dialog").inner_text()


@pytest.fixture
def bare(browser) -> Iterator[Visit]:
    """A visit to the product as `streamlit run app.py` starts it."""
    port = free_port()
    server = start_without_guard(port)
    visit = Visit(browser, f"http://127.0.0.1:{port}")
    yield visit
    visit.close()
    server.kill()
    server.wait(10)


def test_a_server_without_rooms_says_so(bare):
    """Where the product runs without rooms, the panel says how to start it with them."""
    page = present(bare, "/mynapoint?lang=ja&view=present&step=1")
    page.keyboard.press("j")
    page.get_by_role("button", name="会場をひらく").click()
    page.wait_for_selector(".room-note")
    assert "run.py serve --hall" in page.locator(".room-note").inner_text()
    assert page.evaluate(KEPT) is None
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    page.wait_for_function(
        "() => document.querySelector('.layer.shown').textContent.includes('約2,531万人')"
    )
