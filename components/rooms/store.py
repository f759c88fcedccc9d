"""Where rooms are kept: what every store can do, and the one in this process's memory."""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from components.rooms.room import Room
from components.rooms.store_file import File

Changed = Callable[[Room], None]
UNSAVED, ALONE = "unsaved", "alone"  # what a presenter is told of a store in trouble
MOST_ROOMS = 200
ABANDONED = 600  # seconds after which an unused room may give way to a new one


Vote = tuple[str, str]  # a ballot and the option it chose


class Full(Exception):
    """No room can be added."""


class Store(Protocol):
    """Keeps rooms and votes. A store in trouble goes on in memory and says so in `notice`."""

    @property
    def notice(self) -> str:
        """Say what a presenter is told of a store in trouble; empty in none."""

    async def add(self, room: Room) -> bool:
        """Keep a new room; False where its code is taken. Raises Full."""

    async def get(self, code: str) -> Room | None:
        """Give the room of a code as it stands now."""

    async def knows(self, drive: str) -> bool:
        """Say whether this process knows a room with this digest of a drive token."""

    async def swap(self, old: Room, new: Room) -> bool:
        """Keep `new` where `old` still stands; False where the room has changed meanwhile."""

    async def add_vote(self, code: str, question: str, vote: Vote, most: int) -> bool:
        """Count a ballot's one vote, in place of its earlier one; False beyond `most` ballots."""

    async def counts(self, code: str, question: str) -> dict[str, int]:
        """Count the votes of a question by option."""

    async def forget(self, code: str, question: str) -> None:
        """Forget the ballots of a question; its counts stay."""

    def remote_listeners(self, code: str) -> int:
        """Give how many follow a room in other processes."""

    async def end(self) -> None:
        """Let go of files and connections."""


@dataclass
class Tally:
    """The votes of one question: by ballot while it is open, and those counted for good."""

    votes: dict[str, str] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """Count by option."""
        return dict(Counter(self.votes.values()) + Counter(self.total))

    def close(self, total: dict[str, int] | None = None) -> None:
        """Keep the counts alone: these, where others have counted too."""
        self.votes, self.total = {}, total or self.counts()


class Memory:
    """Rooms in the memory of this process, and in a file where one is given and can be written."""

    def __init__(self, file: File | None = None, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.rooms: dict[str, Room] = {}
        self.tallies: dict[tuple[str, str], Tally] = {}
        self.file = file
        self._read = asyncio.Lock()
        self._loaded = file is None

    @property
    def notice(self) -> str:
        return UNSAVED if self.file and self.file.trouble else ""

    async def add(self, room: Room) -> bool:
        await self._load()
        self.sweep()
        if room.code in self.rooms:
            return False
        self.rooms[room.code] = room
        await self._save(room)
        return True

    async def get(self, code: str) -> Room | None:
        await self._load()
        room = self.rooms.get(code)
        return None if room is None or room.is_over(self.clock()) else room

    async def knows(self, drive: str) -> bool:
        await self._load()
        return any(secrets.compare_digest(drive, room.drive) for room in self.rooms.values())

    async def swap(self, old: Room, new: Room) -> bool:
        if self.rooms.get(old.code) != old:
            return False
        self.put(new)
        await self._save(new)
        return True

    def put(self, room: Room) -> None:
        """Keep a room as it is, whatever stood there; what closes loses its votes."""
        self.rooms[room.code] = room
        if not room.open:
            for key in [key for key in self.tallies if key[0] == room.code]:
                del self.tallies[key]

    async def add_vote(self, code: str, question: str, vote: Vote, most: int) -> bool:
        ballot, option = vote
        tally = self.tallies.setdefault((code, question), Tally())
        if ballot not in tally.votes and len(tally.votes) >= most:
            return False
        tally.votes[ballot] = option
        if self.file:
            self.file.keep_vote(code, question, ballot, option)
        return True

    async def counts(self, code: str, question: str) -> dict[str, int]:
        await self._load()
        tally = self.tallies.get((code, question))
        return tally.counts() if tally else {}

    async def forget(self, code: str, question: str, total: dict[str, int] | None = None) -> None:
        tally = self.tallies.setdefault((code, question), Tally())
        if tally.votes or total:
            tally.close(total)
            if self.file:
                self.file.keep_total(code, question, tally.total)

    def remote_listeners(self, code: str) -> int:
        return 0

    async def end(self) -> None:
        if self.file:
            await self.file.end()

    async def _save(self, room: Room) -> None:
        if self.file:
            await self.file.keep(room)

    async def _load(self) -> None:
        """Read the file before the first answer; off the loop, and once."""
        if self._loaded or self.file is None:
            return
        async with self._read:
            if not self._loaded:
                rooms, tallies = await self.file.read()
                for room in rooms:
                    if not room.is_over(self.clock()):
                        self.rooms.setdefault(room.code, room)
                for key, (votes, total) in tallies.items():
                    if key[0] in self.rooms:
                        self.tallies.setdefault(key, Tally(votes, total))
                self._loaded = True

    def prune(self) -> None:
        """Forget the rooms that are over."""
        now = self.clock()
        for code in [code for code, room in self.rooms.items() if room.is_over(now)]:
            self._drop(code)

    def sweep(self) -> None:
        """Make place for a room: what is over goes, then the one left alone longest."""
        self.prune()
        now = self.clock()
        if len(self.rooms) >= MOST_ROOMS:
            oldest = min(self.rooms.values(), key=lambda room: room.used)
            if now - oldest.used < ABANDONED:
                raise Full
            self._drop(oldest.code)

    def _drop(self, code: str) -> None:
        del self.rooms[code]
        for key in [key for key in self.tallies if key[0] == code]:
            del self.tallies[key]
        if self.file:
            self.file.drop(code)
