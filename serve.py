"""
The product as a server: app.py behind the guard. run.py starts it; `python serve.py` does too.

Port and address are those of .streamlit/config.toml, unless MIERU_PORT and MIERU_LISTEN say
others; MIERU_HOSTS names further hosts to answer to, with commas between.
"""

import os

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from streamlit import config

from components.guard.guard import Guard
from components.guard.hosts import Hosts
from components.ui import behaviour
from launch import addresses

EVERY_INTERFACE = ("0.0.0.0", "::")
LARGEST_FRAME = 256 * 1024  # what a browser sends us; a usual rerun is under 10 kB
LAST_WORDS = 2  # seconds for open streams when we end


PORT = int(os.environ.get("MIERU_PORT") or config.get_option("server.port"))
ADDRESS = os.environ.get("MIERU_LISTEN") or config.get_option("server.address")
NAMES = [name.strip() for name in os.environ.get("MIERU_HOSTS", "").split(",")]

# Our own addresses count only where we listen on them. They may change while we run, so the
# guard looks them up; Streamlit's fixed list of hosts, which it would ask after us, is emptied.
known = Hosts(filter(None, NAMES), addresses.own if ADDRESS in EVERY_INTERFACE else None)
config.set_option("server.allowedHosts", [])

app = st.App(
    "app.py",
    middleware=[Middleware(Guard, known=known, scripts=behaviour.scripts())],
)


def main() -> None:
    """Serve until told to end."""
    # Not `streamlit run`: it would name the server software and look up our address elsewhere.
    uvicorn.run(
        app,
        host=ADDRESS,
        port=PORT,
        ws="websockets-sansio",
        ws_max_size=LARGEST_FRAME,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_level="warning",
        timeout_graceful_shutdown=LAST_WORDS,
    )


if __name__ == "__main__":
    main()
