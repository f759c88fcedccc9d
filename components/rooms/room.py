"""A room as a value: which talk, where it stands, and who may drive it. It holds nobody."""

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, fields
from typing import Any

from components.presenter.talk import FRAGMENT_KEY

# 32 signs that look different from each other in any face: no I and 1, no O and 0.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LONG = 6  # letters of a code
IDLE = 12 * 3600  # seconds without a move or a sign of life until a room ends
LEASE = 15  # seconds a window drives without a sign of life
TOKEN = 24  # random bytes


@dataclass(frozen=True)
class Room:
    """
    One room.

    drive is the digest of the drive token; secret signs ballots; done lists the questions whose
    answer has been told. Times are seconds of the clock on the wall, since a file outlives us.
    """

    code: str
    talk: str
    language: str
    drive: str
    secret: str
    step: int = 1
    fragment: int = 1
    revealed: bool = False
    open: bool = True
    seq: int = 0
    driver: str = ""
    lease: float = 0.0
    used: float = 0.0
    done: tuple[str, ...] = ()

    def written(self) -> str:
        """Write the room; the same room always gives the same text."""
        values = asdict(self)
        values[FRAGMENT_KEY] = values.pop("fragment")
        return json.dumps(values, sort_keys=True, separators=(",", ":"))

    def told(self) -> dict[str, Any]:
        """Give what everybody in the room is told."""
        names = ("seq", "step", "fragment", "revealed", "open")
        return {name: getattr(self, name) for name in names}

    def is_over(self, now: float) -> bool:
        """Say whether nobody has used the room for so long that it has ended."""
        return now - self.used > IDLE


def read_room(written: str | bytes) -> Room | None:
    """Read what written() gave; None for anything else."""
    try:
        values = json.loads(written)
        values["fragment"] = values[FRAGMENT_KEY]
        known = {each.name: values[each.name] for each in fields(Room)}
        return Room(**known | {"done": tuple(known["done"])})
    except (ValueError, KeyError, TypeError):
        return None


def new_code() -> str:
    """Draw a code: one of 2^30."""
    return "".join(secrets.choice(LETTERS) for _ in range(LONG))


def new_token() -> str:
    """Draw a drive token, or a room's secret."""
    return secrets.token_urlsafe(TOKEN)


def digest(token: str) -> str:
    """Give what is kept of a token, which is random and long: no salt or slow hash is needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
