"""How a connection ends on the wire: politely, but not for as long as the other side talks on."""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

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
