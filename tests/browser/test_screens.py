"""What a person sees: every page, in both languages, on a projector and on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visit import BIG, PHONE, WIDE
from tests.screens import PAGES, TOPICS, story

# Every step of every topic, and the pages that are not walks.
PATHS = [
    *((page, "1") for page in PAGES if page not in TOPICS),
    *((topic, str(step.number)) for topic in TOPICS for step in story(topic).topic("ja").steps),
]
# Latin words that Japanese writes so itself: names, abbreviations, languages.
LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
NAMES = {
    *("english", "excel", "giga", "google", "edtech", "jpki", "j-lis", "cbnews", "impress"),
    *("j-cast", "watch", "limo", "isen", "itmedia", "news", "mobile", "journal", "world"),
    *("note", "scannetsecurity"),
}


SEEN = """() => {
    const own = '.mieru, figure.chart, button, label, [role=combobox]';
    const hidden = '.st-key-behaviour, details:not([open]), [popover]';
    const parts = [...document.querySelectorAll(own)].filter((each) => !each.closest(hidden));
    // An icon is a drawing made of a word that nobody reads.
    const icons = [...document.querySelectorAll('[data-testid="stIconMaterial"]')]
        .map((each) => each.textContent);
    const text = parts.map((each) => [each.innerText || each.textContent,
        each.getAttribute('aria-label') || ''].join(' ')).join('\\n');
    return icons.reduce((left, icon) => left.replaceAll(icon, ''), text);
}"""


def seen(window) -> str:
    """Give the words a reader sees or hears: own text, charts, labels, names of controls."""
    return window.evaluate(SEEN)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("page", "step"), PATHS)
def test_a_screen_is_whole(visit, page, step, language):
    """
    On a desk, a projector and a phone: drawn, no complaint, no request elsewhere, nothing sticking
    out, no stray English, and nothing serious for axe.
    """
    window = visit.open(f"/{page}?lang={language}&step={step}")
    assert serious(window) == []
    for size in (WIDE, BIG, PHONE):
        visit.resize(size)
        assert window.evaluate("document.documentElement.lang") == language
        assert window.locator(".mieru h1").count() == 1
        assert window.locator(".notice.trouble").count() == 0
        main = window.locator('[data-testid="stMain"]')
        assert main.evaluate("each => each.scrollWidth - each.clientWidth") <= 1
        if language == "ja":
            strange = {each for each in LATIN.findall(seen(window)) if each.casefold() not in NAMES}
            assert strange == set()
    assert visit.strangers == []
    assert visit.errors == []


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("page", "step"), PATHS[:: max(1, len(PATHS) // 12)])
def test_axe_finds_nothing_serious_in_the_dark(visit, page, step, language):
    """Contrast, names and structure hold in the dark look too, as far as axe can tell."""
    window = visit.open(f"/{page}?lang={language}&step={step}", scheme="dark")
    assert serious(window) == []


def serious(window) -> list[tuple[str, str]]:
    """Give what axe calls serious or critical: the rule and the element."""
    return [
        (each["id"], node["html"][:160])
        for each in Axe().run(window).response["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
