"""The deck from a disk: a double click, no server, no network, every step by one key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from components.export import deck
from components.export.export_request import export_request
from components.text.story import get_story
from tests.browser.stage import arrive, drawn, show, shown, views, where

TOPICS = ("mynapoint", "overview")
QUICK = 3  # seconds from opening the file to the first chart


@pytest.fixture(scope="module")
def every(tmp_path_factory) -> Path:
    """The deck of all topics in both languages, on a disk."""
    path = tmp_path_factory.mktemp("kit") / "deck.html"
    path.write_bytes(deck.deck(export_request(), "ja"))
    return path


@pytest.fixture(scope="module")
def some(tmp_path_factory) -> Path:
    """The deck of two topics, as a folder with a Japanese name and a space holds it."""
    path = tmp_path_factory.mktemp("kit") / "集会 2026" / "deck.html"
    path.parent.mkdir()
    path.write_bytes(deck.deck(export_request(topics=TOPICS), "ja"))
    return path


class Room:
    """A browser without any network, and a log of all it asked for or complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.asked: list[str] = []
        self.complaints: list[str] = []
        context.on("page", self._listen)
        context.on("request", lambda request: self.asked.append(request.url))

    def _listen(self, page: Page) -> None:
        page.on(
            "console",
            lambda said: said.type in ("error", "warning") and self.complaints.append(said.text),
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: Path, place: str = "") -> Page:
        page = self.context.new_page()
        page.goto(path.as_uri() + place)
        drawn(page)
        return page

    @property
    def outside(self) -> list[str]:
        """Everything asked for but the file itself."""
        return [
            url
            for url in self.asked
            if not url.split("#")[0].endswith("/deck.html")
            and not url.startswith(("data:", "blob:"))
        ]


@pytest.fixture
def room(browser: Browser) -> Iterator[Room]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    yield Room(context)
    context.close()


@pytest.mark.slow
def test_every_step_is_reached_by_one_key(room, every):
    """PageDown, and ↓ for claims, show every fragment, drawn, with nothing asked of anyone."""
    page = room.open(every)
    steps = [step for _, _, step in export_request().steps_of("ja")]
    seen = [where(page)]
    for _ in range(views(page) - 1):
        waits = page.evaluate("""() => { const { deck, state } = window.mieruStage.talk;
            const { fragment, place } = deck.views[state.at + 1];
            return fragment.kind === 'claims' && place > 0; }""")
        page.keyboard.press("ArrowDown" if waits else "PageDown")
        page.wait_for_function(
            "before => { const at = document.querySelector('.stage').dataset;"
            " return at.step + '/' + at.fragment !== before; }",
            arg="/".join(map(str, seen[-1])),
        )
        drawn(page)
        assert page.locator(".layer.shown .fallback").count() == 0
        seen.append(where(page))
    assert {step for step, _ in seen} == set(range(len(steps) + 2))
    assert seen == sorted(set(seen))
    assert room.outside == [] and room.complaints == []


def test_the_last_slide_says_edition_and_what_changed(room, some):
    """The closing slide has sources, edition and day, and no code that leads nowhere."""
    page = room.open(some)
    page.keyboard.press("End")
    page.wait_for_selector(".layer.shown .points")
    assert page.locator(".layer.shown .code").count() == 0
    assert "おもな出典" in shown(page) and "作成" in shown(page) and "版と変更" in shown(page)


def test_the_words_of_a_claim_break_between_phrases(room, some):
    """In Japanese a line of a claim ends where a phrase ends, not inside a word."""
    page = room.open(some)
    words = 0
    for _ in range(60):
        broken, seen = page.evaluate(
            """() => { const broken = []; let seen = 0;
            for (const said of document.querySelectorAll('.layer.shown .said')) {
                const walk = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
                while (walk.nextNode())
                    for (const word of walk.currentNode.data.matchAll(/[ァ-ヶー]{4,9}/g)) {
                        const range = document.createRange();
                        range.setStart(walk.currentNode, word.index);
                        range.setEnd(walk.currentNode, word.index + word[0].length);
                        seen += 1;
                        if (new Set([...range.getClientRects()].map((at) => at.top)).size > 1)
                            broken.push(word[0]);
                    } }
            return [broken, seen]; }"""
        )
        assert broken == []
        words += seen
        page.keyboard.press("PageDown")
        drawn(page)
    assert words


def test_the_deck_of_everything_opens_at_once(room, every):
    """Opening the file to its first chart takes less than three seconds of work."""
    page = room.context.new_page()
    meter = room.context.new_cdp_session(page)
    # The work of the page itself: how busy the machine is with other tests does not count.
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(every.as_uri())
    drawn(page)
    spent = {
        each["name"]: each["value"] for each in meter.send("Performance.getMetrics")["metrics"]
    }
    assert 0.05 < spent["TaskDuration"] < QUICK


