"""What every store of rooms promises: in memory, in memory and a file, and in Redis."""

import asyncio
import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from components.rooms import store as stores
from components.rooms.room import IDLE, read_room
from components.rooms.store import UNSAVED, Full, Memory
from components.rooms.store_file import File
from components.rooms.store_redis import Redis
from tests.live import DRIVE, QUESTION, Clock, RedisServer, a_room, needs_redis, patient

KINDS = ["memory", "file", pytest.param("redis", marks=needs_redis)]
MOST = 10


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[RedisServer]:
    """A Redis for this file."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    yield server
    server.kill()


@pytest.fixture(params=KINDS)
def make(request, tmp_path, monkeypatch):
    """Make a store of each kind; made again, it is the same one after a restart."""
    patient(monkeypatch)
    clock = Clock()

    def make(changed=lambda room: None, here=dict):
        if request.param == "redis":
            server = request.getfixturevalue("server")
            return Redis(server.address, changed, here, clock)
        file = File(tmp_path / "rooms.sqlite") if request.param == "file" else None
        return Memory(file, clock)

    make.kind, make.clock = request.param, clock
    return make


def used(make, work) -> None:
    """Use a new store and let go of it; Redis is emptied before."""

    async def run() -> None:
        store = make()
        if make.kind == "redis":
            await store._client.flushall()
        await work(store)
        await store.end()

    asyncio.run(run())


def test_a_room_of_an_older_server_goes_on():
    """A room is kept with the keys that older servers know, to the letter, and read from them."""
    room = replace(a_room(), step=3, fragment=2)
    kept = json.loads(room.written())
    assert kept["beat"] == 2 and "fragment" not in kept
    assert read_room(room.written()) == room


def test_a_code_is_given_once(make):
    """A room is found under its code; the same code is not given again."""

    async def work(store) -> None:
        assert await store.get("ABCDEF") is None
        assert await store.add(a_room())
        assert await store.get("ABCDEF") == a_room()
        assert not await store.add(a_room(step=2))

    used(make, work)


def test_only_the_room_that_stands_is_changed(make):
    """Of two changes of one room the second is refused, and what stands is the first."""

    async def work(store) -> None:
        old, one, two = a_room(), a_room(seq=1), a_room(seq=2)
        await store.add(old)
        assert await store.swap(old, one)
        assert not await store.swap(old, two)
        assert await store.get("ABCDEF") == one

    used(make, work)


def test_a_ballot_has_one_vote(make):
    """A changed vote takes the place of the earlier one, and no more than so many ballots count."""

    async def work(store) -> None:
        await store.add(a_room())
        for ballot, option in (("a", "1"), ("b", "1"), ("a", "2"), ("a", "2")):
            assert await store.add_vote("ABCDEF", QUESTION, (ballot, option), 2)
        assert not await store.add_vote("ABCDEF", QUESTION, ("c", "1"), 2)
        assert await store.counts("ABCDEF", QUESTION) == {"1": 1, "2": 1}
        assert await store.counts("ABCDEF", "another/question") == {}

    used(make, work)


def test_counts_outlive_ballots(make):
    """A question's ballots are forgotten and its counts stay; a closed room keeps neither."""

    async def work(store) -> None:
        await store.add(a_room())
        await store.add_vote("ABCDEF", QUESTION, ("a-ballot", "1"), MOST)
        await store.forget("ABCDEF", QUESTION)
        assert await store.counts("ABCDEF", QUESTION) == {"1": 1}
        local = getattr(store, "local", store)
        assert not local.tallies["ABCDEF", QUESTION].votes
        if make.kind == "redis":
            assert not [key async for key in store._client.scan_iter("*ballots*")]
        await store.swap(a_room(), a_room(open=False))
        assert await store.counts("ABCDEF", QUESTION) == {}

    used(make, work)


def test_an_idle_room_ends(make):
    """Twelve hours without a sign of life end a room."""

    async def work(store) -> None:
        await store.add(a_room())
        if make.kind == "redis":
            assert IDLE - 60 < await store._client.ttl("mieru:{ABCDEF}") <= IDLE
            return
        make.clock.now += IDLE
        assert await store.get("ABCDEF")
        make.clock.now += 1
        assert await store.get("ABCDEF") is None

    used(make, work)


