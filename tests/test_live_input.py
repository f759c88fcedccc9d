"""Whatever is sent to a room is answered: refused with a reason, and nothing changes."""

import asyncio

import pytest

from components.rooms.requests import LARGEST
from tests.live import PLACE, QUESTION, TALK, Hall

JUNK = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e309,
    2**63,
    10**400,
    "",
    " ",
    "1",
    "１",
    "²",
    "\x00",
    "\ud800",
    "\u202e",
    "a" * 7000,
    "'; drop table rooms; --",
    "<script>",
    [],
    {},
    [1],
    {"a": 1},
]
SHAPES = {
    "rooms": {"talk": TALK, "language": "ja"},
    "move": PLACE | {"take": False},
    "heartbeat": {"driver": "one"},
    "vote": {"ballot": "x" * 39, "question": QUESTION, "option": "600"},
}
FIELDS = [(path, name) for path, shape in SHAPES.items() for name in shape]
BODIES = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"1",
    b'"x"',
    b"\xff\xfe",
    b"\x00",
    b"[" * 4000,
    b'{"a":' * 900,
]


def held(work, **more) -> None:
    """Do something in a hall with an open room."""

    async def run() -> None:
        hall = Hall(**more)
        await work(hall, await hall.open())

    asyncio.run(run())


def path_of(path: str, code: str) -> str:
    return "/live/rooms" if path == "rooms" else f"/live/rooms/{code}/{path}"


@pytest.mark.parametrize(("path", "name"), FIELDS, ids=":".join)
def test_every_value_is_answered(path, name):
    """Any value of any field, or none, is taken or refused, never an error of ours."""

    async def work(hall, lead) -> None:
        shape = SHAPES[path]
        without = {key: value for key, value in shape.items() if key != name}
        bodies = [without, *(shape | {name: value} for value in JUNK)]
        for body in bodies:
            answer = await hall.post(path_of(path, lead.code), body, lead.drive)
            assert answer.status_code in (200, 201, 403, 409, 413, 422, 429), (
                body,
                answer.status_code,
            )
        room = await hall.store.get(lead.code)
        assert 1 <= room.step <= 3 and room.fragment >= 1 and type(room.revealed) is bool

    held(work)


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_every_body_is_answered(body):
    """What is no JSON object of ours is refused as such."""

    async def work(hall, lead) -> None:
        for path in (*SHAPES, "close"):
            answer = await hall.post(path_of(path, lead.code), body, lead.drive)
            assert answer.status_code == 400
        assert (await hall.store.get(lead.code)).open

    held(work)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"origin": "file://127.0.0.1:8501"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": ""}, 415),
    ],
)
def test_only_our_own_pages_are_heard(headers, status):
    """A foreign page, or a form, moves nothing even with the right token."""

    async def work(hall, lead) -> None:
        for path, shape in (*SHAPES.items(), ("close", {})):
            answer = await hall.post(path_of(path, lead.code), shape, lead.drive, **headers)
            assert answer.status_code == status
        assert (await hall.store.get(lead.code)).seq == 0

    held(work)


def test_a_large_body_is_not_read_to_its_end():
    """Beyond what a talk can need, reading stops."""

    async def work(hall, lead) -> None:
        body = b" " * (LARGEST + 1)
        assert (await hall.post(path_of("move", lead.code), body, lead.drive)).status_code == 413

    held(work)


@pytest.mark.parametrize(
    "code", ["A", "ABCDEFG", "......", "ああああああ", "%00", "ABC DE", "A" * 900]
)
def test_every_code_is_answered(code):
    """What is not a code of a room is unknown, everywhere."""

    async def work(hall, lead) -> None:
        for path in (f"/live/rooms/{code}", f"/live/rooms/{code}/events", f"/live/{code}"):
            assert (await hall.ask("GET", path)).status_code == 404
        assert (await hall.post(f"/live/rooms/{code}/move", PLACE, lead.drive)).status_code == 404

    held(work)


def test_other_methods_are_refused():
    """A link can neither move nor close a room, and a stream cannot be posted to."""

    async def work(hall, lead) -> None:
        for path in ("move", "heartbeat", "close", "vote"):
            assert (await hall.ask("GET", f"/live/rooms/{lead.code}/{path}")).status_code == 405
        assert (await hall.post(f"/live/rooms/{lead.code}/events")).status_code == 405

    held(work)


def test_no_answer_is_kept_by_a_browser():
    """Nothing a room says is written into a cache."""

    async def work(hall, lead) -> None:
        answers = [await lead.move(), await lead.heartbeat(), await hall.post("/live/rooms", {})]
        answers += [await hall.ask("GET", f"/live/rooms/{lead.code}"), await lead.close()]
        assert {each.headers["cache-control"] for each in answers} == {"no-store"}

    held(work)
