"""
A first visit: bytes, requests, time to words, to a chart, to its controls, and what moved.

    .venv/bin/python bench/first_visit.py     [--topic health_insurance] [--step 1] [--rounds 3]
                                              [--dash PYTHON] [--talk]

Side by side in one run: the product, a bare Streamlit page with its default settings, and Dash,
with the same charts; an empty cache each time. Dash is no part of the product: name the Python of
an environment that has it. A chart that becomes live on a reader's wish is reached for once the
visit has come to rest; "live" is as if it had been reached for at once. The phone is a slow one:
1.6 Mbit/s, 150 ms, a quarter of the CPU. --talk measures the present view instead: from the key
to the frame that shows the next slide; the aim is 300 ms.
"""

import argparse
import contextlib
import importlib.util
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright  # noqa: E402

from bench.contestants import AIMS, contestants, middle, told  # noqa: E402
from launch import browsers  # noqa: E402

LONGEST = 90  # seconds a visit may take
WATCH = """(() => {
    const seen = window.visitSeen = { text: null, chart: null, app: null, live: null, shift: 0 };
    new PerformanceObserver((list) => {
        for (const each of list.getEntries()) if (!each.hadRecentInput) seen.shift += each.value;
    }).observe({ type: 'layout-shift', buffered: true });
    const visible = (each) => each.checkVisibility({ visibilityProperty: true })
        && !each.closest('.st-key-library') && each.getBoundingClientRect().width > 20;
    const LIVE = '.js-plotly-plot .main-svg :is(.trace, .point, .sankey, .shapelayer path)';
    const WHAT = { text: 'h1', app: 'h1:not(#first *)', live: LIVE,
        chart: '.first-still svg, figure.chart > img, ' + LIVE };
    const look = () => {
        for (const [name, which] of Object.entries(WHAT)) {
            if (seen[name] === null && [...document.querySelectorAll(which)].some(visible)) {
                seen[name] = performance.now() / 1000;
            }
        }
        if (Object.values(seen).includes(null)) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()"""
ON_WISH = "figure.chart"
ALIVE = "() => window.visitSeen.live !== null"
THERE = "() => window.visitSeen.chart !== null && window.visitSeen.app !== null"
SLIDE = """(key) => new Promise((done) => {
    const before = document.querySelector('.stage .layer.shown');
    const start = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const look = () => {
        const passed = performance.now() - start;
        if (document.querySelector('.stage .layer.shown') !== before || passed > 5000) {
            requestAnimationFrame(() => done(performance.now() - start));
        } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})"""
PHONE_NAME = "Mozilla/5.0 (Linux; Android 14; Mobile) Mobi"
DEVICES = {
    "desktop": {"viewport": {"width": 1280, "height": 720}},
    "slow phone": {"viewport": {"width": 390, "height": 844}, "user_agent": PHONE_NAME},
}

SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 1.6e6 / 8,
}


def visit(browser: Browser, address: str, device: str) -> dict[str, float | None]:
    """Open an address as somebody new would, and say what it took."""
    context = browser.new_context(locale="ja-JP", **DEVICES[device])
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if device == "slow phone":
        wire.send("Network.emulateNetworkConditions", SLOW_LINE)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    frames: list[float] = []
    wire.on(
        "Network.webSocketFrameReceived",
        lambda event: frames.append(len(event["response"]["payloadData"]) * 3 / 4),
    )
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    with contextlib.suppress(TimeoutError):  # what never comes is told as missing
        page.wait_for_function(THERE, timeout=LONGEST * 1000)
        if not page.query_selector(ON_WISH):
            page.wait_for_function(ALIVE, timeout=LONGEST * 1000)
    page.wait_for_timeout(4000 if device == "slow phone" else 2000)
    first = sum(sizes) + sum(frames)
    count = len(sizes)
    late = enliven(page)
    seen = page.evaluate("window.visitSeen")
    whole = sum(sizes) + sum(frames)
    context.close()
    live = seen["app"] + late if late and seen["live"] else seen["live"]
    return {
        "MB": first / 1e6,
        "requests": count,
        **{name: seen[name] for name in ("text", "chart", "app")},
        "live": live,
        "MB live": whole / 1e6,
        "CLS": seen["shift"],
    }


def enliven(page: Page) -> float:
    """Reach for a chart that waits for it; give the seconds until it is alive, 0 if it was."""
    if page.evaluate(ALIVE) or not page.query_selector(ON_WISH):
        return 0
    start = time.perf_counter()
    page.focus(ON_WISH)
    page.keyboard.press("z")
    with contextlib.suppress(TimeoutError):
        page.wait_for_function(ALIVE, timeout=LONGEST * 1000)
    return time.perf_counter() - start


def measure_talk(browser: Browser, address: str, rounds: int) -> None:
    """Step through a talk and back as a presenter does, with a pause between steps."""
    page = browser.new_page(viewport=DEVICES["desktop"]["viewport"])
    page.goto(f"{address}&view=present")
    page.wait_for_function(
        "() => window.mieruStage && window.mieruStage.talk && window.Plotly", timeout=60_000
    )
    page.wait_for_timeout(1500)
    count = page.evaluate("window.mieruStage.talk.deck.views.length")
    times = []
    for key in (["PageDown"] * (count - 1) + ["PageUp"] * (count - 1)) * rounds:
        times.append(page.evaluate(SLIDE, key))
        page.wait_for_timeout(700)
    print(
        f"{len(times)} slides: median {statistics.median(times):.0f} ms, slowest {max(times):.0f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--topic", default="health_insurance")
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--dash", default=sys.executable if importlib.util.find_spec("dash") else ""
    )
    parser.add_argument("--talk", action="store_true", help="slides of a talk instead")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, True)
        addresses = contestants(stack, options, folder)
        play = stack.enter_context(sync_playwright())
        browser = play.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        if options.talk:
            return measure_talk(browser, addresses["product"], options.rounds)
        for address in addresses.values():  # so that no one pays for the server's first time
            visit(browser, address, "desktop")
        for device in DEVICES:
            found = {name: [] for name in addresses}
            for _ in range(options.rounds):
                for name, address in addresses.items():
                    found[name].append(visit(browser, address, device))
            lines = {name: middle(each) for name, each in found.items()}
            ours = lines["product"]
            print(f"\n{device:12}" + "".join(f"{key:>13}" for key in ours))
            for name, line in lines.items():
                print(told(name, line, ours), flush=True)
        browser.close()
    print(f"\nseconds; medians of {options.rounds}; (n×) is n times the product; ! misses {AIMS}")


if __name__ == "__main__":
    main()
