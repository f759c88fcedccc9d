"""The product, a bare Streamlit page and a Dash page with the same charts, each on its own port."""

import contextlib
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from components import topics
from components.charts import drawn
from components.text.story import register
from components.text.topics import load_topic
from launch import server

register(topics.STORIES)
AIMS = {"MB": 2.6, "text": 6.0, "chart": 12.0, "CLS": 0.1}
ROOT = Path(__file__).resolve().parent.parent
BARE = """\
import json, pathlib
import plotly.graph_objects as go
import streamlit as st
st.set_page_config(layout="wide")
st.title("bare")
for each in json.loads(pathlib.Path("figures.json").read_text()):
    st.plotly_chart(go.Figure(each))
"""
DASH = """\
import json, pathlib, sys
from dash import Dash, dcc, html

AIMS = {"MB": 2.6, "text": 6.0, "chart": 12.0, "CLS": 0.1}
figures = json.loads(pathlib.Path("figures.json").read_text())
app = Dash(__name__)
app.layout = html.Div([html.H1("bare"), *(dcc.Graph(figure=each) for each in figures)])
app.run(port=int(sys.argv[1]), debug=False)
"""


@contextlib.contextmanager
def serving(command: list[str], folder: Path, port: int, **environment: str):
    """Run a server until the end of the block; it stands once it answers anything."""
    quiet = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    child = subprocess.Popen(command, cwd=folder, env=os.environ | environment, **quiet)
    try:
        for _ in range(600):
            connection = http.client.HTTPConnection(server.HOST, port, timeout=2)
            with contextlib.suppress(OSError), contextlib.closing(connection):
                connection.request("GET", "/")
                connection.getresponse().read()
                break
            if child.poll() is not None:
                sys.exit(f"{' '.join(command)} does not start.")
            time.sleep(0.1)
        yield
    finally:
        child.terminate()
        child.wait(10)


def contestants(stack: contextlib.ExitStack, options, folder: Path) -> dict[str, str]:
    """Start everybody; give their addresses by name."""
    step = load_topic(options.topic, "ja").steps[options.step - 1]
    chart = drawn.chart(options.topic, step.id, "ja")
    folder.joinpath("figures.json").write_text(
        json.dumps([json.loads(chart.figure.to_json())]), encoding="utf-8"
    )
    started = {}

    def start(name: str, command: list[str], where: Path, path: str = "") -> None:
        port = server.choose_port()
        written = [str(port) if each == "PORT" else each for each in command]
        stack.enter_context(serving(written, where, port, MIERU_PORT=str(port)))
        started[name] = f"http://{server.HOST}:{port}/{path}"

    run = [sys.executable, "-m", "streamlit", "run"]
    start(
        "product",
        [sys.executable, "serve.py"],
        ROOT,
        f"{options.topic}?lang=ja&step={options.step}",
    )
    (folder / "app.py").write_text(BARE, encoding="utf-8")
    start(
        "Streamlit", [*run, "app.py", "--server.port", "PORT", "--server.headless", "true"], folder
    )
    if options.dash:
        (folder / "dashed.py").write_text(DASH, encoding="utf-8")
        start("Dash", [options.dash, "dashed.py", "PORT"], folder)
    else:
        print("Dash is not measured: name a Python that has it with --dash.")
    return started


def middle(found: list[dict[str, float | None]]) -> dict[str, float | None]:
    """Give the median of each number; None where it was missing once."""
    return {
        name: None
        if any(each[name] is None for each in found)
        else statistics.median(each[name] for each in found)
        for name in found[0]
    }


def told(name: str, found: dict[str, float | None], ours: dict[str, float | None]) -> str:
    """Write a line: each number, and how many times ours it is."""
    cells = ""
    for key, value in found.items():
        own = ours[key]
        if value is None:
            cells += f"{'–':>13}"
        elif found is ours:
            mark = "!" if key in AIMS and value > AIMS[key] else " "
            cells += f"{value:12.2f}{mark}"
        else:
            ratio = f"({value / own:.1f}×)" if own else ""
            cells += f"{value:6.2f}{ratio:>7}"
    return f"{name:12}{cells}"
