"""A server to be measured: started, asked whether it is well, and what it has cost."""

import contextlib
import http.client
import os
import subprocess
import sys
import time
from pathlib import Path

from launch import server


@contextlib.contextmanager
def running(folder: Path, port: int, *settings: str):
    """Serve the app.py in a folder, by its serve.py if it has one; end it afterwards."""
    command = [sys.executable, "serve.py"]
    if not (folder / "serve.py").is_file():
        given = [f"--server.port={port}", *settings]
        command = [sys.executable, "-m", "streamlit", "run", "app.py", *given]
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    port_is = {"MIERU_PORT": str(port)}
    child = subprocess.Popen(command, cwd=folder, env=os.environ | port_is, **quiet)
    try:
        for _ in range(600):
            if healthy(port):
                break
            if child.poll() is not None:
                sys.exit(f"The app in {folder} does not start.")
            time.sleep(0.1)
        yield child.pid
    finally:
        child.terminate()
        child.wait(30)


def healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(server.HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def cpu_seconds(pid: int) -> float | None:
    """Give a process's CPU time so far; None where the system has no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
