"""The light pages: the form for a room's code, a listener's page, its steps, style and script."""

import re
import unicodedata
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from components.data.languages import Language
from components.rooms.assets import KINDS, asset, mark_of
from components.rooms.light_pages import LETTERS, Place, code_html, follow_html
from components.rooms.requests import edition_mark, language_of, size_of
from components.rooms.room import MoveRefused
from components.rooms.step_page import step_html
from components.server.packed_files import coding, packed
from components.text.topics import interface
from components.text.yaml_reader import BrokenText
from components.views.qr_code import qr_code_image

FOR_GOOD = "public, max-age=31536000, immutable"
NEVER = "no-store"
HTML = "text/html; charset=utf-8"


def send(
    request: Request, body: bytes, kind: str = HTML, *, keep: str = NEVER, status: int = 200
) -> Response:
    """Answer with a body."""
    made = packed(body, coding(request.headers.get("accept-encoding", "")[:400]))
    headers = {"cache-control": keep, "vary": "Accept-Encoding, Accept-Language"}
    headers |= {"content-encoding": made.coding} if made.coding else {}
    return Response(made.body, status, headers, media_type=kind)


def nothing(status: int) -> Response:
    """Answer without words, to a script of ours that has its own."""
    return Response(status_code=status, headers={"cache-control": NEVER})


# Gives the room of a code as it stands now; None where there is none. Raises MoveRefused or OSError
# where it may not or cannot be looked up now.
Find = Callable[[Request, str], Awaitable[Place | None]]
ORIGIN = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,100}", re.ASCII)


def pages(find: Find) -> list[Route]:
    """List the routes of the light pages."""

    async def follow(request: Request) -> Response:
        try:
            place = await _found(request, find)
        except (MoveRefused, OSError):
            return _form(request, 503, "live_away")
        if place is None:
            return _form(request, 404, "live_unknown")
        language = language_of(request)
        try:
            page = await run_in_threadpool(follow_html, place, language, size_of(request))
        except BrokenText as trouble:
            return _form(request, 500, said=trouble.words.to(language))
        return send(request, page)

    async def step(request: Request) -> Response:
        try:
            place = await _found(request, find)
        except (MoveRefused, OSError):
            return nothing(503)
        number = request.path_params["step"]
        if place is None or not 1 <= number <= len(place.talk.steps):
            return nothing(404)
        topic_id, step_id = place.talk.steps[number - 1]
        return await _step(request, topic_id, step_id, language_of(request))

    return [
        Route("/live", _front),
        Route("/live/assets/{name}", _asset),
        Route("/live/{code}", follow),
        Route("/live/{code}/steps/{step:int}", step),
        Route("/live/{code}/qr_code.svg", _qr_code),
    ]


def plain_code(written: str) -> str:
    """Read a room's code as people write it: any case, width and hyphen; empty if it is none."""
    plain = unicodedata.normalize("NFKC", written[:40]).upper()
    code = "".join(letter for letter in plain if letter.isalnum())
    return code if len(code) == LETTERS and code.isascii() else ""


async def _found(request: Request, find: Find) -> Place | None:
    code = plain_code(request.path_params["code"])
    return await find(request, code) if code else None


async def _front(request: Request) -> Response:
    written = request.query_params.get("code", "")
    if code := plain_code(written):
        there = f"/live/{code}?lang={language_of(request)}"
        return RedirectResponse(there, 303, headers={"cache-control": NEVER})
    return _form(request, 200, "live_unknown" if written else "")


async def _step(request: Request, topic_id: str, step_id: str, language: Language) -> Response:
    """Give a step, made and packed once for everybody, and kept by a phone until data/ changes."""
    name = (topic_id, step_id, language)
    try:
        body = (await run_in_threadpool(step_html, *name)).encode()
    except BrokenText:
        return nothing(500)
    fresh = request.query_params.get("edition") == edition_mark()
    return send(request, body, keep=FOR_GOOD if fresh else NEVER)


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in KINDS:
        return nothing(404)
    keep = FOR_GOOD if request.query_params.get("v") == mark_of(name) else NEVER
    return send(request, asset(name), KINDS[name], keep=keep)


async def _qr_code(request: Request) -> Response:
    code = plain_code(request.path_params["code"])
    origin = request.query_params.get("at", "")
    if not code or not ORIGIN.fullmatch(origin):
        return nothing(404)
    return send(request, qr_code_image(f"{origin}/live/{code}", "svg"), "image/svg+xml")


def _form(request: Request, status: int, key: str = "", said: str = "") -> Response:
    language = language_of(request)
    said = said or (interface(key, language) if key else "")
    return send(request, code_html(language, size_of(request), said=said), status=status)
