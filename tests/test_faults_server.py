"""What is broken on the machine or in a file costs as little as it can: against the real server."""

import asyncio
import os
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from bench.viewer import Run, Viewer
from components.data.languages import LANGUAGES
from components.text.topics import interface
from tests.fault_hands import recode
from tests.repository import copy_to
from tests.serving import ROOT, ask, served

pytestmark = pytest.mark.slow

TOPIC, OTHER = "health_insurance", "card_adoption"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux' limits, mounts, /dev/full")
POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has no such limit or TZ")
FEW = (
    192  # open files: the program holds about 16, a reader four; a quarter is for those who follow
)


def see(port: int, page: str, **link: str) -> Run:
    """Open a page as a fresh reader and leave."""

    async def visit() -> Run:
        async with Viewer(port, page) as viewer:
            return await viewer.run(**({"lang": "ja"} | link))

    return asyncio.run(visit())


def stands(run: Run) -> bool:
    """Tell whether a page came whole and without a word of trouble."""
    return run.whole and "<h2" in run.words and "notice trouble" not in run.words


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The project, for a test that spoils it."""
    return copy_to(tmp_path_factory.mktemp("copy"))


def test_a_broken_page_costs_that_page_only(copy, tmp_path):
    """A page that fails and one that is no Python say one sentence each; every other stands."""
    spoilt = {"mynapoint": "raise KeyError('a secret')", "data_linkage": "def secret(:"}
    kept = {name: (copy / f"pages/{name}.py").read_bytes() for name in spoilt}
    for name, words in spoilt.items():
        (copy / f"pages/{name}.py").write_text(words, "utf-8")
    try:
        with served(tmp_path / "log", copy) as server:
            for name in spoilt:
                for language in LANGUAGES:
                    shown = see(server.port, name, lang=language)
                    assert interface("page_failed", language) in shown.words, name
                    assert "secret" not in shown.words
            assert stands(see(server.port, TOPIC)) and stands(see(server.port, OTHER))
            assert 0 < len(server.lines) < 20 and "secret" not in "".join(server.lines)
    finally:
        for name, words in kept.items():
            (copy / f"pages/{name}.py").write_bytes(words)


def test_a_record_broken_in_the_middle_of_a_talk_is_named_until_it_is_mended(copy, tmp_path):
    """Events saved as Shift_JIS are named to a reader inside; the step stands all the while."""
    events = copy / "data/events.csv"
    sound = events.read_bytes()

    async def watch(port: int) -> list[Run]:
        async with Viewer(port, TOPIC) as viewer:
            seen = [await viewer.run(lang="ja", step="2")]
            for change in (
                lambda: recode("cp932", file="events.csv")(copy / "data"),
                lambda: events.write_bytes(sound),
            ):
                change()
                await asyncio.sleep(1)  # the files are looked at twice a second
                seen.append(await viewer.run(lang="ja", step="2"))
        return seen

    with served(tmp_path / "log", copy) as server:
        before, broken, after = asyncio.run(watch(server.port))
        assert stands(before) and stands(after)
        assert broken.whole and "<h2" in broken.words and "events.csv" in broken.words


@LINUX
def test_a_full_disk_keeps_nobody_out(tmp_path):
    """Nothing can be written, not even a log line: it starts, and pages are whole."""
    full = "ulimit -f 0\nexec >/dev/full 2>/dev/full"
    with served(tmp_path / "log", before=full) as server:
        assert stands(see(server.port, TOPIC)) and stands(see(server.port, OTHER, lang="en"))


@LINUX
def test_a_read_only_machine_keeps_nobody_out(copy, tmp_path):
    """The project, home and the place for passing files are read-only: pages are whole."""
    place = shlex.quote(str(copy))
    lock = f"mount --bind {place} {place}\nmount -o remount,bind,ro {place}\ncd {place}"
    tried = subprocess.run(
        ["unshare", "--mount", "sh", "-c", f"set -e\n{lock}"], capture_output=True, check=False
    )
    if tried.returncode:
        pytest.skip("mounting is not permitted here")
    home = {"HOME": str(copy), "TMPDIR": str(copy), "XDG_CACHE_HOME": str(copy)}
    with served(tmp_path / "log", copy, lock, **home) as server:
        assert stands(see(server.port, TOPIC)) and stands(see(server.port, OTHER, lang="en"))


async def fill(port: int) -> tuple[list[Viewer], int]:
    """Let readers in until one is refused; give those inside and how the last was refused."""
    inside: list[Viewer] = []
    while len(inside) < FEW:
        viewer = Viewer(port, TOPIC)
        try:
            await viewer.join()
        except InvalidStatus as refused:
            assert int(refused.response.headers["retry-after"]) > 0
            return inside, refused.response.status_code
        assert stands(await viewer.run(lang="ja", step="1"))
        inside.append(viewer)
    return inside, 0


async def crowd_out(port: int) -> None:
    inside, status = await fill(port)
    assert status == 503 and len(inside) >= 3
    status, words = await asyncio.to_thread(ask, port, "/overview")
    assert status == 503 and all(interface("full", each) in words for each in LANGUAGES)
    assert (await asyncio.to_thread(ask, port, "/_stcore/health"))[0] == 200
    # Beyond that, connections that say nothing take every file there is.
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(2 * FEW)]
    for step in ("1", "2", "1"):
        for each in inside:
            assert stands(await each.run(lang="en", step=step))
    for each in silent:
        each.close()
    await inside.pop().leave()
    await asyncio.sleep(1)
    async with Viewer(port, TOPIC) as next_one:
        assert stands(await next_one.run(lang="ja", step="1"))
    for each in inside:
        await each.leave()


@LINUX
def test_too_few_open_files_are_told_once_and_cost_only_newcomers(tmp_path):
    """Full: newcomers get 503 and a sentence, those inside go on, the log says it once."""
    with served(tmp_path / "log", before=f"ulimit -n {FEW}") as server:
        asyncio.run(crowd_out(server.port))
        told = [line for line in server.lines if str(FEW) in line and "満員" in line]
        assert len(told) == 1 and "Full" in told[0]
        assert len(server.lines) < 20, server.lines


@POSIX
def test_a_clock_in_another_time_zone_shows_the_same_dates(tmp_path):
    """Machines whose calendars are a day apart, and readers there, see the same pages."""
    seen, days = [], []
    for place in ("Pacific/Kiritimati", "Etc/GMT+12"):
        ask_today = "from components.data.today import today; print(today())"
        days.append(
            subprocess.run(
                [sys.executable, "-c", ask_today],
                cwd=ROOT,
                env={**os.environ, "TZ": place},
                capture_output=True,
                check=True,
            ).stdout
        )
        with served(tmp_path / "log", TZ=place) as server:
            pages = ("overview", "timeline", "changes", TOPIC)
            seen.append([see(server.port, page, step="all").words for page in pages])
    assert all(words for words in seen[0]) and seen[0] == seen[1]
    assert days[0] == days[1]
