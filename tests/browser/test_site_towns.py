"""The towns of the plain site in a browser, from a disk: links of the app, and the field."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from components.export import site
from components.export.export_request import export_request


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A small site in both languages on a disk."""
    place = tmp_path_factory.mktemp("towns")
    site.write(export_request(topics=("overview",)), place)
    return place


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_town_is_reached_by_the_apps_link_and_by_its_reading(browser: Browser, folder, language):
    """?town= opens the town's row; its reading in the field leads to the same row."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{(folder / 'your_town/index.html').as_uri()}?town=131130&lang={language}")
    page.wait_for_url("**/your_town/13/index.html#131130")
    row = page.locator("tr:target")
    expect(row).to_contain_text("渋谷区")
    assert page.evaluate("document.documentElement.lang") == language
    page.locator("form.ask input").fill("しぶやく")
    page.locator("form.ask button").click()
    first = page.locator("#results a").first
    expect(first).to_contain_text("渋谷区" if language == "ja" else "Shibuya-ku")
    first.click()
    page.wait_for_url("**/your_town/13/index.html#131130")
    page.close()
