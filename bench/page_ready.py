"""
How fast, against a bare Streamlit page with as many charts of the same size and settings.

    python3 run.py test --collect-only -q     once: makes .venv with what this needs
    .venv/bin/python bench/page_ready.py      [--rounds 7] [--reruns 20] [--step 1] [--pages a b]

Both servers run at once; every round opens each page in both, with an empty browser cache. Ours is
served as run.py does, so its guard is paid for too. A chart of ours is drawn when its still is
seen, a page without charts when its words are; `live` is how long the live chart takes after a
first touch, when the drawing library has yet to come. The bare page has as many charts, selection
boxes, sliders, buttons and fields for words as ours, made as Streamlit makes them; the menu, the
field to search with and the ways from step to step are not counted. `alike` is the CPU of a bare
page that also shows as many letters, in an app of as many pages.
"""

import argparse
import contextlib
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from bench.bare import bare_project  # noqa: E402
from bench.serving import cpu_seconds, running  # noqa: E402
from launch import browsers, server  # noqa: E402

AIM = 1.3
WINDOW = {"width": 1280, "height": 720}
DRAWN = """count => [
    ...[...document.querySelectorAll('.js-plotly-plot')].filter(
        chart => chart.querySelector('.main-svg :is(.trace, .point, .sankey, .shapelayer path)')),
    ...[...document.querySelectorAll('figure.chart > img')].filter(
        still => still.complete && still.naturalWidth),
    ...[...document.querySelectorAll('#first .first-still svg')].filter(
        still => still.checkVisibility()),
].length >= count && document.querySelector('[data-testid=stMarkdownContainer], h1, h2')"""
HAS = """() => ({
    heights: [...document.querySelectorAll('figure.chart')]
        .map(chart => Math.round(chart.getBoundingClientRect().height)),
    boxes: document.querySelectorAll('[data-testid=stSelectbox]').length,
    sliders: document.querySelectorAll('[data-testid=stSlider]').length,
    groups: document.querySelectorAll('[data-testid=stButtonGroup]').length,
    buttons: document.querySelectorAll('[data-testid=stButton], '
        + '[data-testid=stFormSubmitButton]').length,
    fields: document.querySelectorAll('[data-testid=stTextInput], [data-testid=stNumberInput], '
        + '[data-testid=stTextArea]').length,
    letters: document.querySelector('[data-testid=stMain]').innerText.length,
})"""
IDLE = "() => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')"


@contextlib.contextmanager
def fresh_page(browser: Browser):
    context = browser.new_context(viewport=WINDOW, locale="ja-JP")
    try:
        yield context.new_page()
    finally:
        context.close()


def holds(browser: Browser, address: str) -> dict:
    """Say what a page holds, once it has come to rest: heights of charts, numbers of controls."""
    with fresh_page(browser) as page:
        page.goto(address)
        page.wait_for_function(IDLE, timeout=60_000)
        page.wait_for_timeout(2_500)
        return page.evaluate(HAS)


def seconds_until_live(browser: Browser, address: str) -> float:
    """Give how long the first chart takes to come alive after a first touch."""
    with fresh_page(browser) as page:
        page.goto(address)
        page.wait_for_function(DRAWN, arg=1, timeout=60_000)
        page.wait_for_function(IDLE, timeout=60_000)
        page.wait_for_selector("#first", state="detached", timeout=60_000)
        start = time.perf_counter()
        page.locator("figure.chart").first.focus()
        page.wait_for_selector("figure.chart.is-live", timeout=60_000)
        return time.perf_counter() - start


def seconds_until_drawn(browser: Browser, address: str, charts: int) -> float:
    with fresh_page(browser) as page:
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(DRAWN, arg=charts, timeout=60_000)
        return time.perf_counter() - start


def rerun_cpu(browser: Browser, address: str, charts: int, pid: int, reruns: int) -> float | None:
    """Give the server's CPU milliseconds for one rerun asked for from the keyboard."""
    with fresh_page(browser) as page:
        page.goto(address)
        page.wait_for_function(IDLE, timeout=60_000)
        page.wait_for_function(DRAWN, arg=charts, timeout=60_000)
        page.wait_for_timeout(1_000)
        before = cpu_seconds(pid)
        for _ in range(reruns):
            rerun(page)
        after = cpu_seconds(pid)
    return None if before is None or after is None else (after - before) / reruns * 1000


