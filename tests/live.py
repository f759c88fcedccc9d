"""A hall without a network: rooms behind their addresses, asked as pages of ours ask."""

import asyncio
import json
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from starlette.applications import Starlette

from components.rooms import redis_connection
from components.rooms.hub import Hub
from components.rooms.room import Room, digest
from components.rooms.routes import routes
from components.rooms.service import Rooms
from components.rooms.store import Memory, Store
from components.rooms.store_file import File
from tests.asking import HOST, OWN, answer

TALK = "20~mynapoint.planned_and_applied.deadlines_moved~overview.what_is_what"
QUESTION = "mynapoint/planned_and_applied"
PLACE = {"driver": "one", "seq": 1, "step": 1, "fragment": 1, "revealed": False}
REDIS = shutil.which("redis-server")
needs_redis = pytest.mark.skipif(not REDIS, reason="needs redis-server, which is not installed")
DRIVE = "a token of the tests"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def a_room(code: str = "ABCDEF", **more: Any) -> Room:
    """Make a room up."""
    return Room(code, TALK, "ja", digest(DRIVE), "secret", used=Clock().now, **more)


@dataclass
class Phone:
    """A phone that follows; `slow` takes nothing while it is set."""

    task: asyncio.Task | None = None
    written: bytes = b""
    status: int = 0
    slow: asyncio.Event | None = None
    leaves: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def states(self) -> list[dict[str, Any]]:
        lines = self.written.decode().splitlines()
        return [json.loads(line[6:]) for line in lines if line.startswith("data: ")]

    async def until(self, count: int) -> dict[str, Any]:
        """Wait for so many states and give the last."""
        await eventually(lambda: len(self.states) >= count)
        return self.states[-1]

    async def leave(self) -> None:
        self.leaves.set()
        await self.task


class Hall:
    """The product's rooms as an app."""

    def __init__(self, store: Store | None = None, hub: Hub | None = None, **more: Any) -> None:
        self.clock = Clock()
        self.hub = hub or Hub()
        self.store = store or Memory(clock=self.clock)
        self.rooms = Rooms(self.store, self.hub, self.clock)
        self.app = Starlette(routes=routes(self.rooms, **more))

    async def ask(self, method: str, path: str, body: Any = None, **more: Any) -> Response:
        """Send one request; a body that is not bytes goes as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        client = more.pop("client", None)
        raw = {name: value.encode("latin-1") for name, value in more.items()}
        return await answer(self.app, method, path, content=content, headers=raw, client=client)

    async def post(self, path: str, body: Any = None, token: str = "", **headers: str) -> Response:
        """Send JSON as a script of ours does."""
        given = {"origin": OWN, "content-type": "application/json"} | headers
        if token:
            given["authorization"] = f"Bearer {token}"
        return await self.ask("POST", path, {} if body is None else body, **given)

    async def open(self, talk: str = TALK) -> "Lead":
        """Open a room."""
        came = await self.post("/live/rooms", {"talk": talk, "language": "ja"})
        assert came.status_code == 201, came.text
        return Lead(self, **came.json())

    async def phone(self, code: str, slow: asyncio.Event | None = None) -> Phone:
        """Follow a room, and come back with its first state."""
        phone = Phone(slow=slow)

        async def receive() -> dict:
            await phone.leaves.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict) -> None:
            if "status" in message:
                phone.status = message["status"]
            elif phone.states and phone.slow:
                await phone.slow.wait()
            phone.written += message.get("body", b"")

        asked = scope("GET", f"/live/rooms/{code}/events")
        phone.task = asyncio.create_task(self.app(asked, receive, send))
        await eventually(lambda: phone.states or phone.task.done())
        return phone


@dataclass
class Lead:
    """A presenter's window."""

    hall: Hall
    code: str
    drive: str
    seq: int = 0

    async def move(self, **place: Any) -> Response:
        """Move the room; the sequence rises by itself."""
        self.seq += 1
        body = PLACE | {"seq": self.seq} | place
        return await self.hall.post(f"/live/rooms/{self.code}/move", body, self.drive)

    async def heartbeat(self, driver: str = "one") -> Response:
        return await self.hall.post(
            f"/live/rooms/{self.code}/heartbeat", {"driver": driver}, self.drive
        )

    async def close(self) -> Response:
        return await self.hall.post(f"/live/rooms/{self.code}/close", {}, self.drive)

    async def vote(self, ballot: str, option: str = "600", question: str = QUESTION) -> Response:
        body = {"ballot": ballot, "question": question, "option": option}
        return await self.hall.post(f"/live/rooms/{self.code}/vote", body)


def scope(method: str, path: str, **headers: str) -> dict[str, Any]:
    """Write a request as ASGI has it."""
    client = headers.pop("client", None)
    given = {"host": HOST, **headers}
    return {
        **{"type": "http", "http_version": "1.1", "method": method, "scheme": "http"},
        **{"path": path, "raw_path": path.encode(), "root_path": "", "query_string": b""},
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in given.items()],
        "server": ("127.0.0.1", 8501),
        "client": (client, 1) if client else None,
    }


async def eventually(holds, patience: float = 10) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, "it did not happen"
        await asyncio.sleep(0.01)


def patient(monkeypatch) -> None:
    """Let Redis be slow on a busy machine: what is not a fault must not look like one."""
    monkeypatch.setattr(redis_connection, "PATIENCE", 3.0)
    monkeypatch.setattr(redis_connection, "LONGEST", 5.0)


class RedisServer:
    """A real Redis on a free port, that can be killed, stopped and started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        quiet = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1", "--dir", self.folder]
        self.process = subprocess.Popen(
            [REDIS, "--port", str(self.port), *quiet], stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("redis-server did not start")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def held(work, **more) -> None:
    """Do something in a hall."""

    async def run() -> None:
        await work(Hall(**more))

    asyncio.run(run())


def held_in(path: Path, work) -> None:
    """Do something in a hall whose rooms are kept in a file."""

    async def run() -> None:
        await work(Hall(Memory(File(path), Clock())))

    asyncio.run(run())
