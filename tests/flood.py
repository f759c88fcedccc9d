"""
One reader who means harm, in a process of its own: python -m tests.flood PORT SECONDS.

Sends frames as fast as the connection takes them, and comes back whenever it is sent away. Prints
how many frames it could send and how often it was sent away.
"""

import asyncio
import itertools
import sys
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from bench.viewer import Viewer

FRAMES = (
    BackMsg(rerun_script={"query_string": "lang=ja&step=2"}).SerializeToString(),
    BackMsg(clear_cache=True).SerializeToString(),
)


async def flood(port: int, until: float) -> tuple[int, int]:
    frames = away = 0
    while time.monotonic() < until:
        try:
            async with Viewer(port, "health_insurance") as viewer:
                for frame in itertools.cycle(FRAMES):
                    await viewer.say(frame)
                    frames += 1
                    if frames % 200 == 0:
                        await asyncio.sleep(0)
                    if time.monotonic() > until:
                        break
        except ConnectionClosed:
            away += 1
        except (OSError, InvalidHandshake):
            await asyncio.sleep(0.1)  # not let in again yet
    return frames, away


if __name__ == "__main__":
    print(*asyncio.run(flood(int(sys.argv[1]), time.monotonic() + float(sys.argv[2]))))
