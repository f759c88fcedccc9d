"""How much may come in a while: a steady rate, and a burst on top of it."""

import time
from collections.abc import Callable


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
