"""The folder .venv: made from the locks, remembered, and made anew when it cannot be trusted."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess

from launch import installing
from launch.lock import exclusive
from launch.say import Stop, say, sentence


class Environment:
    """
    .venv beside run.py, and the note in it of what was installed.

    The note is taken away before a package is touched and written after the last one: an
    environment without a note is half made, whatever else it holds.
    """

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.folder = self.root / ".venv"
        windows = os.name == "nt"
        self.python = self.folder / ("Scripts/python.exe" if windows else "bin/python")
        self.note = self.folder / "installed.json"

    def works(self):
        """Say whether it was finished once and still has its Python and its packages."""
        noted = self._noted()
        return (
            bool(noted)
            and noted["python"] == self._version()
            and set(noted["packages"]) <= self._packages()
        )

    def fits(self, locks):
        """Say whether it works and was made from exactly these lock files."""
        noted = self._noted() or {"locks": {}}
        wanted = {name: self._digest(name) for name in locks}
        return wanted.items() <= noted["locks"].items() and self.works()

    def forget(self):
        self.note.unlink(missing_ok=True)

    def remember(self, locks):
        noted = {
            "python": self._version(),
            "locks": {name: self._digest(name) for name in locks},
            "packages": sorted(self._packages()),
        }
        draft = self.note.with_suffix(".new")
        draft.write_text(json.dumps(noted, indent=1), encoding="utf-8")
        draft.replace(self.note)

    def _noted(self):
        try:
            noted = json.loads(self.note.read_text(encoding="utf-8"))
            return noted if noted.keys() >= {"python", "locks", "packages"} else None
        except (OSError, ValueError, AttributeError):
            return None

    def _version(self):
        """Ask the environment's own Python: the one it was made from may have been replaced."""
        code = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            asked = [self.python, "-I", "-S", "-c", code]
            answer = subprocess.run(asked, capture_output=True, text=True, timeout=20)
        except (OSError, subprocess.TimeoutExpired):
            return None
        return answer.stdout.strip() or None

    def _packages(self):
        places = [*self.folder.glob("lib/python*/site-packages"), self.folder / "Lib/site-packages"]
        return {
            entry
            for place in places
            if place.is_dir()
            for entry in os.listdir(place)
            if entry.endswith(".dist-info")
        }

    def _digest(self, lock):
        # Line ends may differ between two clones of the same lock.
        text = (self.root / lock).read_bytes().replace(b"\r\n", b"\n")
        return hashlib.sha256(text).hexdigest()


def prepare(root, locks, old_will_do=True):
    """Give a Python that has what the locks name; make or repair the environment if need be."""
    environment = Environment(root)
    if environment.fits(locks):
        return environment.python
    with exclusive(environment.root / ".venv.lock"):
        if not environment.fits(locks):
            _bring_up(environment, locks, old_will_do)
    return environment.python


def _bring_up(environment, locks, old_will_do):
    old_works = environment.works()
    try:
        _make(environment, locks, anew=not old_works)
    except Stop as problem:
        # If the parts could not be had, nothing was touched yet.
        if not (old_will_do and old_works and environment.works()):
            raise
        say(*problem.args)
        say(*sentence("old_environment"))


def _make(environment, locks, anew):
    installing.require_tools()
    try:
        if anew:
            say(*sentence("making"))
            shutil.rmtree(environment.folder, ignore_errors=True)
            installing.create(environment.folder)
        parts = installing.gather(environment, locks)
        environment.forget()
        installing.install(environment, locks, parts)
        environment.remember(locks)
    except OSError as problem:
        raise Stop(*sentence("cannot_make", problem=problem)) from problem
    installing.pack(environment)
    say(*sentence("ready"))
