"""What can be done with rooms, whoever asks and wherever they are kept."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool

from components.data.cache import cached
from components.data.languages import Language
from components.presenter.talk import Talk, read_steps
from components.rooms.hub import Hub
from components.rooms.room import (
    MoveRefused,
    MoveRequest,
    Room,
    digest,
    ended,
    moved,
    must_drive,
    new_code,
    new_token,
    renewed,
)
from components.rooms.store import Full, Store
from components.rooms.votes import ballot_digest, is_ballot, options_of, question_at
from components.server.limits import TokenBucket

OPENED, OPENED_AT_ONCE = 0.5, 20  # new rooms a second, and in a burst
VOTES, VOTES_AT_ONCE = 200, 3000  # votes a second, and when a whole hall votes
CROWDS = 1000  # rooms whose crowd is remembered
RETRIES = 20  # times a move is tried where two come at once
SPARE = 20  # ballots beyond two for each phone that was here at the same time: reloaded pages


@dataclass(frozen=True)
class Opened:
    """A new room, and the token that drives it: told once and never kept."""

    room: Room
    drive: str


class Rooms:
    """All rooms this process serves."""

    def __init__(self, store: Store, hub: Hub, clock: Callable[[], float] = time.time) -> None:
        self.store, self.hub, self.clock = store, hub, clock
        self._opening = TokenBucket(OPENED, OPENED_AT_ONCE)
        self._votes = TokenBucket(VOTES, VOTES_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._most_listeners: dict[str, int] = {}  # most phones at once, by room

    async def open(self, talk: str, language: Language) -> Opened:
        """Open a room for a talk as a link writes it."""
        steps = await run_in_threadpool(read_steps, talk)
        if not steps.steps:
            raise MoveRefused(422, "talk")
        if not self._opening.takes():
            raise MoveRefused(429, "rooms")
        drive = new_token()
        for _ in range(RETRIES):
            room = Room(
                new_code(), steps.written(), language, digest(drive), new_token(), used=self.clock()
            )
            try:
                if await self.store.add(room):
                    return Opened(room, drive)
            except Full:
                break
        raise MoveRefused(503, "rooms")

    async def get(self, code: str) -> Room:
        """Give the room of a code."""
        room = await self.store.get(code)
        if room is None:
            raise MoveRefused(404)
        return room

    async def move(self, code: str, token: str, request: MoveRequest) -> dict[str, Any]:
        """Move a room's talk, for the one window that drives it."""
        for _ in range(RETRIES):
            room = await self._authorized(code, token)
            talk = await run_in_threadpool(talk_of, room)
            if request.step > len(talk.steps):
                raise MoveRefused(422, "step")
            asked = await run_in_threadpool(question_at, talk, room.step)
            after = moved(room, request, self.clock(), asked)
            if await self.store.swap(room, after):
                for question in set(after.done) - set(room.done):
                    await self.store.forget(code, question)
                await self.tell(after)
                return {"seq": after.seq, **self._status(code)}
        raise MoveRefused(503)

    async def heartbeat(self, code: str, token: str, driver: str) -> dict[str, Any]:
        """Renew a window's lease, and tell it how many follow and how votes stand."""
        for _ in range(RETRIES):
            room = await self._authorized(code, token)
            if not room.open:
                raise MoveRefused(410)
            if await self.store.swap(room, renewed(room, driver, self.clock())):
                return {"counts": await self._counts(room), **self._status(code)}
        raise MoveRefused(503)

    async def close(self, code: str, token: str) -> None:
        """Close a room; who listens is told."""
        for _ in range(RETRIES):
            room = await self._authorized(code, token)
            after = ended(room, self.clock())
            if not room.open or await self.store.swap(room, after):
                self._most_listeners.pop(code, None)
                return await self.tell(after)
        raise MoveRefused(503)

    async def add_vote(self, code: str, ballot: str, question: str, option: str) -> None:
        """Count a vote for the question the room is at, while its answer is hidden."""
        room = await self.get(code)
        if not is_ballot(room.secret, ballot):
            raise MoveRefused(403, "ballot")
        asked = await run_in_threadpool(_question, room)
        if not room.open or asked != question or room.revealed or question in room.done:
            raise MoveRefused(409, "closed")
        if option not in options_of(*question.split("/", 1)):
            raise MoveRefused(422, "option")
        self._listeners(code)
        most = 2 * self._most_listeners[code] + SPARE
        if not self._votes.takes() or not await self.store.add_vote(
            code, question, (ballot_digest(ballot), option), most
        ):
            raise MoveRefused(429, "votes")

    async def told(self, room: Room) -> dict[str, Any]:
        """Give what a room is told: counts only once the answer is."""
        counts = await self._counts(room) if room.revealed and room.open else {}
        alone = {"notice": self.store.notice} if self.store.notice else {}
        return room.told() | ({"counts": counts} if counts else {}) | alone

    async def tell(self, room: Room) -> None:
        """Tell the phones of this process where a room stands."""
        if room.code in self.hub.channels:
            self.hub.tell(room.code, await self.told(room))

    async def drives_any(self, token: str) -> bool:
        """Say whether a token drives a room this process knows."""
        return bool(token) and await self.store.knows(digest(token))

    async def _authorized(self, code: str, token: str) -> Room:
        room = await self.get(code)
        must_drive(room, token)
        return room

    async def _counts(self, room: Room) -> dict[str, int]:
        question = await run_in_threadpool(_question, room)
        return await self.store.counts(room.code, question) if question else {}

    def _status(self, code: str) -> dict[str, Any]:
        return {"listeners": self._listeners(code), "notice": self.store.notice}

    def _listeners(self, code: str) -> int:
        """Count who follows, and remember the most at once: votes cannot be many more."""
        now = self.hub.listener_counts().get(code, 0) + self.store.remote_listeners(code)
        if len(self._most_listeners) > CROWDS:
            self._most_listeners.clear()
        self._most_listeners[code] = max(now, self._most_listeners.get(code, 0))
        return now

    def changed(self, room: Room) -> None:
        """Hear from the store that a room was moved elsewhere."""
        if room.code in self.hub.channels:
            task = asyncio.create_task(self.tell(room))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def end(self) -> None:
        """End every stream, and let go of the store."""
        self.hub.end()
        await self.store.end()


def talk_of(room: Room) -> Talk:
    """Read the talk of a room as data/ stands now."""
    return cached(lambda: read_steps(room.talk), "a room's talk", room.talk)


def _question(room: Room) -> str | None:
    return question_at(talk_of(room), room.step)
