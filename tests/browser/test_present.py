"""A talk in a room: clicker, guesses, questions, looks, windows of every size, a killed server."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import free_port, start_server
from tests.browser.stage import ASTRAY, TEXTS, arrive, drawn, show, shown, views, where
from tests.browser.visit import WIDE, Visit, settled

TALK = (
    "30~overview.what_is_what.five_numbers~health_insurance.three_stages.by_provider.old_card"
    "~mynapoint.planned_and_applied.deadlines_moved.round_two_budget.what_came_of_it~overview.1"
)
SIZES = [(1280, 720), (1024, 768), (1920, 1080), (3840, 2160)]


def present(visit, path, **more):
    return visit.open(path, ready=drawn, **more)


def test_a_clicker_walks_the_talk(visit):
    """Keys work without focus first, and after the chart or a control was clicked."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=2")
    page.keyboard.press("PageDown")
    arrive(page, 2, 2)
    page.keyboard.press("ArrowRight")
    arrive(page, 3, 1)
    page.locator(".layer.shown .box").click()
    page.keyboard.press("Space")
    arrive(page, 3, 2)
    for key, place in (("PageUp", (3, 1)), ("ArrowLeft", (2, 2)), ("Home", (1, 1))):
        page.keyboard.press(key)
        arrive(page, *place)
    page.locator(".options button").first.click()
    page.keyboard.press("Space")
    arrive(page, 1, 2)
    page.keyboard.press("End")
    arrive(page, 7, 1)
    assert visit.strangers == [] and visit.errors == []


def test_nothing_but_the_slide_is_on_the_screen(visit):
    """Menu, margins and toolbars are gone: headline, chart, source line and number remain."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=4")
    seen = page.evaluate(
        """() => { const spots = [[5, 5], [600, 30], [1275, 5], [5, 715], [1275, 715], [640, 360]];
            return spots.every(([x, y]) => document.elementFromPoint(x, y).closest('.stage')); }"""
    )
    assert seen
    assert page.locator(".touch").is_hidden()
    words = page.locator(".stage > .layer.shown > .foot").inner_text()
    assert "出典：" in words and "4 / 7" in words and re.search(r"\d{4}年", words)


def test_black_help_and_going_to_a_step(visit):
    """B and . make the screen black, ? shows the keys, G goes to a number or to words."""
    page = present(visit, "/mynapoint?lang=en&view=present&step=2")
    for key in ("b", "."):
        page.keyboard.press(key)
        assert page.locator(".curtain").is_visible()
        page.keyboard.press(key)
        assert page.locator(".curtain").is_hidden()
    page.keyboard.press("?")
    assert "PageDown" in page.get_by_role("dialog").inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    arrive(page, 5)
    page.keyboard.press("g")
    page.keyboard.type("serial number")
    page.keyboard.press("Enter")
    arrive(page, 7)


def test_beats_go_forward_and_back(visit):
    """Question, then chart, then what happened since; back restores each as it was."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=1")
    assert "2,531" not in shown(page) and page.locator(".layer.shown .ballot").count() == 1
    page.keyboard.press("PageDown")
    arrive(page, 1, 2)
    assert "2,531" in shown(page)
    page.keyboard.press("PageDown")
    arrive(page, 1, 3)
    assert "その後" in shown(page)
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    arrive(page, 1, 1)
    assert "2,531" not in shown(page)


