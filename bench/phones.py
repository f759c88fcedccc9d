"""
Phones that follow a room, in a process of their own: each a connection that reads its stream.

    python -m bench.phones PORT CODE COUNT

When all are in it says how many. For each line on its input, the number of a move, it answers with
the moments at which that move came, as JSON; the clock is the machine's own.
"""

import asyncio
import contextlib
import json
import sys
import time
from collections import defaultdict

from components.server.file_limit import raise_limit
from launch.server import HOST

ARRIVALS = 200  # phones a second
PATIENCE = 15  # seconds until a move that has not come counts as missing


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
    raise_limit()
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
