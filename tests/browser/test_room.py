"""In the room: every frame, every window, every look, the notes, a killed server, a thumb."""

import json
import re
from pathlib import Path

import plotly as plotly_package
import pytest
from axe_playwright_python.sync_playwright import Axe

from components.presenter import play
from components.presenter.talk import read_talk
from components.text.story import get_story
from tests.browser.stage import (
    ASTRAY,
    TEXTS,
    arrive,
    drawn,
    open_notes,
    present,
    show,
    shown,
    views,
    where,
)
from tests.browser.visit import WIDE, Visit
from tests.serving import free_port, start_server

TALK = (
    "30~overview.what_is_what.five_numbers~health_insurance.three_stages.by_provider.old_card"
    "~mynapoint.planned_and_applied.deadlines_moved.round_two_budget.what_came_of_it~overview.1"
)
SIZES = [(1280, 720), (1024, 768), (1920, 1080), (3840, 2160)]


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


@pytest.mark.slow
def test_no_frame_is_blank_and_nothing_jumps(visit):
    """Ten steps by clicker: every frame is whole, headline and hairline stand where they stood."""
    page = present(visit, f"/overview?lang=ja&view=present&step=1&talk={TALK}")
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


def test_the_slide_follows_its_frame(visit):
    """A frame that changes its size, as when its style comes late, has its slide drawn anew."""
    page = present(visit, f"/overview?lang=ja&view=present&step=1&talk={TALK}")
    page.add_style_tag(content=".stage { inset: 0 0 360px 0 !important; }")
    page.wait_for_function("""() => Math.abs(document.querySelector('.layer.shown .foot')
        .getBoundingClientRect().top - 320) < 4""")  # 88.9 % of 360


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_window_is_filled_and_readable(visit, language):
    """In four windows nothing scrolls; text is at least 2.2 % of the height, the headline 5 %."""
    page = present(visit, f"/overview?lang={language}&view=present&step=1&talk={TALK}")
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


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_slide_of_every_topic_is_whole(visit, language):
    """In the narrowest window no word leaves its place or lies on another, on any slide we have."""
    page = present(
        visit, f"/overview?lang={language}&view=present&step=1", size={"width": 1024, "height": 768}
    )
    page.wait_for_function("() => document.getElementById('stage-answers')")
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
    assert not astray, "\n".join(f"{name}: {found}" for name, found in astray.items())


def test_a_failing_chart_leaves_headline_rows_and_source(visit):
    """A chart that cannot be drawn is replaced by its rows; headline and source stand."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=3")
    page.evaluate("() => { window.Plotly.newPlot = async () => { throw Error('broken'); }; }")
    page.keyboard.press("l")
    page.wait_for_selector(".layer.shown .fallback table")
    words = shown(page)
    headline = str(get_story("mynapoint").topic("ja").steps[2].headline)
    assert headline in words.replace("\n", "") and "出典：" in words
    assert "1兆8,134億円" in page.locator(".layer.shown .fallback").inner_text()


def test_the_notes_follow_and_lead(visit):
    """The presenter's window follows the talk and leads it within 300 ms, and keeps the time."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=2")
    notes = open_notes(page)
    notes.wait_for_selector(".notes .now .layer.shown .main-svg", timeout=30_000)
    assert "どの期限の話か" in notes.locator(".say").inner_text()
    notes.wait_for_timeout(600)
    follow = """(place) => new Promise((done) => { const start = performance.now();
        const look = () => { const stage = document.querySelector('.stage').dataset;
            if (stage.step + '/' + stage.fragment === place) done(performance.now() - start);
            else requestAnimationFrame(look); }; look(); })"""
    times = []
    ways = ((page, notes, "ArrowDown", "2/2"), (notes, page, "PageDown", "3/1"))
    for leader, follower, key, place in ways:
        follower.evaluate(f"place => {{ window.followed = ({follow})(place); }}", place)
        leader.keyboard.press(key)
        times.append(follower.evaluate("window.followed"))
    assert max(times) < 400, times  # the wait for the key press itself is in it
    notes.get_by_role("button", name="次へ").click()
    arrive(page, 4, 1)
    notes.locator("#talk-minutes").fill("10")
    notes.keyboard.press("Tab")
    assert re.match(r"[89]:\d\d|10:00", notes.locator(".remaining").inner_text())
    page.keyboard.press("b")
    notes.locator(".dark").wait_for()
    notes.close()


