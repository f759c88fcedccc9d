"""What a person sees: every page, in both languages, on a projector and on a phone."""

import re
from collections.abc import Iterator, Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.text.story import get_story
from tests.browser.visit import BIG, PHONE, WIDE, Visit
from tests.screens import PAGES, TOPICS

LANGUAGES = ("ja", "en")
# Every step of every topic, and the pages that are not walks.
LOOKED_UP = [page for page in PAGES if page not in TOPICS]
STEPS = {topic: get_story(topic).topic("ja").steps for topic in TOPICS}
PATHS = [
    *((page, 1) for page in LOOKED_UP),
    *((topic, step.number) for topic, steps in STEPS.items() for step in steps),
]
# Latin words that Japanese writes so itself: names, abbreviations, languages.
LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
NAMES = {
    "english",
    "gemmed",
    "imidas",
    "healthnet",
    "itpro",
    "business",
    "lawyers",
    "beyond",
    "health",
    "yahoo",
    "mexcbt",
    "media",
    "poteto",
    "webfaq",
    "visit",  # Visit Japan Web
    "excel",
    "giga",
    "google",
    "edtech",
    "jpki",
    "j-lis",
    "cbnews",
    "code",
    "japan",
    "impress",
    "j-cast",
    "judgit",
    "watch",
    "limo",
    "isen",
    "itmedia",
    "news",
    "mobile",
    "journal",
    "world",
    "note",
    "scannetsecurity",
}
AXE = Axe().axe_script

SEEN = """() => {
    const own = '.mieru, figure.chart, button, label, [role=combobox]';
    const hidden = '.st-key-behaviour, details:not([open]), [popover]';
    const parts = [...document.querySelectorAll(own)].filter((each) => !each.closest(hidden));
    // A chart's words stand in its picture; the text beside it is for the live chart alone.
    const drawn = (each) => [...new DOMParser().parseFromString(
        decodeURIComponent(each.querySelector('img').src.replace(/^[^,]*,/, '')), 'image/svg+xml'
    ).querySelectorAll('text')].map((line) => line.textContent).join('\\n');
    const written = (each) => {
        const copy = each.cloneNode(true);
        copy.querySelectorAll('.chart-figure').forEach((figure) => figure.remove());
        return copy.textContent;
    };
    // An icon is a drawing made of a word that nobody reads.
    const icons = [...document.querySelectorAll('[data-testid="stIconMaterial"]')]
        .map((each) => each.textContent);
    const text = parts.map((each) => [
        each.matches('figure.chart') ? drawn(each) : each.innerText || written(each),
        each.getAttribute('aria-label') || ''].join(' ')).join('\\n');
    return icons.reduce((left, icon) => left.replaceAll(icon, ''), text);
}"""


def seen(window) -> str:
    """Give the words a reader sees or hears: own text, charts, labels, names of controls."""
    return window.evaluate(SEEN)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", LOOKED_UP)
def test_a_screen_is_whole(visit, page, language):
    """
    On a desk and a phone: drawn, no complaint, no request elsewhere, nothing sticking out, no stray
    English, and nothing serious for axe.
    """
    visit.open(f"/{page}?lang={language}")
    assert list(flaws(visit, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_step_of_a_topic_is_whole(visit, topic, language):
    """The same for each step of a topic, all of them on one page."""
    window = visit.open(f"/{topic}?lang={language}&step=all")
    missing = [step.id for step in STEPS[topic] if not window.locator(f"h2#{step.id}").is_visible()]
    assert [*missing, *flaws(visit, language)] == []


@pytest.mark.parametrize(
    ("topic", "language", "way"),
    [("health_insurance", "ja", "next"), ("mynapoint", "en", "previous")],
)
def test_a_walk_is_whole_step_by_step(visit, topic, language, way):
    """Each step reached by the page's own links, on from the first or back from the last."""
    steps = STEPS[topic] if way == "next" else STEPS[topic][::-1]
    window = visit.open(f"/{topic}?lang={language}&step={steps[0].number}")
    found = []
    for step in steps:
        if step != steps[0]:
            window.locator(f"nav.turn a#{way}").click()
            visit.arrive(topic, step.number)
        told = window.locator(f"h2#{step.id}").is_visible()
        at_step = [*([] if told else ["no headline"]), *flaws(visit, language, sizes=[WIDE])]
        found += [f"/{topic} step {step.number}: {flaw}" for flaw in at_step]
    assert not found, "\n".join(found)
    beyond = window.locator(f"nav.turn a#{way}")
    if way == "previous":
        assert beyond.count() == 0
    else:
        assert f"/{topic}?" not in beyond.get_attribute("href")


@pytest.mark.parametrize("page", ["overview", "lawsuits", "timeline", "talk"])
def test_a_projector_shows_it_whole(visit, page):
    """One page of each kind in the largest window."""
    visit.open(f"/{page}?lang=ja&step=1", size=BIG)
    assert list(flaws(visit, "ja", sizes=[BIG])) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_serious_in_the_dark(visit, language):
    """Contrast, names and structure hold in the dark look too, as far as axe can tell."""
    first, *rest = PATHS[:: max(1, len(PATHS) // 12)]
    window = visit.open(f"/{first[0]}?lang={language}&step={first[1]}", scheme="dark")
    found = [(first, flaw) for flaw in serious(window)]
    for page, number in rest:
        window.evaluate("mieru.follow", f"/{page}?lang={language}&step={number}")
        visit.arrive(page, number)
        assert window.locator("#reader").get_attribute("data-look") == "dark"
        found += [((page, number), flaw) for flaw in serious(window)]
    assert found == []


def flaws(visit: Visit, language: str, sizes: Sequence[dict] = (WIDE, PHONE)) -> Iterator[str]:
    """Give all that is wrong on the page at each size."""
    window = visit.page
    for size in sizes:
        visit.resize(size)
        if size == WIDE:
            yield from (f"axe: {each}" for each in serious(window))
        yield from (f"{size['width']} px: {each}" for each in seen_flaws(window, language))
    yield from (f"asked {each}" for each in visit.strangers)
    yield from (f"said {each}" for each in visit.errors)


def seen_flaws(window, language: str) -> Iterator[str]:
    """Give what is wrong in what a person sees now."""
    spoken = window.evaluate("document.documentElement.lang")
    if spoken != language:
        yield f"the page's language is {spoken}"
    for selector, count in ((".mieru h1", 1), (".notice.trouble", 0)):
        if window.locator(selector).count() != count:
            yield f"{window.locator(selector).count()} of {selector}"
    main = window.locator('[data-testid="stMain"]')
    wide = main.evaluate("each => each.scrollWidth - each.clientWidth")
    if wide > 1:
        yield f"sticks out by {wide} px"
    if language == "ja":
        strange = {each for each in LATIN.findall(seen(window)) if each.casefold() not in NAMES}
        if strange:
            yield f"English words: {', '.join(sorted(strange))}"


def serious(window) -> list[tuple[str, str]]:
    """Give what axe calls serious or critical: the rule and the element."""
    if not window.evaluate("Boolean(window.axe)"):  # kept where a link is followed in the page
        window.evaluate(AXE)
    return [
        (each["id"], node["html"][:160])
        for each in window.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
