"""What run.py promises to whoever starts it."""

import os
import shutil
import socket
import sys
import venv
from pathlib import Path

import pytest

from launch import environment, installing, server, words
from launch.environment import Environment, prepare
from launch.say import Stop

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.txt"]


def make_environment(folder: Path, locks: list[str] = LOCKS) -> Environment:
    """Make a finished environment by hand, with one package."""
    venv.create(folder / ".venv", with_pip=False, symlinks=os.name == "posix")
    made = Environment(folder)
    places = [*made.folder.glob("lib/python*/site-packages"), made.folder / "Lib/site-packages"]
    (next(place for place in places if place.is_dir()) / "tiny-1.0.dist-info").mkdir()
    made.remember(locks)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project folder with two locks and nothing else."""
    (tmp_path / "requirements.txt").write_text("tiny==1.0 --hash=sha256:00\n")
    (tmp_path / "requirements-test.txt").write_text("tried==1.0 --hash=sha256:00\n")
    return tmp_path


packed: list[str] = []  # each time the files of pages were packed


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put recorders in the place of everything that would reach for the network."""
    done: list[str] = []
    packed.clear()

    def create(place: Path) -> None:
        done.append("create")
        venv.create(place, with_pip=False, symlinks=os.name == "posix")

    monkeypatch.setattr(installing, "create", create)
    monkeypatch.setattr(installing, "gather", lambda *_: done.append("gather"))
    monkeypatch.setattr(installing, "install", lambda *_: done.append("install"))
    monkeypatch.setattr(installing, "pack", lambda *_: packed.append("packed"))
    return done


def no_network(*_: object) -> None:
    raise Stop("つながりません。", "No network.")


def test_first_start_makes_the_environment_and_the_second_does_no_work(folder, steps):
    """The second start installs nothing."""
    prepare(folder, LOCKS)
    assert steps == ["create", "gather", "install"] and len(packed) == 1
    prepare(folder, LOCKS)
    assert len(steps) == 3 and len(packed) == 1


def test_changed_lock_is_installed_into_the_same_environment(folder, steps):
    """A changed lock is noticed; other line ends are no change."""
    make_environment(folder)
    lock = folder / "requirements.txt"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    prepare(folder, LOCKS)
    assert steps == []
    lock.write_text("tiny==2.0 --hash=sha256:00\n")
    prepare(folder, LOCKS)
    assert steps == ["gather", "install"]


@pytest.mark.parametrize("harm", ["note", "spoilt note", "python", "package"])
def test_environment_that_is_not_whole_is_made_anew(folder, steps, harm):
    """An environment without its note, its Python or one of its packages is not trusted."""
    made = make_environment(folder)
    (made.folder / "left over").touch()
    if harm == "note":
        made.forget()
    elif harm == "spoilt note":
        made.note.write_text('{"python": ')
    elif harm == "python":
        made.python.unlink()
    else:
        shutil.rmtree(next(made.folder.rglob("tiny-1.0.dist-info")))
    prepare(folder, LOCKS)
    assert steps == ["create", "gather", "install"]
    assert not (made.folder / "left over").exists()
    assert made.fits(LOCKS)


@pytest.mark.parametrize("before", ["nothing", "an older environment"])
def test_interrupted_install_is_begun_again(folder, steps, monkeypatch, before):
    """Ctrl-C in the middle of installing leaves nothing that the next start would trust."""
    if before != "nothing":
        make_environment(folder)
        (folder / "requirements.txt").write_text("tiny==2.0 --hash=sha256:00\n")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(installing, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            prepare(folder, LOCKS)
    assert not Environment(folder).works()
    prepare(folder, LOCKS)
    assert steps[-3:] == ["create", "gather", "install"]


def test_without_network_the_environment_made_before_is_used(folder, steps, monkeypatch, capsys):
    """A new lock and no network: the app starts as it was, says so, and tests refuse."""
    made = make_environment(folder)
    (folder / "requirements.txt").write_text("tiny==2.0 --hash=sha256:00\n")
    monkeypatch.setattr(installing, "gather", no_network)
    assert prepare(folder, LOCKS) == made.python
    assert "No network." in capsys.readouterr().out
    with pytest.raises(Stop):
        prepare(folder, LOCKS, old_will_do=False)


def test_prepare_brings_what_a_new_version_needs_or_says_that_it_cannot(folder, steps, monkeypatch):
    """A server that is brought up to date has the packages and packed files of its version."""
    make_environment(folder)
    (folder / "requirements.txt").write_text("tiny==2.0 --hash=sha256:00\n")
    with monkeypatch.context() as patch, pytest.raises(Stop):
        patch.setattr(installing, "gather", no_network)
        words.ready(folder, [])
    for _ in range(2):
        packed.clear()
        assert words.ready(folder, []) == 0 and steps == ["gather", "install"] and packed


def test_test_packages_are_added_beside_the_apps(folder, steps):
    """`test` adds its lock; a plain start afterwards finds all it needs."""
    make_environment(folder)
    prepare(folder, [*LOCKS, "requirements-test.txt"])
    prepare(folder, LOCKS)
    assert steps == ["gather", "install"]


def test_wheelhouse_is_used_without_network(folder, monkeypatch):
    """With a wheelhouse/ folder nothing is asked of the network, and hashes still count."""
    asked: list[list[str]] = []
    monkeypatch.setattr(installing, "_run", lambda command, *_: asked.append(command))
    (folder / "wheelhouse").mkdir()
    made = Environment(folder)
    installing.install(made, LOCKS, installing.gather(made, LOCKS))
    [command] = asked
    assert {"--no-index", "--require-hashes", str(folder / "wheelhouse")} <= set(command)


def test_missing_venv_is_told_with_its_cure(folder, monkeypatch):
    """On a Debian without python3-venv the sentence names the package to install."""
    monkeypatch.setattr(environment.installing.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(Stop) as told:
        prepare(folder, LOCKS)
    assert all("sudo apt install python3-venv" in sentence for sentence in told.value.args)


@pytest.mark.parametrize("needle, _japanese, english", installing.TROUBLES)
def test_failures_of_pip_end_in_one_sentence(needle, _japanese, english):
    """What pip says at length is told in one sentence of each language."""
    command = [sys.executable, "-c", f"print('ERROR: {needle} ...'); raise SystemExit(1)"]
    with pytest.raises(Stop) as told:
        installing._run(command, ROOT, "download")
    assert told.value.args[1] == f"Failed at fetching packages: {english}."


def test_next_free_port_is_taken():
    """A port in use is passed over, unless it was asked for by number."""
    with socket.create_server((server.HOST, 0)) as taken:
        number = taken.getsockname()[1]
        assert not server.is_free(number)
        with pytest.raises(Stop, match="--port"):
            server.choose_port(number)
    assert server.is_free(server.choose_port())
