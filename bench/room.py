"""
How soon a hall sees a move, and what a phone costs beside a Streamlit viewer that steps.

    .venv/bin/python bench/room.py     [--phones 60,500,2000] [--moves 12] [--viewers 5] [--pages 3]

The phones are connections of a process of their own; a few are real pages in a browser, which say
when the step is drawn. All run on the machine of the server: what they take, the server does not
have. Then a few Streamlit viewers step through the same topic on the same server.
"""

import argparse
import asyncio
import contextlib
import http.client
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from bench.serving import cpu_seconds, healthy  # noqa: E402
from bench.viewer import Viewer  # noqa: E402
from components.presenter.talk import whole  # noqa: E402
from launch import browsers, server  # noqa: E402

TOPIC = "health_insurance"
PAUSE = 2.0  # seconds between moves
AIM_SECONDS, AIM_PHONES, AIM_SHARE = 0.5, 500, 1 / 20
DRAWN = """(from) => { window.drawn = {};
    const note = () => requestAnimationFrame(() => {
        const at = document.getElementById('where').textContent.split(' ')[0];
        window.drawn[at] = window.drawn[at] || Date.now() / 1000; });
    new MutationObserver(note).observe(document.body, {childList: true, subtree: true,
        characterData: true}); }"""


class Lead:
    """The presenter: opens a room and moves it."""

    def __init__(self, port: int) -> None:
        self.port, self.seq, self.drive = port, 0, ""
        talk = whole(TOPIC)
        self.steps = len(talk.steps)
        opened = self.ask("/live/rooms", {"talk": talk.written(), "language": "ja"})
        self.code, self.drive = opened["code"], opened["drive"]

    def ask(self, path: str, body: dict) -> dict:
        own = f"{server.HOST}:{self.port}"
        headers = {"Origin": f"http://{own}", "Content-Type": "application/json"}
        headers |= {"Authorization": f"Bearer {self.drive}"} if self.drive else {}
        connection = http.client.HTTPConnection(own, timeout=10)
        connection.request("POST", path, json.dumps(body), headers)
        with contextlib.closing(connection):
            return json.loads(connection.getresponse().read())

    def move(self) -> int:
        """Go to the next step, from the last to the first; give its number."""
        self.seq += 1
        step = self.seq % self.steps + 1
        place = {"driver": "bench", "seq": self.seq, "step": step, "beat": 1, "revealed": False}
        assert self.ask(f"/live/rooms/{self.code}/move", place)["seq"] == self.seq
        return step


@contextlib.contextmanager
def serving(folder: str):
    """Serve the product with its rooms in a folder; give the port and the process."""
    port = server.choose_port()
    settings = os.environ | {"MIERU_PORT": str(port), "MIERU_ROOMS": folder}
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    child = subprocess.Popen([sys.executable, "serve.py"], cwd=ROOT, env=settings, **quiet)
    try:
        while not healthy(port):
            if child.poll() is not None:
                sys.exit("The server does not start.")
            time.sleep(0.1)
        yield port, child.pid
    finally:
        child.terminate()
        child.wait(20)


