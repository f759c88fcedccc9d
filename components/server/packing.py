"""
Files of the packages, packed once beside them: python -m components.server.packing

Streamlit sends its own files unpacked. `run.py prepare` and the first start write a packed copy of
each; a server that finds none, or those of other versions, makes them before it listens. Where
they cannot be written, files go out unpacked.
"""

import contextlib
import gzip
import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path

import brotli

from components.server.streamlit_internals import (
    FONT_FACE,
    HIDDEN_LINK,
    ICON_FONT,
    PAGE_FILE,
    PRELOADED_FONT,
    STATIC,
    TEXT_FONT,
)
from launch.lock import exclusive
from launch.say import say

# Icons are written as words, which a ligature turns into a picture. A blank asks for no font: it
# stands in every empty line, and the script that asks for the icons ahead asks for a blank. The
# text font stands behind ours in each list, so a sign that ours lack would bring it in vain.
WRITTEN_IN = {
    ICON_FONT: b"U+5F,U+30-39,U+61-7A",
    TEXT_FONT: b"U+21-7E,U+A1-24F",
}


def lean_page(html: str) -> str:
    """Take the order to fetch a font ahead out of the page's head."""
    style = f"<style>{HIDDEN_LINK} {{ font-family: sans-serif !important; }}</style>"
    return PRELOADED_FONT.sub("", html).replace("</head>", f"{style}</head>", 1)


def lean_style(css: bytes) -> bytes:
    """Have a font fetched once a letter is written in it, and not for a blank."""
    for name, letters in WRITTEN_IN.items():
        face = FONT_FACE % name
        css = css.replace(face, face + b"unicode-range:" + letters + b";")
    return css


RULES = 1  # another number whenever content or copies are made in another way
# Named here, since what an operating system says of .js may be wrong.
PACKABLE = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
SMALL = 500  # bytes below which packing makes nothing smaller
LIST = "copies.json"  # written last: without it the copies are not whole
Sources = Mapping[str, Path]


def package_file(package: str, *inside: str) -> Path:
    """Give a file of an installed package, without importing the package."""
    found = importlib.util.find_spec(package)
    assert found and found.origin
    return Path(found.origin).parent.joinpath(*inside)


@cache
def sources() -> Sources:
    """Give the files we serve out of packages, by address: Streamlit's, and Plotly's library."""
    plotly = package_file("plotly", "package_data", "plotly.min.js")
    found = {
        f"/{path.relative_to(STATIC).as_posix()}": path
        for path in STATIC.rglob("*")
        if path.is_file() and path != PAGE_FILE
    }
    return {**found, f"/files/plotly.{digest(plotly.read_bytes())[:16]}.js": plotly}


def plotly_address() -> str:
    """Give the address of Plotly's drawing library, another one for each version."""
    return next(address for address, path in sources().items() if path.name == "plotly.min.js")


def content(path: Path) -> bytes:
    """Give what is sent for a file, unpacked."""
    body = path.read_bytes()
    return lean_style(body) if path.suffix == ".css" else body


def digest(body: bytes) -> str:
    """Name some content."""
    return hashlib.sha256(body).hexdigest()[:32]


def is_packable(path: Path) -> bool:
    """Say whether a file gets smaller by packing."""
    return path.suffix in PACKABLE and path.stat().st_size >= SMALL


def beside_packages() -> Path | None:
    """Give the folder of the copies of these versions; None outside an environment."""
    if sys.prefix == sys.base_prefix and "MIERU_PACKED" not in os.environ:
        return None
    folder = os.environ.get("MIERU_PACKED") or Path(sys.prefix) / "packed"
    return Path(folder) / f"streamlit-{version('streamlit')}-plotly-{version('plotly')}-{RULES}"


def copies(folder: Path | None, files: Sources) -> dict[str, str]:
    """Give what is packed, as address and digest of its content; nothing unless all of it is."""
    try:
        listed = json.loads((folder / LIST).read_text("utf-8")) if folder else {}
        sizes = {address: files[address].stat().st_size for address in listed}
        whole = all(size == sizes[address] for address, (_, size) in listed.items())
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {address: name for address, (name, _) in listed.items()} if whole else {}


def copy_of(folder: Path, address: str, coding: str) -> Path:
    """Give the place of a copy."""
    return folder / f"{address.strip('/')}.{coding}"


def prepare(folder: Path | None = None, files: Sources | None = None) -> dict[str, str]:
    """Have the copies, making them where they are missing; what they are (see copies)."""
    folder, files = folder or beside_packages(), files or sources()
    found = copies(folder, files)
    if found or folder is None:
        return found
    with contextlib.suppress(OSError):  # a full or read-only disk
        folder.parent.mkdir(parents=True, exist_ok=True)
        with exclusive(folder.parent / ".lock"):
            if not copies(folder, files):
                _make(folder, files)
    return copies(folder, files)


def _make(folder: Path, files: Sources) -> None:
    """Write all copies into a new folder, and put it in place of whatever stands there."""
    say("画面の部品をちぢめています(はじめだけ)…", "Packing the files of pages (only once)…")
    draft = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        packable = {address: path for address, path in files.items() if is_packable(path)}
        # The largest first, so that no core is left alone with it; brotli lets other threads run.
        largest = sorted(packable, key=lambda address: -packable[address].stat().st_size)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            pack = pool.map(lambda address: _pack(draft, address, packable[address]), largest)
            listed = {}
            for done, (address, line) in enumerate(zip(largest, pack, strict=True), 1):
                listed[address] = line
                if sys.stdout.isatty():
                    print(f"    {done} / {len(largest)}", end="\r", flush=True)
        (draft / LIST).write_text(json.dumps(listed), "utf-8")
        for old in folder.parent.iterdir():  # other versions, and copies that were not whole
            if old.is_dir() and old != draft:
                shutil.rmtree(old, ignore_errors=True)
            elif old.suffix == ".br":  # as they were kept before
                old.unlink(missing_ok=True)
        draft.chmod(0o755)
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _pack(folder: Path, address: str, path: Path) -> tuple[str, int]:
    body = content(path)
    packed = {"br": brotli.compress(body, quality=11), "gzip": gzip.compress(body, 9, mtime=0)}
    for coding, written in packed.items():
        place = copy_of(folder, address, coding)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(written)
    return digest(body), path.stat().st_size


if __name__ == "__main__":
    prepare()
