"""One viewer's connection: what comes is judged, what goes is blanked."""

from collections.abc import Callable
from typing import Any

from components.guard.incoming import Verdict, judge
from components.guard.outgoing import Words, blank
from components.guard.pace import Pace

RATE, BURST = 10, 30  # frames a second, and at once; a quick presenter sends about five
Message = dict[str, Any]


class Stream:
    """Stands between the network's receive and send and Streamlit's."""

    def __init__(self, receive: Any, send: Any, words: Words, refused: Callable[[str], None]):
        self._receive, self._send = receive, send
        self._words, self._refused = words, refused
        self._pace = Pace(RATE, BURST)
        self._closed = False

    async def receive(self) -> Message:
        """Give the next message that may pass, or the end of the connection."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            takes = self._pace.takes()
            verdict = judge(message.get("bytes")) if takes else Verdict.TOO_FAST
            if verdict is Verdict.PASS:
                return message
            self._refused(verdict.name)
            if verdict is not Verdict.DROP:
                return await self._close(verdict.value)

    async def send(self, message: Message) -> None:
        """Send what may leave; nothing after we have closed."""
        if self._closed:
            return
        if message["type"] == "websocket.send" and message.get("bytes"):
            left = blank(message["bytes"], self._words)
            if left is None:
                return
            message = {**message, "bytes": left}
        self._closed = message["type"] == "websocket.close"
        await self._send(message)

    async def _close(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}
