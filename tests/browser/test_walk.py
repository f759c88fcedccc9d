"""Through a walk: names of steps, ways on, keys, and how much of each chart is seen at once."""

import pytest

from components.text.story import get_story, walks
from tests.browser.visit import PHONE, WIDE, settled

LEAST = 0.9  # of the charts
FIRST_CHART = """() => {
    document.querySelectorAll('noscript').forEach((each) => each.remove());
    const chart = [...document.querySelectorAll('.first-still')].find((each) => each.offsetHeight);
    const bar = document.querySelector('nav.turn').getBoundingClientRect();
    const bottom = bar.width === innerWidth ? bar.top : innerHeight;
    if (!chart) return null;
    const { top, height } = chart.getBoundingClientRect();
    return Math.max(0, Math.min(bottom, top + height) - Math.max(0, top)) / height; }"""


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_steps_are_chosen_by_name_and_the_way_on_is_in_reach(visit, size):
    """The list of steps covers no words, the current one is in sight, the next one's name too."""
    page = visit.open("/health_insurance?lang=ja&step=surveys", size=size)
    steps = get_story("health_insurance").topic("ja").steps
    place = next(each.number for each in steps if each.id == "surveys")
    names = page.locator("nav.steps")
    box, head = names.bounding_box(), page.locator("h2#surveys").bounding_box()
    assert box["x"] + box["width"] <= head["x"] or box["y"] + box["height"] <= head["y"]
    assert size is WIDE or box["height"] < 64
    here = names.locator("[aria-current]").bounding_box()
    assert box["x"] <= here["x"] + 1 and here["x"] + here["width"] <= box["x"] + box["width"] + 1
    assert steps[place].name in page.locator("a#next").inner_text()
    on = page.locator("a#next").bounding_box()
    assert on["y"] + on["height"] <= size["height"] and on["height"] >= 43
    names.get_by_text(steps[place].name).click()
    page.wait_for_selector(f"h2#{steps[place].id}")


def test_arrows_turn_the_pages_but_not_while_one_writes(visit):
    """Right and left lead on and back; in a field and while words are composed they do not."""
    page = visit.open("/lawsuits?lang=en&step=2")
    steps = get_story("lawsuits").topic("en").steps
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(f"h2#{steps[2].id}")
    page.keyboard.press("ArrowLeft")
    page.wait_for_selector(f"h2#{steps[1].id}")
    page.evaluate("""() => document.body.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'ArrowRight', bubbles: true, isComposing: true }))""")
    page.get_by_role("searchbox").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert page.locator(f"h2#{steps[1].id}").count() == 1


def test_the_end_of_a_topic_leads_on(visit):
    """The last step names the next topic, and its button goes there."""
    order = walks()
    topic, following = order[1], order[2].topic("ja")
    last = len(topic.topic("ja").steps)
    page = visit.open(f"/{topic.topic_id}?lang=ja&step={last}")
    assert following.title in page.locator("section.ends").inner_text()
    page.locator("a#next").click()
    page.wait_for_url(f"**/{following.id}?*")
    settled(page)
    assert page.locator("h1").first.inner_text() == following.title


def test_back_returns_to_the_place_that_was_left(visit):
    """The browser's way back shows a step where it was left; a link begins at its headline."""
    scrolled = "document.querySelector('[data-testid=\"stMain\"]').scrollTop"
    page = visit.open("/card_adoption?lang=ja&step=2")
    page.evaluate(f"{scrolled} = 700")
    page.wait_for_timeout(200)
    page.locator("#root a#next").click()
    visit.arrive("card_adoption", 3)
    assert page.evaluate(scrolled) == 0
    page.go_back()
    visit.arrive("card_adoption", 2)
    page.wait_for_timeout(1_000)
    assert page.evaluate(scrolled) == 700


@pytest.mark.slow
def test_a_chart_is_seen_when_its_step_opens(browser, address, capsys):
    """In a laptop's window nine charts of ten are whole at once; on a phone half of each is."""
    sizes = ((({"width": 1280, "height": 800}), 0.999), (PHONE, 0.5))
    for size, least in sizes:
        agent = "Mozilla Mobi" if size is PHONE else None
        page = browser.new_context(
            viewport=size, java_script_enabled=False, user_agent=agent
        ).new_page()
        seen = []
        for language in ("ja", "en"):
            for story in walks():
                for step in story.topic(language).steps:
                    if step.chart and not step.question:
                        page.goto(f"{address}/{story.topic_id}?lang={language}&step={step.id}")
                        seen.append((page.evaluate(FIRST_CHART), language, step.id))
        page.context.close()
        short = [each for each in seen if (each[0] or 0) < least]
        share = 1 - len(short) / len(seen)
        with capsys.disabled():
            print(
                f"\n{size['width']} px: {least:.0%} of the chart seen in {share:.1%} of {len(seen)}"
            )
        assert share >= LEAST, short


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_step_is_shared_from_one_menu(visit, size):
    """The menu in the bar has the files, and a link with what was chosen but not guessed."""
    page = visit.open("/card_adoption?lang=ja&step=5&own=prefecture_13_tokyo&guess=9", size=size)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#root nav.turn button").click()
    menu = page.locator("#root #share")
    assert menu.locator("a[data-take]").count() == 4
    box = menu.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"] and box["y"] >= 0
    menu.locator("a[data-copied]").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "step=5" in copied and "own=prefecture_13_tokyo" in copied and "guess" not in copied
