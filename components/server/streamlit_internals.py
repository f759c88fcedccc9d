"""
All that the server takes from Streamlit's inside: its files, page, addresses and messages.

Streamlit promises none of it. tests/test_streamlit_internals.py names each point, and fails where
an update takes one away or calls it by another name.
"""

import re
from pathlib import Path

import streamlit
from streamlit import config

# What a browser says over its connection and what is said to it (stream.py).
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Exception_pb2 import Exception as Failure
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

__all__ = ["BackMsg", "Failure", "ForwardMsg"]

# The front end: files with a digest in their name, and the page that asks for them.
STATIC = Path(streamlit.__file__).parent / "static"
PAGE_FILE = STATIC / "index.html"

# What is changed in that page: its one inline script may run (policy.py), no font is fetched
# ahead (packing.py), title, language and the first sight of a page are ours (app/first.py).
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PRELOADED_FONT = re.compile(r'\s*<link\s[^>]*rel="preload"[^>]*as="font"[^>]*>')
TITLE = "<title>Streamlit</title>"
LANGUAGE = '<html lang="en">'
NO_SCRIPT = re.compile("<noscript>.*?</noscript>|(?=</body>)", re.DOTALL)

# Fonts it asks for whatever a page shows: the one of its icons, and that of its text, which a
# hidden link is set in until the settings arrive.
ICON_FONT, TEXT_FONT = b"Material Symbols Rounded", b"Source Sans"
FONT_FACE = b"@font-face{font-family:%s;"
HIDDEN_LINK = '[data-testid="stSkipToContent"]'

# Addresses. Open are the two that the front end asks before its connection; the first parts of all
# others must never reach a page of ours; the last word steers the front end from within a link.
HEALTH, HOST_CONFIG, STREAM = "/_stcore/health", "/_stcore/host-config", "/_stcore/stream"
ROUTES = ("/_stcore", "/media", "/component", "/app/static", "/static")
FIRST_PARTS = frozenset({"_stcore", "component", "auth", "oauth2callback", "static", "media"})
STEERING_WORD = "staticAppId"


def answer_to_every_host() -> None:
    """Empty the list of hosts that Streamlit reads once: ours change, and the guard knows them."""
    config.set_option("server.allowedHosts", [])
