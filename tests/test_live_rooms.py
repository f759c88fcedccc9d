"""What a room promises to its presenter: one driver, a token that stays, votes that only count."""

import asyncio
import logging
import re

import pytest

from components.rooms import service
from components.rooms.room import LEAP, LEASE, LETTERS, new_code
from tests.live import PLACE, TALK, held, held_in

# --- opening, and who drives ----------------------------------------------------------------------


def test_codes_are_read_aloud_and_typed():
    """A code has six of 32 signs, none like another; case, width and hyphen do not matter."""
    assert len(set(LETTERS)) == 32 and not set(LETTERS) & set("01IO")
    assert re.fullmatch(f"[{LETTERS}]{{6}}", new_code())
    assert len({new_code() for _ in range(1000)}) == 1000

    async def work(hall) -> None:
        lead = await hall.open()
        for written in (lead.code.lower(), f"{lead.code[:3]}-{lead.code[3:]}"):
            answer = await hall.ask("GET", f"/live/rooms/{written}")
            assert answer.json() == {"talk": TALK, "steps": 3, "open": True}

    held(work)


def test_a_talk_without_a_step_opens_no_room():
    """A room needs a talk with a step of ours."""

    async def work(hall) -> None:
        for talk in ("20", "20~nothing.at_all", "~~~"):
            answer = await hall.post("/live/rooms", {"talk": talk, "language": "ja"})
            assert (answer.status_code, answer.json()) == (422, {"reason": "talk"})
        answer = await hall.post("/live/rooms", {"talk": TALK, "language": "fr"})
        assert answer.status_code == 422

    held(work)


def test_only_so_many_rooms_are_opened_in_a_while(monkeypatch):
    """Whoever opens room after room is asked to wait."""

    async def work(hall) -> None:
        found = [
            (await hall.post("/live/rooms", {"talk": TALK, "language": "ja"})).status_code
            for _ in range(service.OPENED_AT_ONCE + 1)
        ]
        assert found[:-1] == [201] * service.OPENED_AT_ONCE and found[-1] == 429

    monkeypatch.setattr(service, "OPENED", 0.001)
    held(work)


@pytest.mark.parametrize("token", ["", "x", "Bearer", "あ", "x" * 5000])
def test_only_the_token_drives(token):
    """Without the very token nothing moves, lives on or closes, whatever else is right."""

    async def work(hall) -> None:
        lead = await hall.open()
        for path, body in (("move", PLACE), ("heartbeat", {"driver": "one"}), ("close", {})):
            raw = token.encode().decode("latin-1")
            answer = await hall.post(f"/live/rooms/{lead.code}/{path}", body, raw)
            assert answer.status_code == 401
        room = await hall.store.get(lead.code)
        assert room.seq == 0 and room.open and not room.driver

    held(work)


def test_the_token_of_another_room_drives_nothing():
    """A token is good for its own room alone."""

    async def work(hall) -> None:
        one, two = await hall.open(), await hall.open()
        one.drive = two.drive
        assert (await one.move()).status_code == 401

    held(work)


def test_the_token_is_told_once(tmp_path, caplog):
    """The token is in the first answer and nowhere else: no other answer, log, file or memory."""
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "rooms.sqlite"

    async def work(hall) -> None:
        lead = await hall.open()
        phone = await hall.phone(lead.code)
        answers = [
            await lead.move(),
            await lead.heartbeat(),
            await hall.ask("GET", "/live/rooms/ABCDEF"),
        ]
        answers += [await hall.ask("GET", f"/live/{lead.code}"), await lead.close()]
        await phone.task
        await hall.store.end()
        said = b"".join(each.content for each in answers) + phone.written + path.read_bytes()
        assert lead.drive.encode() not in said and lead.drive not in caplog.text
        assert lead.drive not in repr(vars(hall.store)) and len(lead.drive) >= 32

    held_in(path, work)


def test_there_are_never_two_drivers():
    """While one window drives, another is refused, unless it takes over; then the first one is."""

    async def work(hall) -> None:
        lead = await hall.open()
        assert (await lead.move()).status_code == 200
        refused = await lead.move(driver="two", step=2)
        assert (refused.status_code, refused.json()["reason"], refused.json()["step"]) == (
            409,
            "lease",
            1,
        )
        assert (await lead.heartbeat("two")).status_code == 409
        assert (await lead.move(driver="two", step=2, take=True)).status_code == 200
        assert (await lead.move(driver="one", step=3)).json()["reason"] == "lease"
        assert (await hall.store.get(lead.code)).step == 2

    held(work)


def test_a_lease_ends_without_a_sign_of_life():
    """A window that says nothing for a while may be followed by another; a heartbeat keeps it."""

    async def work(hall) -> None:
        lead = await hall.open()
        await lead.move()
        hall.clock.now += LEASE - 1
        assert (await lead.heartbeat()).status_code == 200
        hall.clock.now += LEASE - 1
        assert (await lead.move(driver="two")).status_code == 409
        hall.clock.now += 2
        assert (await lead.move(driver="two")).status_code == 200

    held(work)


def test_a_clock_set_back_locks_nobody_out():
    """After the clock was set back by hours, another window waits no longer than a lease."""

    async def work(hall) -> None:
        lead = await hall.open()
        await lead.move()
        hall.clock.now -= 7200
        assert (await lead.move(driver="two")).status_code == 200

    held(work)


def test_what_arrives_late_is_refused():
    """A move that is not newer than what stands changes nothing and is told where the talk is."""

    async def work(hall) -> None:
        lead = await hall.open()
        await lead.move(seq=7, step=3)
        for seq in (7, 6, 1, 7 + LEAP + 1):
            late = await lead.move(seq=seq, step=1)
            assert late.status_code == 409
            assert late.json() == {"reason": "seq", "seq": 7, "step": 3, "fragment": 1}
        assert (await lead.move(seq=9, step=4)).status_code == 422
        assert (await hall.store.get(lead.code)).seq == 7

    held(work)


def test_moves_at_once_are_done_one_after_the_other():
    """Of many moves sent together each counts once, and the last number stands."""

    async def work(hall) -> None:
        lead = await hall.open()
        answers = await asyncio.gather(*(lead.move(step=1 + n % 3) for n in range(10)))
        done = [each.json()["seq"] for each in answers if each.status_code == 200]
        assert (await hall.store.get(lead.code)).seq == max(done) == 10

    held(work)
