"""How many may come in: at once, and in a while."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from components.server import file_limit as system
from components.server import sentences
from components.server.token_bucket import TokenBucket

ARRIVALS, CROWD = 10, 50  # new connections a second, and at once
PATIENCE = 5  # seconds someone may be kept waiting before being sent away
FILES_EACH = 4  # descriptors a viewer costs
FILES_KEPT = 100  # for the program itself, the store, and those who are sent away
# Beside these a quarter of all files is left to those who follow a room (rooms/lifespan.py).
FILES_FREE = 30  # of those kept, what must be free now: who has just left still holds three
MOST = 2000
LOG = logging.getLogger(__name__)


class ConnectionLimiter:
    """Counts who is in and lets the next one in."""

    def __init__(self, files: int | None = None, free: Callable[..., float] = system.free) -> None:
        self.files, self.free = files, free
        ours = files - files // 4 - FILES_KEPT if files else MOST * FILES_EACH
        self.most = min(MOST, max(1, ours // FILES_EACH))
        self.inside = 0
        self._pace = TokenBucket(ARRIVALS, CROWD)
        self._told = False

    def has_room(self) -> bool:
        """Say whether one more may come in; tell the log once when that is no longer so."""
        # An empty house opens: Streamlit lets go of those who left only when the next one leaves.
        free = self.free(self.files) if self.inside else FILES_KEPT
        room = self.inside < self.most and free >= FILES_FREE
        if not room and not self._told:
            self._told = True
            told = sentences.both("full_log").format(inside=self.inside, files=self.files or "–")
            LOG.warning("%s", told.replace("\n", " / "))
        return room

    async def opens(self) -> bool:
        """Wait for one's turn; say whether there is room."""
        wait = self._pace.wait(PATIENCE) if self.has_room() else None
        if wait:
            await asyncio.sleep(wait)
        return wait is not None and self.has_room()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Count somebody while they are in."""
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
