"""One viewer's connection: what comes is judged, what goes is blanked."""

import asyncio
from collections.abc import Callable
from typing import Any

from components.server.alias import inwards, outwards
from components.server.incoming import Verdict, judge
from components.server.outgoing import MakeSentence, blank
from components.server.token_bucket import TokenBucket

# Frames a second, those that pass at once, and those that wait for their turn before the
# connection is cut. A quick presenter sends about five a second.
RATE, AT_ONCE, IN_TURN = 10, 10, 20
BURST = AT_ONCE + IN_TURN
Message = dict[str, Any]


class GuardedSocket:
    """Stands between the network's receive and send and Streamlit's."""

    def __init__(
        self, receive: Any, send: Any, words: MakeSentence, refused: Callable[[str], None]
    ):
        self._receive, self._send = receive, send
        self._words, self._refused = words, refused
        self._pace = TokenBucket(RATE, AT_ONCE)
        self._waited = 0
        self._closed = False

    async def receive(self) -> Message:
        """Give the next message that may pass, or the end of the connection."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            in_time = await self._in_time()
            verdict = judge(message.get("bytes")) if in_time else Verdict.TOO_FAST
            if verdict is Verdict.PASS:
                return {**message, "bytes": inwards(message["bytes"])}
            self._refused(verdict.name)
            if verdict is not Verdict.DROP:
                return await self._close(verdict.value)

    async def _in_time(self) -> bool:
        """Keep a hasty frame waiting, as nothing more is read meanwhile; False after too many."""
        wait = self._pace.wait(BURST)
        self._waited = self._waited + 1 if wait else 0
        if wait is None or self._waited > IN_TURN:
            return False
        if wait:
            await asyncio.sleep(wait)
        return True

    async def send(self, message: Message) -> None:
        """Send what may leave; nothing after we have closed."""
        if self._closed:
            return
        if message["type"] == "websocket.send" and message.get("bytes"):
            left = blank(message["bytes"], self._words)
            if left is None:
                return
            message = {**message, "bytes": outwards(left)}
        self._closed = message["type"] == "websocket.close"
        await self._send(message)

    async def _close(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}
