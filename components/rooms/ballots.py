"""Ballots: a page of a room may vote once per question. Nobody is known by one."""

import base64
import hashlib
import hmac
import re
import secrets

FORM = re.compile(r"[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}", re.ASCII)
RANDOM = 12  # bytes


def new_ballot(secret: str) -> str:
    """Give a ballot of the room with this secret; it lives in the memory of a page."""
    name = secrets.token_urlsafe(RANDOM)
    return f"{name}.{_signed(secret, name)}"


def is_ballot(secret: str, written: str) -> bool:
    """Say whether a ballot is one of this room's."""
    if not FORM.fullmatch(written):
        return False
    name, _, sign = written.partition(".")
    return hmac.compare_digest(sign, _signed(secret, name))


def kept(ballot: str) -> str:
    """Give what is kept of a ballot while its question is open: enough to change the vote."""
    return hashlib.blake2b(ballot.encode(), digest_size=12).hexdigest()


def _signed(secret: str, name: str) -> str:
    made = hmac.digest(secret.encode(), name.encode(), "sha256")[:16]
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
