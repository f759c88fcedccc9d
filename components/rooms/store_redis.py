"""Rooms in Redis, for several processes. Without it each goes on with the rooms it has touched."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from components.rooms.redis_connection import CHANNEL, FRESH, RedisConnection
from components.rooms.room import IDLE, Room, read_room
from components.rooms.store import ALONE, Memory, Tally, Vote

SWAP, SYNCHRONIZE, COUNT = (
    Path(__file__).with_name("lua").joinpath(f"{name}.lua").read_text("utf-8")
    for name in ("swap", "synchronize", "count")
)
NO_LIMIT = 10**9


def key(code: str, *parts: str) -> str:
    """Name what is of a room; the braces keep all of it in one place of a cluster."""
    return ":".join((f"mieru:{{{code}}}", *parts))


class Redis:
    """The store. `local` mirrors the rooms this process has touched: all there is in trouble."""

    def __init__(
        self,
        address: str,
        changed: Callable[[Room], None],
        here: Callable[[], dict[str, int]],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.local = Memory(clock=clock)
        self._changed, self._listener_counts, self._clock = changed, here, clock
        self._connection = RedisConnection(address, self)
        self._client = self._connection.client
        self._votes = Votes(self._client)
        self._remote_listeners: dict[str, tuple[float, dict[str, int]]] = {}

    @property
    def notice(self) -> str:
        return "" if self._connection.up else ALONE

    async def add(self, room: Room) -> bool:
        self.local.sweep()

        async def put() -> bool:
            last = IDLE * 1000
            return bool(await self._client.set(key(room.code), room.written(), px=last, nx=True))

        async def free() -> bool:
            return room.code not in self.local.rooms

        if not await self._connection.ask(put, free):
            return False
        self.local.put(room)
        return True

    async def get(self, code: str) -> Room | None:
        async def look() -> Room | None:
            room = read_room(await self._client.get(key(code)) or "")
            if room:
                self.local.put(room)
            return room

        async def remember() -> Room:
            if room := await self.local.get(code):
                return room
            raise OSError("nobody knows without Redis whether there is such a room")

        return await self._connection.ask(look, remember)

    async def knows(self, drive: str) -> bool:
        return await self.local.knows(drive)

    async def swap(self, old: Room, new: Room) -> bool:
        told = self._connection.message(room=new.written()) if old.told() != new.told() else ""

        async def put() -> bool:
            values = (old.written(), new.written(), IDLE * 1000, told, CHANNEL)
            if not await self._client.eval(SWAP, 1, key(old.code), *values):
                return False
            self.local.put(new)
            if not new.open:
                await self._votes.forget_all(new.code)
            return True

        return await self._connection.ask(put, lambda: self.local.swap(old, new))

    async def add_vote(self, code: str, question: str, vote: Vote, most: int) -> bool:
        async def count() -> bool:
            counted = await self._votes.count(code, question, vote, most)
            return counted and await self.local.add_vote(code, question, vote, most)

        return await self._connection.ask(
            count, lambda: self.local.add_vote(code, question, vote, most)
        )

    async def counts(self, code: str, question: str) -> dict[str, int]:
        return await self._connection.ask(
            lambda: self._votes.counts(code, question), lambda: self.local.counts(code, question)
        )

    async def forget(self, code: str, question: str) -> None:
        async def close() -> None:
            await self._votes.forget(code, question)
            total = await self._votes.counts(code, question)
            await self.local.forget(code, question, total)

        await self._connection.ask(close, lambda: self.local.forget(code, question))

    def remote_listeners(self, code: str) -> int:
        now = time.monotonic()
        told = [here for at, here in self._remote_listeners.values() if now - at < FRESH]
        return sum(here.get(code, 0) for here in told)

    async def end(self) -> None:
        await self._connection.end()

    # --- what the line tells us -------------------------------------------------------------------

    async def synchronize(self) -> None:
        """Give back what Redis lacks, and take what it has newer."""
        for room in list(self.local.rooms.values()):
            if not room.is_over(self._clock()):
                await self._synchronize(room)

    async def _synchronize(self, room: Room) -> None:
        written = room.written()
        values = (written, room.seq, IDLE * 1000, self._connection.message(room=written), CHANNEL)
        there = read_room(await self._client.eval(SYNCHRONIZE, 1, key(room.code), *values))
        if there and self.local.rooms.get(room.code) == room:
            self.local.put(there)
        for (code, question), tally in list(self.local.tallies.items()):
            if code == room.code:
                await self._votes.give_back(code, question, tally)

    def synchronized(self) -> None:
        """Tell the phones here what may have changed meanwhile."""
        for room in list(self.local.rooms.values()):
            self._changed(room)

    def listener_counts(self) -> dict[str, int]:
        """Count who listens here, now and then; what is over goes."""
        self.local.prune()
        return self._listener_counts()

    def on_message(self, said: dict[str, Any]) -> None:
        """Hear another process."""
        if "here" in said:
            self._remote_listeners[said["from"]] = (time.monotonic(), said["here"])
        elif (room := read_room(said["room"])) and room.code in self.local.rooms:
            self.local.put(room)
            self._changed(room)


class Votes:
    """Ballots by question, and counts by question and option."""

    def __init__(self, client: Any) -> None:
        self._client = client

    async def count(self, code: str, question: str, vote: Vote, most: int) -> bool:
        """Count one ballot's vote in place of its earlier one."""
        keys = (key(code, "ballots", question), key(code, "counts"), key(code, "questions"))
        ballot, option = vote
        values = (ballot, option, most, question, IDLE * 1000)
        return bool(await self._client.eval(COUNT, 3, *keys, *values))

    async def counts(self, code: str, question: str) -> dict[str, int]:
        """Count a question's votes by option."""
        found = await self._client.hgetall(key(code, "counts"))
        split = [(*name.rsplit(" ", 1), int(count)) for name, count in found.items()]
        return {option: count for asked, option, count in split if asked == question and count}

    async def forget(self, code: str, question: str) -> None:
        """Forget who chose what; counts stay."""
        await self._client.delete(key(code, "ballots", question))

    async def forget_all(self, code: str) -> None:
        """Forget everything about a room's votes."""
        questions = await self._client.smembers(key(code, "questions"))
        keys = [key(code, "ballots", each) for each in questions]
        await self._client.delete(*keys, key(code, "counts"), key(code, "questions"))

    async def give_back(self, code: str, question: str, tally: Tally) -> None:
        """Bring what a process has counted; what is there already stays as it is."""
        for vote in list(tally.votes.items()):
            await self.count(code, question, vote, NO_LIMIT)
        for option, count in tally.total.items():
            await self._client.hsetnx(key(code, "counts"), f"{question} {option}", count)
        if tally.total:
            await self._client.pexpire(key(code, "counts"), IDLE * 1000)
