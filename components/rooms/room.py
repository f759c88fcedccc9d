"""A room as a value: which talk, where it stands, who may drive it; and the moves it can make."""

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, fields, replace
from typing import Annotated, Any

from msgspec import Meta, Struct

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


LEAP = 1_000_000  # how far a sequence may jump: no slip of a window may use it up


class MoveRefused(Exception):
    """Why something asked of a room is not done; reason is empty where the status says it."""

    def __init__(self, status: int, reason: str = "", room: Room | None = None) -> None:
        super().__init__(reason)
        self.status, self.reason, self.room = status, reason, room


WindowName = Annotated[str, Meta(min_length=1, max_length=64)]
Count = Annotated[int, Meta(ge=1, le=2**53 - 1)]  # up to the largest whole number of a browser


class MoveRequest(Struct, frozen=True):
    """A move as a window asks for it."""

    driver: WindowName
    seq: Count
    step: Count
    fragment: Annotated[int, Meta(ge=1, le=1000)]
    revealed: bool
    take: bool = False


def must_drive(room: Room, token: str) -> None:
    """Refuse whoever does not hold the room's drive token."""
    if not secrets.compare_digest(digest(token), room.drive):
        raise MoveRefused(401)


def renewed(room: Room, driver: str, now: float, *, take: bool = False) -> Room:
    """Give the room driven by this window for another while, unless another window drives."""
    # Whatever a clock that was set back says, a lease never lasts longer than LEASE.
    held = now < room.lease <= now + LEASE
    if held and room.driver != driver and not take:
        raise MoveRefused(409, "lease", room)
    return replace(room, driver=driver, lease=now + LEASE, used=now)


def moved(room: Room, request: MoveRequest, now: float, question: str | None) -> Room:
    """
    Give the room after a move; question is the one of the step it stood at.

    A question is done when its answer has been shown and the talk goes to another step.
    """
    if not room.open:
        raise MoveRefused(410)
    after = renewed(room, request.driver, now, take=request.take)
    if not room.seq < request.seq <= room.seq + LEAP:
        raise MoveRefused(409, "seq", room)
    done = room.done
    if question and room.revealed and request.step != room.step and question not in done:
        done = (*done, question)
    return replace(
        after,
        seq=request.seq,
        step=request.step,
        fragment=request.fragment,
        revealed=request.revealed,
        done=done,
    )


def ended(room: Room, now: float) -> Room:
    """Give the room closed."""
    return replace(room, open=False, used=now, seq=room.seq + 1)