@contextlib.contextmanager
def phones(port: int, code: str, count: int):
    """Let so many phones follow; give their process and how many came in."""
    words = [sys.executable, "-m", "bench.phones", str(port), code, str(count)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    child = subprocess.Popen(words, cwd=ROOT, **pipes)
    try:
        yield child, int(child.stdout.readline())
    finally:
        child.stdin.close()
        child.wait(20)


def measure(port: int, pid: int, count: int, moves: int, pages: list[Page]) -> dict[str, float]:
    """Move a talk before so many phones; give waits in seconds and the server's time per phone."""
    lead = Lead(port)
    for page in pages:
        page.goto(f"http://{server.HOST}:{port}/live/{lead.code}?lang=ja")
        page.wait_for_function("() => document.getElementById('state').textContent")
        page.evaluate(DRAWN)
    waits: list[float] = []
    seen: list[float] = []
    with phones(port, lead.code, count) as (child, came):
        time.sleep(2)
        begun = cpu_seconds(pid)
        for _ in range(moves):
            told, clock = time.monotonic(), time.time()
            step = lead.move()
            time.sleep(PAUSE)
            child.stdin.write(f"{lead.seq}\n")
            child.stdin.flush()
            waits += [each - told for each in json.loads(child.stdout.readline())]
            drawn = [
                page.evaluate("() => { const d = window.drawn; window.drawn = {}; return d; }")
                for page in pages
            ]
            seen += [each[str(step)] - clock for each in drawn if str(step) in each]
        spent = None if begun is None else cpu_seconds(pid) - begun
    return {
        "came": came,
        "missed": count * moves - len(waits),
        "p50": quantile(waits, 50),
        "p95": quantile(waits, 95),
        "drawn50": quantile(seen, 50),
        "drawn95": quantile(seen, 95),
        "cpu": None if spent is None else spent / moves / count,
    }


async def stepping(port: int, pid: int, count: int, moves: int) -> float | None:
    """Let viewers step at the same pace; give the server's seconds for one step of one viewer."""
    viewers = [Viewer(port, TOPIC) for _ in range(count)]
    steps = len(whole(TOPIC).steps)
    for viewer in viewers:
        await viewer.join()
        await viewer.run(lang="ja")
    begun = cpu_seconds(pid)
    for number in range(moves):
        await asyncio.gather(
            *(each.run(lang="ja", step=number % steps + 1) for each in viewers),
            asyncio.sleep(PAUSE),
        )
    spent = None if begun is None else cpu_seconds(pid) - begun
    await asyncio.gather(*(each.leave() for each in viewers))
    return None if spent is None else spent / moves / count


def quantile(values: list[float], percent: int) -> float:
    """Give the value that so many in a hundred do not exceed."""
    if len(values) < 2:
        return values[0] if values else float("nan")
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def main() -> None:
    wish = argparse.ArgumentParser()
    wish.add_argument("--phones", default="60,500,2000")
    wish.add_argument("--moves", type=int, default=12)
    wish.add_argument("--viewers", type=int, default=5)
    wish.add_argument("--pages", type=int, default=3)
    wish = wish.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(
        f"{'phones':>8} {'in':>6} {'missed':>7} {'came p50':>9} {'p95 ms':>7} {'drawn p50':>10} "
        f"{'p95 ms':>7} {'CPU ms':>7} {'of a viewer':>12} {'load':>6}"
    )
    with tempfile.TemporaryDirectory() as folder, serving(folder) as (port, pid):
        viewer = asyncio.run(stepping(port, pid, wish.viewers, wish.moves))
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
            pages = [browser.new_page() for _ in range(wish.pages)]
            for count in map(int, wish.phones.split(",")):
                print_line(count, measure(port, pid, count, wish.moves, pages), viewer)
            browser.close()
    if viewer:
        print(f"A Streamlit viewer's step costs {viewer * 1000:.1f} ms of the server's CPU.")
    print(
        f"Aims: p95 under {AIM_SECONDS * 1000:.0f} ms at {AIM_PHONES} phones; "
        f"at most {AIM_SHARE:.3f} of a viewer."
    )


def print_line(count: int, found: dict[str, float], viewer: float | None) -> None:
    cost = f"{found['cpu'] * 1000:7.3f} {found['cpu'] / viewer:12.4f}" if viewer else f"{'-':>20}"
    load = f"{os.getloadavg()[0]:6.1f}" if hasattr(os, "getloadavg") else f"{'-':>6}"
    waits = [found[name] * 1000 for name in ("p50", "p95", "drawn50", "drawn95")]
    print(
        f"{count:8} {found['came']:6} {found['missed']:7} {waits[0]:9.0f} {waits[1]:7.0f} "
        f"{waits[2]:10.0f} {waits[3]:7.0f} {cost} {load}",
        flush=True,
    )


if __name__ == "__main__":
    main()
