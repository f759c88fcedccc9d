"""How many may come in: at once, and in a while."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from components.guard.pace import Pace

ARRIVALS, CROWD = 10, 50  # new connections a second, and at once
PATIENCE = 5  # seconds someone may be kept waiting before being sent away
FILES_EACH = 4  # descriptors a viewer costs
FILES_KEPT = 100  # for the program itself, the store, and those who are sent away
MOST = 2000


class Door:
    """Counts who is in and lets the next one in."""

    def __init__(self, files: int | None = None) -> None:
        self.most = min(MOST, max(1, (files - FILES_KEPT) // FILES_EACH)) if files else MOST
        self.inside = 0
        self._pace = Pace(ARRIVALS, CROWD)

    async def opens(self) -> bool:
        """Wait for one's turn; say whether there is room."""
        wait = self._pace.wait(PATIENCE) if self.inside < self.most else None
        if wait:
            await asyncio.sleep(wait)
        return wait is not None and self.inside < self.most

    @contextmanager
    def held(self) -> Iterator[None]:
        """Count somebody while they are in."""
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
