"""Speaking to an ASGI app without a network: one request, or one connection."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from components.server.guard import Guard
from components.server.routing import Hosts

HOST = "127.0.0.1:8501"
OWN = "http://127.0.0.1:8501"


@dataclass
class Inner:
    """Stands for Streamlit: answers everything, and remembers what reached it."""

    scopes: list[dict[str, Any]] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)
    says: Iterable[bytes] = ()
    fails: bool = False

    async def __call__(self, scope, receive, send) -> None:
        self.scopes.append(scope)
        if self.fails:
            raise ValueError("a value of the reader")
        if scope["type"] == "websocket":
            return await self._stream(receive, send)
        cookie = (b"set-cookie", b"_streamlit_xsrf=1")
        await send({"type": "http.response.start", "status": 200, "headers": [cookie]})
        await send({"type": "http.response.body", "body": b"inner"})

    async def _stream(self, receive, send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        for data in self.says:
            await send({"type": "websocket.send", "bytes": data})
        while (message := await receive())["type"] != "websocket.disconnect":
            self.heard.append(message)


@dataclass
class Answer:
    """What came back to one request."""

    status: int
    headers: dict[str, str]
    body: str


def guarded(inner: Any, **settings: Any) -> Guard:
    """Put the guard before an app, as serve.py does."""
    return Guard(inner, **{"known": Hosts(), **settings})


def ask(
    app: Any, path: str, *, method: str = "GET", query: str = "", host: str = HOST, **headers: str
) -> Answer:
    """Send one request; headers are named with _ for -."""
    sent: list[dict[str, Any]] = []
    given = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = _scope("http", path, given) | {"method": method, "query_string": query.encode()}
    asyncio.run(app(scope, receive, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], told, b"".join(m.get("body", b"") for m in sent[1:]).decode())


def connect(
    app: Any,
    frames: Iterable[bytes | str] = (),
    *,
    host: str = HOST,
    origin: str | None = OWN,
    path: str = "/_stcore/stream",
    **headers: str,
) -> list[dict[str, Any]]:
    """Open one connection, say all frames at once, leave; give what came back."""
    return asyncio.run(stream(app, frames, host=host, origin=origin, path=path, **headers))


async def stream(app: Any, frames: Iterable[bytes | str], **asked: Any) -> list[dict[str, Any]]:
    """Do what connect does, inside a running loop."""
    path, origin = asked.pop("path", "/_stcore/stream"), asked.pop("origin", OWN)
    given = {"host": asked.pop("host", HOST), **asked, **({"origin": origin} if origin else {})}
    said = [{"type": "websocket.connect"}]
    for frame in frames:
        kind = "text" if isinstance(frame, str) else "bytes"
        said.append({"type": "websocket.receive", kind: frame})
    said.append({"type": "websocket.disconnect", "code": 1001})
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return said.pop(0)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(_scope("websocket", path, given) | {"query_string": b""}, receive, send)
    return sent


def _scope(kind: str, path: str, headers: dict[str, str]) -> dict[str, Any]:
    return {
        "type": kind,
        "path": path,
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("203.0.113.9", 4711),
        "extensions": {},
    }
