"""What goes to a phone goes packed; what is the same for all is packed once."""

import gzip
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

FOR_GOOD = "public, max-age=31536000, immutable"
NEVER = "no-store"
HTML = "text/html; charset=utf-8"


def send(
    request: Request,
    body: bytes,
    kind: str = HTML,
    *,
    keep: str = NEVER,
    status: int = 200,
    packed: Callable[[], bytes] | None = None,
) -> Response:
    """Answer with a body; packed gives it packed where that was done before."""
    headers = {"cache-control": keep, "vary": "Accept-Encoding, Accept-Language"}
    if takes_gzip(request):
        headers["content-encoding"] = "gzip"
        body = packed() if packed else gzip.compress(body, 5, mtime=0)
    return Response(body, status, headers, media_type=kind)


def nothing(status: int) -> Response:
    """Answer without words, to a script of ours that has its own."""
    return Response(status_code=status, headers={"cache-control": NEVER})


def takes_gzip(request: Request) -> bool:
    """Tell whether the browser takes what is packed, and does not refuse it by a weight of 0."""
    for each in request.headers.get("accept-encoding", "")[:400].split(","):
        name, _, weight = each.strip().lower().partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
