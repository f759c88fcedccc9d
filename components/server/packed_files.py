"""
Static files and the page's shell on the wire: packed, with a tag for each packing, well kept.

An ASGI middleware around Streamlit. It answers itself for files that never change while the
server runs; pages are taken from Streamlit's own answer, so routing and errors stay its own.
Requests for ranges, sockets, events and everything that is neither file nor page pass untouched.
"""

import asyncio
import gzip
import mimetypes
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server import packing
from components.server.negotiation import coding, holds
from components.server.packing import lean_page
from components.server.streamlit_internals import ROUTES

# Streamlit's routes and ours, which answer for themselves; what is left are pages.
ANSWERING = (*ROUTES, "/live")
PAGES = 256  # packed pages kept in memory; files are kept all
FRESH = (b"accept-encoding", b"if-none-match", b"if-modified-since")  # ours to say
# A name with a digest of its content, as bundlers write it: index.DormvYxC.js
HASHED = re.compile(r"\.(?:(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{8}|[0-9a-f]{16,64})\.[a-z0-9]+$")
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def keeping(name: str) -> str:
    """Say how long a file may be kept: for ever where its name changes with its content."""
    return FOREVER if HASHED.search(name) else ASK_AGAIN


class Content(NamedTuple):
    """Some content in one coding; the tag differs wherever the bytes do."""

    body: bytes
    coding: str
    tag: str


class PackedFiles:
    """
    The middleware.

    files: addresses and the files behind them, as packing.sources() gives them.
    own: addresses and the content behind them, for files that we make ourselves.
    shell: changes the page's HTML before it is packed (given the request and the HTML).
    is_page: tells whether an address is a page; the page of any other is answered as not found.
    folder: where the packed copies stand.
    """

    def __init__(
        self,
        app: ASGIApp,
        files: packing.Sources | None = None,
        own: Mapping[str, bytes] | None = None,
        shell: Callable[[Scope, str], str] | None = None,
        is_page: Callable[[str], bool] = lambda _: True,
        folder: Path | None = None,
    ) -> None:
        self.app = app
        self._files = packing.sources() if files is None else files
        self._own = own or {}
        self._shell = shell
        self._is_page = is_page
        self._folder = folder or packing.beside_packages()
        self._copies = packing.copies(self._folder, self._files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asks = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not asks or "range" in Headers(scope=scope):
            return await self.app(scope, receive, send)
        address = scope["path"].removeprefix(scope.get("root_path", ""))
        accepted = coding(", ".join(Headers(scope=scope).getlist("accept-encoding")))
        if address in self._files:
            answer: Any = self._file(scope, address, accepted)
        elif address in self._own:
            made = await asyncio.to_thread(packed, self._own[address], accepted)
            answer = answer_for(scope, made, _kind(address), keeping(address))
        elif f"{address}/".startswith(tuple(f"{route}/" for route in ANSWERING)):
            answer = self.app
        else:
            answer = await self._page(scope, receive, accepted)
        await answer(scope, receive, send)

    def _file(self, scope: Scope, address: str, accepted: str) -> Response:
        path = self._files[address]
        name = self._copies.get(address)
        if accepted and name and self._folder:
            body = _read_copy(packing.copy_of(self._folder, address, accepted))
            made = Content(body, accepted, f'"{name}-{accepted}"')
        else:
            made = _unpacked(path)
        varies = packing.is_packable(path)
        return answer_for(scope, made, _kind(path.name), keeping(address), varies=varies)

    async def _page(self, scope: Scope, receive: Receive, accepted: str) -> ASGIApp:
        """Take Streamlit's page whole and unpacked, and give it packed; else what it answered."""
        taken: list[Message] = []

        async def take(message: Message) -> None:
            taken.append(message)

        # Whole, unpacked and with its body: whether it changed is ours to say.
        asked = [(key, value) for key, value in scope["headers"] if key not in FRESH]
        whole = {**scope, "method": "GET", "headers": asked, "extensions": {}}
        await self.app(whole, receive, take)
        kind = Headers(raw=taken[0]["headers"]).get("content-type", "")
        if taken[0]["status"] != 200 or not kind.startswith("text/html"):
            return _replayed(taken, silent=scope["method"] == "HEAD")
        html = lean_page(b"".join(each.get("body", b"") for each in taken[1:]).decode("utf-8"))
        if self._shell:
            html = await asyncio.to_thread(self._shell, scope, html)
        made = await asyncio.to_thread(packed, html.encode("utf-8"), accepted)
        status = 200 if self._is_page(scope["path"]) else 404
        return answer_for(scope, made, kind, ASK_AGAIN, status=status)


@cache
def _unpacked(path: Path) -> Content:
    body = packing.content(path)
    return Content(body, "", f'"{packing.digest(body)}"')


@cache
def _read_copy(path: Path) -> bytes:
    return path.read_bytes()


@lru_cache(PAGES)
def packed(body: bytes, how: str) -> Content:
    """Pack quickly what is made while we run; without a coding the content stays as it is."""
    name = packing.digest(body)
    if how == "br":
        return Content(brotli.compress(body, quality=5), how, f'"{name}-br5"')
    if how == "gzip":
        return Content(gzip.compress(body, 9, mtime=0), how, f'"{name}-gzip"')
    return Content(body, "", f'"{name}"')


def _kind(name: str) -> str:
    known = packing.PACKABLE.get(Path(name).suffix)
    return known or mimetypes.guess_type(name)[0] or "application/octet-stream"


def answer_for(
    scope: Scope,
    made: Content,
    kind: str,
    keep: str,
    *,
    varies: bool = True,
    status: int = 200,
) -> Response:
    """Send content, or say that the reader has it already."""
    headers = {"etag": made.tag, "cache-control": keep}
    headers |= {"vary": "Accept-Encoding"} if varies else {}
    if holds(Headers(scope=scope).get("if-none-match", ""), made.tag):
        return Response(status_code=304, headers=headers)
    headers |= {"content-type": kind, "content-length": str(len(made.body))}
    headers |= {"content-encoding": made.coding} if made.coding else {}
    body = b"" if scope["method"] == "HEAD" else made.body
    return Response(body, status, headers=headers)


def _replayed(messages: list[Message], *, silent: bool) -> ASGIApp:
    async def replay(_scope: Scope, _receive: Receive, send: Send) -> None:
        for message in messages:
            await send({**message, "body": b""} if silent and "body" in message else message)

    return replay
