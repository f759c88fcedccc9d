"""Starting the server, for this machine alone or for a hall, and ending it with us."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser

from launch import signals
from launch.installing import clean_variables
from launch.lock import exclusive
from launch.say import Stop, say, sentence

HOST = "127.0.0.1"
EVERY_INTERFACE = "0.0.0.0"
FIRST_PORT = 8501
PORTS_TRIED = 50
LONGEST_START = 240  # seconds, on a slow machine that has its files yet to pack


def serve(python, root, port=None, browser=True, hall=False, names=()):
    """Start the app, tell the address, and stay until told to end or the app ends."""
    child = None
    try:
        with exclusive(os.path.join(root, ".venv.lock")):
            port = choose_port(port, EVERY_INTERFACE if hall else HOST)
            say(*sentence("starting"))
            child = _start(python, root, port, hall, names)
            _wait_until_healthy(child, port)
        address = f"http://{HOST}:{port}/"
        if browser:
            open_browser(address)
        say(*sentence("open", address=address))
        while child.poll() is None:  # a plain wait() would not hear Ctrl-C on Windows
            time.sleep(0.2)
        return child.returncode
    finally:
        if child:
            _end(child)


def choose_port(wanted=None, host=HOST):
    """Take the wanted port, or the first free one from 8501 on."""
    if wanted is not None:
        if is_free(wanted, host):
            return wanted
        raise Stop(*sentence("port_used", port=wanted))
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if is_free(port, host):
            return port
    raise Stop(*sentence("no_port", count=PORTS_TRIED, first=FIRST_PORT))


def is_free(port, host=HOST):
    # Someone who listens on every address answers here too, though binding may succeed.
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=0.3):
        return False
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def open_browser(address):
    # Without a screen Python would open a text browser in this very terminal.
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform in ("win32", "darwin") or screen:
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(address)


def _start(python, root, port, hall, names):
    settings = {
        "MIERU_PORT": str(port),
        "MIERU_LISTEN": EVERY_INTERFACE if hall else HOST,
        "MIERU_HOSTS": ",".join(names),
    }
    return subprocess.Popen(
        [str(python), "-m", "launch.follow", "serve"],
        cwd=root,
        env={**clean_variables(), **settings},
        stdin=subprocess.PIPE,  # held open by us; see launch/follow.py
        start_new_session=os.name == "posix",
    )


def _wait_until_healthy(child, port):
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline and child.poll() is None:
        if _answers(port):
            return
        time.sleep(0.05)
    raise Stop(*sentence("no_start"))


def _answers(port):
    # Not urllib: it would ask a proxy for our own address.
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _end(child):
    """End the app and whatever it has started."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGTERM)
    child.stdin.close()
    signals.end(child)
