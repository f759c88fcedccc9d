"""QR codes for cameras of telephones: one way to make them, for screen, paper and slides."""

import io
from typing import Any, Literal

import segno

QUIET = 4  # modules of white around it, which cameras need


def qr_code(address: str) -> segno.QRCode:
    """Give the code of an address; it can be read with an eighth of it covered."""
    return segno.make(address, micro=False, error="m")


def qr_code_image(address: str, kind: Literal["svg", "png"], **more: Any) -> bytes:
    """Draw an address as a file, dark on white in every look; more goes to segno."""
    drawn = io.BytesIO()
    more |= {"xmldecl": False, "omitsize": True} if kind == "svg" else {}
    qr_code(address).save(drawn, kind=kind, border=QUIET, dark="#000000", light="#FFFFFF", **more)
    return drawn.getvalue()
