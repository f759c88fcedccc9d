"""
A bare Streamlit app with our settings, to be measured beside the product.

Its link says what it holds: how many charts (heights) and fields.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BARE = """\
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="bare", layout="wide")
ask = st.query_params
st.title("bare")
for number, height in enumerate(filter(None, ask.get("heights", "").split("-"))):
    figure = go.Figure({"data": [{"type": "bar", "x": ["a", "b", "c"], "y": [1, 2, 3]}]})
    st.plotly_chart(figure, height=int(height), key=f"chart{number}")
for number in range(int(ask.get("boxes", 0))):
    st.selectbox("choice", ["a", "b", "c"], key=f"box{number}")
for number in range(int(ask.get("sliders", 0))):
    st.slider("choice", 0, 10, key=f"slider{number}")
for number in range(int(ask.get("groups", 0))):
    st.segmented_control("choice", ["a", "b", "c"], key=f"group{number}")
for number in range(int(ask.get("buttons", 0))):
    st.button("press", key=f"button{number}")
for number in range(int(ask.get("fields", 0))):
    st.text_input("words", key=f"field{number}")
"""


def bare_project(folder: Path) -> None:
    """Write the app into a folder, with the settings of ours."""
    (folder / "app.py").write_text(BARE, encoding="utf-8")
    if (ROOT / ".streamlit").is_dir():
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
