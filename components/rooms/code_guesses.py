"""How often a code may be guessed: little for one connection, and never enough in all."""

import time
from collections.abc import Callable, Hashable

from components.server.limits import TokenBucket

EACH, EACH_AT_ONCE = 5, 10  # wrong codes a second on one connection, and in a burst
ALL, ALL_AT_ONCE = 50, 200  # wrong codes a second from everybody
PAUSE = 1.0  # seconds without an answer for whoever has used them up
MOST = 5000  # connections remembered, each for a few seconds


class CodeGuesses:
    """
    Counts wrong codes only, so that a hall behind one address is never locked out by itself.

    A billion codes stand against fifty tries a second: months for one room.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._all = _Budget(ALL, ALL_AT_ONCE, clock)
        self._each: dict[Hashable, _Budget] = {}

    def may_ask(self, connection: Hashable) -> bool:
        """Say whether a code may be looked up now, right or wrong."""
        own = self._each.get(connection)
        return self._all.is_open() and (own is None or own.is_open())

    def was_wrong(self, connection: Hashable) -> None:
        """Count a code that no room has. A connection that nobody tells apart counts for all."""
        self._all.spend()
        if connection is not None:
            if len(self._each) >= MOST:
                self._each.clear()
            self._each.setdefault(connection, _Budget(EACH, EACH_AT_ONCE, self.clock)).spend()


class _Budget:
    def __init__(self, rate: float, burst: float, clock: Callable[[], float]) -> None:
        self._pace, self._clock, self._until = TokenBucket(rate, burst, clock), clock, 0.0

    def is_open(self) -> bool:
        return self._clock() >= self._until

    def spend(self) -> None:
        if not self._pace.takes():
            self._until = self._clock() + PAUSE
