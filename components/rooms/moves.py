"""What a presenter may do to a room, as plain functions of the room and the time."""

import secrets
from dataclasses import replace
from typing import Annotated

from msgspec import Meta, Struct

from components.rooms.room import LEASE, Room, digest

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
