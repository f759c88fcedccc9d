"""Style and script of the light pages: constant files, each with a mark that changes with it."""

import hashlib
from functools import cache
from pathlib import Path

from components.charts.themes import DARK, FONT, LIGHT, Theme
from components.rooms.step_page import recolouring

HERE = Path(__file__).parent
KINDS = {"light.css": "text/css; charset=utf-8", "follow.js": "text/javascript; charset=utf-8"}
DARKER = "@media (prefers-color-scheme: dark)"


@cache
def asset(name: str) -> bytes:
    """Give a file. Raises KeyError for one there is not."""
    if name not in KINDS:
        raise KeyError(name)
    written = (HERE / name).read_text("utf-8")
    if name.endswith(".css"):
        written = f"{_colours()}\n{written}"
    return written.encode()


@cache
def mark_of(name: str) -> str:
    """Give the mark of a file's content."""
    return hashlib.sha256(asset(name)).hexdigest()[:12]


@cache
def address_of(name: str) -> str:
    """Give the address of a file, new whenever the file is."""
    return f"/live/assets/{name}?v={mark_of(name)}"


def _colours() -> str:
    """The colours of page and stills are those of the charts' looks, written down once."""
    night = f":root{{{_variables(DARK)}}}{recolouring()}"
    return f":root{{{_variables(LIGHT)}--font:{FONT}}}\n{DARKER}{{{night}}}"


def _variables(theme: Theme) -> str:
    names = ("ground", "ink", "muted", "rule", "aside", "main", "accent")
    return "".join(f"--{name}:{getattr(theme, name)};" for name in names)
