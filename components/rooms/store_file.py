"""Rooms in a small SQLite file, written beside the event loop: a restarted server finds them."""

import asyncio
import contextlib
import json
import logging
import os
import sqlite3
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from components.rooms.room import Room, read_room

LOG = logging.getLogger(__name__)
PATIENCE = 0.5  # seconds a move waits for the disk
AGAIN = 5.0  # seconds until a failed write is tried again
TABLES = """
create table if not exists rooms (code text primary key, state text) without rowid;
create table if not exists votes (code text, question text, ballot text, option text,
    primary key (code, question, ballot)) without rowid;
create table if not exists totals (code text, question text, counts text,
    primary key (code, question)) without rowid;
"""
Key = tuple[str, ...]
SqlStatement = tuple[str, tuple[str, ...]]  # of SQL, and its values
Tallies = dict[tuple[str, str], tuple[dict[str, str], dict[str, int]]]


class File:
    """
    The file. Where it cannot be written, `trouble` says so and what is missing is kept for later.

    One thread of its own does all that touches the disk, so that nobody waits for a slow one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble = False
        self._thread = ThreadPoolExecutor(1, "rooms")
        self._open: sqlite3.Connection | None = None  # used in the thread alone
        self._waiting: dict[Key, list[SqlStatement]] = {}
        self._writing: asyncio.Task[None] | None = None
        self._later: asyncio.TimerHandle | None = None

    async def read(self) -> tuple[list[Room], Tallies]:
        """Give all that is in the file; nothing where it cannot be read."""
        try:
            return await self._in_thread(self._read)
        except (sqlite3.Error, OSError, ValueError):
            self._failed()
            return [], {}

    async def keep(self, room: Room) -> None:
        """Write a room, and come back when it is written or the disk has had its time."""
        lines: list[SqlStatement] = [
            ("replace into rooms values (?, ?)", (room.code, room.written()))
        ]
        if not room.open:
            lines += _without_votes(room.code)
        self._waiting[room.code,] = lines
        await asyncio.wait({self._write()}, timeout=PATIENCE)

    def keep_vote(self, code: str, question: str, ballot: str, option: str) -> None:
        """Write a vote soon."""
        values = (code, question, ballot, option)
        self._waiting[values[:3]] = [("replace into votes values (?, ?, ?, ?)", values)]
        self._write()

    def keep_total(self, code: str, question: str, counts: dict[str, int]) -> None:
        """Write the counts of a question, and its ballots no more."""
        self._discard_waiting(code, question)
        self._waiting[code, question] = [
            ("delete from votes where code = ? and question = ?", (code, question)),
            ("replace into totals values (?, ?, ?)", (code, question, json.dumps(counts))),
        ]
        self._write()

    def drop(self, code: str) -> None:
        """Forget a room."""
        self._discard_waiting(code)
        lines = [("delete from rooms where code = ?", (code,)), *_without_votes(code)]
        self._waiting[code,] = lines
        self._write()

    async def end(self) -> None:
        """Write what is left, and let go of the file."""
        if self._later:
            self._later.cancel()
        await asyncio.wait({self._write()}, timeout=PATIENCE)
        with contextlib.suppress(sqlite3.Error):
            await self._in_thread(self._close)
        self._thread.shutdown(wait=False)

    def _discard_waiting(self, *begin: str) -> None:
        """Leave out what waits under a key that begins like this."""
        long = len(begin)
        self._waiting = {key: each for key, each in self._waiting.items() if key[:long] != begin}

    async def _in_thread(self, work, *values):
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *values)

    def _write(self) -> "asyncio.Task[None]":
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        return self._writing

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, {}
            try:
                await self._in_thread(self._put, [line for each in batch.values() for line in each])
            except (sqlite3.Error, OSError):
                self._waiting = batch | self._waiting
                self._failed()
                return
            self.trouble = False

    def _failed(self) -> None:
        if not self.trouble:
            LOG.warning("rooms are kept in memory only: their file cannot be used")
        self.trouble = True
        if self._later:
            self._later.cancel()
        self._later = asyncio.get_running_loop().call_later(AGAIN, self._write)

    # --- in the thread ----------------------------------------------------------------------------

    def _connected(self) -> sqlite3.Connection:
        if self._open is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):  # for our eyes only, from the first moment
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            opened = sqlite3.connect(self.path, timeout=PATIENCE)
            try:
                opened.execute("pragma journal_mode = wal")
                opened.execute("pragma synchronous = normal")
                opened.executescript(TABLES)
            except sqlite3.Error:
                opened.close()
                raise
            self._open = opened
        return self._open

    def _put(self, lines: list[SqlStatement]) -> None:
        try:
            with self._connected() as opened:
                for sql, values in lines:
                    opened.execute(sql, values)
        except sqlite3.Error:
            self._close()  # a file that was moved or mended is opened anew
            raise

    def _read(self) -> tuple[list[Room], Tallies]:
        opened = self._connected()
        rooms = [read_room(state) for (state,) in opened.execute("select state from rooms")]
        tallies: Tallies = defaultdict(lambda: ({}, {}))
        for code, question, ballot, option in opened.execute("select * from votes"):
            tallies[code, question][0][ballot] = option
        for code, question, counts in opened.execute("select * from totals"):
            tallies[code, question][1].update(json.loads(counts))
        return [room for room in rooms if room], dict(tallies)

    def _close(self) -> None:
        if self._open:
            self._open.close()
            self._open = None


def _without_votes(code: str) -> list[SqlStatement]:
    return [(f"delete from {table} where code = ?", (code,)) for table in ("votes", "totals")]
