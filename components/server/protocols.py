"""How a connection begins and ends on the wire: only so many, none that is silent or endless."""

from functools import partial
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from components.server.limits import free_files

SILENT = 10  # seconds within which a connection must have asked for something
# Without files left no one can be told anything, and those inside cannot read a page either.
FILES_FREE = 15
FULL = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nConnection: close\r\n\r\n"


class LimitedHttpProtocol(H11Protocol):
    """One connection as uvicorn answers it, with a limit before it and a time to speak."""

    free = staticmethod(free_files)

    def connection_made(self, transport: Any) -> None:
        """Take the connection, or say at once that there is no room."""
        super().connection_made(transport)
        if self.free() < FILES_FREE:
            transport.write(FULL)
            transport.close()
        else:
            self.loop.call_later(SILENT, self.end_if_silent)

    def end_if_silent(self) -> None:
        """Close what has asked for nothing; one that became a stream is no longer ours."""
        if self in self.connections and self.cycle is None:
            self.transport.close()


def limited_http_protocol(files: int | None) -> type[LimitedHttpProtocol]:
    """Make the protocol for a process that may hold so many files open."""
    return type(
        "LimitedHttpProtocol",
        (LimitedHttpProtocol,),
        {"free": staticmethod(partial(free_files, files))},
    )


LAST_BYTES = 16 * 1024  # an honest browser has less than this on its way when we close
LAST_SECONDS = 2.0


class LimitedWebSocketProtocol(WebSocketsSansIOProtocol):
    """
    After our close frame little more is read.

    The standard asks for the other side's farewell. Waiting ten seconds for it, and reading all
    that a flood still sends meanwhile, would cost everybody else those seconds.
    """

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.close_timeout = LAST_SECONDS
        self._read_since = 0

    def data_received(self, data: bytes) -> None:
        """Read on; break off where too much comes after our farewell."""
        if self.close_sent:
            self._read_since += len(data)
            if self._read_since > LAST_BYTES:
                self.transport.abort()
                return
        super().data_received(data)
