"""The still answers a pointer, a finger and the keyboard at once, without the drawing library."""

import pytest

from components.data.dataset import load_dataset
from components.text.story import walks
from tests.browser.visit import PHONE, WIDE

STEP = "/card_adoption?lang={}&step=goal_and_rate"
# Milliseconds from a press on a chart until what is meant stands in the page.
ANSWERED = """(chart) => { const box = chart.getBoundingClientRect();
    const point = window.mieruStill.points(chart).at(-1);
    const by = chart.clientWidth / Number(chart.dataset.width), start = performance.now();
    chart.dispatchEvent(new MouseEvent("click", { bubbles: true,
        clientX: box.left + by * (point.left + point.right) / 2,
        clientY: box.top + by * (point.top + point.bottom) / 2 }));
    chart.querySelector(".chart-tip").getBoundingClientRect();
    return performance.now() - start; }"""


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_press_is_answered_at_once(visit, language, size, capsys):
    """Value, date and source stand beside the point in a tenth of a second; nothing is fetched."""
    visit.requests.clear()
    page = visit.open(STEP.format(language), size=size)
    chart = page.locator("figure.chart")
    took = chart.evaluate(ANSWERED)
    with capsys.disabled():
        print(f"\\n{size['width']} px, {language}: answered in {took:.1f} ms")
    tip = page.locator(".chart-tip")
    newest = load_dataset().figure("held_rate")
    assert load_dataset().format_value(newest, language) in tip.inner_text()
    assert took < 100
    tip.get_by_role("link").click()
    page.wait_for_url("**/figures?*record=*")
    assert not [url for url in visit.requests if "plotly" in url.lower()]


def test_arrows_walk_from_point_to_point_and_enter_opens_the_record(visit):
    """Each arrow tells the next point, also to who hears the page; Escape closes, Enter opens."""
    page = visit.open(STEP.format("en"))
    chart, tip = page.locator("figure.chart"), page.locator(".chart-tip")
    chart.focus()
    told = []
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        told.append(tip.inner_text())
        assert page.locator("#chart-heard").inner_text().split()[0] in told[-1]
    assert len(set(told)) == 3
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/figures?*record=*")


@pytest.mark.slow
@pytest.mark.parametrize("topic", [story.topic_id for story in walks()])
def test_the_still_knows_where_its_points_are(visit, topic):
    """Each point that a still tells of lies inside its picture, on every step of a topic."""
    page = visit.open(f"/{topic}?lang=en&step=all")
    told, outside = page.evaluate(
        """() => { const charts = [...document.querySelectorAll('figure.chart')];
            const out = (chart) => window.mieruStill.points(chart).filter((each) => each.left < -1
                || each.top < -1 || each.right > Number(chart.dataset.width) + 1
                || each.bottom > Number(chart.dataset.height) + 1);
            return [charts.flatMap((chart) => window.mieruStill.points(chart)).length,
                charts.filter((chart) => out(chart).length).map((chart) => chart.id)]; }"""
    )
    assert (told or topic == "overview") and outside == []  # whose drawings are words
