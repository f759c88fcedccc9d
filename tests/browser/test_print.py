"""What a reader prints: the light look, the still whole, nothing to press, on any paper."""

import pytest

from tests.browser.visit import WIDE, go_live, settled

STEP = "/health_insurance?lang=ja&step=7"
SHOWN = """() => {
    const chart = document.querySelector('figure.chart');
    const seen = (each) => each && getComputedStyle(each).display !== 'none'
        && getComputedStyle(each).visibility === 'visible';
    const still = chart.querySelector('img').getBoundingClientRect();
    const away = document.querySelectorAll('.masthead, nav.turn, nav.steps, .tools');
    return { live: seen(chart.querySelector('.chart-live')),
        still: seen(chart.querySelector('img')), pressed: [...away].some(seen),
        whole: still.width <= document.documentElement.clientWidth && still.height > 100,
        ground: getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor,
        ink: getComputedStyle(document.querySelector('.mieru h2')).color }; }"""


@pytest.mark.parametrize("paper", [559, 794, 816], ids=["A5", "A4", "Letter"])
def test_a_chart_that_was_touched_is_printed_as_its_still(visit, paper):
    """Paper carries the still, as wide as the sheet, also where the chart came alive before."""
    page = visit.open(STEP)
    go_live(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": paper, "height": 1000})
    found = page.evaluate(SHOWN)
    assert (found["live"], found["still"], found["whole"]) == (False, True, True)
    assert not found["pressed"]


def test_a_dark_screen_prints_dark_words_on_white(visit):
    """Who reads in the dark prints in the light."""
    page = visit.open(STEP, size=WIDE)
    page.emulate_media(color_scheme="dark")
    page.reload()
    page.wait_for_selector('#reader[data-look="dark"]', state="attached", timeout=30_000)
    settled(page)
    page.emulate_media(color_scheme="dark", media="print")
    found = page.evaluate(SHOWN)
    assert found["ground"] == "rgb(255, 255, 255)" and found["ink"] == "rgb(29, 36, 51)"
    turned = page.evaluate(
        "() => getComputedStyle(document.querySelector('figure.chart > img')).filter"
    )
    assert turned.startswith("invert")


def test_every_step_of_a_walk_is_printed(visit):
    """The page of all steps prints each chart, none cut in two where it fits a sheet."""
    page = visit.open("/lawsuits?lang=en&step=all")
    page.emulate_media(media="print")
    breaks = page.locator("figure.chart").evaluate_all(
        "(all) => all.map((each) => getComputedStyle(each).breakInside)"
    )
    assert len(breaks) > 3 and set(breaks) == {"avoid"}
