"""How much may come: a steady rate, files the system lets us hold, and viewers at once."""

import asyncio
import contextlib
import errno
import logging
import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from components.server.policy import both


class TokenBucket:
    """A bucket that fills at `rate` a second up to `burst`; each arrival takes one out."""

    def __init__(
        self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.rate, self.burst, self.clock = rate, burst, clock
        self._left, self._at = float(burst), clock()

    def takes(self) -> bool:
        """Say whether one more may come now, and count it if so."""
        return self.wait(0) is not None

    def wait(self, longest: float) -> float | None:
        """Give the seconds until one more may come, and count it; None if beyond the longest."""
        now = self.clock()
        self._left = min(self.burst, self._left + (now - self._at) * self.rate)
        self._at = now
        seconds = max(0.0, (1 - self._left) / self.rate)
        if seconds > longest:
            return None
        self._left -= 1
        return seconds


def raise_file_limit() -> int | None:
    """Ask for as many as we may have, and give that number; None where there is no such limit."""
    if os.name != "posix":
        return None
    import resource

    low, high = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = 10_240 if high == resource.RLIM_INFINITY else high  # macOS says none but has this one
    if low != resource.RLIM_INFINITY and low < most:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, high))
            low = most
    return None if low == resource.RLIM_INFINITY else low


def free_files(limit: int | None = None) -> float:
    """Give how many more files may be opened; without end where the system does not tell."""
    if limit is None:
        return math.inf
    try:
        return limit - len(os.listdir("/dev/fd")) + 1  # one of them is the listing itself
    except OSError as trouble:
        return 0 if trouble.errno == errno.EMFILE else math.inf


ARRIVALS, CROWD = 10, 50  # new connections a second, and at once
PATIENCE = 5  # seconds someone may be kept waiting before being sent away
FILES_EACH = 4  # descriptors a viewer costs
FILES_KEPT = 100  # for the program itself, the store, and those who are sent away
# Beside these a quarter of all files is left to those who follow a room (rooms/routes.py).
FILES_FREE = 30  # of those kept, what must be free now: who has just left still holds three
MOST = 2000
LOG = logging.getLogger(__name__)


class ConnectionLimiter:
    """Counts who is in and lets the next one in."""

    def __init__(self, files: int | None = None, free: Callable[..., float] = free_files) -> None:
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
            told = both("full_log").format(inside=self.inside, files=self.files or "–")
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
