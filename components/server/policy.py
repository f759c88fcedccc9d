"""The headers of every answer; their content policy runs scripts that are files of ours alone."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import streamlit

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FIXED = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"permissions-policy",
        b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(),"
        b" browsing-topics=()",
    ),
)
Header = tuple[bytes, bytes]
# Browsers heed this one on a safe way only, and complain in a hall's plain network.
ALONE: Header = (b"cross-origin-opener-policy", b"same-origin")


def page_of_streamlit() -> Path:
    """Give the installed page that brings Streamlit's front end."""
    return Path(streamlit.__file__).parent / "static" / "index.html"


def headers() -> list[Header]:
    """Make the headers; besides files of ours only Streamlit's own inline script may run."""
    # Read from the installed file, since the hash changes with Streamlit's version.
    inline = INLINE.findall(page_of_streamlit().read_text("utf-8"))
    return [(b"content-security-policy", _policy(inline).encode()), *FIXED]


def _policy(scripts: Iterable[str]) -> str:
    allowed = " ".join(sorted({f"'sha256-{_digest(script)}'" for script in scripts}))
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {allowed}",
        "style-src": "'self' 'unsafe-inline'",  # Plotly and Streamlit write styles as they draw
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "media-src": "'self' blob:",
        "manifest-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
