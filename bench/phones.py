"""
Phones that follow a room, in a process of their own: each a connection that reads its stream.

    python -m bench.phones PORT CODE COUNT

When all are in it says how many. For each line on its input, the number of a move, it answers with
the moments at which that move came, as JSON; the clock is the machine's own. measure() starts it
(see viewers.py).
"""

import asyncio
import contextlib
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import httpx

from bench.serving import cpu_seconds
from components.presenter.talk import whole
from components.server.limits import raise_file_limit
from launch.server import HOST

ARRIVALS = 200  # phones a second
PATIENCE = 15  # seconds until a move that has not come counts as missing
PAUSE = 2.0  # seconds between moves
ROOT = Path(__file__).resolve().parent.parent


class Presenter:
    """Opens a room and moves it."""

    def __init__(self, port: int, topic: str) -> None:
        own = f"http://{HOST}:{port}"
        self.seq, self.talk = 0, whole(topic)
        self.client = httpx.Client(base_url=own, headers={"Origin": own}, trust_env=False)
        asked = {"talk": self.talk.written(), "language": "ja"}
        opened = self.client.post("/live/rooms", json=asked).raise_for_status().json()
        self.code = opened["code"]
        self.client.headers["Authorization"] = f"Bearer {opened['drive']}"

    def move(self) -> None:
        """Go to the next step, from the last to the first."""
        self.seq += 1
        step = self.seq % len(self.talk.steps) + 1
        place = {"driver": "bench", "seq": self.seq, "step": step, "fragment": 1, "revealed": False}
        self.client.post(f"/live/rooms/{self.code}/move", json=place).raise_for_status()


@contextlib.contextmanager
def following(port: int, code: str, count: int) -> Iterator[tuple[subprocess.Popen, int]]:
    """Let so many phones follow; give their process and how many came in."""
    words = [sys.executable, "-m", "bench.phones", str(port), code, str(count)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    child = subprocess.Popen(words, cwd=ROOT, **pipes)
    try:
        yield child, int(child.stdout.readline())
    finally:
        child.stdin.close()
        child.wait(20)


def measure(port: int, pid: int, count: int, moves: int, topic: str) -> dict[str, float]:
    """
    Move a talk before so many phones.

    Gives how many came in, how many moves were missed, the waits of 50 and 95 in 100 in
    milliseconds, and the server's CPU milliseconds for a move to one phone.
    """
    presenter = Presenter(port, topic)
    waits: list[float] = []
    with following(port, presenter.code, count) as (child, came):
        time.sleep(2)
        begun = cpu_seconds(pid) or float("nan")
        for _ in range(moves):
            told = time.monotonic()
            presenter.move()
            time.sleep(PAUSE)
            child.stdin.write(f"{presenter.seq}\n")
            child.stdin.flush()
            waits += [(each - told) * 1000 for each in json.loads(child.stdout.readline())]
        spent = (cpu_seconds(pid) or float("nan")) - begun
    waits = sorted(waits) or [float("inf")]
    at = {share: waits[(len(waits) - 1) * share // 100] for share in (50, 95)}
    missed = count * moves - len(waits)
    cpu = spent / moves / count * 1000
    return {"in": came, "missed": missed, "p50": at[50], "p95": at[95], "cpu": cpu}


async def follow(port: int, code: str, after: float, came: dict[int, list[float]]) -> None:
    """Follow the room and note when each move comes."""
    await asyncio.sleep(after)
    reader, writer = await asyncio.open_connection(HOST, port)
    asked = f"GET /live/rooms/{code}/events HTTP/1.1\r\nHost: {HOST}:{port}\r\n\r\n"
    writer.write(asked.encode())
    with contextlib.closing(writer):
        async for line in reader:
            if line.startswith(b"id: "):
                came[int(line[4:])].append(time.monotonic())


async def main() -> None:
    port, code, count = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    raise_file_limit()
    came: dict[int, list[float]] = defaultdict(list)
    phones = [
        asyncio.create_task(follow(port, code, number / ARRIVALS, came)) for number in range(count)
    ]
    deadline = time.monotonic() + count / ARRIVALS + PATIENCE
    while sum(map(len, came.values())) < count and time.monotonic() < deadline:
        await asyncio.sleep(0.1)
    print(sum(map(len, came.values())), flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        deadline = time.monotonic() + PATIENCE
        while len(came[int(line)]) < count and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
        print(json.dumps(came[int(line)]), flush=True)
    for phone in phones:
        phone.cancel()


if __name__ == "__main__":
    asyncio.run(main())
