"""
Packed once for everybody: the best packing is made in the background and kept on disk.

Whoever asks first gets a quick packing within a fraction of a second, so nobody waits for the
best one, which takes seconds for the largest script.
"""

import asyncio
import contextlib
import gzip
import hashlib
import os
import queue
import sys
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

from components.server.packing_fonts import lean_style

PAGES = 256  # packed pages kept in memory; files are kept all
QUICK = {
    "br": (5, lambda body: brotli.compress(body, quality=5)),
    "gzip": (9, lambda body: gzip.compress(body, 9, mtime=0)),
}
BEST = 11
LIKE_ANY_OTHER = 10  # added to the niceness of the thread that packs in the background


@dataclass(frozen=True)
class Packed:
    """Some content in one coding; the tag differs wherever the bytes do."""

    body: bytes
    tag: str


class PackedFiles:
    """Content, packed: pages for a while, files as long as the process lives."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[tuple[Path, str], asyncio.Future[Packed]] = {}
        self._pages: OrderedDict[tuple[str, str], Packed] = OrderedDict()
        self._hands = ThreadPoolExecutor(2, "packing")
        self._later: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None

    async def file(self, path: Path, coding: str) -> Packed:
        """Give a file that does not change while we run; packed by one for all who ask."""
        key = (path, coding)
        if key not in self._files:
            loop = asyncio.get_running_loop()
            self._files[key] = asyncio.ensure_future(
                loop.run_in_executor(self._hands, self._first, path, coding, loop)
            )
            self._files[key].add_done_callback(lambda done: self._forget_failure(key, done))
        return await asyncio.shield(self._files[key])

    async def page(self, body: bytes, coding: str) -> Packed:
        """Give a page, of which there may be many: quick packing, the latest ones kept."""
        key = (digest(body), coding)
        if key not in self._pages:
            made = packed(body, key[0], coding)
            if coding:
                loop = asyncio.get_running_loop()
                made = await loop.run_in_executor(self._hands, packed, body, key[0], coding)
            self._pages[key] = made
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(key)
        return self._pages[key]

    def _forget_failure(self, key: tuple[Path, str], done: asyncio.Future) -> None:
        if done.cancelled() or done.exception():
            self._files.pop(key, None)

    def _first(self, path: Path, coding: str, loop: asyncio.AbstractEventLoop) -> Packed:
        body = content(path)
        name = digest(body)
        if coding != "br":
            return packed(body, name, coding)
        if kept := self._from_disk(body, name):
            return kept
        self._work(lambda: self._best(path, name, loop))
        return packed(body, name, coding)

    def _work(self, task: Callable[[], None]) -> None:
        if self._worker is None:
            # A daemon: the end of the server does not wait for a packing.
            self._worker = threading.Thread(target=self._run, name="packing-best", daemon=True)
            self._worker.start()
        self._later.put(task)

    def _run(self) -> None:
        if sys.platform == "linux":  # elsewhere a thread has no niceness of its own
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LIKE_ANY_OTHER)
        while True:
            task = self._later.get()
            # A file that vanished, a loop that has ended: the quick packing goes on serving.
            with contextlib.suppress(OSError, RuntimeError, MemoryError, brotli.error):
                task()

    def _best(self, path: Path, name: str, loop: asyncio.AbstractEventLoop) -> None:
        body = content(path)
        if digest(body) != name:
            return
        made = Packed(brotli.compress(body, quality=BEST), _tag(name, "br", BEST))
        self._to_disk(made, name)
        loop.call_soon_threadsafe(self._replace, (path, "br"), made)

    def _replace(self, key: tuple[Path, str], made: Packed) -> None:
        done = asyncio.get_running_loop().create_future()
        done.set_result(made)
        self._files[key] = done

    def _from_disk(self, body: bytes, name: str) -> Packed | None:
        if self._folder is None:
            return None
        try:
            made = (self._folder / f"{name}.br").read_bytes()
            whole = brotli.decompress(made) == body
        except (OSError, brotli.error):
            return None
        return Packed(made, _tag(name, "br", BEST)) if whole else None

    def _to_disk(self, made: Packed, name: str) -> None:
        if self._folder is None:
            return
        with contextlib.suppress(OSError):  # a full or read-only disk: memory is enough
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(made.body)
                os.replace(draft, self._folder / f"{name}.br")
            except OSError:
                os.unlink(draft)
                raise


def content(path: Path) -> bytes:
    """Give what is sent for a file, unpacked."""
    body = path.read_bytes()
    return lean_style(body) if path.suffix == ".css" else body


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


def packed(body: bytes, name: str, coding: str) -> Packed:
    """Pack quickly; without a coding the content stays as it is."""
    if not coding:
        return Packed(body, _tag(name, "", 0))
    level, pack = QUICK[coding]
    return Packed(pack(body), _tag(name, coding, level))


def _tag(name: str, coding: str, level: int) -> str:
    return f'"{name}-{coding}{level}"' if coding else f'"{name}"'
