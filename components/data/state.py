"""Whether data/ is still what it was: the files by name, time and size."""

from contextlib import suppress
from pathlib import Path
from time import monotonic

from components.data.paths import DATA, files_in

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
        for path in (*files_in(folder, "*.csv"), *files_in(folder, "*.yml")):
            with suppress(OSError):  # it went away as we looked
                state = path.stat()
                found.append((str(path), state.st_mtime_ns, state.st_size))
    return repr(sorted(found))  # a str keeps its hash, which every look into a cache takes