def test_a_question_is_whole_on_the_presenters_screen(visit):
    """The notes show every option of a question, in proportion to the screen in the room."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=1")
    notes = open_notes(page)
    notes.wait_for_selector(".notes .now .layer.shown .options li", timeout=30_000)
    notes.wait_for_timeout(600)
    room, last, field, option = notes.evaluate(
        """() => { const now = document.querySelector('.notes .now .layer.shown');
            return [['.body', 'bottom'], ['.options li:last-child', 'bottom'],
                ['.options input', 'height'], ['.option', 'height']].map(([name, side]) =>
                now.querySelector(name).getBoundingClientRect()[side]); }"""
    )
    assert last <= room and field < 1.6 * option
    notes.close()


@pytest.mark.slow
def test_the_talk_outlives_its_server(browser):
    """Server killed: stepping goes on; server back or page reloaded: same step and fragment."""
    port = free_port()
    server = start_server(port)
    visit = Visit(browser, f"http://127.0.0.1:{port}")
    try:
        page = present(visit, "/mynapoint?lang=ja&view=present&step=3")
        page.wait_for_timeout(1500)
        server.kill()
        server.wait(10)
        ways = (("ArrowDown", (3, 2)), ("PageDown", (4, 1)), ("PageDown", (5, 1)))
        for key, place in ways:
            page.keyboard.press(key)
            arrive(page, *place)
        page.wait_for_timeout(4000)
        spot = "document.elementFromPoint(640, 300).closest('.stage') !== null"
        assert page.evaluate(spot), "no dialog over the stage"
        server = start_server(port)
        page.wait_for_selector(
            '[data-testid="stApp"][data-test-connection-state="CONNECTED"]',
            state="attached",
            timeout=30_000,
        )
        page.wait_for_timeout(1500)
        assert where(page) == (5, 1) and page.evaluate(spot)
        page.keyboard.press("ArrowDown")
        arrive(page, 5, 2)
        page.reload()
        arrive(page, 5, 2)
    finally:
        visit.close()
        server.kill()
        server.wait(10)


@pytest.mark.slow
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_axe_finds_nothing_serious_on_the_stage(visit, look):
    """Contrast, names and structure hold on the stage, its ballot, its keys and its search."""
    page = present(visit, f"/mynapoint?lang=ja&view=present&step=1&look={look}")
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
    arrive(page, 3, 1)
    page.evaluate(swipe, [300, 900])
    arrive(page, 2, 1)
    page.get_by_role("button", name="次へ").click()
    arrive(page, 3, 1)
    window.close()


FILE = """<!doctype html><html lang="en"><meta charset="utf-8"><style>{style}</style><body>
<script>{plotly}</script><script>{player}</script>
<script type="application/json" id="talk">{talk}</script><script>
const link = () => new URLSearchParams(location.hash.slice(1));
window.mieruStage.open({{ root: document.body, mode: link().get("view") || "present",
    play: JSON.parse(document.getElementById("talk").textContent),
    notesAddress: () => location.pathname + "#view=notes" }});
</script></body></html>"""


@pytest.mark.slow
def test_the_player_needs_no_server(browser, tmp_path):
    """The same script plays a talk from a file: keys, link, reload, and the notes in a window."""
    talk = read_talk("20~mynapoint.round_two_budget.same_budget", "mynapoint")
    made = json.dumps(play.play(talk, "en", play.slides_of(talk, "en"))).replace("<", "\\u003c")
    plotly = (Path(plotly_package.__file__).parent / "package_data/plotly.min.js").read_text(
        "utf-8"
    )
    file = tmp_path / "talk.html"
    file.write_text(
        FILE.format(style=play.style(), plotly=plotly, player=play.script(), talk=made), "utf-8"
    )
    page = browser.new_page(viewport=WIDE)
    page.goto(file.as_uri() + "#step=1")
    drawn(page)
    page.keyboard.press("Shift+ArrowDown")
    arrive(page, 2)
    page.reload()
    arrive(page, 2)
    assert "step=2" in page.url
    notes = open_notes(page)
    arrive(notes, 2)
    notes.keyboard.press("PageUp")
    arrive(page, 1)
    page.keyboard.press("Home")
    arrive(notes, 0)
    page.close()
