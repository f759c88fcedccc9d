"""The guard itself: every request passes here before Streamlit sees it."""

import hashlib
import logging
import secrets
from collections.abc import Iterable, MutableMapping
from contextlib import suppress
from functools import partial
from typing import Any

from starlette.websockets import WebSocketDisconnected

from components.server import hosts, policy, routing, sentences
from components.server.connection_limit import ConnectionLimiter
from components.server.logs import Refusals
from components.server.stream import GuardedSocket

LOG = logging.getLogger(__name__)
Scope = MutableMapping[str, Any]
READING = frozenset({"GET", "HEAD"})
# Never passed on: who it is, and what an earlier visit left behind.
PERSONAL = frozenset({b"cookie", b"forwarded", b"x-forwarded-for", b"x-real-ip"})
KEY = secrets.token_bytes(16)  # of this process; nobody can tell an address by a mark
RETRY_AFTER = (b"retry-after", b"10")  # seconds
OURS = frozenset({b"set-cookie", b"server", b"access-control-allow-origin"})


class Guard:
    """ASGI middleware, outermost of ours."""

    def __init__(self, app: Any, *, known: hosts.Hosts, files: int | None = None) -> None:
        self.app = app
        self.known = known
        self.headers = policy.headers()
        self.limiter = ConnectionLimiter(files)
        self.refusals = Refusals()

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer what must not be passed on; pass the rest on, with our headers."""
        if scope["type"] == "http":
            await self._http(scope, receive, self._with_headers(scope, send))
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Any, send: Any) -> None:
        asked = dict(scope["headers"])
        host = asked.get(b"host", b"").decode("latin-1")
        if not self.known.knows(host):
            return await answer(send, 421, sentences.both("unknown_host"))
        if scope["method"] not in READING:
            origin = asked.get(b"origin")
            foreign = origin is not None and not hosts.is_same(origin.decode("latin-1"), host)
            if not routing.is_live(scope["path"]) or foreign:
                return await answer(send, 403 if foreign else 405)
        route = routing.route(scope["path"], scope["query_string"])
        if route.leads_to:
            return await answer(send, 307, "", [(b"location", route.leads_to.encode("latin-1"))])
        if not route.open:
            return await answer(send, 404, sentences.both("unknown_address"))
        if routing.is_page(scope["path"]) and not self.limiter.has_room():
            return await answer(
                send, 503, sentences.both("full"), [RETRY_AFTER, (b"refresh", RETRY_AFTER[1])]
            )
        await self._forward(scope, receive, send)

    async def _forward(self, scope: Scope, receive: Any, send: Any) -> None:
        """Let the app answer; if it fails before its first word, answer for it."""
        started = False

        async def noting_start(message: Any) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(_anonymous(scope), receive, noting_start)
        except Exception:
            LOG.exception("an answer failed")
            if started:
                raise
            await answer(send, 500, sentences.both("page_failed"))

    async def _websocket(self, scope: Scope, receive: Any, send: Any) -> None:
        asked = dict(scope["headers"])
        host, origin = (asked.get(name, b"").decode("latin-1") for name in (b"host", b"origin"))
        welcome = self.known.knows(host) and hosts.is_same(origin, host)
        if scope["path"] != routing.STREAM or not welcome:
            return await self._refuse(receive, send)
        if not await self.limiter.opens():
            later = "websocket.http.response" in scope.get("extensions", {})
            return await self._refuse(receive, send, later=later)
        stream = GuardedSocket(
            receive, send, partial(sentences.both, "page_failed"), self.refusals.add
        )
        # Who left while waiting for a turn is nobody's failure.
        with self.limiter.held(), suppress(WebSocketDisconnected):
            await self.app(_anonymous(scope), stream.receive, stream.send)

    async def _refuse(self, receive: Any, send: Any, *, later: bool = False) -> None:
        """Refuse a connection before it is made; a browser of ours tries again by itself."""
        self.refusals.add("connection")
        await receive()
        if later:
            start = {
                "type": "websocket.http.response.start",
                "status": 503,
                "headers": [RETRY_AFTER],
            }
            await send(start)
            await send({"type": "websocket.http.response.body", "body": b""})
        else:
            await send({"type": "websocket.close", "code": 1008})

    def _with_headers(self, scope: Scope, send: Any) -> Any:
        asked = dict(scope["headers"])
        host, scheme = (
            asked.get(name, b"").decode("latin-1") for name in (b"host", b"x-forwarded-proto")
        )
        safe = hosts.is_safe(host, scheme or scope.get("scheme", "http"))
        ours = [*self.headers, policy.ALONE] if safe else self.headers

        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in ours} | OURS
                kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in own]
                message = {**message, "headers": [*kept, *ours]}
            await send(message)

        return with_headers


def _anonymous(scope: Scope) -> Scope:
    """Leave out of a request what tells who sent it."""
    headers = [pair for pair in scope["headers"] if pair[0] not in PERSONAL]
    return {**scope, "headers": headers, "client": _mark(scope)}


def _mark(scope: Scope) -> tuple[str, int] | None:
    """Tell one connection from another, for as long as it lasts, by a mark without a meaning."""
    if scope["type"] != "http" or not scope.get("client"):
        return None
    made = hashlib.blake2s(repr(scope["client"]).encode(), key=KEY, digest_size=8)
    return made.hexdigest(), 0


async def answer(
    send: Any, status: int, said: str = "", headers: Iterable[policy.Header] = ()
) -> None:
    """Answer in our own words and end."""
    body = said.encode()
    plain = (b"content-type", b"text/plain; charset=utf-8")
    size = (b"content-length", str(len(body)).encode())
    start = {"type": "http.response.start", "status": status, "headers": [plain, size, *headers]}
    await send(start)
    await send({"type": "http.response.body", "body": body})
