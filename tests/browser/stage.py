"""What the tests of the stage look at: where the talk stands, and how large things are."""

from playwright.sync_api import Page

from tests.browser.visit import Visit

# A layer is drawn when its chart has its traces, or when it holds words instead. Until a fragment
# is ready the one before it stays, so the layer must be the one where the talk stands.
DRAWN = """() => {
    const layer = document.querySelector('.stage .layer.shown');
    if (!layer || Number(layer.dataset.view) !== window.mieruStage.talk.state.at) return false;
    const body = layer.querySelector('.body');
    if (!body || !body.childElementCount) return false;
    return !body.matches('.figure') || Boolean(body.querySelector('.main-svg, .fallback'));
}"""
TEXTS = """(layer) => [...layer.querySelectorAll('p, h1, h2, li, th, td, dt, dd, label, text')]
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
        || each.matches('text'))
    .filter((each) => each.textContent.trim() && !each.closest('.heard'))
    .map((each) => {
        const paper = each.closest('.paper');
        const scale = paper ? new DOMMatrix(getComputedStyle(paper).transform).a : 1;
        const spans = each.matches('text') ? [each, ...each.querySelectorAll('tspan')] : [each];
        const size = Math.min(...spans.map((one) => parseFloat(getComputedStyle(one).fontSize)));
        return [each.textContent.trim().slice(0, 40), size * scale, each.matches('.headline')];
    })"""
# Words of the chart that leave it or lie on each other; words that leave their place.
ASTRAY = """() => {
    const layer = document.querySelector('.stage .layer.shown');
    const found = [];
    const body = layer.querySelector('.body');
    if (body.scrollHeight > body.clientHeight + 1) found.push(['too long', body.scrollHeight]);
    const headline = layer.querySelector('.headline');
    if (headline.scrollHeight > headline.clientHeight + 2) found.push(['headline too long']);
    const box = layer.querySelector('.box');
    if (!box) return found;
    const whole = box.getBoundingClientRect();
    const shown = [...box.querySelectorAll('text')]
        .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
        .filter(([words, place]) => words && place.width
            && !(place.right < whole.left || place.bottom < whole.top));
    for (const [words, place] of shown) {
        if (place.left < whole.left - 3 || place.right > whole.right + 3
            || place.top < whole.top - 3 || place.bottom > whole.bottom + 3) {
            found.push(['outside', words]);
        }
    }
    shown.forEach(([words, one], at) => shown.slice(at + 1).forEach(([others, two]) => {
        const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
        const high = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
        if (wide > 4 && high > 8) found.push(['on each other', words, others]);
    }));
    return found;
}"""


def present(visit: Visit, path: str, **more) -> Page:
    """Open a present view and wait until it shows something whole."""
    return visit.open(path, ready=drawn, **more)


def drawn(page: Page) -> None:
    """Wait until the stage shows something whole."""
    page.wait_for_function(DRAWN, timeout=40_000)


def where(page: Page) -> tuple[int, int]:
    """Give the step and the fragment on the screen."""
    stage = page.locator(".stage")
    return int(stage.get_attribute("data-step")), int(stage.get_attribute("data-fragment"))


def arrive(page: Page, step: int, fragment: int = 1) -> None:
    """Wait until the stage shows a step and a fragment, drawn."""
    page.wait_for_function(
        """(place) => { const stage = document.querySelector('.stage');
            return stage && stage.dataset.step + '/' + stage.dataset.fragment === place; }""",
        arg=f"{step}/{fragment}",
    )
    drawn(page)


def shown(page: Page) -> str:
    """Give the words on the screen."""
    layer = page.locator(".stage > .layer.shown")
    return layer.inner_text() + layer.evaluate(
        "each => [...each.querySelectorAll('text')].map((one) => one.textContent).join('\\n')"
    )


def views(page: Page) -> int:
    """Count the fragments of all slides."""
    return page.evaluate("window.mieruStage.talk.deck.views.length")


def show(page: Page, place: int) -> None:
    """Go to a fragment by its place and wait until it is drawn."""
    page.evaluate(f"window.mieruStage.talk.go({place})")
    page.wait_for_function(
        f"""() => {{ const talk = window.mieruStage.talk;
            const view = talk.deck.views[{place}];
            const layer = document.querySelector('.stage .layer.shown');
            return layer && layer.dataset.view === '{place}' && view; }}""",
    )
    drawn(page)


def open_notes(page: Page) -> Page:
    """Open the presenter's window beside a talk."""
    with page.expect_popup() as opening:
        page.keyboard.press("n")
    return opening.value
