"""What the two sides of HTTP say about packing: codings taken, versions held, how long to keep."""

import re

# A name with a digest of its content, as bundlers write it: index.DormvYxC.js
HASHED = re.compile(r"\.(?:(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{8}|[0-9a-f]{16,64})\.[a-z0-9]+$")
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
CODINGS = ("br", "gzip")  # the best first


def header(scope: dict, name: bytes) -> str:
    """Give a request's header, several of one name joined; empty where there is none."""
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def coding(accepted: str) -> str:
    """Choose br, gzip or nothing ("") from an Accept-Encoding header."""
    weights = {}
    for part in accepted.lower().split(","):
        name, *settings = (piece.strip() for piece in part.split(";"))
        weights[name] = next((_weight(each) for each in settings if each.startswith("q=")), 1.0)
    taken = {name: weights.get(name, weights.get("*", 0.0)) for name in CODINGS}
    best = max(CODINGS, key=lambda name: taken[name])  # (the first of equals)
    return best if taken[best] > 0 else ""


def _weight(setting: str) -> float:
    try:
        return float(setting[2:])
    except ValueError:
        return 0.0


def holds(asked: str, tag: str) -> bool:
    """Say whether If-None-Match names this version (weak comparison, as RFC 9110 wants it)."""
    tags = {each.strip().removeprefix("W/") for each in asked.split(",")}
    return "*" in tags or tag.removeprefix("W/") in tags


def keeping(name: str) -> str:
    """Say how long a file may be kept: for ever where its name changes with its content."""
    return FOREVER if HASHED.search(name) else ASK_AGAIN
