"""A room that follows: phones beside a talk, through drops, a killed server and curious readers."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.hall import LOST, Hall, follows, heads, says, shows
from tests.browser.stage import arrive

HEADS = {each: ["第1弾" if each == "ja" else "ound 1", *heads(each)[1:]] for each in ("ja", "en")}
STORED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length]"""

# Read in one go: between finding a headline and measuring it, it may have been drawn anew.
HEAD_SIZE = """() => parseFloat(getComputedStyle(
    document.querySelector('#step [data-first]:not([hidden]) h1')).fontSize)"""


@pytest.fixture(scope="module")
def hall(browser, tmp_path_factory) -> Iterator[Hall]:
    """A server for the phones of this file."""
    hall = Hall(browser, tmp_path_factory.mktemp("rooms"))
    yield hall
    hall.close()


@pytest.fixture(autouse=True)
def no_errors(hall) -> Iterator[None]:
    """No page may break, whatever happens; windows are closed after each test."""
    yield
    hall.leave()
    assert hall.errors == []


@pytest.mark.slow
def test_ten_phones_follow_through_a_killed_server(hall):
    """Five phones in each language follow every step, and find the talk again after a restart."""
    talk, code = hall.presenter()
    phones = [(hall.phone(code, each), each) for each in ("ja", "en") * 5]
    for phone, _ in phones:
        phone.evaluate("window.same = true")
    talk.keyboard.press("Shift+ArrowDown")
    for phone, language in phones:
        shows(phone, 2, HEADS[language][1])
    hall.kill()
    for phone, language in phones:
        says(phone, LOST[language])
    talk.keyboard.press("Shift+ArrowDown")
    arrive(talk, 3)
    talk.wait_for_function("() => document.querySelector('.room-mark').textContent !== ''")
    hall.start()
    for phone, language in phones:
        shows(phone, 3, HEADS[language][2])
        follows(phone, language)
        assert phone.evaluate("window.same")
    talk.wait_for_function("() => document.querySelector('.room-mark').textContent === ''")


def test_a_late_phone_finds_the_very_fragment(hall):
    """Who comes late sees the step and the fragment that are told, without waiting for a move."""
    talk, code = hall.presenter("en")
    for key in ("PageDown", "ArrowDown"):
        talk.keyboard.press(key)
    arrive(talk, 1, 3)
    phone = hall.phone(code, "en")
    shows(phone, 1, HEADS["en"][0])
    assert phone.locator("section.claim:visible").count() == 1
    assert phone.locator("#step figure:visible").count() == 0
    plain = hall.phone(code, "en", java_script_enabled=False)
    assert plain.locator("section.claim:visible").count() == 1
    assert plain.get_by_role("link", name="Load again").is_visible()
    assert plain.locator("#bar").is_hidden()


@pytest.mark.slow
def test_a_dropped_phone_recovers(hall):
    """A phone without network says so quietly and is at the right step when it is back."""
    talk, code = hall.presenter()
    phone = hall.phone(code)
    phone.context.set_offline(True)
    says(phone, LOST["ja"])
    assert phone.get_by_role("dialog").count() == 0
    talk.keyboard.press("Shift+ArrowDown")
    talk.keyboard.press("Shift+ArrowDown")
    phone.wait_for_timeout(2000)
    shows(phone, 1, HEADS["ja"][0])
    phone.context.set_offline(False)
    shows(phone, 3, HEADS["ja"][2])
    follows(phone, "ja")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stream", "room", "words"),
    [
        (503, 200, "人が多く"),
        (404, 404, "もうひらいていません"),
        (503, 503, "つなぎなおしています"),
    ],
)
def test_a_refused_phone_is_told_why(hall, stream, room, words):
    """Full, gone or away: the phone says which, keeps its step, and tries again where it may."""
    _, code = hall.presenter()
    phone = hall.window(viewport={"width": 390, "height": 844})
    address = f"**/live/rooms/{code.replace('-', '')}"
    phone.route(f"{address}/events", lambda route: route.fulfill(status=stream))
    phone.route(address, lambda route: route.fulfill(status=room))
    phone.goto(f"{hall.address}/live/{code}?lang=ja")
    says(phone, words, 20_000)
    shows(phone, 1, HEADS["ja"][0])
    if room != 404:
        phone.unroute(f"{address}/events")
        follows(phone, "ja", 20_000)


