"""What all answers carry: a content policy that runs files of ours alone; and our sentences."""

import base64
import hashlib
from collections.abc import Iterable

from components.data.languages import LANGUAGES
from components.server.streamlit_internals import INLINE_SCRIPT, PAGE_FILE
from components.text.topics import interface
from components.text.yaml_reader import BrokenText

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


def headers() -> list[Header]:
    """Make the headers; besides files of ours only Streamlit's own inline script may run."""
    # Read from the installed file, since the hash changes with Streamlit's version.
    inline = INLINE_SCRIPT.findall(PAGE_FILE.read_text("utf-8"))
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


def both(key: str) -> str:
    """Give a sentence in both languages; nothing where the words cannot be read."""
    try:
        return "\n".join(interface(key, language) for language in LANGUAGES)
    except (BrokenText, KeyError, TypeError, AttributeError):
        return ""