def rerun(page: Page) -> None:
    page.keyboard.press("r")
    page.wait_for_timeout(150)
    page.wait_for_function(IDLE, timeout=60_000)


def measure(browser: Browser, name: str, ports: dict, pids: dict, wish) -> None:
    """Print one line for one page: product, bare, ratio, for time and for CPU."""
    ours = f"http://{server.HOST}:{ports['ours']}/{name}?lang=ja&step={wish.step}"
    has = holds(browser, ours)
    heights, letters = has.pop("heights"), has.pop("letters")
    same = "&".join(f"{kind}={count}" for kind, count in has.items())
    bare = f"http://{server.HOST}:{ports['bare']}/?heights={'-'.join(map(str, heights))}&{same}"
    both = {"ours": ours, "bare": bare}
    alike = f"{bare}&letters={letters}&others={len(page_names()) - 1}"
    times = {each: [] for each in both}
    for _ in range(wish.rounds):
        for each, address in both.items():
            times[each].append(seconds_until_drawn(browser, address, len(heights)))
    ready = {each: statistics.median(times[each]) for each in both}
    cpu = {
        each: rerun_cpu(browser, address, len(heights), pids[where], wish.reruns)
        for each, where, address in (
            ("ours", "ours", ours),
            ("bare", "bare", bare),
            ("alike", "bare", alike),
        )
    }
    live = f"{seconds_until_live(browser, ours):8.2f} s" if heights else ""
    controls = sum(has.values())
    print(
        f"{name:18}{len(heights):7}{controls:9}{compared(ready, 's', 2)}{compared(cpu, 'ms', 1)}"
        f"{beside(cpu['ours'], cpu['alike'], 'ms', 1)}{live}",
        flush=True,
    )


def compared(values: dict, unit: str, digits: int) -> str:
    ours = values["ours"]
    written = f"{ours:10.{digits}f} {unit:2}" if ours else f"{'?':>13}"
    return written + beside(ours, values["bare"], unit, digits)


def beside(ours: float | None, bare: float | None, unit: str, digits: int) -> str:
    """Write the other one's measure, the ratio, and a mark where the aim is missed."""
    if not ours or not bare:
        return f"{'not measurable':>23}"
    mark = " " if ours / bare <= AIM else "!"
    return f"{bare:10.{digits}f} {unit:2}{ours / bare:9.2f}{mark}"


def page_names() -> list[str]:
    return sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py"))


def main() -> None:
    wish = argparse.ArgumentParser()
    wish.add_argument("--rounds", type=int, default=7)
    wish.add_argument("--reruns", type=int, default=20)
    wish.add_argument("--step", default="1")
    wish.add_argument("--pages", nargs="*", default=[])
    wish = wish.parse_args()
    names = wish.pages or page_names()
    if not names or not (ROOT / "app.py").is_file():
        sys.exit("Nothing to measure: app.py or pages/*.py is missing.")
    ports = {"ours": server.choose_port()}
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        bare_project(Path(folder))
        pids = {"ours": stack.enter_context(running(ROOT, ports["ours"]))}
        ports["bare"] = server.choose_port()
        pids["bare"] = stack.enter_context(running(Path(folder), ports["bare"]))
        play = stack.enter_context(sync_playwright())
        browser = play.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        print(f"median of {wish.rounds} until all charts are drawn; CPU of one rerun; aim {AIM}")
        print(
            f"{'page':18}{'charts':>7}{'controls':>9}{'ready':>13}{'bare':>13}{'ratio':>9} ", end=""
        )
        print(f"{'CPU':>13}{'bare':>13}{'ratio':>9} ", end="")
        print(f"{'alike':>13}{'ratio':>9} {'live':>10}")
        for name in names:
            measure(browser, name, ports, pids, wish)
        browser.close()


if __name__ == "__main__":
    main()
