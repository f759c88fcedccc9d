"""The product as a process of its own: started, asked, killed and started again."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from components.data.paths import ROOT

HOST = "127.0.0.1"
LONGEST_START = 60  # seconds, on a busy machine


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def start_server(port: int, **environment: str) -> subprocess.Popen:
    """Start the product behind its guard, as run.py does, and wait until it answers."""
    return wait_for(port, [sys.executable, "serve.py"], MIERU_PORT=str(port), **environment)


def start_without_guard(port: int) -> subprocess.Popen:
    """Start the product as `streamlit run app.py` does, and wait until it answers."""
    words = ["-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    return wait_for(port, [sys.executable, *words])


def wait_for(
    port: int, command: list[str], *, root: Path = ROOT, log: Path | None = None, **environment: str
) -> subprocess.Popen:
    """Start a server from a folder, its output into a file, and wait until it answers."""
    with open(log or os.devnull, "ab") as told:
        server = subprocess.Popen(
            command, cwd=root, env=os.environ | environment, stdout=told, stderr=told
        )
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            if ask(port, "/_stcore/health")[0] == 200:
                return server
        time.sleep(0.1)
    server.kill()
    server.wait()
    written = log.read_text("utf-8", "replace") if log and log.is_file() else ""
    raise RuntimeError(f"the server did not answer within {LONGEST_START} seconds: {written}")


def ask(port: int, path: str, *, seconds: float = 10) -> tuple[int, str]:
    """Get a page; give the status and the words."""
    connection = http.client.HTTPConnection(HOST, port, timeout=seconds)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


class Server:
    """A server that can be killed and started again at the same address."""

    def __init__(self, log: Path, root: Path = ROOT, before: str = "", **environment: str) -> None:
        """`before` is shell that runs first, to set limits; what it mounts is seen by it alone."""
        self.port, self.log, self.root, self.environment = free_port(), log, root, environment
        alone = ["unshare", "--mount"] if "mount" in before else []
        shell = [*alone, "sh", "-c", f'set -e\n{before}\nexec "$@"', "sh"] if before else []
        self.command = [*shell, sys.executable, "serve.py"]
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        asked = {"MIERU_PORT": str(self.port), **self.environment}
        self.process = wait_for(self.port, self.command, root=self.root, log=self.log, **asked)

    def kill(self) -> None:
        """End it as a crash does."""
        if self.process:
            self.process.kill()
            self.process.wait()

    @property
    def lines(self) -> list[str]:
        """What it has written down."""
        return self.log.read_text("utf-8").splitlines()


@contextlib.contextmanager
def served(log: Path, root: Path = ROOT, before: str = "", **environment: str) -> Iterator[Server]:
    """Serve until the end of the block."""
    server = Server(log, root, before, **environment)
    server.start()
    try:
        yield server
    finally:
        server.kill()