def test_leaving_and_coming_back(hall):
    """Looking around stays where the reader is, one press leads back; no step is fetched twice."""
    talk, code = hall.presenter()
    phone = hall.phone(code)
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.locator("#next").click()
    shows(phone, 2, HEADS["ja"][1])
    phone.locator("#list summary").click()
    phone.locator("[data-to='4']").click()
    phone.wait_for_function("() => document.getElementById('where').textContent.startsWith('4 /')")
    talk.keyboard.press("Shift+ArrowDown")
    says(phone, "2 / 4")
    assert phone.locator("#where").inner_text().startswith("4 /")
    phone.get_by_role("button", name="発表に戻る").click()
    shows(phone, 2, HEADS["ja"][1])
    follows(phone, "ja")
    talk.keyboard.press("Shift+ArrowDown")
    shows(phone, 3, HEADS["ja"][2])
    fetched = [url for url in asked if "/steps/" in url]
    assert fetched and len(fetched) == len(set(fetched))


def test_a_move_takes_neither_focus_nor_place(hall):
    """A step is announced politely; focus stays, and who reads further down is not torn away."""
    talk, code = hall.presenter()
    talk.keyboard.press("Shift+ArrowDown")
    phone = hall.phone(code)
    shows(phone, 2, HEADS["ja"][1])
    phone.locator("#other-size").focus()
    talk.keyboard.press("Shift+ArrowDown")
    shows(phone, 3, HEADS["ja"][2])
    assert phone.evaluate("document.activeElement.id") == "other-size"
    heard = phone.locator("#heard")
    assert heard.get_attribute("aria-live") == "polite" and HEADS["ja"][2] in heard.inner_text()
    phone.locator("#step summary:visible").last.click()
    phone.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    place = phone.evaluate("window.scrollY")
    assert place > 100
    talk.keyboard.press("ArrowUp")
    says(phone, "発表は先へ進みました")
    assert phone.evaluate("window.scrollY") == place
    shows(phone, 3, HEADS["ja"][2])
    phone.evaluate("window.scrollTo(0, 0)")
    shows(phone, 2, HEADS["ja"][1])


def test_nothing_jumps_while_a_phone_follows(hall):
    """No layout shift is seen over five moves, and the bar keeps its place."""
    talk, code = hall.presenter()
    phone = hall.phone(code)
    phone.evaluate(
        """() => { window.shift = 0; new PerformanceObserver((list) => {
            for (const each of list.getEntries()) window.shift += each.value;
        }).observe({ type: 'layout-shift', buffered: false }); }"""
    )
    top = phone.locator("#bar").bounding_box()["y"]
    for _ in range(5):
        talk.keyboard.press("PageDown")
        phone.wait_for_timeout(500)
        assert phone.locator("#bar").bounding_box()["y"] == top
    assert phone.evaluate("window.shift") < 0.05


def test_another_language_and_size_without_leaving(hall):
    """Language and size change in place, into the link, and the phone goes on following."""
    talk, code = hall.presenter()
    phone = hall.phone(code)
    phone.evaluate("window.same = true")
    phone.locator("#other-language").click()
    shows(phone, 1, HEADS["en"][0])
    before = phone.evaluate(HEAD_SIZE)
    phone.locator("#other-size").click()
    phone.wait_for_function("() => document.documentElement.className === 'size2'")
    assert phone.evaluate(HEAD_SIZE) == 1.25 * before > 0
    assert "lang=en" in phone.url and "size=2" in phone.url
    talk.keyboard.press("Shift+ArrowDown")
    shows(phone, 2, HEADS["en"][1])
    assert phone.evaluate("window.same") and phone.evaluate("document.documentElement.lang") == "en"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_light_page_is_accessible_and_keeps_nothing(hall, language, scheme):
    """axe finds nothing in any fragment or list; no cookie, nothing stored, no stranger asked."""
    talk, code = hall.presenter(language)
    asked = []
    phone = hall.window(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{hall.address}/live?lang={language}")
    assert Axe().run(phone).violations_count == 0
    phone.locator("#code").fill(code.lower().replace("-", " "))
    phone.locator("button").click()
    follows(phone, language)
    ways = ("PageDown", "ArrowDown", "ArrowDown", "PageDown", "PageDown")
    for place, key in zip(((1, 1), (1, 2), (1, 3), (1, 4), (2, 1)), ways, strict=True):
        arrive(talk, *place)
        phone.wait_for_timeout(400)
        found = Axe().run(phone)
        assert found.violations_count == 0, (place, found.generate_report())
        wide = phone.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390
        talk.keyboard.press(key)
    phone.locator("#list summary").click()
    assert Axe().run(phone).violations_count == 0
    assert phone.evaluate(STORED) == ["", 0, 0, 0, 0, 0] and phone.context.cookies() == []
    assert asked and all(url.startswith((hall.address, "data:")) for url in asked)
