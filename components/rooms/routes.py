"""The rooms as addresses under /live, where they are kept: JSON for scripts of ours, and events."""

import os
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.data.paths import ROOT
from components.rooms.code_guesses import CodeGuesses
from components.rooms.hub import MOST, EventStream, Hub
from components.rooms.light_pages import Place
from components.rooms.pages import pages, plain_code
from components.rooms.requests import (
    CloseRequest,
    HeartbeatRequest,
    OpenRequest,
    T,
    VoteRequest,
    body_of,
    edition_mark,
    token_of,
)
from components.rooms.room import MoveRefused, MoveRequest, Room
from components.rooms.service import Rooms, talk_of
from components.rooms.store import Memory
from components.rooms.store_file import File
from components.rooms.votes import new_ballot
from components.text.yaml_reader import BrokenText

NAME = "rooms.sqlite"
FOLDER = ROOT / ".rooms"  # git-ignored
Answer = Callable[[Request], Awaitable[Response]]
NEVER = {"cache-control": "no-store"}
SOON = {"retry-after": "2"}


def open_rooms(files: int | None = None) -> Rooms:
    """
    Give the rooms of this process: in Redis where REDIS_URL names one, else in a file of ours.

    files is how many the system lets us hold open; a quarter of them are for listeners.
    """
    rooms = Rooms(Memory(), Hub(min(MOST, files // 4) if files else MOST))
    if address := os.environ.get("REDIS_URL", "").strip():
        from components.rooms.store_redis import Redis

        rooms.store = Redis(address, rooms.changed, rooms.hub.listener_counts)
    else:
        rooms.store = Memory(File(place()))
    return rooms


def place() -> Path:
    """Give the file that keeps the rooms; MIERU_ROOMS names another one, or its folder."""
    wished = os.environ.get("MIERU_ROOMS", "").strip()
    path = Path(wished).expanduser() if wished else FOLDER
    return path if path.suffix else path / NAME


def routes(
    rooms: Rooms | None = None, own: Callable[[], Iterable[str]] | None = None
) -> list[Route]:
    """
    List everything under /live.

    own gives this machine's addresses in its networks, where it listens on them.
    """
    rooms = rooms or open_rooms()
    handlers = _Handlers(rooms, own or (lambda: ()))
    posts = {
        "/live/rooms": handlers.create,
        "/live/rooms/{code}/move": handlers.move,
        "/live/rooms/{code}/heartbeat": handlers.heartbeat,
        "/live/rooms/{code}/close": handlers.close,
        "/live/rooms/{code}/vote": handlers.vote,
    }
    gets = {
        "/live/addresses": handlers.addresses,
        "/live/rooms/{code}/events": handlers.events,
        "/live/rooms/{code}": handlers.room,
    }
    return [
        *(Route(path, _guarded(answer), methods=["POST"]) for path, answer in posts.items()),
        *(Route(path, _guarded(answer), methods=["GET"]) for path, answer in gets.items()),
        *pages(handlers.place),
    ]


def _guarded(answer: Answer) -> Answer:
    """Refuse in one way; what data/ or a store cannot give just now is said to be away."""

    async def careful(request: Request) -> Response:
        try:
            return await answer(request)
        except MoveRefused as refused:
            return _refusal(refused)
        except (BrokenText, OSError):
            return _refusal(MoveRefused(503))

    return careful


def _refusal(refused: MoveRefused) -> Response:
    said: dict[str, Any] = {"reason": refused.reason} if refused.reason else {}
    if refused.room:
        said |= {name: getattr(refused.room, name) for name in ("seq", "step", "fragment")}
    soon = SOON if refused.status in (429, 503) else {}
    return JSONResponse(said, refused.status, headers=NEVER | soon)


class _Handlers:
    """The answers."""

    def __init__(self, rooms: Rooms, own: Callable[[], Iterable[str]]) -> None:
        self.rooms, self.own, self.guesses = rooms, own, CodeGuesses()

    async def create(self, request: Request) -> Response:
        asked = await body_of(request, OpenRequest)
        opened = await self.rooms.open(asked.talk, asked.language)
        return _json({"code": opened.room.code, "drive": opened.drive}, 201)

    async def move(self, request: Request) -> Response:
        asked, code = await self._asked(request, MoveRequest)
        return _json(await self.rooms.move(code, token_of(request), asked))

    async def heartbeat(self, request: Request) -> Response:
        asked, code = await self._asked(request, HeartbeatRequest)
        return _json(await self.rooms.heartbeat(code, token_of(request), asked.driver))

    async def close(self, request: Request) -> Response:
        _, code = await self._asked(request, CloseRequest)
        await self.rooms.close(code, token_of(request))
        return _json({})

    async def vote(self, request: Request) -> Response:
        asked, code = await self._asked(request, VoteRequest)
        await self.rooms.add_vote(code, asked.ballot, asked.question, asked.option)
        return Response(status_code=204, headers=NEVER)

    async def room(self, request: Request) -> Response:
        room = await self._room(request)
        talk = await run_in_threadpool(talk_of, room)
        return _json({"talk": room.talk, "steps": len(talk.steps), "open": room.open})

    async def events(self, request: Request) -> EventStream:
        room = await self._room(request)
        if self.rooms.hub.is_full():
            raise MoveRefused(503, "full")

        async def first() -> dict[str, Any]:
            now = await self.rooms.store.get(room.code) or room
            return await self.rooms.told(now) | {"ballot": new_ballot(room.secret)}

        return self.rooms.hub.stream(room.code, first)

    async def addresses(self, request: Request) -> Response:
        """Tell a presenter the machine's addresses; nobody else, since they may be private."""
        if not await self.rooms.drives_any(token_of(request)):
            raise MoveRefused(401)
        port = (request.scope.get("server") or ("", None))[1]
        hosts = [f"[{each}]" if ":" in each else each for each in self.own()]
        return _json({"addresses": [f"{each}:{port}" if port else each for each in hosts]})

    async def place(self, request: Request, code: str) -> Place | None:
        """Find a room for a light page."""
        room = await self._find(request, code)
        talk = await run_in_threadpool(talk_of, room) if room else None
        if not room or not talk or not talk.steps:
            return None
        step = min(room.step, len(talk.steps))
        return Place(code, talk, step, room.fragment, room.open, edition_mark())

    async def _asked(self, request: Request, kind: type[T]) -> tuple[T, str]:
        asked = await body_of(request, kind)
        return asked, (await self._room(request)).code

    async def _room(self, request: Request) -> Room:
        code = plain_code(request.path_params["code"])
        room = await self._find(request, code) if code else None
        if room is None:
            raise MoveRefused(404)
        return room

    async def _find(self, request: Request, code: str) -> Room | None:
        connection = request.scope.get("client")  # whatever the guard leaves of it
        if not self.guesses.may_ask(connection):
            raise MoveRefused(429, "guesses")
        room = await self.rooms.store.get(code)
        if room is None:
            self.guesses.was_wrong(connection)
        return room


def _json(what: dict[str, Any], status: int = 200) -> Response:
    return JSONResponse(what, status, headers=NEVER)
