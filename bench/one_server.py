"""What `viewers.py --pages`, `--phones` and `--sessions` measure, each on a server of its own."""

import asyncio
import contextlib
from itertools import pairwise
from pathlib import Path

from bench import phones
from bench.serving import cpu_seconds, running
from bench.viewer import Run, Viewer
from launch import server
from tests.serving import free_port

ROOT = Path(__file__).resolve().parent.parent
OURS, SAME, DEFAULT = "ours", "bare, our settings", "bare, defaults"
CHART_HEIGHT = 420
LEAVES = 0.02  # seconds; the guard lets ten in a second, who comes sooner waits
MOVES = 10
AIM_CPU = 1.3
FIELDS = {  # as the bare page takes them, and Streamlit's names for them
    "boxes": ("selectbox", "multiselect"),
    "sliders": ("slider",),
    "groups": ("button_group",),
    "buttons": ("button", "download_button"),
    "fields": ("text_input", "number_input", "text_area"),
}


@contextlib.contextmanager
def serving(name: str, folder: Path):
    """Start one of the three; give its port and its process."""
    port = free_port()
    # Only what keeps it from asking and from listening to others.
    few = ["--server.headless=true", f"--server.address={server.HOST}"] if name == DEFAULT else []
    with running(ROOT if name == OURS else folder / name, port, *few) as pid:
        yield port, pid


def memory(pid: int) -> float:
    """Give a process's memory in MB; none where the system has no /proc."""
    with contextlib.suppress(OSError):
        status = Path(f"/proc/{pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return float("nan")


def rerun_cpu(
    port: int, pid: int, page: str, link: dict[str, str], reruns: int
) -> tuple[float, Run]:
    """Give the server's CPU milliseconds for running a page again, and what such a run brings."""

    async def run() -> tuple[float, Run]:
        async with Viewer(port, page) as viewer:
            first = await viewer.run(**link)
            for _ in range(2):  # what is made once is made here
                await viewer.run(**link)
            before = cpu_seconds(pid) or float("nan")
            for _ in range(reruns):
                assert (await viewer.run(**link)).whole, page
                await asyncio.sleep(0.1)  # as many frames as the guard lets through
            return ((cpu_seconds(pid) or float("nan")) - before) / reruns * 1000, first

    return asyncio.run(run())


def measure_pages(folder: Path, reruns: int) -> None:
    """Run every page again, beside a bare page with our settings and as many charts and fields."""
    print(
        f"{'page':20}{'charts':>7}{'fields':>7}{'CPU ms':>9}{'bare':>8}{'ratio':>8}, aim {AIM_CPU}"
    )
    with serving(SAME, folder) as (bare, bare_pid), serving(OURS, folder) as (port, pid):
        for page in sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py")):
            own, run = rerun_cpu(port, pid, page, {"lang": "ja", "step": "1"}, reruns)
            charts = run.words.count("<figure id=")
            has = {name: sum(run.kinds[kind] for kind in kinds) for name, kinds in FIELDS.items()}
            link = {"heights": "-".join([str(CHART_HEIGHT)] * charts), **has}
            same, _ = rerun_cpu(bare, bare_pid, "", {k: str(v) for k, v in link.items()}, reruns)
            line = f"{charts:7}{sum(has.values()):7}{own:9.1f}{same:8.1f}{own / same:8.2f}"
            print(f"{page:20}{line}", flush=True)


def measure_phones(folder: Path, options) -> None:
    """Move a talk before phones, a line for each size of the room."""
    print(f"{'phones':>7}{'in':>7}{'missed':>8}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>9}")
    with serving(OURS, folder) as (port, pid):
        for count in map(int, options.phones.split(",")):
            found = phones.measure(port, pid, count, MOVES, options.topic)
            line = "{in:7}{missed:8}{p50:8.0f}{p95:8.0f}{cpu:9.3f}".format(**found)
            print(f"{count:7}{line}", flush=True)


async def come_and_go(port: int, sessions: int, topic: str = "health_insurance") -> None:
    """Let readers open a topic, take a step and leave, one after another."""
    for number in range(sessions):
        async with Viewer(port, topic) as viewer:
            for step in (number % 4 + 1, number % 4 + 2):
                assert (await viewer.run(lang=("ja", "en")[number % 2], step=str(step))).whole
        await asyncio.sleep(LEAVES)


def growth(port: int, pid: int, *rows: int) -> list[float]:
    """
    Give the MB that each row of sessions left behind, after the first row.

    In the first row what is made once is made, and Streamlit keeps up to 128 readers who left.
    """
    sizes = []
    for sessions in rows:
        asyncio.run(come_and_go(port, sessions))
        sizes.append(memory(pid))
    return [after - before for before, after in pairwise(sizes)]


def measure_sessions(folder: Path, sessions: int) -> None:
    """Say what readers who came and went left behind; the aim is 20 MB in 1,000 sessions."""
    with serving(OURS, folder) as (port, pid):
        [grown] = growth(port, pid, 200, sessions)
        print(f"{sessions} sessions after 200: {grown:+.1f} MB, now {memory(pid):.0f} MB")
