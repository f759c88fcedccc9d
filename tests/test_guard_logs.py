"""What the guard promises about the log: what failed and where, never who did what."""

import logging
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.server import logs, stream
from tests.knocking import Inner, ask, connect, guarded

SECRET = "203.0.113.9 /people/reader 53f4c259-3cb8 q=private"


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """The lines of a quiet log; afterwards logging is as it was."""
    factory, raises = logging.getLogRecordFactory(), logging.raiseExceptions
    told = logs.keep_quiet()
    written: list[str] = []
    told.setFormatter(logging.Formatter("%(message)s"))
    told.emit = lambda record: written.append(told.format(record))
    yield written
    logging.setLogRecordFactory(factory)
    logging.raiseExceptions = raises
    logging.root.removeHandler(told)
    few = told.filters[0]
    for logger in (logging.root, *logging.root.manager.loggerDict.values()):
        for handler in getattr(logger, "handlers", ()):
            handler.removeFilter(few)


def fail_with_a_secret() -> None:
    raise KeyError(SECRET)


def test_a_line_of_another_library_is_only_its_place(lines):
    """A warning of another library may hold anything, so only where it stands is written."""
    log = logging.getLogger("streamlit_like")
    log.warning("refused origin=%s", SECRET)
    log.error(f"session {SECRET} is known")
    assert [line.split(":")[0] for line in lines] == ["test_guard_logs.py"] * 2
    assert SECRET not in "\n".join(lines)


def test_a_failure_is_its_kind_and_its_places(lines):
    """A failure is told with file and line under our folder, without its value."""
    try:
        fail_with_a_secret()
    except KeyError:
        logging.getLogger("components.app.layout").exception("part of a page failed")
    [line] = lines
    assert line.startswith("part of a page failed - KeyError: tests/test_guard_logs.py:")
    assert SECRET not in line and str(logs.ROOT) not in line


def test_a_broken_file_is_named(lines):
    """A page that is no Python is named with its line, and none of its words."""
    broken = logs.ROOT / "pages" / "broken.py"
    try:
        compile("x = 1\nprivate words here", broken, "exec")
    except SyntaxError:
        logging.getLogger("components.app.layout").exception("part of a page failed")
    assert "pages/broken.py:2" in lines[0] and "private" not in lines[0]


def test_a_flood_leaves_few_lines(lines, monkeypatch):
    """Thousands of refused frames, connections and requests leave fewer than 50 lines."""

    async def no_time(_seconds: float) -> None:
        return None

    monkeypatch.setattr(stream.asyncio, "sleep", no_time)
    inner = Inner()
    app = guarded(inner)
    dropped = BackMsg(clear_cache=True).SerializeToString()
    for _ in range(100):
        connect(app, [dropped] * 100, origin="http://evil.example")
    for _ in range(30):
        connect(app, [dropped] * 100)
        connect(app, ["words"])
        ask(app, "/", host=SECRET)
        ask(guarded(Inner(fails=True)), "/")
    for _ in range(1000):
        logging.getLogger("uvicorn_like").warning(SECRET)
    assert 0 < len(lines) < 50
    assert "203.0.113.9" not in "\n".join(lines)
