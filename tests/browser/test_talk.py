"""A ten-step talk from first to last: built, looked over, presented in every way a room may ask."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from components.presenter.talk import Talk, as_text, read_steps
from components.text.story import get_story
from tests.browser.stage import arrive, drawn, open_notes, present, shown, where
from tests.browser.visit import PHONE, Visit, settled
from tests.serving import free_port, start_server

STEPS = (
    *(("overview", each) for each in ("what_is_what", "five_numbers")),
    *(("health_insurance", each) for each in ("three_stages", "by_provider", "old_card")),
    *(
        ("mynapoint", each)
        for each in (
            "planned_and_applied",
            "deadlines_moved",
            "round_two_budget",
            "same_budget",
            "what_came_of_it",
        )
    ),
)
TALK = Talk(STEPS, 25).written()
# Each language, look and window occurs; the product of all would only repeat itself.
ROOMS = [
    ("ja", "light", (1280, 720)),
    ("en", "dark", (1024, 768)),
    ("ja", "contrast", (1920, 1080)),
    ("en", "light", (3840, 2160)),
]
BACK = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'


HELD = "name => document.activeElement.getAttribute('aria-label') === name"


def serious(page: Page) -> list[tuple[str, str]]:
    """Give what axe calls serious or critical: the rule and the element."""
    return [
        (each["id"], node["html"][:160])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def talk_in(page: Page) -> Talk:
    """Read the talk that the link holds."""
    written = page.evaluate("new URLSearchParams(location.search).get('talk') || ''")
    return read_steps(written)


def choose(page: Page, topic: str) -> None:
    """Choose a topic of the builder by its title, as a reader does with the keyboard."""
    box = page.get_by_role("combobox", name="話題")
    if box.input_value() != topic:
        box.scroll_into_view_if_needed()
        page.wait_for_timeout(300)  # a list closes while its page scrolls
        box.click()
        page.get_by_role("option", name=topic, exact=True).click()
    page.wait_for_function(
        "name => document.querySelector('.st-key-topic input').value === name", arg=topic
    )
    settled(page)


def click(page: Page, way: str) -> None:
    """Follow a way of the builder and wait until the link and the page have followed."""
    page.locator(f"#{way}").click()
    settled(page)


def walk(page: Page) -> list[int]:
    """Press PageDown to the closing slide; give the steps met, in order, the title being 0."""
    met = [where(page)[0]]
    while met[-1] <= page.evaluate("window.mieruStage.talk.deck.last"):
        before = where(page)
        page.keyboard.press("PageDown")
        page.wait_for_function(
            """([step, fragment]) => { const stage = document.querySelector('.stage').dataset;
                return stage.step !== String(step) || stage.fragment !== String(fragment); }""",
            arg=list(before),
        )
        drawn(page)
        met.append(where(page)[0])
    return list(dict.fromkeys(met))


@pytest.mark.slow
def test_a_talk_is_built_on_the_page(visit, tmp_path):
    """Steps of three topics, their order, a length: all in the link; saved, and opened again."""
    page = visit.open("/talk?lang=ja")
    assert serious(page) == []
    for topic in ("mynapoint", "health_insurance", "overview"):
        choose(page, get_story(topic).topic("ja").title)
        for name, step in STEPS:
            if name == topic:
                click(page, f"add_{name}_{step}")
    assert len(talk_in(page).steps) == 10
    # By keyboard: the step that moves keeps the focus, and each way says what it moves.
    steps = get_story("overview").topic("ja").steps
    title = next(each for each in steps if each.id == STEPS[1][1]).headline
    for word, place in (("上へ", 8), ("上へ", 7), ("下へ", 8), ("上へ", 7)):
        name = f"{word}: {title}"
        page.get_by_role("link", name=name).focus()
        before = page.url
        page.keyboard.press("Enter")
        page.wait_for_function("before => location.href !== before", arg=before)
        settled(page)
        assert talk_in(page).steps.index(STEPS[1]) == place
        page.wait_for_function(HELD, arg=name)
    page.locator("#remove_mynapoint_same_budget_0").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#remove_mynapoint_same_budget_0", state="detached")
    settled(page)
    assert len(talk_in(page).steps) == 9
    assert page.evaluate("document.activeElement.closest('#talk-steps') !== null")
    with page.expect_download() as saving:
        page.get_by_role("link", name="ファイルに保存").click()
    file = tmp_path / "talk.txt"
    saving.value.save_as(file)
    saved = talk_in(page)
    page = visit.open("/talk?lang=ja", size=PHONE)
    junk = tmp_path / "junk.txt"
    junk.write_bytes(b"\xff\xfe\x00PNG<b>")
    page.set_input_files("#talk-file", junk)
    page.get_by_text("使える発表は見つかりません").wait_for()
    page.set_input_files("#talk-file", file)
    page.wait_for_url("**talk=20~*")
    settled(page)
    assert talk_in(page) == saved
    assert serious(page) == []
    assert visit.strangers == [] and visit.errors == []


def test_a_saved_talk_is_opened_from_its_text(visit):
    """Pasted text puts its talk into the link; anything else gets a plain sentence."""
    page = visit.open("/talk?lang=en&talk=20~overview.1")
    for words, found in (("<b>no talk</b>", ""), (as_text(read_steps(TALK), "ja"), TALK)):
        page.locator(".stTextArea textarea").fill(words)
        page.get_by_role("button", name="Open what was pasted").click()
        if found:
            page.get_by_role("heading", name="Know before you go").wait_for()
            settled(page)
            assert talk_in(page) == read_steps(TALK)
        else:
            page.get_by_text("No talk was found").wait_for()
            assert "<b>no" not in page.get_by_role("main").inner_html()
            assert talk_in(page).steps == STEPS[:1]
    assert visit.strangers == [] and visit.errors == []


def test_a_hurried_second_press_undoes_nothing(visit):
    """Two steps added faster than the page can follow: what is added stays added."""
    page = visit.open("/talk?lang=en")
    page.evaluate("""() => { for (const id of ['add_overview_what_is_what',
        'add_overview_five_numbers']) document.getElementById(id).click(); }""")
    page.locator("#remove_overview_what_is_what_0").wait_for()
    settled(page)
    assert talk_in(page).steps == STEPS[:1]
    click(page, "add_overview_five_numbers")
    assert talk_in(page).steps == STEPS[:2]


def test_the_look_over_leads_to_what_it_names(visit):
    """Before the talk: pace, what later events overtook, and a way to each step and record."""
    page = visit.open(f"/talk?lang=en&talk={TALK}")
    assert "25 minutes over 10 steps make 2:30 a step" in page.get_by_role("main").inner_text()
    overtaken = page.locator('section[data-kind="overtaken"]')
    assert "since: " in overtaken.inner_text()
    link = overtaken.locator("li > a").first.get_attribute("href")
    assert link.startswith("/health_insurance?lang=en&step=")
    assert serious(page) == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "look", "window"), ROOMS, ids=lambda each: str(each))
def test_every_step_is_reached_by_the_clicker(visit, language, look, window):
    """PageDown alone leads to the closing slide, in every language, look and window."""
    path = f"/talk?lang={language}&talk={TALK}"
    if look == "light":
        page = visit.open(path, size=dict(zip(("width", "height"), window, strict=True)))
        page.locator("#present").click()
        drawn(page)
    else:
        size = dict(zip(("width", "height"), window, strict=True))
        page = present(
            visit,
            f"/overview?lang={language}&view=present&step=1&look={look}&talk={TALK}",
            size=size,
        )
    assert page.locator(".stage").get_attribute("data-look") == look
    first = where(page)[0]
    assert first in (0, 1) and walk(page) == list(range(first, 12))
    page.keyboard.press("PageDown")
    assert where(page)[0] == 11
    assert page.locator(".fallback").count() == 0
    assert serious(page) == []
    assert visit.strangers == [] and visit.errors == []


@pytest.mark.slow
def test_a_talk_goes_on_whatever_the_room_does(browser: Browser):
    """A guess, a question, a killed server, a look into the read view: the talk keeps its place."""
    port = free_port()
    server = start_server(port)
    visit = Visit(browser, f"http://127.0.0.1:{port}")
    try:
        page = present(visit, f"/overview?lang=ja&view=present&talk={TALK}&step=3")
        page.wait_for_function("() => document.getElementById('stage-answers')")
        page.locator(".layer.shown .options button").nth(1).click()
        page.keyboard.press("PageDown")
        arrive(page, 3, 2)
        assert "会場 1人" in shown(page) and "出典：" in shown(page)
        page.keyboard.press("q")
        page.keyboard.type("申込者数")
        page.locator(".found li").first.wait_for()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").locator(".foot").wait_for()
        page.keyboard.press("Escape")
        assert where(page) == (3, 2)
        server.kill()
        server.wait(10)
        page.keyboard.press("ArrowDown")
        arrive(page, 3, 3)
        page.keyboard.press("Shift+ArrowDown")
        arrive(page, 4)
        server = start_server(port)
        page.wait_for_selector(BACK, state="attached", timeout=30_000)
        page.keyboard.press("PageDown")
        place = where(page)
        page.reload()
        arrive(page, *place)
        back_from_the_read_view(page, place)
        notes = open_notes(page)
        arrive(notes, *place)
        assert serious(notes) == []
        notes.close()
        assert visit.strangers == []
    finally:
        visit.close()
        server.kill()
        server.wait(10)


def back_from_the_read_view(page: Page, place: tuple[int, int]) -> None:
    """Escape leads to the step as one reads it; P leads back to the same step and fragment."""
    topic, step = STEPS[place[0] - 1]
    page.keyboard.press("Escape")
    page.wait_for_selector(f"h2#{step}")
    settled(page)
    assert f"/{topic}?" in page.url and talk_in(page).steps == STEPS
    page.keyboard.press("p")
    arrive(page, *place)
