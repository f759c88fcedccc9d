"""Which addresses are open, which are closed, and where a crooked one leads."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

LONGEST_QUERY = 2048
OPEN = ("/_stcore/health", "/_stcore/host-config")
STREAM = "/_stcore/stream"
LIVE = "/live"
FILES = re.compile(r"/(static/(js|css|media)|media|files)/[^/]+")
PAGE = re.compile(r"/[A-Za-z0-9_-]{1,80}", re.ASCII)
# Streamlit's own words; none of them may reach its front end or its sign-in.
STEERING = frozenset({"staticAppId"})
TAKEN = frozenset(
    {"_stcore", "component", "auth", "oauth2callback", "static", "media", "files", "live"}
)
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
        if not STEERING & {name for name, _ in pairs}:
            return f"?{query}" if query else ""
        pairs = [(name, value) for name, value in pairs if name not in STEERING]
    else:
        found = dict(parse_qsl(query[:LONGEST_QUERY]))
        pairs = [(n, found[n]) for n, form in KEPT.items() if form.fullmatch(found.get(n, ""))]
    return f"?{urlencode(pairs)}" if pairs else ""