def test_the_rooms_guess_is_drawn(visit):
    """Hands raised, or one number, stand in the chart beside the figure and its source."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=1")
    page.locator(".layer.shown .options input").nth(2).fill("12")
    page.locator(".layer.shown .options button").nth(3).click()
    page.keyboard.press("PageDown")
    arrive(page, 1, 2)
    assert "会場 12人" in shown(page) and "会場 1人" in shown(page) and "出典：" in shown(page)
    page.reload()
    arrive(page, 1, 2)
    page.wait_for_function("document.querySelector('.layer.shown').textContent.includes('会場 12')")
    page.keyboard.press("PageUp")
    page.locator(".layer.shown .one input").fill("2500")
    page.keyboard.press("PageDown")
    arrive(page, 1, 2)
    assert "会場の予想" in shown(page) and "会場 12人" not in shown(page)


def test_looks_and_type_change_live(visit):
    """Three looks and larger type change at once, stand in the link, and last for the session."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=5")
    grounds = []
    for look in ("dark", "contrast"):
        page.keyboard.press("l")
        page.wait_for_function(f"document.querySelector('.stage').dataset.look === '{look}'")
        page.wait_for_timeout(400)
        grounds.append(
            page.evaluate("""() => [getComputedStyle(document.querySelector('.stage'))
            .backgroundColor, document.querySelector('.layer.shown .main-svg').style.background]""")
        )
        assert f"look={look}" in page.url
    assert grounds[0][0] == "rgb(20, 24, 31)" and grounds[1][0] == "rgb(0, 0, 0)"
    assert all(ground == chart for ground, chart in grounds)
    small = min(size for _, size, _ in page.locator(".layer.shown").evaluate(TEXTS))
    page.keyboard.press("+")
    page.wait_for_function("document.querySelector('.stage').dataset.size === '1.1'")
    page.wait_for_timeout(400)
    assert "size=1.1" in page.url
    chart = [each for each in page.locator(".layer.shown").evaluate(TEXTS) if "億円" in each[0]]
    assert min(size for _, size, _ in chart) > small
    page.goto(visit.address + "/overview?lang=ja&view=present")
    drawn(page)
    assert page.locator(".stage").get_attribute("data-look") == "contrast"


def test_the_same_step_to_read_and_back(visit):
    """Escape leads to the same step in the read view, P back to it, both without a reload."""
    page = present(visit, "/health_insurance?lang=en&view=present&step=5")
    page.evaluate("window.stayed = true")
    page.keyboard.press("Escape")
    page.wait_for_selector("h2#who_registered")
    settled(page)
    assert "step=5" in page.url and "view" not in page.url
    assert page.locator(".stage").count() == 0
    page.keyboard.press("p")
    drawn(page)
    assert where(page) == (5, 1) and "view=present" in page.url
    page.go_back()
    page.wait_for_selector(".stage", state="detached")
    assert page.evaluate("window.stayed")


def test_a_question_is_answered_and_the_talk_goes_on(visit):
    """Search finds without spaces, Enter shows number and source, Escape returns to the beat."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=3&beat=2")
    page.wait_for_function("document.getElementById('stage-answers')")
    page.keyboard.press("/")
    page.keyboard.type("申込者数")
    page.locator(".found li").first.wait_for()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    card.locator(".foot").wait_for()
    assert "出典：" in card.inner_text()
    page.keyboard.press("Escape")
    assert where(page) == (3, 2) and page.get_by_role("dialog").count() == 0
    page.keyboard.press("q")
    page.keyboard.type("保険証廃止の方針")
    kinds = page.locator(".found .kind")
    kinds.first.wait_for()
    assert "主張" in kinds.all_inner_texts()
    kinds.nth(kinds.all_inner_texts().index("主張")).click()
    assert page.get_by_role("dialog").locator(".columns h2").all_inner_texts()[0] == "主張"
    page.keyboard.press("PageDown")
    assert where(page) == (3, 2) and page.get_by_role("dialog").count() == 0


def test_a_step_of_another_topic_answers_with_its_chart(visit):
    """A question that a step answers shows that step's chart, over the talk."""
    page = present(visit, "/mynapoint?lang=en&view=present&step=4")
    page.wait_for_function("document.getElementById('stage-answers')")
    page.keyboard.press("q")
    page.keyboard.type("Issued and held are different counts")
    page.locator(".found li").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel .main-svg")
    page.keyboard.press("Escape")
    assert where(page) == (4, 1)


