"""
A crowd of readers in a process of its own: each steps in turn through links it was given.

    python -m bench.crowd PORT VIEWERS SECONDS PAUSE PAGE LINK …

When all are in, and again when the time is up, it says so on its output; the last line is what
they waited, as JSON. A line on its input lets it go on.
"""

import asyncio
import json
import random
import sys
import time
from urllib.parse import parse_qsl

from bench.viewer import Viewer

ARRIVALS = 8  # new readers a second; the guard lets ten in


async def step(viewer: Viewer, links: list[dict], first: int, pause: float, until: float) -> dict:
    """Go from link to link as long as there is time; give what was waited, and what failed."""
    waited, failed = [], 0
    turn = time.monotonic() + random.random() * pause
    while turn < until:
        await asyncio.sleep(max(0.0, turn - time.monotonic()))
        first += 1
        try:
            run = await viewer.run(**links[first % len(links)])
            waited.append(run.seconds)
            # A reader who was led elsewhere has not got what was asked for (bare has no pages).
            there = not viewer.page or f'data-page="{viewer.page}"' in run.words
            failed += not (run.whole and there)
        except Exception:
            return {"waited": waited, "failed": failed + 1}
        turn = max(turn + pause, time.monotonic())
    return {"waited": waited, "failed": failed}


async def come_in(port: int, page: str, link: dict, after: float) -> Viewer | None:
    await asyncio.sleep(after)
    viewer = Viewer(port, page)
    try:
        await viewer.join()
        await viewer.run(**link)
    except Exception:
        return None
    return viewer


async def main() -> None:
    port, count, seconds, pause, page = sys.argv[1:6]
    links = [dict(parse_qsl(each)) or {"lang": "ja"} for each in sys.argv[6:]]
    arriving = [
        come_in(int(port), page, links[number % len(links)], number / ARRIVALS)
        for number in range(int(count))
    ]
    viewers = [each for each in await asyncio.gather(*arriving) if each]
    print("in", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    until = time.monotonic() + float(seconds)
    stepping = (step(each, links, n, float(pause), until) for n, each in enumerate(viewers))
    found = await asyncio.gather(*stepping)
    print("done", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    print(
        json.dumps(
            {
                "waited": [each for one in found for each in one["waited"]],
                "failed": sum(one["failed"] for one in found) + int(count) - len(viewers),
            }
        ),
        flush=True,
    )
    await asyncio.gather(*(each.leave() for each in viewers), return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
