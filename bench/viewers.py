"""
How many readers one server holds: ours, and a bare Streamlit page with as many charts.

    .venv/bin/python bench/viewers.py                                   short: 10 and 50, 20 seconds
    .venv/bin/python bench/viewers.py --viewers 10,50,100,200,400 --seconds 60
    .venv/bin/python bench/viewers.py --pages          the CPU of running each page again
    .venv/bin/python bench/viewers.py --phones 60,500  phones that follow a room
    .venv/bin/python bench/viewers.py --sessions 1000  what those who came and went leave behind

Every reader steps each 5 seconds. The bare page has our settings, and Streamlit's own. Each line is
a server of its own, so memory and processor time are those of this crowd alone. The readers are a
process of their own on the same machine: what they take, the server does not have.
"""

import argparse
import asyncio
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import phones  # noqa: E402
from bench.bare import BARE, bare_project  # noqa: E402
from bench.serving import cpu_seconds, running  # noqa: E402
from bench.viewer import Run, Viewer  # noqa: E402
from components import topics  # noqa: E402
from components.text.story import find_story, register  # noqa: E402
from launch import server  # noqa: E402
from tests.serving import free_port  # noqa: E402

register(topics.STORIES)
OURS, SAME, DEFAULT = "ours", "bare, our settings", "bare, defaults"
LONGEST = 1.0  # seconds for 95 in 100 steps
HOPELESS = 5.0  # seconds; with more readers it gets only worse
AIM_CPU, AIM_MORE = 1.3, 3
CHART_HEIGHT = 420
LEAVES = 0.02  # seconds; the guard lets ten in a second, who comes sooner waits
MOVES = 10
FIELDS = {  # as the bare page takes them, and Streamlit's names for them
    "boxes": ("selectbox", "multiselect"),
    "sliders": ("slider",),
    "groups": ("button_group",),
    "buttons": ("button", "download_button"),
    "fields": ("text_input", "number_input", "text_area"),
}
COLUMNS = {
    "p50 s": 9,
    "p95 s": 9,
    "p99 s": 9,
    "failed": 9,
    "steps/s": 9,
    "CPU ms/step": 13,
    "CPU %": 9,
    "MB/reader": 11,
    "ratio": 8,
}


def links_of(topic: str) -> list[str]:
    """List the links to the steps that show a chart at once; a guess hides it."""
    told = find_story(topic)
    if told is None:
        sys.exit(f"There is no topic {topic}.")
    steps = told.topic("ja").steps
    shown = [each for each in steps if told.drawing(each.chart) and not each.question]
    return [f"lang=ja&step={each.number}" for each in shown] or sys.exit(f"{topic}: no chart.")


@contextlib.contextmanager
def serving(name: str, folder: Path):
    """Start one of the three; give its port and its process."""
    port = free_port()
    # Only what keeps it from asking and from listening to others.
    few = ["--server.headless=true", f"--server.address={server.HOST}"] if name == DEFAULT else []
    with running(ROOT if name == OURS else folder / name, port, *few) as pid:
        yield port, pid


