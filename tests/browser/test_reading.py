"""What a reader does: opens a number, guesses, walks on, turns the phone, saves a picture."""

import csv
import io
from urllib.parse import unquote

import pytest

from components.data.dataset import load_dataset
from components.text.story import get_story
from tests.browser.visit import PHONE, WIDE, Visit, go_live, settled
from tests.serving import free_port, start_server


def test_the_first_link_after_a_start_opens_its_step(browser):
    """A cold server shows exactly the step and language of its first link, without a dialog."""
    port = free_port()
    server = start_server(port)
    visit = Visit(browser, f"http://127.0.0.1:{port}")
    try:
        page = visit.open("/mynapoint?lang=en&step=3")
        assert page.locator("h2#round_two_budget").count() == 1
        assert page.get_by_role("dialog").count() == 0
        assert "step=3" in page.url and "lang=en" in page.url
    finally:
        visit.close()
        server.terminate()
        server.wait(10)


@pytest.mark.slow
def test_a_wrong_first_link_is_answered_once(browser):
    """A cold server answers an unknown address with our sentence and no dialog over it."""
    port = free_port()
    server = start_server(port)
    visit = Visit(browser, f"http://127.0.0.1:{port}")
    try:
        page = visit.open("/nothing_here?lang=ja")
        page.wait_for_timeout(1000)
        assert "そのページはありません" in page.locator(".notice").inner_text()
        assert page.get_by_role("dialog").count() == 0
    finally:
        visit.close()
        server.terminate()
        server.wait(10)


def test_what_the_system_colours_can_still_be_seen(visit):
    """With forced colours a slider has its line and thumb, and what is chosen its mark."""
    page = visit.open("/card_adoption?lang=ja&step=by_age")
    page.emulate_media(forced_colors="active")
    slider = '.stSlider [role="group"] > div > div'
    for each in (f"{slider}:first-child", f"{slider}[data-rac]"):
        style = page.locator(each).first.evaluate("(each) => getComputedStyle(each).outlineStyle")
        assert style == "solid", each
    for nav in ("steps", "choices"):
        chosen = page.locator(f"#root nav.{nav} [aria-current]").first
        assert chosen.evaluate("(each) => getComputedStyle(each).outlineStyle") == "solid"


def test_the_way_past_the_head_is_in_the_language_of_the_page(visit):
    """The platform's first link is told in Japanese, and in English again after a change."""
    page = visit.open("/overview?lang=ja&step=1")
    skip = page.get_by_test_id("stSkipToContent")
    assert skip.inner_text() == "本文へ"
    page.locator("#root").get_by_role("link", name="English").click()
    page.wait_for_selector('html[lang="en"]', state="attached")
    settled(page)
    assert skip.inner_text() == "Skip to main content"


def test_the_root_is_the_front_page(visit):
    """The bare address opens the front page, with its sentence as the headline."""
    page = visit.open("/")
    assert page.locator("h1").inner_text() == get_story("home").topic("ja").title


def test_an_unknown_page_is_answered_by_us(visit):
    """A wrong address gets a plain sentence and the nearest page, not the platform's dialog."""
    page = visit.open("/health_insurence?lang=en")
    assert "There is no such page" in page.locator(".notice").inner_text()
    assert page.get_by_role("dialog").count() == 0
    assert page.locator("nav.every a[href^='/lawsuits?']").is_visible()
    assert page.locator("#root form.ask").last.is_visible()
    page.get_by_role("link", name="The card as health insurance card").first.click()
    settled(page)
    assert "/health_insurance" in page.url and "lang=en" in page.url


def test_a_number_opens_its_record_by_keyboard(visit):
    """Tab to a number, Enter opens definition, date, source and place; Escape closes it."""
    page = visit.open("/health_insurance?lang=en&step=3")
    page = visit.open("/health_insurance?lang=en&step=6")
    number = page.locator("button.number").first
    number.focus()
    page.keyboard.press("Enter")
    record = page.locator(".record:popover-open")
    record.wait_for()
    shown = record.inner_text()
    for word in ("Definition", "As of", "Source", "Place in source", "Processing", "Checked"):
        assert word in shown
    page.keyboard.press("Escape")
    assert page.locator(".record:popover-open").count() == 0


def test_links_out_tell_nothing_about_the_reader(visit):
    """A link to a document opens a new tab and sends no referrer."""
    page = visit.open("/health_insurance?lang=ja&step=6")
    links = page.locator('.mieru a[target="_blank"]')
    assert links.count() > 0
    for place in range(links.count()):
        assert "noreferrer" in links.nth(place).get_attribute("rel")


