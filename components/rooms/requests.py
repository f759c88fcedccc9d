"""What a request asks for, made valid; a body is small JSON from a page of ours, or refused."""

import hashlib
import json
import re
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct
from starlette.requests import Request

from components.data.languages import DEFAULT, LANGUAGES, Language
from components.data.state import data_state
from components.data.today import today
from components.presenter.talk import TEXT
from components.rooms.light_pages import SIZES
from components.rooms.room import MoveRefused, WindowName


def language_of(request: Request) -> Language:
    """Read ?lang=; without one, the first of the browser's languages that is one of ours."""
    accepted = request.headers.get("accept-language", "")[:200].split(",")
    for written in (request.query_params.get("lang", "")[:20], *accepted):
        short = written.strip().lower()[:2]
        if short in LANGUAGES:
            return short
    return DEFAULT


def size_of(request: Request) -> int:
    """Read ?size=: 1, 2 or 3; anything else is 1."""
    written = request.query_params.get("size", "")
    return int(written) if written in {str(each + 1) for each in range(SIZES)} else 1


def edition_mark() -> str:
    """Name the state of words and numbers that a step is made from: data/, and the day."""
    return hashlib.sha256(repr((data_state(), today())).encode()).hexdigest()[:12]


LARGEST = 8192  # bytes of a body: the longest talk has 4,000 letters
FIELD = re.compile(r"`\$\.(\w+)|field `(\w+)`")  # how msgspec names what it refuses
T = TypeVar("T")


class OpenRequest(Struct, frozen=True):
    """A presenter opens a room for a talk."""

    talk: Annotated[str, Meta(min_length=1, max_length=TEXT)]
    language: Language


class HeartbeatRequest(Struct, frozen=True):
    """A window that drives is still there."""

    driver: WindowName


class CloseRequest(Struct, frozen=True):
    """A presenter closes the room; the address and the token say which."""


class VoteRequest(Struct, frozen=True):
    """A phone votes."""

    ballot: Annotated[str, Meta(min_length=1, max_length=60)]
    question: Annotated[str, Meta(min_length=1, max_length=130)]
    option: Annotated[str, Meta(min_length=1, max_length=20)]


async def body_of(request: Request, kind: type[T]) -> T:
    """
    Give what a page of ours has sent, as a Struct of this kind.

    Raises MoveRefused: 415 what is not JSON, 403 from elsewhere, 413 too large, 400 no JSON object,
    422 a field that is missing or not as it must be, by name.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise MoveRefused(415)
    scheme, _, origin = request.headers.get("origin", "").partition("://")
    if scheme not in ("http", "https") or origin.lower() != request.headers.get("host", "").lower():
        raise MoveRefused(403, "origin")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise MoveRefused(413)
    try:
        sent = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise MoveRefused(400, "json") from None
    try:
        return msgspec.convert(sent, kind)
    except UnicodeEncodeError:  # half a letter, which JSON can write
        raise MoveRefused(422, "text") from None
    except msgspec.ValidationError as problem:
        field = FIELD.search(str(problem))
        raise (
            MoveRefused(422, field[1] or field[2]) if field else MoveRefused(400, "json")
        ) from None


def token_of(request: Request) -> str:
    """Give the drive token of a request; it travels in this header only."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip()[:200] if kind.lower() == "bearer" else ""
