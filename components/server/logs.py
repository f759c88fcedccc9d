"""A log that says what went wrong and where in the code, and never who did what."""

import logging
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType

from components.data.paths import ROOT
from components.server.limits import TokenBucket

OURS = ("components", "serve", "__main__")
DEEPEST = 6  # places told of one failure
LINES, AT_ONCE = 0.2, 20  # lines a second and at once, so that a flood leaves no flood
LOG = logging.getLogger(__name__)


def keep_quiet() -> logging.Handler:
    """From now on let no log line hold an address, an id, a path of the machine or a query."""
    logging.setLogRecordFactory(_record)
    logging.raiseExceptions = False  # a full disk must not turn a line into a traceback
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.root.addHandler(told)
    few = _Few()
    for logger in (logging.root, *logging.root.manager.loggerDict.values()):
        for handler in getattr(logger, "handlers", ()):
            handler.addFilter(few)
    return told


def _record(name: str, *rest, **more) -> logging.LogRecord:
    record = logging.LogRecord(name, *rest, **more)
    if record.levelno < logging.WARNING:
        return record
    # What other libraries say may hold anything; line and file lead a maintainer to the words.
    if not name.startswith(OURS):
        record.msg, record.args = f"{Path(record.pathname).name}:{record.lineno}", ()
    if record.exc_info and record.exc_info[0]:
        record.msg = f"{record.msg} - {failure(*record.exc_info)}"
    record.exc_info = None
    record.stack_info = None
    return record


def failure(kind: type, value: BaseException | None, trace: TracebackType | None) -> str:
    """Name a failure and its places, the innermost first: no value, no folder of the machine."""
    found = [(each.filename, each.lineno) for each in traceback.extract_tb(trace)[-DEEPEST:]]
    if isinstance(value, SyntaxError) and value.filename:
        found.append((value.filename, value.lineno))
    places = " < ".join(f"{_short(name)}:{line}" for name, line in reversed(found))
    return f"{kind.__name__}: {places}"


def _short(filename: str) -> str:
    path = Path(filename)
    if "site-packages" not in path.parts and path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return path.name


class _Few(logging.Filter):
    """Let a few lines pass in a while, so that a flood of faults is no flood of lines."""

    def __init__(self) -> None:
        super().__init__()
        self._pace = TokenBucket(LINES, AT_ONCE)

    def filter(self, record: logging.LogRecord) -> bool:
        return self._pace.takes()


class Refusals:
    """Counts what the guard refuses, and says so in a line now and then."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._pace = TokenBucket(1 / 60, 1)

    def add(self, kind: str) -> None:
        """Count one refusal."""
        self._counts[kind] += 1
        if self._pace.takes():
            told = ", ".join(f"{kind.lower()} {n}" for kind, n in sorted(self._counts.items()))
            LOG.warning("refused so far: %s", told)
