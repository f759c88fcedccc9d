"""Tells every phone of a room where the talk stands: a message is written once for all of them."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from sse_starlette import EventSourceResponse, ServerSentEvent
from sse_starlette.sse import SendTimeoutError
from starlette.types import Receive, Scope, Send

First = Callable[[], Awaitable[dict[str, Any]]]
PING = 10  # seconds between signs of life
STUCK = 30  # seconds a phone may take nothing before it is let go
MOST = 2500  # streams of one process
RETRY = (1000, 3000)  # milliseconds until a phone asks again: each its own, not all at once


def message(told: dict[str, Any], *, first: bool = False) -> bytes:
    """Write a state as an event; the first one says when to ask again."""
    low, high = RETRY
    retry = f"retry: {low + secrets.randbelow(high - low)}\n" if first else ""
    written = json.dumps(told, separators=(",", ":"))
    return f"{retry}id: {told['seq']}\nevent: state\ndata: {written}\n\n".encode()


def _ping() -> ServerSentEvent:
    """Give a sign of life, which a page does not hear."""
    return ServerSentEvent(comment="", sep="\n")


class Channel:
    """One room: how many listen, and the last that was told. It knows nothing of who listens."""

    def __init__(self) -> None:
        self.listeners = 0
        self.last = b""
        self.count = 0  # of what was told
        self.over = False
        self.changed = asyncio.Event()

    def tell(self, told: dict[str, Any]) -> None:
        """Tell all; who is slow hears only the last."""
        self.last = message(told)
        self.over = not told["open"]
        self.count += 1
        self.wake()

    def wake(self) -> None:
        """Wake everybody who waits now."""
        self.changed.set()
        self.changed = asyncio.Event()


class Hub:
    """The streams of this process."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.channels: dict[str, Channel] = {}
        self.ending = False

    @property
    def streams(self) -> int:
        return sum(each.listeners for each in self.channels.values())

    def is_full(self) -> bool:
        """Say whether one more stream would be too many."""
        return self.ending or self.streams >= self.most

    def listener_counts(self) -> dict[str, int]:
        """Count the streams of each room."""
        return {code: each.listeners for code, each in self.channels.items()}

    def tell(self, code: str, told: dict[str, Any]) -> None:
        """Tell a room where the talk stands, if anybody here listens."""
        if channel := self.channels.get(code):
            channel.tell(told)

    def end(self) -> None:
        """End every stream; browsers ask again by themselves."""
        self.ending = True
        for channel in self.channels.values():
            channel.wake()

    def stream(self, code: str, first: First) -> "EventStream":
        """Give an answer that follows a room; first() gives what it begins with."""
        return EventStream(
            self._events(code, first),
            ping=PING,
            ping_message_factory=_ping,
            send_timeout=STUCK,
        )

    async def _events(self, code: str, first: First) -> AsyncIterator[bytes]:
        channel = self.channels.setdefault(code, Channel())
        channel.listeners += 1
        try:
            seen = channel.count
            told = await first()  # only now: what is told from here on is not missed
            yield message(told, first=True)
            over = not told["open"]
            while not (over or self.ending):
                if channel.count == seen:
                    await channel.changed.wait()
                else:
                    seen, over = channel.count, channel.over
                    yield channel.last
        finally:
            channel.listeners -= 1
            if not channel.listeners and self.channels.get(code) is channel:
                del self.channels[code]


class EventStream(EventSourceResponse):
    """A stream of events. A phone that takes nothing for long, or is gone, is no failure."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with contextlib.suppress(SendTimeoutError, OSError):
            await super().__call__(scope, receive, send)
