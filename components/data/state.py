"""Whether data/ is still what it was: the files by name, time and size."""

import os
from pathlib import Path
from time import monotonic

from components.data.paths import DATA

DataState = str
FRESH = 1.0  # seconds
LOOKED: dict[Path, tuple[float, DataState]] = {}


def data_state(data: Path = DATA) -> DataState:
    """
    Tell the state of every file in data/; equal states mean equal content.

    One page asks many times, so the files are looked at no more than once a second.
    """
    now = monotonic()
    looked, state = LOOKED.get(data, (-FRESH, ""))
    if now - looked >= FRESH:
        state = _look(data)
        LOOKED[data] = (now, state)
    return state


def _look(data: Path) -> DataState:
    found = []
    for folder in (data, data / "tables", data / "text"):
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".csv", ".yml")):
                    state = entry.stat()
                    found.append((entry.path, state.st_mtime_ns, state.st_size))
    return repr(sorted(found))  # a str keeps its hash, which every look into a cache takes
