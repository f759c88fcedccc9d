"""Rooms in Redis, for several processes. Without it each goes on with the rooms it has touched."""

import time
from collections.abc import Callable
from typing import Any

from components.rooms.redis_connection import CHANNEL, FRESH, RedisConnection
from components.rooms.redis_votes import Votes
from components.rooms.room import IDLE, Room, read_room
from components.rooms.store import ALONE, Memory, Vote

SWAP = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
if ARGV[4] ~= '' then redis.call('PUBLISH', ARGV[5], ARGV[4]) end
return 1
"""
# The later of two states stands, whoever comes first; what stands then is answered.
AGREE = """
local now = redis.call('GET', KEYS[1])
if now and cjson.decode(now).seq >= tonumber(ARGV[2]) then return now end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
redis.call('PUBLISH', ARGV[5], ARGV[4])
return ARGV[1]
"""


def key(code: str) -> str:
    """Name a room's place; the braces keep all of a room in one place of a cluster."""
    return f"mieru:{{{code}}}"


class Redis:
    """The store. `near` mirrors the rooms this process has touched: all there is in trouble."""

    def __init__(
        self,
        address: str,
        changed: Callable[[Room], None],
        here: Callable[[], dict[str, int]],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.near = Memory(clock=clock)
        self._changed, self._here, self._clock = changed, here, clock
        self._line = RedisConnection(address, self)
        self._client = self._line.client
        self._votes = Votes(self._client, key)
        self._elsewhere: dict[str, tuple[float, dict[str, int]]] = {}

    @property
    def notice(self) -> str:
        return "" if self._line.up else ALONE

    async def add(self, room: Room) -> bool:
        self.near.sweep()

        async def put() -> bool:
            wide = {"px": IDLE * 1000, "nx": True}
            return bool(await self._client.set(key(room.code), room.written(), **wide))

        async def free() -> bool:
            return room.code not in self.near.rooms

        if not await self._line.ask(put, free):
            return False
        self.near.put(room)
        return True

    async def get(self, code: str) -> Room | None:
        async def look() -> Room | None:
            room = read_room(await self._client.get(key(code)) or "")
            if room:
                self.near.put(room)
            return room

        async def remember() -> Room:
            if room := await self.near.get(code):
                return room
            raise OSError("nobody knows without Redis whether there is such a room")

        return await self._line.ask(look, remember)

    async def knows(self, drive: str) -> bool:
        return await self.near.knows(drive)

    async def swap(self, old: Room, new: Room) -> bool:
        told = self._line.message(room=new.written()) if old.told() != new.told() else ""

        async def put() -> bool:
            values = (old.written(), new.written(), IDLE * 1000, told, CHANNEL)
            if not await self._client.eval(SWAP, 1, key(old.code), *values):
                return False
            self.near.put(new)
            if not new.open:
                await self._votes.forget_all(new.code)
            return True

        return await self._line.ask(put, lambda: self.near.swap(old, new))

    async def add_vote(self, code: str, question: str, vote: Vote, most: int) -> bool:
        async def count() -> bool:
            counted = await self._votes.count(code, question, vote, most)
            return counted and await self.near.add_vote(code, question, vote, most)

        return await self._line.ask(count, lambda: self.near.add_vote(code, question, vote, most))

    async def counts(self, code: str, question: str) -> dict[str, int]:
        return await self._line.ask(
            lambda: self._votes.counts(code, question), lambda: self.near.counts(code, question)
        )

    async def forget(self, code: str, question: str) -> None:
        async def close() -> None:
            await self._votes.forget(code, question)
            total = await self._votes.counts(code, question)
            await self.near.forget(code, question, total)

        await self._line.ask(close, lambda: self.near.forget(code, question))

    def elsewhere(self, code: str) -> int:
        now = time.monotonic()
        told = [here for at, here in self._elsewhere.values() if now - at < FRESH]
        return sum(here.get(code, 0) for here in told)

    async def end(self) -> None:
        await self._line.end()

    # --- what the line tells us -------------------------------------------------------------------

    async def agree(self) -> None:
        """Give back what Redis lacks, and take what it has newer."""
        for room in list(self.near.rooms.values()):
            if not room.is_over(self._clock()):
                await self._agree(room)

    async def _agree(self, room: Room) -> None:
        written = room.written()
        values = (written, room.seq, IDLE * 1000, self._line.message(room=written), CHANNEL)
        there = read_room(await self._client.eval(AGREE, 1, key(room.code), *values))
        if there and self.near.rooms.get(room.code) == room:
            self.near.put(there)
        for (code, question), tally in list(self.near.tallies.items()):
            if code == room.code:
                await self._votes.give_back(code, question, tally)

    def agreed(self) -> None:
        """Tell the phones here what may have changed meanwhile."""
        for room in list(self.near.rooms.values()):
            self._changed(room)

    def here(self) -> dict[str, int]:
        """Count who listens here, now and then; what is over goes."""
        self.near.prune()
        return self._here()

    def hear(self, said: dict[str, Any]) -> None:
        """Hear another process."""
        if "here" in said:
            self._elsewhere[said["from"]] = (time.monotonic(), said["here"])
        elif (room := read_room(said["room"])) and room.code in self.near.rooms:
            self.near.put(room)
            self._changed(room)
