"""A Firefox as it is installed, spoken to in WebDriver BiDi; Playwright knows only its own."""

import base64
import itertools
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

KEYS = {"PageDown": "\ue00f", "End": "\ue010", "ArrowDown": "\ue015"}
LEVELS = ("warn", "error")


class Firefox:
    """A running Firefox without a network, and a log of all it asked for or complained of."""

    def __init__(self, socket: ClientConnection) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.opened: list[str] = []
        self._socket = socket
        self._numbers = itertools.count(1)
        self.send("session.new", capabilities={})
        self.send("emulation.setNetworkConditions", networkConditions={"type": "offline"})
        events = ["network.beforeRequestSent", "log.entryAdded", "browsingContext.contextCreated"]
        self.send("session.subscribe", events=events)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask for one thing and wait for the answer; note what happens meanwhile."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            said = json.loads(self._socket.recv(timeout=60))
            if said["type"] == "event":
                self._heard(said["method"], said["params"])
            elif said["id"] == number:
                assert said["type"] == "success", f"{method}: {said}"
                return said["result"]

    def _heard(self, event: str, params: dict[str, Any]) -> None:
        if event == "network.beforeRequestSent":
            self.asked.append(params["request"]["url"])
        elif event == "log.entryAdded" and params["level"] in LEVELS:
            self.complaints.append(params["text"])
        elif event == "browsingContext.contextCreated":
            self.opened.append(params["context"])

    def window(self, width: int = 1280, height: int = 720) -> "Window":
        """Open a window whose page has a size."""
        window = Window(self, self.send("browsingContext.create", type="window")["context"])
        window.send(
            "browsingContext.setViewport",
            viewport={"width": width, "height": height},
            devicePixelRatio=1,
        )
        return window

    def window_opened_by(self, deed: Callable[[], Any]) -> "Window":
        """Give the window that something done in a page opens."""
        before = len(self.opened)
        deed()
        until = time.monotonic() + 20
        while len(self.opened) == before and time.monotonic() < until:
            self.send("session.status")
            time.sleep(0.05)
        return Window(self, self.opened[before])


class Window:
    """One window of a Firefox."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self.firefox = firefox
        self.context = context

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        return self.firefox.send(method, context=self.context, **params)

    def goto(self, url: str) -> None:
        self.send("browsingContext.navigate", url=url, wait="complete")

    def evaluate(self, script: str) -> Any:
        """Give what an expression of the page comes to, or what its promise does."""
        answer = self.firefox.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({script})))()",
            target={"context": self.context},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"].get("value", "null"))

    def wait(self, condition: str, seconds: int = 20) -> None:
        """Wait until an expression of the page is true."""
        until = time.monotonic() + seconds
        while not self.evaluate(f"Boolean({condition})"):
            assert time.monotonic() < until, f"never came true: {condition}"
            time.sleep(0.02)

    def press(self, key: str) -> None:
        """Press a key and let it go, as a hand does."""
        value = KEYS.get(key, key)
        deeds = [{"type": kind, "value": value} for kind in ("keyDown", "keyUp")]
        self.send("input.performActions", actions=[{"type": "key", "id": "keys", "actions": deeds}])

    def picture(self, path: Path) -> None:
        shot = self.send("browsingContext.captureScreenshot")
        path.write_bytes(base64.b64decode(shot["data"]))


@contextmanager
def started(program: str, profile: Path) -> Iterator[Firefox]:
    """Run a Firefox on an empty profile, and end it with all its windows."""
    command = [program, "--headless", "--no-remote", "--profile", str(profile)]
    process = subprocess.Popen(
        [*command, "--remote-debugging-port", "0", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with connect(f"{_address(profile)}/session", max_size=None, proxy=None) as socket:
            firefox = Firefox(socket)
            yield firefox
            firefox.send("browser.close")
        process.wait(20)
    finally:
        process.kill()
        process.wait()


def _address(profile: Path) -> str:
    """Read where Firefox listens: it writes that into its profile."""
    written = profile / "WebDriverBiDiServer.json"
    for _ in range(600):
        try:
            place = json.loads(written.read_text())
            return f"ws://{place['ws_host']}:{place['ws_port']}"
        except (OSError, ValueError):
            time.sleep(0.1)
    raise RuntimeError("Firefox did not listen within a minute")
