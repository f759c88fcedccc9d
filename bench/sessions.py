"""
Whether readers who came and went leave memory behind: sessions one after another.

    .venv/bin/python bench/sessions.py    [--sessions 1000] [--first 200]

The first sessions are not counted: what is made once is made then, and Streamlit keeps up to 128
sessions of readers who left. The aim is growth under 20 MB in 1,000 sessions.
"""

import argparse
import asyncio
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.viewer import Viewer  # noqa: E402
from bench.viewers import OURS, machine, memory, serving  # noqa: E402

PAUSE = 0.02  # the guard lets ten a second in; who comes sooner waits at the door


async def come_and_go(port: int, sessions: int, topic: str = "health_insurance") -> None:
    """Let readers open a topic, take a step and leave, one after another."""
    for number in range(sessions):
        async with Viewer(port, topic) as viewer:
            for step in (number % 4 + 1, number % 4 + 2):
                assert (await viewer.run(lang=("ja", "en")[number % 2], step=str(step))).whole
        await asyncio.sleep(PAUSE)


def growth(port: int, pid: int, *rows: int) -> list[float]:
    """Give the MB that each row of sessions left behind, after the first row."""
    sizes = []
    for sessions in rows:
        asyncio.run(come_and_go(port, sessions))
        sizes.append(memory(pid))
    return [after - before for before, after in pairwise(sizes)]


def main() -> None:
    wish = argparse.ArgumentParser()
    wish.add_argument("--sessions", type=int, default=1000)
    wish.add_argument("--first", type=int, default=200)
    wish = wish.parse_args()
    print(machine())
    with serving(OURS, ROOT) as (port, pid):
        [grown] = growth(port, pid, wish.first, wish.sessions)
        now = f"now {memory(pid):.0f} MB"
        print(f"{wish.sessions} sessions after {wish.first}: {grown:+.1f} MB, {now}")


if __name__ == "__main__":
    main()
