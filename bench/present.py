"""
How long a step takes on the stage, from the key to the frame that shows it.

    .venv/bin/python bench/present.py      [--topic health_insurance] [--rounds 3]

Prints the median and the slowest step, stepping as a presenter does (a pause between steps) and
without a pause. The aim is 300 ms.
"""

import argparse
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from bench.page_ready import WINDOW, running  # noqa: E402
from launch import browsers, server  # noqa: E402

STEP = """(key) => new Promise((done) => {
    const before = document.querySelector('.stage .layer.shown');
    const start = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const look = () => {
        const now = document.querySelector('.stage .layer.shown');
        if (now !== before) requestAnimationFrame(() => done(performance.now() - start));
        else if (performance.now() - start > 5000) done(null);
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})"""
READY = "() => window.mieruStage && window.mieruStage.talk && window.Plotly"


def steps(page: Page, rounds: int, pause: int) -> list[float]:
    """Give milliseconds for each step through the talk and back."""
    count = page.evaluate("window.mieruStage.talk.deck.views.length")
    found = []
    for _ in range(rounds):
        for key in ["PageDown"] * (count - 1) + ["PageUp"] * (count - 1):
            found.append(page.evaluate(STEP, key))
            page.wait_for_timeout(pause)
    return [each for each in found if each is not None]


def main() -> None:
    wish = argparse.ArgumentParser()
    wish.add_argument("--topic", default="health_insurance")
    wish.add_argument("--rounds", type=int, default=3)
    wish = wish.parse_args()
    port = server.choose_port()
    with running(ROOT, port), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        page = browser.new_page(viewport=WINDOW)
        page.goto(f"http://{server.HOST}:{port}/{wish.topic}?lang=ja&view=present")
        page.wait_for_function(READY, timeout=60_000)
        page.wait_for_timeout(1500)
        for name, pause in (("with a pause", 700), ("without", 0)):
            times = steps(page, wish.rounds, pause)
            print(
                f"{name:14} {len(times)} steps: median {statistics.median(times):.0f} ms, "
                f"slowest {max(times):.0f} ms"
            )
        browser.close()


if __name__ == "__main__":
    main()
