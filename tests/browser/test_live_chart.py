"""A chart is a still at once and alive on a wish, in the same box, with nothing moving."""

import io

import pytest
from PIL import Image, ImageChops

from tests.browser.visit import PHONE, WIDE, go_live, settled

STEP = "/card_adoption?lang={}&step=1"
BOX = """(chart) => {
    const box = (each) => { const { x, y, width, height } = each.getBoundingClientRect();
        return [x, y, width, height].map(Math.round); };
    return [box(chart), box(chart.querySelector('.chart-live .main-svg')
        || chart.querySelector('img'))];
}"""
# Every frame in which a chart on the page shows neither its still nor its live drawing.
WATCH = """() => {
    window.blank = 0; window.frames_seen = 0;
    const look = () => {
        for (const chart of document.querySelectorAll('figure.chart')) {
            const still = chart.querySelector('img');
            window.frames_seen += 1;
            if (!chart.matches('.is-live') && !(still && still.complete && still.naturalWidth)) {
                window.blank += 1;
            }
        }
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    window.shifts = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((each) => {
        window.shifts += each.value;
    })).observe({ type: 'layout-shift' });
}"""


def library(visit) -> list[str]:
    """Name what was fetched of the drawing library."""
    return [url for url in visit.requests if "plotly" in url.lower()]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_live_chart_takes_the_stills_place(visit, language, size):
    """The live chart has the still's box, and nothing on the page moves when it comes."""
    visit.requests.clear()
    page = visit.open(STEP.format(language), size=size)
    page.wait_for_timeout(1_000)
    assert not library(visit) and page.evaluate("!window.Plotly")
    chart = page.locator("figure.chart")
    chart.scroll_into_view_if_needed()
    page.evaluate(WATCH)
    still = chart.evaluate(BOX)
    go_live(page)
    page.wait_for_timeout(300)
    assert chart.evaluate(BOX) == still
    assert page.evaluate("[window.shifts, window.blank]") == [0, 0]
    assert visit.strangers == [] and visit.errors == []


def test_the_edges_of_boxes_stay_as_they_are(visit):
    """A box at the edge of a chart has its whole line in the still and alive."""
    page = visit.open("/data_linkage?lang=ja&step=4")
    chart = page.locator("figure.chart")
    chart.scroll_into_view_if_needed()
    seen = []
    for _ in range(2):
        picture = Image.open(io.BytesIO(chart.screenshot())).convert("L")
        width, height = picture.size
        edges = [(0, 0, 3, height), (width - 3, 0, width, height)]
        seen.append([picture.crop(each) for each in edges])
        go_live(page)
        page.wait_for_timeout(300)
    for still, live in zip(*seen, strict=True):
        assert max(ImageChops.difference(still, live).getextrema()) <= 40


def test_a_narrower_window_scales_still_and_live_alike(visit):
    """Where the page is narrower than the chart was drawn for, both are scaled as a whole."""
    page = visit.open(STEP.format("ja"), size={"width": 800, "height": 800})
    chart = page.locator("figure.chart")
    chart.scroll_into_view_if_needed()
    still, picture = chart.evaluate(BOX)
    go_live(page)
    assert chart.evaluate(BOX) == [still, picture] and still[2] < 912
    page.set_viewport_size({"width": 700, "height": 800})
    page.wait_for_timeout(300)
    whole, live = chart.evaluate(BOX)
    assert whole[2] < still[2]
    assert all(abs(a - b) <= 1 for a, b in zip(whole, live, strict=True))


def test_a_live_chart_can_be_zoomed_and_put_back(visit):
    """Two presses bring the live chart; a stretch drawn on it is zoomed to, two presses undo it."""
    page = visit.open(STEP.format("en"))
    chart = page.locator("figure.chart")
    chart.scroll_into_view_if_needed()
    chart.dblclick(position={"x": 400, "y": 200})
    live = page.locator("figure.chart.is-live .js-plotly-plot")
    live.wait_for(timeout=30_000)
    span = "each => each.layout.xaxis.range.map(Date.parse).reduce((a, b) => b - a)"
    whole, box = live.evaluate(span), live.bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 300, steps=5)
    page.mouse.up()
    page.wait_for_timeout(800)
    assert live.evaluate(span) < 0.5 * whole
    page.mouse.dblclick(box["x"] + 400, box["y"] + 250)
    page.wait_for_timeout(800)
    assert live.evaluate(span) == whole


def test_the_library_comes_once(visit):
    """A second step's chart is alive without another fetch or another hidden chart."""
    visit.requests.clear()
    page = visit.open(STEP.format("ja"))
    go_live(page)
    fetched = library(visit)
    page.locator("a#next").click()
    page.wait_for_selector("h2#monthly_increase")
    settled(page)
    go_live(page)
    assert library(visit) == fetched and len(fetched) == 1
    assert page.locator(".st-key-library").count() == 0


def test_a_rerun_leaves_a_live_chart_alone(visit):
    """What has not changed is not drawn anew."""
    page = visit.open(STEP.format("ja"))
    go_live(page).evaluate("each => { each.dataset.same = 'yes'; }")
    page.locator("body").press("r")
    page.wait_for_timeout(1_500)
    settled(page)
    assert page.locator(".is-live .js-plotly-plot[data-same=yes]").count() == 1


def test_no_chart_is_blank_while_stepping(visit):
    """From step to step, and from choice to choice, each frame shows a drawing."""
    page = visit.open("/health_insurance?lang=ja&step=3")
    page.evaluate(WATCH)
    for number in (4, 5, 6):
        page.locator("a#next").click()
        page.wait_for_selector(f'#reader[data-step="{number}"]', state="attached")
        settled(page)
    assert page.evaluate("window.frames_seen") > 20
    assert page.evaluate("window.blank") == 0


def test_the_way_on_keeps_the_keyboard(visit):
    """Enter on the way to the next step can be pressed again: the focus stays on it."""
    page = visit.open("/health_insurance?lang=en&step=3")
    page.locator("a#next").focus()
    for number in (4, 5):
        page.keyboard.press("Enter")
        page.wait_for_selector(f'#reader[data-step="{number}"]', state="attached")
        settled(page)
    assert page.evaluate("document.activeElement.id") == "next"
