"""What run.py promises about what it starts: real processes, with a stand-in for the server."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import venv
from pathlib import Path

import pytest

from launch.environment import Environment

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as on Linux and macOS")

# Stands for serve.py: answers the health question, and starts a helper of its own.
STUB = """\
import http.server, json, os, subprocess, sys
helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
port = int(os.environ["MIERU_PORT"])
open(f"helper-{port}", "w").write(str(helper.pid))
told = {name: os.environ.get(name) for name in ("MIERU_LISTEN", "MIERU_HOSTS")}
open(f"told-{port}", "w").write(json.dumps(told))
class Well(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
http.server.HTTPServer(("127.0.0.1", port), Well).serve_forever()
"""
CHECK = "import sys\nprint(sys.argv[2:])\nsys.exit(3)\n"


@pytest.fixture(autouse=True)
def ctrl_c_is_heard():
    """Hear Ctrl-C, and let what is started hear it, where the tests themselves run unheard."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of run.py with a finished environment and a stand-in for the server."""
    folder = tmp_path / "みえる 試し"
    shutil.copytree(ROOT / "launch", folder / "launch")
    shutil.copy(ROOT / "run.py", folder)
    (folder / "requirements.txt").write_text("")
    for module, code in {"serve": STUB, "components/__main__": CHECK}.items():
        file = folder / f"{module}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code)
    venv.create(folder / ".venv", with_pip=False, symlinks=True)
    Environment(folder).remember(["requirements.txt"])
    return folder


@contextlib.contextmanager
def started(project: Path, *words: str):
    """Start run.py from another folder and wait until it tells the address."""
    command = [sys.executable, str(project / "run.py"), *(words or ["--no-browser"])]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    launcher = subprocess.Popen(command, cwd="/", start_new_session=True, **pipes)
    try:
        yield launcher
    finally:
        with contextlib.suppress(ProcessLookupError):
            launcher.kill()
        launcher.wait()
        launcher.stdout.close()


def port_of(launcher: subprocess.Popen) -> int:
    line = next(line for line in launcher.stdout if line.startswith("Open."))
    return int(line.rstrip().rstrip("/").rpartition(":")[2])


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text() if sys.platform == "linux" else True


def gone_in_time(pid: int) -> bool:
    for _ in range(60):
        with contextlib.suppress(FileNotFoundError):
            if is_alive(pid):
                time.sleep(0.1)
                continue
        return True
    return False


@pytest.mark.parametrize("told", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_nothing_stays_when_the_launcher_ends(project, told):
    """Ctrl-C, a polite end, a closed window and a killed launcher all end what was started."""
    with started(project) as launcher:
        port = port_of(launcher)
        helper = int((project / f"helper-{port}").read_text())
        assert is_alive(helper)
        launcher.send_signal(getattr(signal, told))
        launcher.wait(10)
        assert gone_in_time(helper)


def test_only_a_hall_is_listened_to(project):
    """A plain start listens here alone; --hall listens to the room, under all names given."""
    with started(project, "serve", "--no-browser") as launcher:
        alone = json.loads((project / f"told-{port_of(launcher)}").read_text())
    assert alone == {"MIERU_LISTEN": "127.0.0.1", "MIERU_HOSTS": ""}
    words = ("serve", "--no-browser", "--hall", "--name", "talk.example", "--name", "other.example")
    with started(project, *words) as launcher:
        hall = json.loads((project / f"told-{port_of(launcher)}").read_text())
    assert hall == {"MIERU_LISTEN": "0.0.0.0", "MIERU_HOSTS": "talk.example,other.example"}


def test_two_starts_at_once_take_two_ports(project):
    """Two starts in one moment both succeed, each on a port of its own."""
    with started(project) as one, started(project) as other:
        assert port_of(one) != port_of(other)


def test_app_that_ends_at_once_is_told(project):
    """An app that cannot start ends in one sentence and exit code 1."""
    (project / "serve.py").write_text("raise SystemExit('broken')")
    command = [sys.executable, str(project / "run.py"), "--no-browser"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert ended.returncode == 1
    assert "Delete the .venv folder" in ended.stderr


def test_check_passes_words_and_exit_code(project):
    """`check` hands its words on, and its exit code back, from any folder."""
    command = [sys.executable, str(project / "run.py"), "check", "--lang", "en"]
    ended = subprocess.run(command, cwd="/", capture_output=True, text=True, timeout=20)
    assert (ended.returncode, ended.stdout.strip()) == (3, "['--lang', 'en']")


def test_check_is_told_when_the_launcher_is(project):
    """A check or a test run that another program ends is ended with its child."""
    waiting = "import os, time\nprint('Open.', os.getpid(), flush=True)\ntime.sleep(60)\n"
    (project / "components/__main__.py").write_text(waiting)
    with started(project, "check") as launcher:
        child = int(launcher.stdout.readline().split()[1])
        launcher.terminate()
        assert launcher.wait(10) == 130
        assert gone_in_time(child)


def test_unknown_word_shows_the_known_ones(project):
    """A word that run.py does not know gets the list of those it knows."""
    command = [sys.executable, str(project / "run.py"), "chekc"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert ended.returncode == 2
    assert "python3 run.py check" in ended.stdout