RECORD = """() => {
    window.frames = [];
    const look = () => {
        const layers = [...document.querySelectorAll('.stage > .layer.shown')];
        const place = (name) => {
            const one = layers[0] && layers[0].querySelector(name).getBoundingClientRect();
            return one ? [one.left, one.top, one.width] : null;
        };
        const body = layers[0] && layers[0].querySelector('.body');
        const chart = body && body.querySelector('.main-svg');
        const full = body && (chart ? chart.querySelectorAll('path, text').length > 3
            : body.textContent.trim().length > 3);
        window.frames.push({ layers: layers.length, full: Boolean(full), head: place('.headline'),
            foot: place('.foot'), words: layers[0] && layers[0].textContent.slice(0, 60) });
        requestAnimationFrame(look);
    };
    look();
}"""


def test_no_frame_is_blank_and_nothing_jumps(visit):
    """Ten steps by clicker: every frame is whole, headline and hairline stand where they stood."""
    page = present(visit, f"/overview?lang=ja&view=present&talk={TALK}")
    page.wait_for_timeout(1500)
    page.evaluate(RECORD)
    seen = set()
    for _ in range(10):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(350)
        seen.add(where(page))
    frames = page.evaluate("window.frames")
    assert len(seen) == 10 and len(frames) > 20
    assert {frame["layers"] for frame in frames} == {1}
    assert all(frame["full"] for frame in frames)
    for part in ("head", "foot"):
        assert len({tuple(frame[part]) for frame in frames}) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_window_is_filled_and_readable(visit, language):
    """In four windows nothing scrolls; text is at least 2.2 % of the height, the headline 5 %."""
    page = present(visit, f"/overview?lang={language}&view=present&talk={TALK}")
    for width, height in SIZES if language == "ja" else SIZES[1:2]:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)
        for place in range(0, views(page), 2):
            show(page, place)
            assert page.evaluate("""() => ['html', '.stage'].map((each) =>
                document.querySelector(each)).every((each) =>
                each.scrollHeight <= innerHeight && each.scrollWidth <= innerWidth)""")
            for words, size, is_headline in page.locator(".layer.shown").evaluate(TEXTS):
                least = 5 if is_headline else 2.2
                assert size / height * 100 >= least - 0.01, (words, size, width, height)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_slide_of_every_topic_is_whole(visit, language):
    """In the narrowest window no word leaves its place or lies on another, on any slide we have."""
    page = present(
        visit, f"/overview?lang={language}&view=present", size={"width": 1024, "height": 768}
    )
    page.wait_for_function("document.getElementById('stage-answers')")
    page.evaluate("""() => {
        const slides = JSON.parse(document.getElementById('stage-answers').textContent).slides;
        const play = JSON.parse(document.getElementById('stage-talk').textContent);
        window.mieruStage.open({ root: document.body, mode: 'present',
            play: Object.assign(play, { slides, talk: 'all' }) });
    }""")
    astray = {}
    for place in range(views(page)):
        show(page, place)
        if found := page.evaluate(ASTRAY):
            name = page.evaluate(f"window.mieruStage.talk.deck.views[{place}].slide.id")
            astray[name, place] = found
    assert astray == {}


