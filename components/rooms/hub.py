"""Tells every phone of a room where the talk stands: a message is written once for all of them."""

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import Receive, Scope, Send

First = Callable[[], Awaitable[dict[str, Any]]]
BEAT = 10  # seconds between signs of life on a quiet stream
STUCK = 30  # seconds a phone may take nothing before it is let go
MOST = 2500  # streams of one process
AGAIN = (1000, 3000)  # milliseconds until a phone asks again: each its own, not all at once
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # nginx passes every message on at once
]


def message(told: dict[str, Any], *, first: bool = False) -> bytes:
    """Write a state as an event; the first one says when to ask again."""
    low, high = AGAIN
    again = f"retry: {low + secrets.randbelow(high - low)}\n" if first else ""
    written = json.dumps(told, separators=(",", ":"))
    return f"{again}id: {told['seq']}\nevent: state\ndata: {written}\n\n".encode()


class Listener:
    """A phone's stream. It knows nothing of whose it is."""

    __slots__ = ("gone", "wake")

    def __init__(self) -> None:
        self.wake = asyncio.Event()
        self.gone = False


class Channel:
    """One room's streams, and the last that was told."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.last = b""
        self.count = 0  # of what was told
        self.over = False

    def tell(self, told: dict[str, Any]) -> None:
        """Tell all; who is slow hears only the last."""
        self.last = message(told)
        self.over = not told["open"]
        self.count += 1
        for listener in self.listeners:
            listener.wake.set()


class Hub:
    """The streams of this process."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.channels: dict[str, Channel] = {}
        self.ending = False

    @property
    def streams(self) -> int:
        return sum(len(each.listeners) for each in self.channels.values())

    def is_full(self) -> bool:
        """Say whether one more stream would be too many."""
        return self.ending or self.streams >= self.most

    def here(self) -> dict[str, int]:
        """Count the streams of each room."""
        return {code: len(each.listeners) for code, each in self.channels.items()}

    def tell(self, code: str, told: dict[str, Any]) -> None:
        """Tell a room where the talk stands, if anybody here listens."""
        if channel := self.channels.get(code):
            channel.tell(told)

    def end(self) -> None:
        """End every stream; browsers ask again by themselves."""
        self.ending = True
        for channel in self.channels.values():
            for listener in channel.listeners:
                listener.wake.set()

    def stream(self, code: str, first: First) -> "EventStream":
        """Give an answer that follows a room; first() gives what it begins with."""
        return EventStream(self, code, first)


class EventStream:
    """
    An answer as a stream of events.

    Not Starlette's own: two thousand of these stand open, and each wakes only to send.
    """

    def __init__(self, hub: Hub, code: str, first: First) -> None:
        self.hub, self.code, self.first = hub, code, first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the room is closed, the phone leaves, or we end."""
        channel = self.hub.channels.setdefault(self.code, Channel())
        listener = Listener()
        channel.listeners.add(listener)
        leaving = asyncio.create_task(_leaves(receive, listener))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            await self._follow(channel, listener, send)
        except (TimeoutError, OSError):
            pass  # the phone took nothing for long, or is gone
        finally:
            leaving.cancel()
            channel.listeners.discard(listener)
            if not channel.listeners and self.hub.channels.get(self.code) is channel:
                del self.hub.channels[self.code]

    async def _follow(self, channel: Channel, listener: Listener, send: Send) -> None:
        seen = channel.count
        told = await self.first()  # only now: what is told from here on is not missed
        await _say(send, message(told, first=True))
        over = not told["open"]
        while not (over or listener.gone or self.hub.ending):
            if channel.count == seen:
                data = b"" if await _woken(listener) else b":\n\n"
            else:
                seen, data, over = channel.count, channel.last, channel.over
            if data and not listener.gone:
                await _say(send, data)
        if not listener.gone:
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _leaves(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.gone = True
    listener.wake.set()


async def _woken(listener: Listener) -> bool:
    """Wait for something to say; False when it has been quiet for long."""
    try:
        async with asyncio.timeout(BEAT):
            await listener.wake.wait()
    except TimeoutError:
        return False
    listener.wake.clear()
    return True


async def _say(send: Send, data: bytes) -> None:
    async with asyncio.timeout(STUCK):
        await send({"type": "http.response.body", "body": data, "more_body": True})
