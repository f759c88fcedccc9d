"""A real server and a real browser, shared by the tests in this folder."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visit import Visit

ROOT = Path(__file__).parents[2]
USUAL = ("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser")


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
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
    with open(log or os.devnull, "wb") as told:
        server = subprocess.Popen(
            command, cwd=root, env=os.environ | environment, stdout=told, stderr=told
        )
    for _ in range(120):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            return server
        except OSError:
            time.sleep(0.25)
    server.kill()
    raise RuntimeError("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a running product."""
    port = free_port()
    server = start_server(port)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed browser; run.py test says which in MIERU_BROWSER."""
    found = os.environ.get("MIERU_BROWSER") or next(
        (path for path in USUAL if Path(path).exists()), None
    )
    assert found, "no browser: run `python3 run.py test`, which installs one or says how"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader's visit: opens pages and remembers requests and console errors."""
    visits = Visit(browser, address)
    yield visits
    visits.close()
