"""
How many readers one server holds: ours, and a bare Streamlit page with as many charts.

    .venv/bin/python bench/viewers.py                                   short: 10 and 50, 20 seconds
    .venv/bin/python bench/viewers.py --viewers 10,50,100,200,400 --seconds 60
    .venv/bin/python bench/viewers.py --pages          the CPU of running each page again
    .venv/bin/python bench/viewers.py --phones 60,500  phones that follow a room
    .venv/bin/python bench/viewers.py --towns          from town to town, alone and in a crowd
    .venv/bin/python bench/viewers.py --sessions 1000  what those who came and went leave behind

Every reader steps each 5 seconds. The bare page has our settings, and Streamlit's own. Each line is
a server of its own, so memory and processor time are those of this crowd alone. The readers are a
process of their own on the same machine: what they take, the server does not have.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.bare import BARE, bare_project  # noqa: E402
from bench.one_server import (  # noqa: E402
    CHART_HEIGHT,
    DEFAULT,
    OURS,
    SAME,
    measure_pages,
    measure_phones,
    measure_sessions,
    memory,
    serving,
)
from bench.serving import cpu_seconds  # noqa: E402
from bench.towns import measure_towns  # noqa: E402
from components import topics  # noqa: E402
from components.text.story import find_story, register  # noqa: E402

register(topics.STORIES)
LONGEST = 1.0  # seconds for 95 in 100 steps
HOPELESS = 5.0  # seconds; with more readers it gets only worse
AIM_CPU, AIM_MORE = 1.3, 3
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
    story = find_story(topic)
    if story is None:
        sys.exit(f"There is no topic {topic}.")
    steps = story.topic("ja").steps
    shown = [each for each in steps if story.drawing(each.chart) and not each.question]
    return [f"lang=ja&step={each.number}" for each in shown] or sys.exit(f"{topic}: no chart.")


def crowd(port: int, count: int, seconds: float, options, links: list[str], page: str):
    """Start a crowd."""
    words = [port, count, seconds, options.pause, page, *links]
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


def measure(name: str, count: int, folder: Path, options) -> dict[str, float]:
    """Let a crowd of one size step through one server."""
    ours = name == OURS
    links = links_of(options.topic) if ours else [f"heights={CHART_HEIGHT}"]
    page = options.topic if ours else ""
    with serving(name, folder) as (port, pid):
        with crowd(port, 1, 1, options, links, page) as first:  # what is made once is made here
            heard(first), heard(first), heard(first, goes_on=False)
        empty = memory(pid)
        with crowd(port, count, options.seconds, options, links, page) as people:
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
        **{"rate": len(waited) / options.seconds, "cpu": cpu / len(waited) * 1000},
        **{"share": cpu / options.seconds * 100, "memory": (full - empty) / count},
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
    system, python = f"{platform.system()} {platform.machine()}", platform.python_version()
    return f"{system}, {os.cpu_count()} cores{load}, Python {python}"


def compare(lines: dict[str, dict[int, dict[str, float]]], folder: Path, options) -> None:
    """Measure every crowd at every server, a line each."""
    for count in map(int, options.viewers.split(",")):
        for name, found in lines.items():
            if not options.all and any(each["p95"] > HOPELESS for each in found.values()):
                print(f"{count:7} {name:20}  not tried: fewer were already too many")
                continue
            found[count] = measure(name, count, folder, options)
            beside = lines[SAME].get(count) if name == OURS else None
            print(told(count, name, found[count], beside), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--viewers", default="10,50", help="sizes of the crowd")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=5, help="seconds between a reader's steps")
    parser.add_argument("--topic", default="health_insurance")
    parser.add_argument("--all", action="store_true", help="go on where steps take too long")
    parser.add_argument("--pages", action="store_true", help="the CPU of running each page again")
    parser.add_argument("--reruns", type=int, default=50, help="of each page")
    parser.add_argument("--phones", help="sizes of a room of phones")
    parser.add_argument("--towns", action="store_true", help="going from town to town")
    parser.add_argument("--sessions", type=int, help="readers who come and go")
    options = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name in (SAME, DEFAULT):
            (folder / name).mkdir()
        bare_project(folder / SAME)
        (folder / DEFAULT / "app.py").write_text(BARE, encoding="utf-8")
        if options.pages:
            measure_pages(folder, options.reruns)
        elif options.phones:
            measure_phones(folder, options)
        elif options.towns:
            measure_towns(folder)
        elif options.sessions:
            measure_sessions(folder, options.sessions)
        else:
            measure_crowds(folder, options)
    print(machine())


def measure_crowds(folder: Path, options) -> None:
    """Compare crowds of readers at all three servers."""
    lines = {name: {} for name in (SAME, DEFAULT, OURS)}
    print(f"{'readers':7} {'server':20}", end="")
    print("".join(f"{name:>{width}}" for name, width in COLUMNS.items()))
    compare(lines, folder, options)
    print(f"ratio: CPU of a step to that of the bare page with our settings; aim {AIM_CPU}")
    print(f"held with p95 under {LONGEST:.0f} s and no failure, of the sizes tried:")
    for name in lines:
        print(f"  {name:20}{held(lines, name):6}")
    print(f"aim: {AIM_MORE} times as many as {DEFAULT}")


if __name__ == "__main__":
    main()
