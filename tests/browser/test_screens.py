"""What a person sees: every page, in both languages, on a projector and on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visit import PHONE, WIDE
from tests.screens import PAGES, TOPICS, story

SIZES = {"wide": WIDE, "phone": PHONE}
# Every step of every topic, and the pages that are not walks.
PATHS = [
    *((page, "1") for page in PAGES if page not in TOPICS),
    *((topic, str(step.number)) for topic in TOPICS for step in story(topic).topic("ja").steps),
]
# Latin words that Japanese writes so itself: names, abbreviations, languages.
LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
ALLOWED = {
    "english", "excel", "giga", "google", "edtech", "jpki", "j-lis", "cbnews", "impress",
    "watch", "limo", "isen", "itmedia", "news", "mobile", "hmr", "journal", "asia", "wikipedia",
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("page", "step"), PATHS)
def test_a_screen_is_whole(visit, page, step, language, size):
    """Charts are drawn, nothing complains, nothing leaves the machine, nothing sticks out."""
    window = visit.open(f"/{page}?lang={language}&step={step}", size=SIZES[size])
    assert visit.strangers == []
    assert visit.errors == []
    assert window.evaluate("document.documentElement.lang") == language
    assert window.locator(".mieru h1").count() == 1
    assert window.locator(".notice.trouble").count() == 0
    main = window.locator('[data-testid="stMain"]')
    assert main.evaluate("each => each.scrollWidth - each.clientWidth") <= 1


@pytest.mark.parametrize(("page", "step"), PATHS)
def test_no_english_is_left_in_a_japanese_view(visit, page, step):
    """A Japanese view speaks Japanese: labels, charts, tips and names for screen readers."""
    window = visit.open(f"/{page}?lang=ja&step={step}")
    seen = window.evaluate(
        """() => {
            const own = '.mieru, [data-testid="stPlotlyChart"], button, label, [role=combobox]';
            const words = [...document.querySelectorAll(own)].filter((each) => !each.closest(
                '.st-key-behaviour, details:not([open]), [popover]'));
            return words.map((each) => [each.innerText || each.textContent,
                each.getAttribute('aria-label') || ''].join(' ')).join('\\n');
        }"""
    )
    assert {word for word in LATIN.findall(seen) if word.casefold() not in ALLOWED} == set()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("page", "step"), PATHS[:: max(1, len(PATHS) // 12)])
def test_axe_finds_nothing_serious(visit, page, step, scheme, language):
    """Contrast, names and structure hold in both looks, as far as axe can tell."""
    window = visit.open(f"/{page}?lang={language}&step={step}", scheme=scheme)
    found = Axe().run(window).response["violations"]
    serious = [
        (each["id"], node["html"][:160])
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
    assert serious == []
