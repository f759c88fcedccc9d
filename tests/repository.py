"""The files the repository keeps, whether it was cloned or unpacked."""

import shutil
import subprocess
from pathlib import Path

from components.data.paths import ROOT

MADE = {".git", ".venv", "wheelhouse", "__pycache__", ".pytest_cache", ".ruff_cache"}


def files() -> list[Path]:
    """List what git keeps; without git, every file that no tool has made."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
        ).stdout.split("\0")
        found = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if not MADE & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in found if path.is_file())


def copy_to(folder: Path) -> Path:
    """Copy what the repository keeps, for a test that changes pages or records."""
    for path in files():
        there = folder / path.relative_to(ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, there)
    return folder
