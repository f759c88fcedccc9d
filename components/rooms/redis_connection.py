"""The line to Redis: short patience, one task that listens, and no waiting while it is away."""

import asyncio
import contextlib
import json
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

from redis import asyncio as redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

LOG = logging.getLogger(__name__)
T = TypeVar("T")
PATIENCE = 0.3  # seconds for one answer; the library's own way is to try for 4 to 40 seconds
LONGEST = 0.6  # seconds for all an answer may need
AGAIN = 1.0  # seconds until a lost Redis is asked again
COUNTED = 2.0  # seconds between tellings of how many listen here
FRESH = 3 * COUNTED  # seconds such a telling is believed
CONNECTIONS = 16
CHANNEL = "mieru:rooms"
TROUBLE = (RedisError, OSError, TimeoutError)


class Owner(Protocol):
    """Who speaks over the line."""

    async def synchronize(self) -> None:
        """Make Redis and this process hold the same."""

    def synchronized(self) -> None:
        """Go on: both hold the same."""

    def listener_counts(self) -> dict[str, int]:
        """Count who listens here."""

    def on_message(self, said: dict[str, Any]) -> None:
        """Hear another process."""


class RedisConnection:
    """
    Asks Redis, and goes on at once without it when it is refused or hangs.

    From then on nobody waits for it; one task tries again, and opens the line when both agree.
    """

    def __init__(self, address: str, owner: Owner) -> None:
        pool = redis.BlockingConnectionPool.from_url(
            address,
            max_connections=CONNECTIONS,
            timeout=PATIENCE,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            retry=Retry(NoBackoff(), 0),
            decode_responses=True,
        )
        self.client = redis.Redis(connection_pool=pool)
        self.up = False
        self._owner = owner
        self._name = secrets.token_hex(8)
        self._missed = False
        self._tried = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def ask(
        self, command: Callable[[], Awaitable[T]], fallback: Callable[[], Awaitable[T]]
    ) -> T:
        """Give what Redis answers; in trouble, what there is without it."""
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        await self._tried.wait()
        if self.up:
            try:
                async with asyncio.timeout(LONGEST):
                    return await command()
            except TROUBLE:
                self._disconnected()
        self._missed = True
        return await fallback()

    def message(self, **what: Any) -> str:
        """Write what other processes are told."""
        return json.dumps({"from": self._name, **what})

    async def end(self) -> None:
        """Hang up."""
        if self._task:
            self._task.cancel()
            await asyncio.wait({self._task})
        with contextlib.suppress(*TROUBLE):
            await self.client.aclose()

    async def _run(self) -> None:
        while True:
            with contextlib.suppress(*TROUBLE):
                async with self.client.pubsub() as pubsub:
                    async with asyncio.timeout(LONGEST):
                        await pubsub.subscribe(CHANNEL)
                    await self._synchronize()
                    await self._listen(pubsub)
            self._disconnected()
            self._tried.set()
            await asyncio.sleep(AGAIN)

    async def _synchronize(self) -> None:
        self._missed = True
        while self._missed:  # by someone who was served meanwhile
            self._missed = False
            await self._owner.synchronize()
        self.up = True
        self._tried.set()
        self._owner.synchronized()

    async def _listen(self, pubsub: Any) -> None:
        counted = 0.0
        while self.up:
            if time.monotonic() - counted >= COUNTED:
                counted = time.monotonic()
                await self.client.publish(CHANNEL, self.message(here=self._owner.listener_counts()))
            heard = await pubsub.get_message(ignore_subscribe_messages=True, timeout=COUNTED / 2)
            if heard:
                said = json.loads(heard["data"])
                if said["from"] != self._name:
                    self._owner.on_message(said)

    def _disconnected(self) -> None:
        if self.up:
            LOG.warning("Redis does not answer: rooms go on in this process alone")
        self.up = False
