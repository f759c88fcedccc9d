"""What a presenter may do to a room, as plain functions of the room and the time."""

import secrets
from dataclasses import dataclass, replace

from components.rooms.room import LEASE, Room, digest

LEAP = 1_000_000  # how far a sequence may jump: no slip of a window may use it up


class MoveRefused(Exception):
    """Why something asked of a room is not done; reason is empty where the status says it."""

    def __init__(self, status: int, reason: str = "", room: Room | None = None) -> None:
        super().__init__(reason)
        self.status, self.reason, self.room = status, reason, room


@dataclass(frozen=True)
class MoveRequest:
    """A move as a window asks for it."""

    driver: str
    seq: int
    step: int
    beat: int
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


def moved(room: Room, wish: MoveRequest, now: float, question: str | None) -> Room:
    """
    Give the room after a move; question is the one of the step it stood at.

    A question is done when its answer has been shown and the talk goes to another step.
    """
    if not room.open:
        raise MoveRefused(410)
    after = renewed(room, wish.driver, now, take=wish.take)
    if not room.seq < wish.seq <= room.seq + LEAP:
        raise MoveRefused(409, "seq", room)
    leaves = question is not None and room.revealed and wish.step != room.step
    done = (*room.done, question) if leaves and question not in room.done else room.done
    return replace(
        after, seq=wish.seq, step=wish.step, beat=wish.beat, revealed=wish.revealed, done=done
    )


def ended(room: Room, now: float) -> Room:
    """Give the room closed."""
    return replace(room, open=False, used=now, seq=room.seq + 1)
