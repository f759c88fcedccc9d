"""
The product as a server: app.py behind the guard. run.py starts it; `python serve.py` does too.

Port and address are those of .streamlit/config.toml, unless MIERU_PORT and MIERU_LISTEN say
others; MIERU_HOSTS names further hosts to answer to, with commas between.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from streamlit import config

from components.guard import files, incoming, lines
from components.guard.guard import Guard
from components.guard.hosts import Hosts
from components.guard.logs import keep_quiet
from components.guard.packing import Packing
from components.ui import behaviour, first, frame
from launch import addresses

EVERY_INTERFACE = ("0.0.0.0", "::")
LAST_WORDS = 2  # seconds for open streams when we end


PORT = int(os.environ.get("MIERU_PORT") or config.get_option("server.port"))
ADDRESS = os.environ.get("MIERU_LISTEN") or config.get_option("server.address")
NAMES = [name.strip() for name in os.environ.get("MIERU_HOSTS", "").split(",")]

# Our own addresses count only where we listen on them. They may change while we run, so the
# guard looks them up; Streamlit's fixed list of hosts, which it would ask after us, is emptied.
known = Hosts(filter(None, NAMES), addresses.own if ADDRESS in EVERY_INTERFACE else None)
config.set_option("server.allowedHosts", [])
FILES = files.raise_limit()


def on_script_error(failure: Exception) -> bool:
    """Tell the reader in one sentence of ours what the frame could not tell itself."""
    frame.say_failed()
    return True


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """While we serve, the log holds nothing about anybody."""
    keep_quiet()
    yield


app = st.App(
    "app.py",
    middleware=[
        Middleware(Guard, known=known, scripts=behaviour.scripts(), files=FILES),
        Middleware(Packing, shell=first.shell),
    ],
    lifespan=lifespan,
    on_script_error=on_script_error,
)


def main() -> None:
    """Serve until told to end."""
    # Not `streamlit run`: it would name the server software and look up our address elsewhere.
    settings = uvicorn.Config(
        app,
        host=ADDRESS,
        port=PORT,
        http=lines.line(FILES),
        ws="websockets-sansio",
        ws_max_size=incoming.LARGEST,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_level="warning",
        timeout_graceful_shutdown=LAST_WORDS,
    )
    taken = settings.bind_socket()  # before the log falls quiet: a port in use must be told
    uvicorn.Server(settings).run(sockets=[taken])


if __name__ == "__main__":
    main()