def test_a_language_is_changed_where_the_talk_stands(room, some):
    """A changes the words and nothing else: step, fragment, guess and look stay."""
    page = room.open(some, "#step=1&beat=1")
    page.locator(".layer.shown .one input").fill("2500")
    page.keyboard.press("PageDown")
    arrive(page, 1, 2)
    page.keyboard.press("l")
    page.wait_for_function("() => document.querySelector('.stage').dataset.look === 'dark'")
    page.keyboard.press("a")
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    arrive(page, 1, 2)
    assert page.locator(".stage").get_attribute("data-look") == "dark"
    english = get_story("mynapoint").topic("en").steps[0]
    assert str(english.headline) in page.locator(".layer.shown .headline").inner_text()
    assert "The room" in shown(page)
    page.reload()
    drawn(page)
    assert where(page) == (1, 2) and page.evaluate("document.documentElement.lang") == "en"
    page.mouse.move(300, 300)
    page.get_by_role("button", name="Change between").click()
    page.wait_for_function("() => document.documentElement.lang === 'ja'")


def test_notes_keep_in_step_without_a_server(room, some):
    """The second window follows and leads, also from a disk, and has no way to open a third."""
    page = room.open(some, "#step=1&beat=1")
    with room.context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    notes.wait_for_selector(".stage.notes .say p")
    page.keyboard.press("Shift+ArrowDown")
    notes.wait_for_function("() => document.querySelector('.stage').dataset.step === '2'")
    step = get_story("mynapoint").topic("ja").steps[1]
    assert str(step.note[0]) in notes.locator(".say").inner_text()
    notes.keyboard.press("Shift+ArrowDown")
    page.wait_for_function("() => document.querySelector('.stage').dataset.step === '3'")
    page.keyboard.press("b")
    notes.wait_for_selector(".dark", state="visible")
    assert room.outside == []


def test_the_table_behind_a_chart(room, some):
    """T shows every row behind the chart with its source; before an answer it shows nothing."""
    page = room.open(some, "#step=1&beat=1")
    page.keyboard.press("t")
    assert page.get_by_role("dialog").count() == 0
    page.keyboard.press("PageDown")
    arrive(page, 1, 2)
    page.keyboard.press("t")
    table = page.get_by_role("dialog")
    rows = page.evaluate("""() => { const talk = window.mieruStage.talk;
        return talk.deck.views[talk.state.at].fragment.rows.rows.length; }""")
    assert table.locator("tbody tr").count() == rows > 0
    assert "出典" in table.inner_text()
    page.keyboard.press("t")
    assert page.get_by_role("dialog").count() == 0 and where(page) == (1, 2)


def test_charts_answer_to_a_pointer(room, some):
    """A bar under the pointer names its record, with value, date and document."""
    page = room.open(some, "#step=4")
    show(
        page,
        page.evaluate("""window.mieruStage.talk.deck.views
        .findIndex((view) => view.step === 4 && view.fragment.kind === 'figure')"""),
    )
    bar = page.locator(".layer.shown .bars .point").first.bounding_box()
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.wait_for_selector(".layer.shown .hovertext")
    assert "円" in page.locator(".layer.shown .hovertext").first.text_content()


def test_there_is_nothing_to_leave_to_and_nothing_to_upload(room, some):
    """Escape stays in the talk, the keys do not offer to leave, and no button sends anything."""
    page = room.open(some)
    page.keyboard.press("Escape")
    assert page.locator(".stage").count() == 1
    page.keyboard.press("?")
    keys = page.get_by_role("dialog").inner_text()
    assert "Esc" not in keys and "T" in keys and "A" in keys
    page.keyboard.press("Escape")
    assert page.locator(".modebar, [data-title*=loud]").count() == 0


def test_printing_gives_the_sheets(room, some):
    """On paper the sheets of the handout stand in the language shown, and no slide."""
    page = room.open(some)
    page.wait_for_selector(".paper-form .sheet", state="attached")
    sheets = page.locator(".paper-form .sheet")
    assert sheets.count() == len(export_request(topics=TOPICS).steps_of("ja"))
    assert not sheets.first.is_visible()
    page.emulate_media(media="print")
    assert sheets.first.is_visible() and not page.locator(".stage").is_visible()
    assert "マイナポイント" in sheets.first.inner_text()
    page.emulate_media(media="screen")
    page.keyboard.press("a")
    page.wait_for_selector(".paper-form[lang=en] .paper:lang(en) .sheet", state="attached")
    page.emulate_media(media="print")
    assert "MynaPoint" in sheets.first.inner_text()


def test_axe_finds_nothing_serious(room, some):
    """Names, roles and contrast hold in the file as they do in the app, the table included."""
    page = room.open(some, "#step=4")
    assert serious(page) == []
    page.keyboard.press("t")
    page.get_by_role("dialog").wait_for()
    assert serious(page) == []


def serious(page: Page) -> list[tuple[str, str]]:
    """Give what axe calls serious or critical: the rule and the element."""
    return [
        (each["id"], node["html"][:160])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


@pytest.mark.slow
def test_a_topic_taken_from_the_app_opens_from_the_disk(visit, room, tmp_path):
    """The button under a topic gives a deck of that topic, which plays without the server."""
    page = visit.open("/overview?lang=en&step=2")
    with page.expect_download(timeout=60_000) as taken:
        page.locator("nav.turn button[popovertarget]").click()
        page.get_by_role("link", name="Deck (both languages)").click()
    path = tmp_path / "deck.html"
    taken.value.save_as(path)
    assert taken.value.suggested_filename == "mieru_overview_deck.html"
    deck_page = room.open(path)
    assert deck_page.evaluate("document.documentElement.lang") == "en"
    assert "My Number" in deck_page.title() and room.outside == []
