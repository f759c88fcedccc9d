"""What a presenter does: steps on, asks the room, answers a question, changes the look."""

import re

from components.text.story import get_story
from tests.browser.stage import TEXTS, arrive, drawn, present, shown, where
from tests.browser.visit import settled

STEPS = [each.id for each in get_story("mynapoint").topic("ja").steps]


def test_a_clicker_walks_the_talk(visit):
    """Keys work without focus first, and after the chart or a control was clicked."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=2")
    page.keyboard.press("ArrowDown")
    arrive(page, 2, 2)
    page.keyboard.press("ArrowRight")
    arrive(page, 3, 1)
    page.locator(".layer.shown .box").click()
    page.keyboard.press("Space")
    arrive(page, 4, 1)
    for key, place in (("PageUp", (3, 1)), ("ArrowLeft", (2, 1)), ("Home", (0, 1))):
        page.keyboard.press(key)
        arrive(page, *place)
    page.keyboard.press("PageDown")
    arrive(page, 1, 1)
    page.locator(".options button").first.click()
    page.keyboard.press("Space")
    arrive(page, 1, 2)
    page.keyboard.press("End")
    page.wait_for_function(
        f"() => document.querySelector('.stage').dataset.step === '{len(STEPS) + 1}'"
    )
    page.keyboard.press("ArrowUp")
    arrive(page, len(STEPS), 1)
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
    assert "出典：" in words and f"4 / {len(STEPS)}" in words and re.search(r"\d{4}年", words)


def test_a_translator_of_pages_leaves_the_words_of_the_stage(visit):
    """What the stage reads is marked as not to be translated, since it is not text to a reader."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=4")
    for name in ("talk", "room", "answers"):
        read = page.locator(f"#stage-{name}")
        read.wait_for(state="attached")
        assert read.evaluate("each => each.translate") is False


def test_black_help_and_going_to_a_step(visit):
    """B and . make the screen black, W white, ? shows the keys, G goes to a number or to words."""
    page = present(visit, "/mynapoint?lang=en&view=present&step=2")
    for key in ("b", ".", "w"):
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
    page.keyboard.type(str(get_story("mynapoint").topic("en").steps[3].headline)[:40])
    page.keyboard.press("Enter")
    arrive(page, 4)


def test_fragments_go_forward_and_back(visit):
    """Question, then chart, then what happened since; back restores each as it was."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=1")
    assert "2,531" not in shown(page) and page.locator(".layer.shown .ballot").count() == 1
    page.keyboard.press("PageDown")
    arrive(page, 1, 2)
    assert "2,531" in shown(page)
    page.keyboard.press("ArrowDown")
    arrive(page, 1, 3)
    assert "その後" in shown(page)
    page.keyboard.press("ArrowUp")
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
    page.wait_for_function(
        "() => document.querySelector('.layer.shown').textContent.includes('会場 12')"
    )
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
        page.wait_for_function(f"() => document.querySelector('.stage').dataset.look === '{look}'")
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
    page.wait_for_function("() => document.querySelector('.stage').dataset.size === '1.1'")
    page.wait_for_timeout(400)
    assert "size=1.1" in page.url
    chart = [each for each in page.locator(".layer.shown").evaluate(TEXTS) if "億円" in each[0]]
    assert min(size for _, size, _ in chart) > small
    page.goto(visit.address + "/overview?lang=ja&view=present&step=1")
    drawn(page)
    assert page.locator(".stage").get_attribute("data-look") == "contrast"


def test_the_same_step_to_read_and_back(visit):
    """Escape leads to the same step in the read view, P back to it, both without a reload."""
    page = present(visit, "/health_insurance?lang=en&view=present&step=who_registered")
    number = where(page)[0]
    page.evaluate("window.stayed = true")
    page.keyboard.press("Escape")
    page.wait_for_selector("h2#who_registered")
    settled(page)
    assert re.search(rf"step=({number}|who_registered)\b", page.url) and "view" not in page.url
    assert page.locator(".stage").count() == 0
    page.keyboard.press("p")
    drawn(page)
    assert where(page) == (number, 1) and "view=present" in page.url
    page.go_back()
    page.wait_for_selector(".stage", state="detached")
    assert page.evaluate("window.stayed")


def test_a_question_is_answered_and_the_talk_goes_on(visit):
    """Search finds without spaces, Enter shows number and source, Escape goes back."""
    page = present(visit, "/mynapoint?lang=ja&view=present&step=3&beat=2")
    page.wait_for_function("() => document.getElementById('stage-answers')")
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
    assert "主張と説明" in kinds.all_inner_texts()
    kinds.nth(kinds.all_inner_texts().index("主張と説明")).click()
    assert page.get_by_role("dialog").locator(".columns h2").all_inner_texts()[0] == "主張"
    page.keyboard.press("PageDown")
    assert where(page) == (3, 2) and page.get_by_role("dialog").count() == 0


def test_a_step_of_another_topic_answers_with_its_chart(visit):
    """A question that a step answers shows that step's chart, over the talk."""
    page = present(visit, "/mynapoint?lang=en&view=present&step=4")
    page.wait_for_function("() => document.getElementById('stage-answers')")
    page.keyboard.press("q")
    page.keyboard.type("Issued and held are different counts")
    page.locator(".found li").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel .main-svg")
    page.keyboard.press("Escape")
    assert where(page) == (4, 1)
