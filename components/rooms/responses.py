"""What goes to a phone goes packed; what is the same for all is packed once."""

from starlette.requests import Request
from starlette.responses import Response

from components.server.packed_files import coding, packed

FOR_GOOD = "public, max-age=31536000, immutable"
NEVER = "no-store"
HTML = "text/html; charset=utf-8"


def send(
    request: Request, body: bytes, kind: str = HTML, *, keep: str = NEVER, status: int = 200
) -> Response:
    """Answer with a body."""
    made = packed(body, coding(request.headers.get("accept-encoding", "")[:400]))
    headers = {"cache-control": keep, "vary": "Accept-Encoding, Accept-Language"}
    headers |= {"content-encoding": made.coding} if made.coding else {}
    return Response(made.body, status, headers, media_type=kind)


def nothing(status: int) -> Response:
    """Answer without words, to a script of ours that has its own."""
    return Response(status_code=status, headers={"cache-control": NEVER})
