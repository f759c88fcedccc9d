"""Which requests are answered: for which host, from which page, at which address."""

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from components.server.streamlit_internals import (
    FIRST_PARTS,
    HEALTH,
    HOST_CONFIG,
    STEERING_WORD,
)

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


LONGEST_QUERY = 2048
OPEN = (HEALTH, HOST_CONFIG)
LIVE = "/live"
FILES = re.compile(r"/(static/(js|css|media)|media|files)/[^/]+")
PAGE = re.compile(r"/[A-Za-z0-9_-]{1,80}", re.ASCII)
# No page of ours has one of these names.
TAKEN = FIRST_PARTS | {"files", "live"}
KEPT = {"lang": re.compile(r"ja|en"), "step": re.compile(r"[0-9]{1,3}", re.ASCII)}


@dataclass(frozen=True)
class Route:
    """What becomes of an address: passed on, led elsewhere, or unknown."""

    open: bool = False
    leads_to: str | None = None


def is_live(path: str) -> bool:
    """Say whether an address belongs to the rooms that phones follow."""
    return path == LIVE or path.startswith(f"{LIVE}/")


def is_page(path: str) -> bool:
    """Say whether an address is one a person opens; the rest is what its page asks for."""
    return path == "/" or PAGE.fullmatch(path) is not None


def route(path: str, query: bytes) -> Route:
    """Say what becomes of an address."""
    if path in OPEN or is_live(path) or FILES.fullmatch(path):
        return Route(open=True)
    first, *rest = path.removeprefix("/").split("/")
    if first in TAKEN or "_stcore" in rest:
        # Streamlit's front end tries */_stcore/health and must be told that it is not there.
        return Route()
    words = query.decode("latin-1")
    mended = _mended(words)
    if rest:
        place = f"/{first}" if PAGE.fullmatch(f"/{first}") else "/"
        return Route(leads_to=place + mended)
    if mended != (f"?{words}" if words else ""):
        return Route(leads_to=(path if PAGE.fullmatch(path) else "/") + mended)
    return Route(open=True)


def _mended(query: str) -> str:
    """Give the query as it may stand: short, and without words that steer Streamlit."""
    if len(query) <= LONGEST_QUERY:
        pairs = parse_qsl(query, keep_blank_values=True)
        if STEERING_WORD not in {name for name, _ in pairs}:
            return f"?{query}" if query else ""
        pairs = [(name, value) for name, value in pairs if name != STEERING_WORD]
    else:
        found = dict(parse_qsl(query[:LONGEST_QUERY]))
        pairs = [(n, found[n]) for n, form in KEPT.items() if form.fullmatch(found.get(n, ""))]
    return f"?{urlencode(pairs)}" if pairs else ""
