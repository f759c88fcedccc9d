"""Redis, nginx and replicas for a test: started on free ports, from deploy/, and ended after it."""

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.data.paths import ROOT
from tests import machine

HOST = "127.0.0.1"
PATIENCE = 60  # seconds for a start on a busy machine
RECOVERS = 5  # seconds after Redis is back

missing = [program for program in machine.SERVICES if not machine.find(program)]
needed = pytest.mark.skipif(
    os.name != "posix" or bool(missing),
    reason=f"not here: {' and '.join(missing)}; as root on Debian, run.py test installs them",
)


def busy() -> float:
    """How much more work waits than there are cores; 1 where there are enough."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def forgotten() -> float:
    """Ten seconds until a lost replica is forgotten; more where more work waits than cores."""
    return 10 * busy()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def copied_into_the_image() -> list[str]:
    """List what the Dockerfile takes from the project's folder."""
    lines = re.findall(r"^COPY (.+)$", (ROOT / "deploy/Dockerfile").read_text("utf-8"), re.M)
    return [name for line in lines for name in line.split()[:-1]]


class Program:
    """A program that can be killed, stopped for a while, and started again."""

    def __init__(self, words: list, folder: Path, name: str, **settings: str) -> None:
        self.words, self.folder, self.log = [str(w) for w in words], folder, folder / f"{name}.log"
        self.settings = {**os.environ, **settings}
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.words,
                cwd=self.folder,
                env=self.settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """End it as a crash does."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def hang(self) -> None:
        """Let it stay, and do nothing."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Bring it back, whatever befell it."""
        if self.process:
            self.process.send_signal(signal.SIGCONT)
        else:
            self.start()

    def end(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
        self.kill()

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None


class Hall:
    """What a hall stands on: `port` leads through nginx, `ports` to each replica."""

    def __init__(self, folder: Path, replicas: int = 2) -> None:
        self.folder = folder
        self.port, self.redis_port = free_port(), free_port()
        self.ports = [free_port() for _ in range(replicas)]
        self._lay_out_nginx()
        self._lay_out_the_image()
        self.redis = self._redis()
        self.replicas = [self._replica(port) for port in self.ports]
        self.nginx = self._nginx()

    @property
    def programs(self) -> list[Program]:
        return [self.redis, *self.replicas, self.nginx]

    def start(self) -> None:
        for program in self.programs:
            program.start()
        for port in (*self.ports, self.port):
            self.wait_until_healthy(port)

    def end(self) -> None:
        for program in reversed(self.programs):
            program.end()

    def home(self, agent: str) -> int:
        """Tell the place of the replica that nginx's hash gives to a browser of this name."""
        return (zlib.crc32(f"{HOST}{agent}".encode()) >> 16 & 0x7FFF) % len(self.ports)

    def bring_back(self, replica: Program, port: int) -> None:
        replica.start()
        self.wait_until_healthy(port)

    def wait_until_healthy(self, port: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not all(program.alive for program in self.programs):
                break
            with contextlib.suppress(OSError, http.client.HTTPException):
                if ask(port, "/_stcore/health").status == 200:
                    return
            time.sleep(0.1)
        raise AssertionError(self.logs())

    def logs(self) -> str:
        """Give everything that was written down by anyone."""
        files = [file for file in self.folder.rglob("*.log") if file.is_file()]
        return "\n".join(f"{file.name}: {file.read_text('utf-8')}" for file in files)

    def _lay_out_nginx(self) -> None:
        self.site = self.folder / "nginx"
        shutil.copytree(ROOT / "deploy/nginx", self.site)
        given = (self.site / "replicas.conf").read_text("utf-8")
        rest = re.search(r"^server \S+(.*);", given, re.M)[1]
        lines = [f"server {HOST}:{port}{rest};" for port in self.ports]
        (self.site / "replicas.conf").write_text("\n".join(lines))
        (self.site / "listen.conf").write_text(f"listen {HOST}:{self.port};")

    def _lay_out_the_image(self) -> None:
        self.image = self.folder / "image"
        self.image.mkdir()
        for name in copied_into_the_image():
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.image / name)

    def _redis(self) -> Program:
        quiet = ["--save", "", "--appendonly", "no", "--bind", HOST, "--dir", self.folder]
        words = [machine.find("redis-server"), "--port", self.redis_port, *quiet]
        return Program(words, self.folder, "redis")

    def _replica(self, port: int) -> Program:
        redis = f"redis://{HOST}:{self.redis_port}/0"
        settings = {"MIERU_PORT": str(port), "MIERU_LISTEN": HOST, "REDIS_URL": redis}
        words = [sys.executable, "serve.py"]
        return Program(words, self.image, f"replica-{port}", **settings)

    def _nginx(self) -> Program:
        # One worker as root would have to give up what it is; here it stays who we are.
        own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        main = self.site / "nginx.conf"
        paths = "".join(f"{each}_temp_path {self.site}/{each};\n" for each in own)
        main.write_text(main.read_text("utf-8").replace("http {", "http {\n" + paths))
        started = f"daemon off; pid {self.site}/pid;"
        words = [machine.find("nginx"), "-p", self.site, "-c", main, "-g", started]
        return Program(words, self.site, "nginx")


def ask(
    port: int, path: str, method: str = "GET", body: bytes | None = None, agent: str = "", **more
):
    """Send one request and give the answer, with its body read as `.words`."""
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request(method, path, body, {"User-Agent": agent, **more})
        answer = connection.getresponse()
        answer.words = answer.read().decode("utf-8", "replace")
        return answer
    finally:
        connection.close()


@contextlib.contextmanager
def standing(folder: Path) -> Iterator[Hall]:
    """Redis, two replicas and nginx, each to be killed or stopped by a test and brought back."""
    hall = Hall(folder)
    try:
        hall.start()
        yield hall
    finally:
        hall.end()