def test_a_guess_stands_beside_the_answer(visit):
    """The finding is hidden until a guess is made; then both are on the chart."""
    page = visit.open("/health_insurance?lang=ja&step=2")
    assert "5.1%" not in page.locator('[data-testid="stMain"]').inner_text()
    page.get_by_role("button", name="答えを見る").click()
    page.wait_for_selector("figure.chart")
    settled(page)
    chart = go_live(page).inner_text()
    assert "あなたの予想" in chart and "5.1%" in chart


def test_walking_on_begins_at_the_top(visit):
    """The next step begins at its headline, and its address is the step's own."""
    page = visit.open("/health_insurance?lang=ja&step=3", size=PHONE)
    page.locator("a#next").click()
    after = get_story("health_insurance").topic("ja").steps[3].id
    page.wait_for_selector(f"h2#{after}")
    settled(page)
    assert "step=4" in page.url or f"step={after}" in page.url
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("each => each.scrollTop") < 60


def test_a_phone_gets_a_chart_made_for_it(visit):
    """A narrow window gets stacked panels, and a wide one gets them side by side."""
    page = visit.open("/education?lang=ja&step=2", size=PHONE)
    narrow = page.locator("figure.chart").bounding_box()["height"]
    page = visit.open("/education?lang=ja&step=2")
    assert narrow > page.locator("figure.chart").bounding_box()["height"]


def test_controls_show_what_the_chart_draws(visit):
    """On a phone too, where the chart is drawn anew at once, a slider stands at the year drawn."""
    page = visit.open("/education?lang=ja&step=how_long_kept", size=PHONE)
    years = page.evaluate(
        """() => [...document.querySelectorAll(
            '[data-testid="stSlider"] [role="slider"], [data-testid="stSlider"] input')]
            .map((each) => each.getAttribute("aria-valuenow") || each.value)"""
    )
    assert sorted(set(years)) == ["2012", "2040"]


def test_fields_stand_as_the_link_says(visit):
    """On a phone too, where a page is run again at once, each field shows what the link holds."""
    page = visit.open("/talk?lang=en&topic=mynapoint&talk=25~overview.1", size=PHONE)
    assert page.get_by_label("Length (minutes)").input_value() == "25"
    assert page.get_by_role("combobox", name="Topic").input_value() == "The MynaPoint budget"
    page = visit.open("/claims?lang=ja&side=critics&q=警察", size=PHONE)
    chosen = page.get_by_role("combobox", name="主張した側でしぼる").input_value()
    assert chosen == load_dataset().label("side_critics", "ja")
    assert page.get_by_label("ことばでしぼる").input_value() == "警察"


def test_the_chart_lets_a_thumb_pass(visit):
    """Dragging on a chart scrolls the page and does not zoom the chart."""
    page = visit.open("/mynapoint?lang=ja&step=who_is_offered", size=PHONE)
    chart = go_live(page)
    before = chart.evaluate("each => JSON.stringify(each.layout.xaxis.range)")
    chart.scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(300)
    assert page.locator('[data-testid="stMain"]').evaluate("each => each.scrollTop") > 0
    assert chart.evaluate("each => JSON.stringify(each.layout.xaxis.range)") == before


def test_a_saved_picture_holds_headline_and_source(visit):
    """The picture is made in the browser, source line inside, also before the chart is live."""
    page = visit.open("/mynapoint?lang=ja&step=who_is_offered")
    still = unquote(page.locator("figure.chart > img").get_attribute("src"))
    assert ">出典：" in still and page.evaluate("!window.Plotly")
    with page.expect_download() as saving:
        page.get_by_role("button", name="画像を保存").click()
    assert saving.value.suggested_filename == "mynapoint_who_is_offered.png"
    assert visit.strangers == []


def test_a_saved_table_opens_in_excel(visit):
    """The CSV begins with a byte order mark and holds the rows on screen with their sources."""
    page = visit.open("/mynapoint?lang=ja&step=who_is_offered")
    with page.expect_download() as saving:
        page.get_by_role("button", name="CSVを保存").click()
    raw = saving.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["value"] for row in rows] == ["5000", "7500", "7500"]
    assert all(row["source"] and row["place"] for row in rows)


