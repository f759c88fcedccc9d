"""A presenter and phones as a room's routes see them, through any port of a hall."""

import contextlib
import http.client
import json
import socket
import threading
import time

from tests.replicas import HOST, ask

AGAIN = 0.5  # seconds until a phone whose stream broke asks again


class Presenter:
    """Opens a room at a port and drives it."""

    def __init__(self, port: int, talk: str = "20~overview.what_is_what") -> None:
        self.port, self.seq = port, 0
        opened = self._post("/live/rooms", {"talk": talk, "language": "ja"})
        assert opened.status == 201, opened.words
        told = json.loads(opened.words)
        self.code, self.drive = told["code"], told["drive"]

    def move(self, fragment: int = 1):
        """Move the talk once, and give the answer as the server gave it."""
        self.seq += 1
        body = {
            "driver": "window",
            "seq": self.seq,
            "step": 1,
            "fragment": fragment,
            "revealed": False,
        }
        return self._post(f"/live/rooms/{self.code}/move", body)

    def move_until_heard(self, seconds: float) -> None:
        """Move the talk as the page does: again, where an answer was lost."""
        until, said = time.monotonic() + seconds, []
        while time.monotonic() < until:
            try:
                answer = self.move()
                if answer.status == 200:
                    return
                said.append(f"{answer.status} {answer.words}")
            except (OSError, http.client.HTTPException) as failure:
                said.append(repr(failure))
            time.sleep(AGAIN)
        raise AssertionError(f"no move was heard: {said}")

    def _post(self, path: str, sent: dict):
        more = {"Content-Type": "application/json", "Origin": f"http://{HOST}:{self.port}"}
        if path != "/live/rooms":
            more["Authorization"] = f"Bearer {self.drive}"
        return ask(self.port, path, "POST", json.dumps(sent).encode(), "presenter", **more)


class Follower:
    """A phone: follows a room's stream and, when it breaks, asks again as a browser does."""

    def __init__(self, port: int, code: str, agent: str) -> None:
        self.port, self.code, self.agent = port, code, agent
        self.seq = -1
        self.notice = ""
        self._stream = http.client.HTTPConnection(HOST, port, timeout=12)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def leave(self) -> None:
        """Hang up, as a phone does that is put away."""
        self._over.set()
        with contextlib.suppress(OSError, AttributeError):
            self._stream.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(2)

    def _follow(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
                self._listen()
            self._over.wait(AGAIN)

    def _listen(self) -> None:
        with contextlib.closing(self._stream):
            path = f"/live/rooms/{self.code}/events"
            self._stream.request("GET", path, headers={"User-Agent": self.agent})
            answer = self._stream.getresponse()
            while answer.status == 200 and not self._over.is_set():
                line = answer.readline()
                if not line:
                    return
                if line.startswith(b"data:"):
                    told = json.loads(line[5:])
                    self.seq, self.notice = told["seq"], told.get("notice", "")


def all_hear(followers: list[Follower], seq: int, seconds: float) -> bool:
    """Wait until every phone has been told of this move or a later one."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if all(each.seq >= seq for each in followers):
            return True
        time.sleep(0.05)
    return False
