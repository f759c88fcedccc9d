"""What a request for a light page asks for, made valid: language, size of type, data_state."""

import hashlib

from starlette.requests import Request

from components.data.languages import DEFAULT, LANGUAGES, Language
from components.data.state import data_state
from components.data.today import today
from components.rooms.page import SIZES


def language_of(request: Request) -> Language:
    """Read ?lang=; without one, the first of the browser's languages that is one of ours."""
    accepted = request.headers.get("accept-language", "")[:200].split(",")
    for written in (request.query_params.get("lang", "")[:20], *accepted):
        short = written.strip().lower()[:2]
        if short in LANGUAGES:
            return short
    return DEFAULT


def size_of(request: Request) -> int:
    """Read ?size=: 1, 2 or 3; anything else is 1."""
    written = request.query_params.get("size", "")
    return int(written) if written in {str(each + 1) for each in range(SIZES)} else 1


def edition_mark() -> str:
    """Name the state of words and numbers that a step is made from: data/, and the day."""
    return hashlib.sha256(repr((data_state(), today())).encode()).hexdigest()[:12]
