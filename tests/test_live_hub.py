"""What the streams of a room promise: the latest place, at once, to everybody, for little."""

import asyncio

from components.rooms import hub as hubs
from tests.live import eventually, held


def test_who_comes_late_gets_the_place_at_once():
    """The first message is where the talk stands, with a ballot and when to ask again."""

    async def work(hall) -> None:
        lead = await hall.open()
        await lead.move(step=2, fragment=4)
        phone = await hall.phone(lead.code)
        first = phone.states[0]
        ballot = first.pop("ballot")
        assert first == {"seq": 1, "step": 2, "fragment": 4, "revealed": False, "open": True}
        assert phone.written.startswith(b"retry: ") and b"\nid: 1\nevent: state\n" in phone.written
        assert (await hall.phone(lead.code)).states[0]["ballot"] != ballot

    held(work)


def test_a_move_reaches_everybody():
    """Every phone hears a move, and the presenter how many there are."""

    async def work(hall) -> None:
        lead = await hall.open()
        other = await hall.phone((await hall.open()).code)
        phones = [await hall.phone(lead.code) for _ in range(50)]
        assert (await lead.move(step=3)).json()["listeners"] == 50
        assert {(await each.until(2))["step"] for each in phones} == {3}
        assert len(other.states) == 1
        for each in phones:
            await each.leave()
        assert (await lead.heartbeat()).json()["listeners"] == 0
        assert lead.code not in hall.hub.channels

    held(work)


def test_a_message_is_written_once_for_all(monkeypatch):
    """Whatever the number of phones, a move is made into a message one time."""

    async def work(hall) -> None:
        lead = await hall.open()
        phones = [await hall.phone(lead.code) for _ in range(20)]
        made = []
        write = hubs.message
        monkeypatch.setattr(hubs, "message", lambda *a, **k: made.append(a) or write(*a, **k))
        await lead.move()
        for each in phones:
            await each.until(2)
        assert len(made) == 1

    held(work)


def test_a_slow_phone_skips_and_holds_nobody_up():
    """A phone that takes nothing for a while gets the latest place, and others get every move."""

    async def work(hall) -> None:
        lead = await hall.open()
        taking = asyncio.Event()
        slow, quick = await hall.phone(lead.code, slow=taking), await hall.phone(lead.code)
        for seq in range(1, 9):
            await lead.move()
            await quick.until(seq + 1)
        taking.set()
        await eventually(lambda: slow.states[-1]["seq"] == 8)
        assert len(slow.states) < 5

    held(work)


def test_a_phone_that_takes_nothing_is_let_go(monkeypatch):
    """Whoever never takes a message does not keep a place for ever."""
    monkeypatch.setattr(hubs, "STUCK", 0.05)

    async def work(hall) -> None:
        lead = await hall.open()
        phone = await hall.phone(lead.code, slow=asyncio.Event())
        await lead.move()
        await asyncio.wait_for(phone.task, 5)
        assert hall.hub.streams == 0

    held(work)


def test_a_quiet_stream_gives_signs_of_life(monkeypatch):
    """Between moves a stream says now and then that it lives, in a way a page does not hear."""
    monkeypatch.setattr(hubs, "PING", 0.02)

    async def work(hall) -> None:
        phone = await hall.phone((await hall.open()).code)
        await eventually(lambda: phone.written.count(b": \n\n") >= 2)
        assert len(phone.states) == 1

    held(work)


def test_nothing_told_while_a_phone_joins_is_missed():
    """A move that falls between looking a room up and listening reaches the phone as well."""

    async def work(hall) -> None:
        lead = await hall.open()
        told, moved = hall.rooms.told, []

        async def slowly(room):
            state = await told(room)
            if not moved:
                moved.append(True)
                await lead.move(step=3)
            return state

        hall.rooms.told = slowly
        phone = await hall.phone(lead.code)
        assert (await phone.until(2))["step"] == 3

    held(work)


def test_streams_end_with_the_server():
    """When the server ends, every stream ends at once, so that browsers ask again."""

    async def work(hall) -> None:
        lead = await hall.open()
        phones = [await hall.phone(lead.code) for _ in range(5)]
        hall.hub.end()
        await asyncio.wait_for(asyncio.gather(*(each.task for each in phones)), 5)
        assert hall.hub.streams == 0
        assert (await hall.phone(lead.code)).status == 503

    held(work)


def test_nothing_is_kept_of_a_listener():
    """Of a phone nothing but its number in the room is kept, and after it leaves not even that."""

    async def work(hall) -> None:
        lead = await hall.open()
        phones = [await hall.phone(lead.code) for _ in range(2)]
        kept = dict(vars(hall.hub.channels[lead.code]))
        assert kept.pop("listeners") == 2 and set(kept) == {"last", "count", "over", "changed"}
        for phone in phones:
            await phone.leave()
        assert not hall.hub.channels

    held(work)
