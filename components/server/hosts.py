"""Who may be meant by a request, and which page may have sent it."""

import time
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

HERE = ("localhost", "127.0.0.1", "::1")
FRESH = 5  # seconds; a laptop that joins another network gets another address


class Hosts:
    """The names the product answers to: this machine's, those given, and its own addresses."""

    def __init__(
        self, names: Iterable[str] = (), own: Callable[[], Iterable[str]] | None = None
    ) -> None:
        self.names = frozenset(name.lower().rstrip(".") for name in (*HERE, *names))
        self._own = own
        self._seen: frozenset[str] = frozenset()
        self._until = 0.0

    def knows(self, host: str | None) -> bool:
        """Say whether a Host header names us. Else a foreign name could be pointed here."""
        name = name_of(host)
        return name is not None and (name in self.names or name in self._addresses())

    def _addresses(self) -> frozenset[str]:
        if self._own and time.monotonic() > self._until:
            self._seen = frozenset(self._own())
            self._until = time.monotonic() + FRESH
        return self._seen


def name_of(host: str | None) -> str | None:
    """Give the name in a Host header; None for anything that is not name or name:port."""
    if not host or any(sign in host for sign in "/?#@\\ "):
        return None
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # a port that is no number is found out here
    except ValueError:
        return None
    return (parts.hostname or "").lower().rstrip(".") or None


def is_safe(host: str | None, scheme: str) -> bool:
    """Say whether the way to us is safe in a browser's eyes: encrypted, or within the machine."""
    return scheme == "https" or name_of(host) in HERE


def is_same(origin: str | None, host: str | None) -> bool:
    """Say whether a request comes from a page that was read under the same host and port."""
    scheme, _, rest = (origin or "").partition("://")
    return scheme in ("http", "https") and bool(rest) and rest.lower() == (host or "").lower()
