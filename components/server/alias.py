"""
A stand-in for the one id that would tell where the product lies on the machine.

Streamlit names the main script by the MD5 of its full path, which can be guessed back
(/home/<name>/…). Both directions swap it for one of the same length that tells nothing.
"""

import hashlib

from components.data.paths import ROOT


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
