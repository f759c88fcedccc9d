"""The light pages: the form for a room's code, a listener's page, its steps, style and script."""

import unicodedata
from collections.abc import Awaitable, Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from components.content.languages import Language
from components.content.texts import BrokenText
from components.content.topics import interface
from components.live.asked import edition_mark, language_of, size_of
from components.live.assets import KINDS, asset, mark_of
from components.live.follow_page import Place, follow_html
from components.live.page import LETTERS, code_html
from components.live.square import square_svg
from components.live.step_page import step_html

FOR_GOOD = {"cache-control": "public, max-age=31536000, immutable"}
NEVER = {"cache-control": "no-store"}
HTML = "text/html; charset=utf-8"
# Gives the room of a code as it stands now; None where there is none. Raises OSError where the
# rooms cannot be looked up.
Find = Callable[[str], Awaitable[Place | None]]


def pages(find: Find) -> list[Route]:
    """List the routes of the light pages."""

    async def front(request: Request) -> Response:
        written = request.query_params.get("code", "")[:40]
        if code := plain_code(written):
            lang = language_of(request)
            return RedirectResponse(f"/live/{code}?lang={lang}", 303, headers=NEVER)
        return _form(request, 200, "live_unknown" if written else "")

    async def follow(request: Request) -> Response:
        code = plain_code(request.path_params["code"])
        try:
            place = await find(code) if code else None
        except OSError:
            return _form(request, 503, "live_away")
        if place is None:
            return _form(request, 404, "live_unknown")
        page = await run_in_threadpool(follow_html, place, language_of(request), size_of(request))
        return Response(page, media_type=HTML, headers=NEVER)

    async def step(request: Request) -> Response:
        code = plain_code(request.path_params["code"])
        try:
            place = await find(code) if code else None
        except OSError:
            return Response(status_code=503, headers=NEVER)
        number = request.path_params["step"]
        if place is None or not 1 <= number <= len(place.talk.steps):
            return Response(status_code=404, headers=NEVER)
        written = await run_in_threadpool(
            _step, *place.talk.steps[number - 1], language_of(request)
        )
        kept = FOR_GOOD if request.query_params.get("edition") == edition_mark() else NEVER
        return Response(written, media_type=HTML, headers=kept)

    return [
        Route("/live", front),
        Route("/live/assets/{name}", _asset),
        Route("/live/{code}", follow),
        Route("/live/{code}/steps/{step:int}", step),
        Route("/live/{code}/square.svg", _square),
    ]


def plain_code(written: str) -> str:
    """Read a room's code as people write it: any case, width and hyphen; empty if it is none."""
    plain = unicodedata.normalize("NFKC", written).upper()
    code = "".join(letter for letter in plain if letter.isalnum())
    return code if len(code) == LETTERS and code.isascii() else ""


def _step(topic_id: str, step_id: str, language: Language) -> str:
    try:
        return step_html(topic_id, step_id, language)
    except BrokenText as trouble:
        return f"<article>{trouble.words.to(language)}</article>"


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in KINDS:
        return Response(status_code=404, headers=NEVER)
    kept: Mapping[str, str] = FOR_GOOD if request.query_params.get("v") == mark_of(name) else NEVER
    return Response(asset(name), media_type=KINDS[name], headers=kept)


async def _square(request: Request) -> Response:
    code = plain_code(request.path_params["code"])
    host = request.query_params.get("host", "")
    if not code or len(host) > 100:
        return Response(status_code=404, headers=NEVER)
    scheme = request.url.scheme
    drawn = square_svg(f"{scheme}://{host}/live/{code}")
    return Response(drawn, media_type="image/svg+xml", headers=NEVER)


def _form(request: Request, status: int, key: str) -> Response:
    language = language_of(request)
    said = interface(key, language) if key else ""
    page = code_html(language, size_of(request), said=said)
    return Response(page, status, media_type=HTML, headers=NEVER)
