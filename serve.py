"""
The product as a server: app.py behind the guard. run.py starts it; `python serve.py` does too.

Port and address are those of .streamlit/config.toml, unless MIERU_PORT and MIERU_LISTEN say
others; MIERU_HOSTS names further hosts to answer to, with commas between.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from types import FrameType

import streamlit as st
import uvicorn
from starlette.middleware import Middleware

from components import topics
from components.app import assets, first, notices, preview, well_known
from components.rooms.routes import open_rooms, routes
from components.server import addresses, packing, stream, streamlit_internals
from components.server.guard import Guard
from components.server.limits import raise_file_limit
from components.server.logs import keep_quiet
from components.server.packed_files import PackedFiles
from components.server.protocols import LimitedWebSocketProtocol, limited_http_protocol
from components.server.routing import Hosts
from components.text import story

EVERY_INTERFACE = ("0.0.0.0", "::")
LAST_WORDS = 2  # seconds for open streams when we end


story.register(topics.STORIES)

PORT = int(os.environ.get("MIERU_PORT") or st.get_option("server.port"))
ADDRESS = os.environ.get("MIERU_LISTEN") or st.get_option("server.address")
NAMES = [name.strip() for name in os.environ.get("MIERU_HOSTS", "").split(",") if name.strip()]

# Our own addresses count only where we listen on them. They may change while we run, so the
# guard looks them up; Streamlit's fixed list of hosts, which it would ask after us, is emptied.
own = addresses.own if ADDRESS in EVERY_INTERFACE else None
known = Hosts(NAMES, own)
streamlit_internals.answer_to_every_host()
# Where several processes share the rooms, ours is not the address that phones can reach.
lan = None if os.environ.get("REDIS_URL") else own
descriptors = raise_file_limit()
rooms = open_rooms(descriptors)


def on_script_error(failure: Exception) -> bool:
    """Tell the reader in one sentence of ours what the frame could not tell itself."""
    notices.say_failed()
    return True


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """While we serve, the log holds nothing about anybody, and our page brings script and style."""
    keep_quiet()
    assets.leave_to_shell()
    # Whole before anybody comes: Plotly takes a pandas that another thread is still loading.
    import_module("pandas")
    yield
    await rooms.end()


app = st.App(
    "app.py",
    routes=[preview.route(), *well_known.routes(), *routes(rooms, lan)],
    middleware=[
        Middleware(Guard, known=known, files=descriptors),
        Middleware(PackedFiles, own=assets.files(), shell=first.shell, is_page=well_known.is_page),
    ],
    lifespan=lifespan,
    on_script_error=on_script_error,
)


class Server(uvicorn.Server):
    """A server that ends the streams of its rooms at once; they would hold it open."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Hear that we are to end."""
        rooms.hub.end()
        super().handle_exit(sig, frame)


def main() -> None:
    """Serve until told to end."""
    packing.prepare()
    # Not `streamlit run`: it would name the server software and look up our address elsewhere.
    settings = uvicorn.Config(
        app,
        host=ADDRESS,
        port=PORT,
        http=limited_http_protocol(descriptors),
        ws=LimitedWebSocketProtocol,
        ws_max_size=stream.LARGEST,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_level="warning",
        timeout_graceful_shutdown=LAST_WORDS,
    )
    taken = settings.bind_socket()  # before the log falls quiet: a port in use must be told
    if lan:
        with suppress(OSError):  # nowhere to write to
            addresses.tell(PORT, NAMES)
    Server(settings).run(sockets=[taken])


if __name__ == "__main__":
    main()