def test_rooms_are_not_without_number(make, monkeypatch):
    """A full process takes a new room only in place of one that was left alone."""

    async def work(store) -> None:
        monkeypatch.setattr(stores, "MOST_ROOMS", 2)
        await store.add(a_room("AAAAAA"))
        await store.add(replace(a_room("BBBBBB"), used=make.clock.now + stores.ABANDONED))
        with pytest.raises(Full):
            await store.add(a_room("CCCCCC"))
        make.clock.now += stores.ABANDONED
        assert await store.add(a_room("CCCCCC"))
        local = getattr(store, "local", store)
        assert sorted(local.rooms) == ["BBBBBB", "CCCCCC"]

    used(make, work)


# --- the file -------------------------------------------------------------------------------------


def test_a_file_outlives_the_process(tmp_path):
    """What a move or a vote has left is found by the next process, though nobody said goodbye."""
    path = tmp_path / "deep" / "rooms.sqlite"

    async def before() -> None:
        store = Memory(File(path), Clock())
        await store.add(a_room())
        await store.add_vote("ABCDEF", QUESTION, ("a", "1"), MOST)
        await store.add_vote("ABCDEF", "t/done", ("a", "2"), MOST)
        await store.forget("ABCDEF", "t/done")
        await store.swap(a_room(), a_room(seq=7, step=3))

    async def after() -> None:
        store = Memory(File(path), Clock())
        assert (await store.get("ABCDEF")) == a_room(seq=7, step=3)
        assert await store.add_vote("ABCDEF", QUESTION, ("a", "3"), 1)
        assert await store.counts("ABCDEF", QUESTION) == {"3": 1}
        assert await store.counts("ABCDEF", "t/done") == {"2": 1}
        assert await store.add(a_room("BBBBBB")) and not store.notice
        await store.end()

    asyncio.run(before())
    asyncio.run(after())


def test_a_file_tells_nobody_anything(tmp_path):
    """The file is for its owner alone, holds no token, and forgets votes with their room."""
    path = tmp_path / "rooms.sqlite"

    async def work() -> None:
        store = Memory(File(path), Clock())
        await store.add(a_room())
        await store.add_vote("ABCDEF", QUESTION, ("a", "1"), MOST)
        await store.swap(a_room(), a_room(open=False))
        await store.end()

    asyncio.run(work())
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0
    assert DRIVE.encode() not in path.read_bytes()
    with sqlite3.connect(path) as opened:
        assert opened.execute("select count(*) from votes").fetchone() == (0,)


def _spoilt(path) -> None:
    path.write_bytes(b"not a database at all" * 100)


def _a_folder(path) -> None:
    path.mkdir()


@pytest.mark.parametrize("spoil", [_spoilt, _a_folder])
def test_a_file_that_cannot_be_used_harms_nothing(tmp_path, spoil):
    """Where the file cannot be written, rooms go on in memory and the presenter is told."""
    path = tmp_path / "rooms.sqlite"
    spoil(path)

    async def work() -> None:
        store = Memory(File(path), Clock())
        assert await store.add(a_room())
        assert await store.swap(a_room(), a_room(seq=1))
        assert store.notice == UNSAVED
        assert await store.get("ABCDEF") == a_room(seq=1)
        await store.end()

    asyncio.run(work())
    assert path.is_dir() or path.read_bytes().startswith(b"not a database")


def test_a_full_disk_is_told_and_caught_up_with(tmp_path):
    """On a full disk the room goes on; once there is space, all that was missed is written."""
    path = tmp_path / "rooms.sqlite"

    async def work() -> None:
        file = File(path)
        store = Memory(file, Clock())
        await store.add(a_room())
        put = file._put

        def full(lines) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        file._put = full
        await store.swap(a_room(), a_room(seq=1))
        await store.add(a_room("BBBBBB"))
        assert store.notice == UNSAVED
        file._put = put
        await store.swap(a_room(seq=1), a_room(seq=2))
        assert not store.notice
        await store.end()

    asyncio.run(work())
    rooms, _ = asyncio.run(File(path).read())
    assert sorted(rooms, key=lambda room: room.code) == [a_room(seq=2), a_room("BBBBBB")]
