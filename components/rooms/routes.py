"""The rooms as addresses under /live: JSON for scripts of ours, and a stream of events."""

from collections.abc import Awaitable, Callable, Hashable, Iterable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.rooms import bodies
from components.rooms.ballots import new_ballot
from components.rooms.bodies import body_of, token_of
from components.rooms.code_guesses import CodeGuesses
from components.rooms.follow_page import Place
from components.rooms.hub import EventStream
from components.rooms.lifespan import open_rooms
from components.rooms.moves import MoveRefused, MoveRequest
from components.rooms.pages import pages, plain_code
from components.rooms.params import edition_mark
from components.rooms.room import Room
from components.rooms.service import Rooms, talk_of
from components.text.yaml_reader import BrokenText

Answer = Callable[[Request], Awaitable[Response]]
NEVER = {"cache-control": "no-store"}
SOON = {"retry-after": "2"}


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
        asked = await body_of(request, bodies.OpenRequest)
        opened = await self.rooms.open(asked.talk, asked.language)
        return _json({"code": opened.room.code, "drive": opened.drive}, 201)

    async def move(self, request: Request) -> Response:
        asked = await body_of(request, MoveRequest)
        code = (await self._room(request)).code
        return _json(await self.rooms.move(code, token_of(request), asked))

    async def heartbeat(self, request: Request) -> Response:
        asked = await body_of(request, bodies.HeartbeatRequest)
        code = (await self._room(request)).code
        return _json(await self.rooms.heartbeat(code, token_of(request), asked.driver))

    async def close(self, request: Request) -> Response:
        await body_of(request, bodies.CloseRequest)
        code = (await self._room(request)).code
        await self.rooms.close(code, token_of(request))
        return _json({})

    async def vote(self, request: Request) -> Response:
        asked = await body_of(request, bodies.VoteRequest)
        code = (await self._room(request)).code
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
        room = await self._find(_connection(request), code)
        talk = await run_in_threadpool(talk_of, room) if room else None
        if not room or not talk or not talk.steps:
            return None
        step = min(room.step, len(talk.steps))
        return Place(code, talk, step, room.fragment, room.open, edition_mark())

    async def _room(self, request: Request) -> Room:
        code = plain_code(request.path_params["code"])
        room = await self._find(_connection(request), code) if code else None
        if room is None:
            raise MoveRefused(404)
        return room

    async def _find(self, connection: Hashable, code: str) -> Room | None:
        if not self.guesses.may_ask(connection):
            raise MoveRefused(429, "guesses")
        room = await self.rooms.store.get(code)
        if room is None:
            self.guesses.was_wrong(connection)
        return room


def _json(what: dict[str, Any], status: int = 200) -> Response:
    return JSONResponse(what, status, headers=NEVER)


def _connection(request: Request) -> Hashable:
    """Tell one connection from another, by whatever the guard leaves of it."""
    return request.scope.get("client")
