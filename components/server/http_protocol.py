"""The first moment of a connection, before any request: only so many, and none that is silent."""

from functools import partial
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from components.server import file_limit as system

SILENT = 10  # seconds within which a connection must have asked for something
# Without files left no one can be told anything, and those inside cannot read a page either.
FILES_FREE = 15
FULL = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nConnection: close\r\n\r\n"


class LimitedHttpProtocol(H11Protocol):
    """One connection as uvicorn answers it, with a limit before it and a time to speak."""

    free = staticmethod(system.free)

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
        {"free": staticmethod(partial(system.free, files))},
    )