def memory(pid: int) -> float:
    """Give a process's memory in MB; none where the system has no /proc."""
    with contextlib.suppress(OSError):
        status = Path(f"/proc/{pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return float("nan")


def crowd(port: int, count: int, seconds: float, wish, links: list[str], page: str):
    """Start a crowd."""
    words = [port, count, seconds, wish.pause, page, *links]
    return subprocess.Popen(
        [sys.executable, "-m", "bench.crowd", *map(str, words)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def heard(people: subprocess.Popen, *, goes_on: bool = True) -> str:
    """Wait for the crowd's next line, and let it go on."""
    line = people.stdout.readline().strip()
    if not line:
        sys.exit("The crowd ended before its time.")
    if goes_on:
        people.stdin.write("\n")
        people.stdin.flush()
    return line


def measure(name: str, count: int, folder: Path, wish) -> dict[str, float]:
    """Let a crowd of one size step through one server."""
    ours = name == OURS
    links = links_of(wish.topic) if ours else [f"heights={CHART_HEIGHT}"]
    page = wish.topic if ours else ""
    with serving(name, folder) as (port, pid):
        with crowd(port, 1, 1, wish, links, page) as first:  # what is made once is made here
            heard(first), heard(first), heard(first, goes_on=False)
        empty = memory(pid)
        with crowd(port, count, wish.seconds, wish, links, page) as people:
            heard(people)
            cpu = cpu_seconds(pid) or float("nan")
            heard(people)
            cpu = (cpu_seconds(pid) or float("nan")) - cpu
            full = memory(pid)
            found = json.loads(heard(people, goes_on=False))
    waited = sorted(found["waited"]) or [float("inf")]
    at = {part: waited[min(len(waited) - 1, len(waited) * part // 100)] for part in (50, 95, 99)}
    return {
        **{"p50": at[50], "p95": at[95], "p99": at[99], "failed": found["failed"]},
        **{"rate": len(waited) / wish.seconds, "cpu": cpu / len(waited) * 1000},
        **{"share": cpu / wish.seconds * 100, "memory": (full - empty) / count},
    }


def told(count: int, name: str, found: dict[str, float], beside: dict[str, float] | None) -> str:
    cells = (
        "{p50:9.3f}{p95:9.3f}{p99:9.3f}{failed:9}{rate:9.1f}{cpu:13.1f}{share:9.0f}{memory:11.2f}"
    )
    ratio = f"{found['cpu'] / beside['cpu']:8.2f}" if beside else ""
    return f"{count:7} {name:20}" + cells.format(**found) + ratio


def held(lines: dict[str, dict[int, dict[str, float]]], name: str) -> int:
    """Give the largest crowd that was held: none failed, and 95 in 100 steps were in time."""
    good = [n for n, each in lines[name].items() if each["p95"] < LONGEST and not each["failed"]]
    return max(good, default=0)


def machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    python = platform.python_version()
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}, Python {python}"
    )


def compare(lines: dict[str, dict[int, dict[str, float]]], folder: Path, wish) -> None:
    """Measure every crowd at every server, a line each."""
    for count in map(int, wish.viewers.split(",")):
        for name, found in lines.items():
            if not wish.all and any(each["p95"] > HOPELESS for each in found.values()):
                print(f"{count:7} {name:20}  not tried: fewer were already too many")
                continue
            found[count] = measure(name, count, folder, wish)
            beside = lines[SAME].get(count) if name == OURS else None
            print(told(count, name, found[count], beside), flush=True)


def rerun_cpu(
    port: int, pid: int, page: str, link: dict[str, str], reruns: int
) -> tuple[float, Run]:
    """Give the server's CPU milliseconds for running a page again, and what such a run brings."""

    async def run() -> tuple[float, Run]:
        async with Viewer(port, page) as viewer:
            first = await viewer.run(**link)
            for _ in range(2):  # what is made once is made here
                await viewer.run(**link)
            before = cpu_seconds(pid) or float("nan")
            for _ in range(reruns):
                assert (await viewer.run(**link)).whole, page
                await asyncio.sleep(0.1)  # as many frames as the guard lets through
            return ((cpu_seconds(pid) or float("nan")) - before) / reruns * 1000, first

    return asyncio.run(run())


def measure_pages(folder: Path, reruns: int) -> None:
    """Run every page again, beside a bare page with our settings and as many charts and fields."""
    print(
        f"{'page':20}{'charts':>7}{'fields':>7}{'CPU ms':>9}{'bare':>8}{'ratio':>8}, aim {AIM_CPU}"
    )
    with serving(SAME, folder) as (bare, bare_pid), serving(OURS, folder) as (port, pid):
        for page in sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py")):
            own, run = rerun_cpu(port, pid, page, {"lang": "ja", "step": "1"}, reruns)
            charts = run.words.count("<figure id=")
            has = {name: sum(run.kinds[kind] for kind in kinds) for name, kinds in FIELDS.items()}
            link = {"heights": "-".join([str(CHART_HEIGHT)] * charts), **has}
            same, _ = rerun_cpu(bare, bare_pid, "", {k: str(v) for k, v in link.items()}, reruns)
            line = f"{charts:7}{sum(has.values()):7}{own:9.1f}{same:8.1f}{own / same:8.2f}"
            print(f"{page:20}{line}", flush=True)


def measure_phones(folder: Path, wish) -> None:
    """Move a talk before phones, a line for each size of the room."""
    print(f"{'phones':>7}{'in':>7}{'missed':>8}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>9}")
    with serving(OURS, folder) as (port, pid):
        for count in map(int, wish.phones.split(",")):
            found = phones.measure(port, pid, count, MOVES, wish.topic)
            line = "{in:7}{missed:8}{p50:8.0f}{p95:8.0f}{cpu:9.3f}".format(**found)
            print(f"{count:7}{line}", flush=True)


async def come_and_go(port: int, sessions: int, topic: str = "health_insurance") -> None:
    """Let readers open a topic, take a step and leave, one after another."""
    for number in range(sessions):
        async with Viewer(port, topic) as viewer:
            for step in (number % 4 + 1, number % 4 + 2):
                assert (await viewer.run(lang=("ja", "en")[number % 2], step=str(step))).whole
        await asyncio.sleep(LEAVES)


def growth(port: int, pid: int, *rows: int) -> list[float]:
    """
    Give the MB that each row of sessions left behind, after the first row.

    In the first row what is made once is made, and Streamlit keeps up to 128 readers who left.
    """
    sizes = []
    for sessions in rows:
        asyncio.run(come_and_go(port, sessions))
        sizes.append(memory(pid))
    return [after - before for before, after in pairwise(sizes)]


def measure_sessions(folder: Path, sessions: int) -> None:
    """Say what readers who came and went left behind; the aim is 20 MB in 1,000 sessions."""
    with serving(OURS, folder) as (port, pid):
        [grown] = growth(port, pid, 200, sessions)
        print(f"{sessions} sessions after 200: {grown:+.1f} MB, now {memory(pid):.0f} MB")


def main() -> None:
    wish = argparse.ArgumentParser()
    wish.add_argument("--viewers", default="10,50", help="sizes of the crowd")
    wish.add_argument("--seconds", type=float, default=20)
    wish.add_argument("--pause", type=float, default=5, help="seconds between a reader's steps")
    wish.add_argument("--topic", default="health_insurance")
    wish.add_argument("--all", action="store_true", help="go on where steps already take too long")
    wish.add_argument("--pages", action="store_true", help="the CPU of running each page again")
    wish.add_argument("--reruns", type=int, default=50, help="of each page")
    wish.add_argument("--phones", help="sizes of a room of phones")
    wish.add_argument("--sessions", type=int, help="readers who come and go")
    wish = wish.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name in (SAME, DEFAULT):
            (folder / name).mkdir()
        bare_project(folder / SAME)
        (folder / DEFAULT / "app.py").write_text(BARE, encoding="utf-8")
        if wish.pages:
            measure_pages(folder, wish.reruns)
        elif wish.phones:
            measure_phones(folder, wish)
        elif wish.sessions:
            measure_sessions(folder, wish.sessions)
        else:
            measure_crowds(folder, wish)
    print(machine())


def measure_crowds(folder: Path, wish) -> None:
    """Compare crowds of readers at all three servers."""
    lines = {name: {} for name in (SAME, DEFAULT, OURS)}
    print(f"{'readers':7} {'server':20}", end="")
    print("".join(f"{name:>{width}}" for name, width in COLUMNS.items()))
    compare(lines, folder, wish)
    print(f"ratio: CPU of a step to that of the bare page with our settings; aim {AIM_CPU}")
    print(f"held with p95 under {LONGEST:.0f} s and no failure, of the sizes tried:")
    for name in lines:
        print(f"  {name:20}{held(lines, name):6}")
    print(f"aim: {AIM_MORE} times as many as {DEFAULT}")


if __name__ == "__main__":
    main()
