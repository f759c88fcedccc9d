"""One viewer's connection: what comes is judged, what goes is blanked."""

import asyncio
import hashlib
from collections.abc import Callable
from enum import Enum

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Send

from components.data.paths import ROOT
from components.server.limits import TokenBucket
from components.server.streamlit_internals import BackMsg, Failure, ForwardMsg

LARGEST = 256 * 1024  # bytes; a usual rerun is under 10 kB
# Clearing caches would hit everybody, git information is about the machine, files are not taken.
KINDS = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
OPERATIONS = frozenset({"deferred_file", "dataframe_chunk"})


class Verdict(Enum):
    """What becomes of a frame; numbers are the closing codes of the WebSocket standard."""

    PASS = 0
    DROP = 1
    UNREADABLE = 1002
    TEXT = 1003
    TOO_FAST = 1008
    TOO_LARGE = 1009


def judge(data: bytes | None) -> Verdict:
    """Judge one frame; text frames have no bytes."""
    if data is None:
        return Verdict.TEXT
    if len(data) > LARGEST:
        return Verdict.TOO_LARGE
    try:
        said = BackMsg.FromString(data)
    except DecodeError:
        return Verdict.UNREADABLE
    kind = said.WhichOneof("type")
    if kind == "backend_operation_request":
        operation = said.backend_operation_request.WhichOneof("payload")
        return Verdict.PASS if operation in OPERATIONS else Verdict.DROP
    return Verdict.PASS if kind in KINDS else Verdict.DROP


MakeSentence = Callable[[], str]


def blank(data: bytes, words: MakeSentence) -> bytes | None:
    """Give a frame without what must not leave; None for one that must not leave at all."""
    said = ForwardMsg.FromString(data)
    kind = said.WhichOneof("type")
    if kind == "new_session":
        _forget_machine(said)
    elif kind == "delta" and said.delta.new_element.HasField("exception"):
        _replace(said.delta.new_element.exception, words())
    elif kind == "session_event" and said.session_event.HasField("script_compilation_exception"):
        _replace(said.session_event.script_compilation_exception, words())
    elif kind == "backend_operation_response" and said.backend_operation_response.error_msg:
        said.backend_operation_response.error_msg = words()
    elif kind in ("git_info_changed", "page_profile"):
        return None
    else:
        return data
    return said.SerializeToString()


def _forget_machine(said: ForwardMsg) -> None:
    session = said.new_session
    session.main_script_path = ""
    first = session.initialize
    for told in (first.user_info, first.environment_info):  # ids of the machine; versions, system
        told.Clear()
        told.SetInParent()  # the front end wants them there, if empty


def _replace(failure: Failure, words: str) -> None:
    failure.ClearField("type")
    failure.ClearField("stack_trace")
    failure.message, failure.message_is_markdown = words, False


def _named(path: str) -> bytes:
    return hashlib.md5(path.encode(), usedforsecurity=False).hexdigest().encode()


TRUE = _named(str(ROOT / "app.py"))
TOLD = _named("app.py")


def outwards(data: bytes) -> bytes:
    """Hide the true id in a frame that leaves."""
    return data.replace(TRUE, TOLD)


def inwards(data: bytes) -> bytes:
    """Put the true id back into a frame that comes."""
    return data.replace(TOLD, TRUE)


# Frames a second, those that pass at once, and those that wait for their turn before the
# connection is cut. A quick presenter sends about five a second.
RATE, AT_ONCE, IN_TURN = 10, 10, 20
BURST = AT_ONCE + IN_TURN


class GuardedSocket:
    """Stands between the network's receive and send and Streamlit's."""

    def __init__(
        self, receive: Receive, send: Send, words: MakeSentence, refused: Callable[[str], None]
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