def test_a_failing_chart_leaves_headline_rows_and_source(visit):
    """A chart that cannot be drawn is replaced by its rows; headline and source stand."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=3")
    page.evaluate("() => { window.Plotly.newPlot = async () => { throw Error('broken'); }; }")
    page.keyboard.press("l")
    page.wait_for_selector(".layer.shown .fallback table")
    words = shown(page)
    assert "内訳の多くは資料にない" in words.replace("\n", "") and "出典：" in words
    assert "1兆8,134億円" in page.locator(".layer.shown .fallback").inner_text()


def test_the_notes_follow_and_lead(visit):
    """The presenter's window follows the talk and leads it within 300 ms, and keeps the time."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=2")
    with page.expect_popup() as opening:
        page.keyboard.press("n")
    notes = opening.value
    notes.wait_for_selector(".notes .now .layer.shown .main-svg", timeout=30_000)
    assert "どの時計の話か" in notes.locator(".say").inner_text()
    notes.wait_for_timeout(600)
    follow = """(place) => new Promise((done) => { const start = performance.now();
        const look = () => { const stage = document.querySelector('.stage').dataset;
            if (stage.step + '/' + stage.beat === place) done(performance.now() - start);
            else requestAnimationFrame(look); }; look(); })"""
    times = []
    for leader, follower, place in ((page, notes, "2/2"), (notes, page, "3/1")):
        follower.evaluate(f"place => {{ window.followed = ({follow})(place); }}", place)
        leader.keyboard.press("PageDown")
        times.append(follower.evaluate("window.followed"))
    assert max(times) < 400, times  # the wait for the key press itself is in it
    notes.get_by_role("button", name="次へ").click()
    arrive(page, 3, 2)
    notes.locator("#talk-minutes").fill("10")
    notes.keyboard.press("Tab")
    assert re.match(r"[89]:\d\d|10:00", notes.locator(".remaining").inner_text())
    page.keyboard.press("b")
    notes.locator(".dark").wait_for()
    notes.close()


def test_the_talk_outlives_its_server(browser):
    """Server killed: stepping goes on; server back or page reloaded: same step and beat."""
    port = free_port()
    server = start_server(port)
    visit = Visit(browser, f"http://127.0.0.1:{port}")
    try:
        page = present(visit, "/mynapoint?lang=ja&view=present&step=3")
        page.wait_for_timeout(1500)
        server.kill()
        server.wait(10)
        for place in ((3, 2), (4, 1), (5, 1)):
            page.keyboard.press("PageDown")
            arrive(page, *place)
        page.wait_for_timeout(4000)
        spot = "document.elementFromPoint(640, 300).closest('.stage') !== null"
        assert page.evaluate(spot), "no dialog over the stage"
        server = start_server(port)
        page.wait_for_selector('[data-testid="stApp"][data-test-connection-state="CONNECTED"]',
                               state="attached", timeout=30_000)  # fmt: skip
        page.wait_for_timeout(1500)
        assert where(page) == (5, 1) and page.evaluate(spot)
        page.keyboard.press("PageDown")
        arrive(page, 5, 2)
        page.reload()
        arrive(page, 5, 2)
    finally:
        visit.close()
        server.kill()
        server.wait(10)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_axe_finds_nothing_serious_on_the_stage(visit, look):
    """Contrast, names and structure hold on the stage, its ballot, its keys and its search."""
    page = present(visit, f"/mynapoint?lang=ja&view=present&look={look}")
    for key in ("PageDown", "PageDown", "?", "q"):
        found = Axe().run(page).response["violations"]
        grave = [each for each in found if each["impact"] in ("serious", "critical")]
        assert [(each["id"], node["html"][:160]) for each in grave for node in each["nodes"]] == []
        page.keyboard.press("Escape") if page.get_by_role("dialog").count() else None
        page.keyboard.press(key)
        page.wait_for_timeout(300)


def test_a_thumb_turns_the_slides(browser, address):
    """On a touch screen a swipe turns, and buttons stand at the edge."""
    window = browser.new_context(viewport=WIDE, has_touch=True, is_mobile=True)
    page = window.new_page()
    page.goto(f"{address}/mynapoint?lang=ja&view=present&step=2")
    drawn(page)
    swipe = """([from, to]) => { const stage = document.querySelector('.stage');
        const finger = (x) => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
        for (const [name, x] of [['touchstart', from], ['touchend', to]]) stage.dispatchEvent(
            new TouchEvent(name, { changedTouches: [finger(x)], bubbles: true })); }"""
    page.evaluate(swipe, [900, 300])
    arrive(page, 2, 2)
    page.evaluate(swipe, [300, 900])
    arrive(page, 2, 1)
    page.get_by_role("button", name="次へ").click()
    arrive(page, 2, 2)
    window.close()
