"""The guard itself: every request passes here before Streamlit sees it."""

import hashlib
import logging
import secrets
from contextlib import suppress
from functools import partial

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnected

from components.server import policy, routing
from components.server.limits import ConnectionLimiter
from components.server.logs import Refusals
from components.server.stream import GuardedSocket
from components.server.streamlit_internals import STREAM

LOG = logging.getLogger(__name__)
READING = frozenset({"GET", "HEAD"})
# Never passed on: who it is, and what an earlier visit left behind.
PERSONAL = frozenset({b"cookie", b"forwarded", b"x-forwarded-for", b"x-real-ip"})
KEY = secrets.token_bytes(16)  # of this process; nobody can tell an address by a mark
RETRY_AFTER = {"retry-after": "10"}  # seconds
OURS = frozenset({b"set-cookie", b"server", b"access-control-allow-origin"})


class Guard:
    """ASGI middleware, outermost of ours."""

    def __init__(self, app: ASGIApp, *, known: routing.Hosts, files: int | None = None) -> None:
        self.app = app
        self.known = known
        self.headers = policy.headers()
        self.limiter = ConnectionLimiter(files)
        self.refusals = Refusals()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what must not be passed on; pass the rest on, with our headers."""
        if scope["type"] == "http":
            await self._http(scope, receive, self._with_headers(scope, send))
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._refusal(scope)
        if answer:
            await answer(scope, receive, send)
        else:
            await self._forward(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Give the answer to what is not passed on."""
        asked = Headers(scope=scope)
        host, origin = asked.get("host", ""), asked.get("origin")
        if not self.known.knows(host):
            return PlainTextResponse(policy.both("unknown_host"), 421)
        if scope["method"] not in READING:
            foreign = origin is not None and not routing.is_same(origin, host)
            if not routing.is_live(scope["path"]) or foreign:
                return PlainTextResponse("", 403 if foreign else 405)
        route = routing.route(scope["path"], scope["query_string"])
        if route.leads_to:
            return PlainTextResponse("", 307, {"location": route.leads_to})
        if not route.open:
            return PlainTextResponse(policy.both("unknown_address"), 404)
        if routing.is_page(scope["path"]) and not self.limiter.has_room():
            again = {**RETRY_AFTER, "refresh": RETRY_AFTER["retry-after"]}
            return PlainTextResponse(policy.both("full"), 503, again)
        return None

    async def _forward(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer; if it fails before its first word, answer for it."""
        started = False

        async def noting_start(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(_anonymous(scope), receive, noting_start)
        except Exception:
            LOG.exception("an answer failed")
            if started:
                raise
            failed = PlainTextResponse(policy.both("page_failed"), 500)
            await failed(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = Headers(scope=scope)
        host = asked.get("host")
        welcome = self.known.knows(host) and routing.is_same(asked.get("origin"), host)
        if scope["path"] != STREAM or not welcome:
            return await self._refuse(scope, receive, send)
        if not await self.limiter.opens():
            later = "websocket.http.response" in scope.get("extensions", {})
            return await self._refuse(scope, receive, send, later=later)
        stream = GuardedSocket(
            receive, send, partial(policy.both, "page_failed"), self.refusals.add
        )
        # Who left while waiting for a turn is nobody's failure.
        with self.limiter.held(), suppress(WebSocketDisconnected):
            await self.app(_anonymous(scope), stream.receive, stream.send)

    async def _refuse(
        self, scope: Scope, receive: Receive, send: Send, *, later: bool = False
    ) -> None:
        """Refuse a connection before it is made; a browser of ours tries again by itself."""
        self.refusals.add("connection")
        await receive()
        if later:
            await PlainTextResponse("", 503, RETRY_AFTER)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        asked = Headers(scope=scope)
        scheme = asked.get("x-forwarded-proto") or scope.get("scheme", "http")
        safe = routing.is_safe(asked.get("host"), scheme)
        ours = [*self.headers, policy.ALONE] if safe else self.headers

        async def with_headers(message: Message) -> None:
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
