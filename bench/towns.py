"""What `viewers.py --towns` measures: going from town to town, beside a bare page of pandas."""

import asyncio
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

from bench.bare import ROOT
from bench.one_server import OURS, SAME, memory, serving
from bench.serving import cpu_seconds
from bench.viewer import Viewer
from components.data.dataset import load_dataset

CHANGES, READERS, SECONDS, PAUSE = 60, 100, 60, 5
AIM_SECONDS, AIM_RATIO = 0.2, 1.5
# The same fields and charts from the same tables, as one writes them with pandas and Plotly.
BARE = """\
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

TABLES = Path("{tables}")


@st.cache_resource
def frames():
    towns = pd.read_csv(TABLES.parent / "municipalities.csv", dtype=str).set_index("code")
    kinds = {{"municipality": str}}
    cards, people = (
        pd.read_csv(TABLES / f"{{name}}_by_municipality.csv", dtype=kinds)
        .set_index("municipality").filter(regex="^[0-9]")
        for name in ("cards", "population")
    )
    years = people.columns
    base = [max([each for each in years if each < date[:8]] or years[:1]) for date in cards]
    rates = cards / people[base].to_numpy() * 100
    names = towns["name_ja"] + " " + towns["reading"] + " " + towns["prefecture"]
    return towns, people, rates, names.to_dict()


st.set_page_config(page_title="bare", layout="wide")
towns, people, rates, names = frames()
codes = list(names)
asked = st.query_params.get("town", codes[0])
town = st.selectbox("town", codes, codes.index(asked), format_func=names.get)
st.selectbox("compare", codes, None, format_func=names.get)
home = towns.loc[town, "prefecture"]
near = rates[towns.loc[rates.index, "prefecture"] == home]
date = st.select_slider("date", list(rates), rates.columns[-1])
st.button("play")
own, last = rates.at[town, date], rates[date]
st.header(f"{{names[town]}} {{own:.1f}}")
for among in (last, near[date]):
    st.write(f"{{(among > own).sum() + 1}} / {{len(among)}}")
lines = pd.DataFrame({{"town": rates.loc[town], home: near.mean(), "all": rates.mean()}})
st.plotly_chart(px.line(lines, markers=True), key="line")
hill = px.histogram(last, nbins=100)
hill.add_vline(own)
st.plotly_chart(hill, key="hill")
apart = (people.iloc[:, -1] / people.at[town, people.columns[-1]] - 1).abs()
alike = rates.loc[apart.nsmallest(9).index, date].sort_values()
alike.index = [names[code] for code in alike.index]
st.plotly_chart(px.bar(alike, orientation="h"), key="alike")
with st.expander("table"):
    st.dataframe(lines)
"""


def measure_towns(folder: Path) -> None:
    """Go from town to town at both servers, then let a crowd do so at ours."""
    (folder / SAME / "app.py").write_text(BARE.format(tables=ROOT / "data/tables"), "utf-8")
    shutil.copytree(ROOT / ".streamlit", folder / SAME / ".streamlit", dirs_exist_ok=True)
    codes = random.Random(1741).sample(list(load_dataset().municipalities), CHANGES * 2)
    print(f"{'change of town':20}{'p50 s':>9}{'p95 s':>9}{'CPU ms':>9}, aim p95 {AIM_SECONDS}")
    found = {}
    for name in (SAME, OURS):
        with serving(name, folder) as (port, pid):
            waited, cpu = asyncio.run(_changes(port, pid, name, codes))
        found[name] = _at(waited, 95), cpu
        print(f"{name:20}{_at(waited, 50):9.3f}{_at(waited, 95):9.3f}{cpu:9.1f}", flush=True)
    ratios = (ours / bare for ours, bare in zip(found[OURS], found[SAME], strict=True))
    print("ours to bare: p95 {:.2f}, CPU {:.2f}".format(*ratios) + f", aim {AIM_RATIO}")
    with serving(OURS, folder) as (port, pid):
        asyncio.run(_changes(port, pid, OURS, codes))
        empty = memory(pid)
        waited, failed, full = _crowd(port, pid, codes)
    line = f"{READERS} readers, a town each {PAUSE} s: p50 {_at(waited, 50):.3f} s, "
    line += f"p95 {_at(waited, 95):.3f} s, {failed} of {len(waited)} failed"
    print(line + f", {(full - empty) / READERS:.2f} MB a reader")


def _at(waited: list[float], part: int) -> float:
    return sorted(waited)[min(len(waited) - 1, len(waited) * part // 100)]


async def _changes(port: int, pid: int, name: str, codes: list[str]) -> tuple[list[float], float]:
    """Give the seconds that each change took, and the server's CPU milliseconds for one."""
    async with Viewer(port, "your_town" if name == OURS else "") as viewer:
        for code in codes[:CHANGES]:  # what is made once is made here
            await viewer.run(lang="ja", town=code)
            await asyncio.sleep(0.1)  # as many frames as the guard lets through
        before, waited = cpu_seconds(pid) or float("nan"), []
        for code in codes[CHANGES:]:
            run = await viewer.run(lang="ja", town=code)
            assert run.whole, code
            waited.append(run.seconds)
            await asyncio.sleep(0.1)
        return waited, ((cpu_seconds(pid) or float("nan")) - before) / CHANGES * 1000


def _crowd(port: int, pid: int, codes: list[str]) -> tuple[list[float], int, float]:
    """Let a crowd go from town to town; give what it waited, how often it failed, and the MB."""
    links = [f"lang=ja&town={each}" for each in codes]
    words = [port, READERS, SECONDS, PAUSE, "your_town", *links]
    command = [sys.executable, "-m", "bench.crowd", *map(str, words)]
    pipes = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as people:
        full = 0.0
        for _ in ("in", "done"):
            people.stdout.readline()
            full = memory(pid)
            people.stdin.write("\n")
            people.stdin.flush()
        found = json.loads(people.stdout.readline())
    return found["waited"], found["failed"], full
