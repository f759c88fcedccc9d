"""What rooms promise where several processes share them: one room, and no waiting for Redis."""

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from components.rooms.redis_connection import AGAIN, LONGEST, PATIENCE
from components.rooms.store import ALONE
from components.rooms.store_redis import Redis
from tests.live import QUESTION, Clock, RedisServer, a_room, eventually, needs_redis, patient

pytestmark = needs_redis
MOST = 10


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[RedisServer]:
    """A Redis for this file."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    yield server
    server.kill()


@pytest.fixture(autouse=True)
def on_a_busy_machine(monkeypatch) -> None:
    """A slow answer is no fault here."""
    patient(monkeypatch)


def test_nobody_waits_long():
    """What is asked while Redis hangs is answered within a second, and found again within five."""
    assert PATIENCE < LONGEST < 1
    assert AGAIN + 2 * LONGEST < 5


def both(server, work) -> None:
    """Let two processes share a Redis that is emptied before."""

    async def run() -> None:
        heard: list = []
        one = Redis(server.address, lambda room: None, lambda: {"ABCDEF": 3}, Clock())
        two = Redis(server.address, heard.append, lambda: {"ABCDEF": 4}, Clock())
        await one.get("ABCDEF")
        await one._client.flushall()
        try:
            await work(one, two, heard)
        finally:
            await one.end()
            await two.end()

    asyncio.run(run())


def test_processes_share_a_room(server):
    """A move in one process is heard in the other; listeners and votes of both count together."""

    async def work(one, two, heard) -> None:
        await one.add(a_room())
        assert await two.get("ABCDEF") == a_room()
        assert await one.swap(a_room(), a_room(seq=1))
        await eventually(lambda: heard and heard[-1] == a_room(seq=1))
        assert not await two.swap(a_room(), a_room(seq=2))
        await one.add_vote("ABCDEF", QUESTION, ("a", "1"), MOST)
        await two.add_vote("ABCDEF", QUESTION, ("a", "2"), MOST)
        await two.add_vote("ABCDEF", QUESTION, ("b", "2"), MOST)
        assert await one.counts("ABCDEF", QUESTION) == {"2": 2}
        await eventually(
            lambda: (one.remote_listeners("ABCDEF"), two.remote_listeners("ABCDEF")) == (4, 3)
        )

    both(server, work)


@pytest.mark.skipif(os.name != "posix", reason="a process cannot be stopped for a while here")
@pytest.mark.parametrize("fault", ["hung", "killed"])
def test_rooms_go_on_without_redis(server, fault):
    """With Redis hung or killed a room goes on in its process, says so, and is given back after."""

    async def work(one, two, heard) -> None:
        await one.add(a_room())
        await two.get("ABCDEF")
        await one.add_vote("ABCDEF", QUESTION, ("a", "1"), MOST)
        server.process.send_signal(signal.SIGSTOP) if fault == "hung" else server.kill()
        try:
            async with asyncio.timeout(15):  # not a wait for a library's own retries
                assert await one.swap(a_room(), a_room(seq=1))
                assert await one.add_vote("ABCDEF", QUESTION, ("b", "1"), MOST)
                assert await two.get("ABCDEF") == a_room()
                with pytest.raises(OSError):
                    await two.get("NOBODY")
            assert one.notice == two.notice == ALONE
        finally:
            server.process.send_signal(signal.SIGCONT) if fault == "hung" else server.start()
        await eventually(lambda: not one.notice and not two.notice, AGAIN + 10)
        assert await two.get("ABCDEF") == a_room(seq=1)
        assert await two.counts("ABCDEF", QUESTION) == {"1": 2}

    both(server, work)


def test_what_is_newer_wins(server):
    """After a lost line the later of two states stands in every process, and phones are told."""

    async def work(one, two, heard) -> None:
        await one.add(a_room())
        await two.get("ABCDEF")
        await one.swap(a_room(), a_room(seq=5))
        await eventually(lambda: heard == [a_room(seq=5)])
        # In one go, so that the line cannot come back in between.
        heard.clear()
        two.local.put(a_room(seq=2))
        two._connection.up = False
        await eventually(lambda: heard and heard[-1] == a_room(seq=5), AGAIN + 10)
        assert not two.notice and two.local.rooms["ABCDEF"] == a_room(seq=5)

    both(server, work)
