"""What rooms promise when codes are guessed, when they end, and when there are too many."""

import json

from components.rooms import code_guesses
from components.rooms.hub import Hub
from components.rooms.room import IDLE, new_code
from tests.knocking import Inner, ask, guarded
from tests.live import PLACE, held, held_in


def test_guessing_is_slow_and_a_hall_is_not_locked_out():
    """Who guesses codes is stopped; right codes from one address are never counted."""

    async def work(hall) -> None:
        lead = await hall.open()
        path = f"/live/rooms/{lead.code}"
        for _ in range(3 * code_guesses.ALL_AT_ONCE):
            assert (await hall.ask("GET", path, client="hall")).status_code == 200
        guesses = [
            (await hall.ask("GET", f"/live/rooms/{new_code()}", client="thief")).status_code
            for _ in range(code_guesses.EACH_AT_ONCE + 2)
        ]
        assert guesses[: code_guesses.EACH_AT_ONCE + 1] == [404] * (code_guesses.EACH_AT_ONCE + 1)
        assert guesses[-1] == 429
        assert (await hall.ask("GET", path, client="thief")).status_code == 429
        assert (await hall.ask("GET", f"/live/{lead.code}", client="thief")).status_code == 503
        assert (await hall.ask("GET", path, client="hall")).status_code == 200

    held(work)


def test_connections_are_told_apart_without_their_addresses():
    """Behind the guard a connection is known by a mark of its own, from which no address shows."""
    inner = Inner()
    ask(guarded(inner), "/live/rooms/ABCDEF")
    ask(guarded(inner), "/live/rooms/ABCDEF")
    one, two = (scope["client"] for scope in inner.scopes)
    assert one == two and "203" not in one[0] and one[1] == 0


def test_guessing_is_slow_in_all():
    """Guesses over many connections, or none that can be told apart, end as well."""

    async def work(hall) -> None:
        found = [
            (await hall.ask("GET", f"/live/rooms/{new_code()}")).status_code
            for _ in range(code_guesses.ALL_AT_ONCE + 100)
        ]
        assert 429 in found and found.index(429) > code_guesses.ALL_AT_ONCE

    held(work)


def test_addresses_are_told_to_a_presenter_alone():
    """The machine's addresses come with the port, and only to who drives a room."""

    async def work(hall) -> None:
        lead = await hall.open()
        assert (await hall.ask("GET", "/live/addresses")).status_code == 401
        bearer = {"authorization": f"Bearer {lead.drive}"}
        answer = await hall.ask("GET", "/live/addresses", **bearer)
        assert answer.json() == {"addresses": ["192.0.2.7:8501", "[2001:db8::7]:8501"]}

    held(work, own=lambda: ["192.0.2.7", "2001:db8::7"])


def test_a_closed_room_stays_closed():
    """Who listens is told of the end, and later moves are refused."""

    async def work(hall) -> None:
        lead = await hall.open()
        phone = await hall.phone(lead.code)
        assert (await lead.close()).status_code == 200
        assert (await phone.until(2))["open"] is False
        await phone.task
        assert (await lead.move()).status_code == 410 and (
            await lead.heartbeat()
        ).status_code == 410
        assert (await lead.close()).status_code == 200
        assert (await hall.phone(lead.code)).states[0]["open"] is False
        assert (await hall.ask("GET", f"/live/rooms/{lead.code}")).json()["open"] is False

    held(work)


def test_an_idle_room_is_gone():
    """Twelve hours after its last sign of life nobody finds a room."""

    async def work(hall) -> None:
        lead = await hall.open()
        hall.clock.now += IDLE + 1
        assert (await hall.phone(lead.code)).status == 404
        assert (await lead.move()).status_code == 404

    held(work)


def test_trouble_with_the_store_is_told(tmp_path):
    """A store that cannot write is a quiet notice to the presenter, and the talk goes on."""
    folder = tmp_path / "rooms.sqlite"
    folder.mkdir()

    async def work(hall) -> None:
        lead = await hall.open()
        phone = await hall.phone(lead.code)
        assert (await lead.move(step=2)).json() == {"seq": 1, "listeners": 1, "notice": "unsaved"}
        assert (await lead.heartbeat()).json()["notice"] == "unsaved"
        assert (await phone.until(2))["step"] == 2

    held_in(folder, work)


def test_a_restarted_server_goes_on(tmp_path):
    """After a crash the same token drives the same room, and phones get the step that was told."""
    path = tmp_path / "rooms.sqlite"

    async def before(hall) -> None:
        lead = await hall.open()
        await lead.move(step=2, fragment=3)
        (tmp_path / "kept").write_text(json.dumps([lead.code, lead.drive]))

    async def after(hall) -> None:
        code, drive = json.loads((tmp_path / "kept").read_text())
        state = (await hall.phone(code)).states[0]
        assert (state["seq"], state["step"], state["fragment"]) == (1, 2, 3)
        answer = await hall.post(f"/live/rooms/{code}/move", PLACE | {"seq": 2}, drive)
        assert answer.status_code == 200

    held_in(path, before)
    held_in(path, after)


def test_a_full_process_says_so():
    """One phone more than a process can hold is refused politely and told to come again."""

    async def work(hall) -> None:
        lead = await hall.open()
        phones = [await hall.phone(lead.code) for _ in range(3)]
        assert [each.status for each in phones] == [200, 200, 503]
        await phones[0].leave()
        assert (await hall.phone(lead.code)).status == 200

    held(work, hub=Hub(2))
