"""
Static files and the page's shell on the wire: packed, with a tag for each packing, well kept.

An ASGI middleware around Streamlit. It answers itself for files that never change while the
server runs; pages are taken from Streamlit's own answer, so routing and errors stay its own.
Requests for ranges, sockets, events and everything that is neither file nor page pass untouched.
"""

import asyncio
import importlib.util
import sys
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from components.server.packed_files import Packed, PackedFiles
from components.server.packing_fonts import lean_page
from components.server.packing_headers import ASK_AGAIN, coding, header, holds, keeping

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# Named here, since what an operating system says of .js may be wrong.
PACKABLE = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
# Streamlit's routes and ours, which answer for themselves; what is left are pages.
ROUTES = ("/_stcore", "/media", "/component", "/app/static", "/static", "/live")
SMALL = 500  # bytes below which packing makes nothing smaller


def streamlit_files() -> Path:
    """Give the folder of Streamlit's own front end, without importing Streamlit."""
    found = importlib.util.find_spec("streamlit")
    assert found and found.origin
    return Path(found.origin).parent / "static"


def kept_beside_packages() -> Path | None:
    """Give a folder that lives and ends with the packages; None outside an environment."""
    inside = sys.prefix != sys.base_prefix
    return Path(sys.prefix) / "packed" if inside else None


class Packing:
    """
    The middleware.

    folders: addresses and the folders behind them, besides Streamlit's own at "/".
    shell: changes the page's HTML before it is packed (given the request and the HTML).
    """

    def __init__(
        self,
        app: Callable[[Scope, Receive, Send], Awaitable[None]],
        folders: Mapping[str, Path] | None = None,
        shell: Callable[[Scope, str], str] | None = None,
        kept: Path | None = None,
    ) -> None:
        self.app = app
        self._shell = shell
        self._shelf = PackedFiles(kept or kept_beside_packages())
        self._files = {
            f"{address.rstrip('/')}/{path.relative_to(folder).as_posix()}": (path, _packable(path))
            for address, folder in {"/": streamlit_files(), **(folders or {})}.items()
            for path in folder.rglob("*")
            if path.is_file() and path.name != "index.html"
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asks = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not asks or header(scope, b"range"):
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if file := self._files.get(path):
            await self._file(*file, scope, receive, send)
        elif f"{path}/".startswith(tuple(f"{route}/" for route in ROUTES)):
            await self.app(scope, receive, send)
        else:
            await self._page(scope, receive, send)

    async def _file(
        self, file: Path, packable: bool, scope: Scope, receive: Receive, send: Send
    ) -> None:
        taken = coding(header(scope, b"accept-encoding"))
        if packable and taken:
            made = await self._shelf.file(file, taken)
            await answer(made, taken, PACKABLE[file.suffix], keeping(file.name), scope, send)
            return
        own = [(b"cache-control", keeping(file.name).encode())]
        own += [(b"vary", b"Accept-Encoding")] if packable else []

        async def amended(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in (200, 304):
                message["headers"] = replaced(message["headers"], own)
            await send(message)

        await self.app(scope, receive, amended)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take Streamlit's page whole and unpacked, and give it packed."""
        start: Message = {}
        body = bytearray()
        head = scope["method"] == "HEAD"

        async def taken(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                if not _is_page(message):
                    await send(message)
            elif not _is_page(start):
                await send({**message, "body": b""} if head else message)
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))

        # Whole, unpacked and with its body: whether it changed is ours to say.
        asked = [(k, v) for k, v in scope["headers"] if k not in OURS_TO_SAY]
        whole = {**scope, "method": "GET", "headers": asked, "extensions": {}}
        await self.app(whole, receive, taken)
        if not _is_page(start):
            return
        html = lean_page(bytes(body).decode("utf-8"))
        if self._shell:
            html = await asyncio.to_thread(self._shell, scope, html)
        how = coding(header(scope, b"accept-encoding"))
        made = await self._shelf.page(html.encode("utf-8"), how)
        kind = dict(start["headers"]).get(b"content-type", b"text/html").decode("latin-1")
        await answer(made, how, kind, ASK_AGAIN, scope, send)


OURS_TO_SAY = {b"accept-encoding", b"if-none-match", b"if-modified-since"}


def _is_page(start: Message) -> bool:
    kind = dict(start["headers"]).get(b"content-type", b"") if start else b""
    return bool(start) and start["status"] == 200 and kind.startswith(b"text/html")


def _packable(path: Path) -> bool:
    return path.suffix in PACKABLE and path.stat().st_size >= SMALL


async def answer(made: Packed, how: str, kind: str, keep: str, scope: Scope, send: Send) -> None:
    """Send packed content, or say that the reader has it already."""
    headers = {"etag": made.tag, "cache-control": keep, "vary": "Accept-Encoding"}
    had = holds(header(scope, b"if-none-match"), made.tag)
    if not had:
        headers |= {"content-type": kind, "content-length": str(len(made.body))}
        headers |= {"content-encoding": how} if how else {}
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": 304 if had else 200, "headers": raw})
    silent = had or scope["method"] == "HEAD"
    await send({"type": "http.response.body", "body": b"" if silent else made.body})


def replaced(headers: list, own: list) -> list:
    """Give the headers with ours in the place of those of the same name."""
    names = {name for name, _ in own}
    return [(name, value) for name, value in headers if name.lower() not in names] + own