def test_the_rows_stand_behind_the_chart(visit):
    """The table shows every row of the chart with its definition and source."""
    page = visit.open("/mynapoint?lang=en&step=who_is_offered")
    page.get_by_text("Show the rows as a table").click()
    table = page.locator("details[open] table")
    assert table.locator("tbody tr").count() == 3
    assert "¥7,500" in table.inner_text()


def test_nothing_is_kept_about_the_reader(visit):
    """No identifier is stored in the browser."""
    page = visit.open("/overview?lang=ja&step=1")
    stored = page.evaluate("JSON.stringify([Object.keys(localStorage), document.cookie])")
    assert "ajs_anonymous_id" not in stored


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_term_opens_by_keyboard_and_by_tap(visit, language, size):
    """A term opens its explanation by Enter or a tap, closes by Escape, and leads to its entry."""
    page = visit.open(f"/overview?lang={language}&step=1", size=size)
    term = page.locator("button.term").first
    name = term.inner_text()
    term.focus()
    page.keyboard.press("Enter")
    opened = page.locator(".record.term:popover-open")
    opened.wait_for()
    assert len(opened.locator(".plain").inner_text()) > 10
    page.keyboard.press("Escape")
    assert page.locator(":popover-open").count() == 0
    term.click()
    opened.wait_for()
    entry = {"ja": "用語集でひらく", "en": "Open in the glossary"}[language]
    opened.get_by_role("link", name=entry).click()
    page.wait_for_selector(".notice.entry")
    assert "/glossary" in page.url and f"lang={language}" in page.url
    assert name.casefold() in page.locator(".notice.entry").text_content().casefold()


def test_a_year_and_the_outcome_of_a_plan_are_a_jump_away(visit):
    """On the timeline a year's link and a plan's outcome move within the page, without a rerun."""
    page = visit.open("/timeline?lang=ja&kind=rollout")
    main = page.locator('[data-testid="stMain"]')
    page.locator('nav.jumps a[href="#y2022"]').click()
    page.wait_for_timeout(400)
    assert abs(page.locator("#y2022").bounding_box()["y"]) < 120
    page.locator('#ev_full_start_planned a[href="#ev_full_start"]').click()
    page.wait_for_timeout(400)
    assert page.locator("#ev_full_start").bounding_box()["y"] < 720
    assert "kind=rollout" in page.url and main.evaluate("each => each.scrollTop") > 0


def test_a_list_is_gone_through_by_its_keys(visit):
    """Arrow keys and Enter choose an entry, the focus stays, and the way back undoes it."""
    page = visit.open("/claims?lang=en")
    box = page.get_by_role("combobox", name="State today")
    every = box.input_value()
    box.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**state=*")
    settled(page)
    code = page.url.rpartition("state=")[2]
    assert box.input_value() == load_dataset().label(f"state_{code}", "en") != every
    assert box.evaluate("each => each === document.activeElement")
    page.go_back()
    page.wait_for_url("**/claims?lang=en")
    page.wait_for_function(
        "every => document.querySelector('.st-key-state input').value === every", arg=every
    )


def test_the_tab_names_the_page_in_its_language(visit):
    """The browser's tab says page and product, at first sight and after a change of language."""
    page = visit.open("/timeline?lang=ja")
    assert page.title() == "年表 | みえるマイナンバー"
    page.get_by_text("English", exact=True).click()
    page.wait_for_function("() => document.title === 'Timeline | My Number, made visible'")


def test_a_step_names_its_tab_and_is_told_once(visit):
    """The title follows the step; who hears the page is told of the new one, not of the first."""
    page = visit.open("/lawsuits?lang=ja&step=1")
    first = page.title()
    assert page.locator("#page-heard").count() == 0 or not page.locator("#page-heard").inner_text()
    page.locator("a#next").click()
    page.wait_for_function("(was) => document.title !== was", arg=first)
    assert page.locator("#page-heard").inner_text() == page.title() != first
    assert page.locator("#page-heard").get_attribute("aria-live") == "polite"


def test_filters_keep_their_words_through_a_change_of_language(visit):
    """What was typed and chosen stands in the link and in the boxes of the other language."""
    page = visit.open("/claims?lang=ja&side=critics")
    page.get_by_label("ことばでしぼる").fill("警察")
    page.get_by_label("ことばでしぼる").press("Enter")
    page.wait_for_url("**q=*")
    settled(page)
    page.get_by_text("English", exact=True).click()
    page.wait_for_selector('h1:has-text("Ledger of claims")')
    settled(page)
    assert page.get_by_label("Words").input_value() == "警察"
    assert "side=critics" in page.url and "lang=en" in page.url
