"""Reads what a script of ours sends: small JSON, from a page of ours. All else is refused."""

import json
from typing import Any

from starlette.requests import Request

from components.rooms.moves import MoveRefused, MoveRequest

LARGEST = 8192  # bytes of a body: the longest talk has 4,000 letters
LAST = 2**53 - 1  # the largest whole number of a browser
BEATS = 1000
NAME = 64  # letters of a window's name


async def body_of(request: Request) -> dict[str, Any]:
    """Give the JSON object a page of ours has sent."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise MoveRefused(415)
    scheme, _, origin = request.headers.get("origin", "").partition("://")
    if scheme not in ("http", "https") or origin.lower() != request.headers.get("host", "").lower():
        raise MoveRefused(403, "origin")
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > LARGEST:
            raise MoveRefused(413)
    try:
        sent = json.loads(read.decode("utf-8"))
    except (ValueError, RecursionError):
        raise MoveRefused(400, "json") from None
    if not isinstance(sent, dict):
        raise MoveRefused(400, "json")
    return sent


def token_of(request: Request) -> str:
    """Give the drive token of a request; it travels in this header only."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip()[:200] if kind.lower() == "bearer" else ""


def words(sent: dict[str, Any], name: str, longest: int) -> str:
    """Give a text."""
    value = sent.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= longest:
        raise MoveRefused(422, name)
    return value


def number(sent: dict[str, Any], name: str, low: int, high: int) -> int:
    """Give a whole number between two others."""
    value = sent.get(name)
    if type(value) is not int or not low <= value <= high:
        raise MoveRefused(422, name)
    return value


def truth(sent: dict[str, Any], name: str, *, missing: bool | None = None) -> bool:
    """Give true or false."""
    value = sent.get(name, missing)
    if not isinstance(value, bool):
        raise MoveRefused(422, name)
    return value


def wish_of(sent: dict[str, Any]) -> MoveRequest:
    """Give a move."""
    return MoveRequest(
        driver=words(sent, "driver", NAME),
        seq=number(sent, "seq", 1, LAST),
        step=number(sent, "step", 1, LAST),
        beat=number(sent, "beat", 1, BEATS),
        revealed=truth(sent, "revealed"),
        take=truth(sent, "take", missing=False),
    )
