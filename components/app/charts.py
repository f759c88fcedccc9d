"""Charts on the screen: a still first, the live chart when a reader reaches for it."""

import json

import streamlit as st
from markupsafe import Markup

from components.app import assets, query_params, streamlit_internals
from components.charts.chart import PAGE, PHONE, Canvas, Chart, View
from components.charts.static.still import address, svg
from components.charts.themes import DARK, LIGHT, Theme
from components.data.dataset import load_dataset
from components.presenter.figures import bare
from components.text.topics import Step, Topic
from components.views.tags import data, tag


def theme() -> Theme:
    """Light or dark, as the reader's browser shows the page."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def is_narrow() -> bool:
    """
    Tell whether the reader's window is as narrow as a phone.

    The browser's own word (behaviour.js) counts; until it comes, what kind of device it says it is.
    """
    if "narrow" not in st.session_state:
        agent = st.context.headers.get("User-Agent", "") if st.context.headers else ""
        st.session_state["narrow"] = "Mobi" in agent
    return st.session_state["narrow"]


def apply_reported_width() -> None:
    """Take what the browser says of its width."""
    if query_params.reported() in ("narrow", "wide"):
        st.session_state["narrow"] = query_params.reported() == "narrow"


def answer() -> None:
    """Bring the drawing library to who asks for it, below all else: nothing changes its place."""
    # Once: most readers never need it. The chart is gone with the next run; what it has loaded
    # stays in the browser.
    if query_params.reported() == "library":
        streamlit_internals.load_plotly()


def canvas() -> Canvas:
    """Give the canvas a chart is drawn for."""
    return PHONE if is_narrow() else PAGE


def view(topic: Topic, step: Step) -> View:
    """Give for whom a step is drawn now."""
    return View(load_dataset(), topic.language, theme(), canvas(), step.words)


def figure_html(chart: Chart, canvas: Canvas, *, key: str, name: str) -> Markup:
    """
    Write a chart: its still, and beside it the figure as text, which charts.js draws on a wish.

    name is what a screen reader says; the live chart takes the still's place in the same box.
    """
    width = canvas.width
    # Streamlit's page takes no <svg>; the picture is in the address, and there at once.
    still = address(svg(chart, width, name=""))
    picture = Markup(f'<img src="{data(still)}" alt="" decoding="sync">')  # no double quote in it
    figure = json.dumps(bare(chart), ensure_ascii=False, separators=(",", ":"))
    return tag(
        "figure",
        picture,
        tag("div", data(figure), class_="chart-figure", hidden="", translate="no"),
        id=key,
        class_="chart",
        role="img",
        tabindex="0",
        aria_label=name,
        style=f"aspect-ratio: {width} / {chart.height}",
        data_width=str(width),
        data_height=str(chart.height),
    )


def library_ahead() -> None:
    """Bring the drawing library to a page that needs it at once; our server has it as a file."""
    if not assets.HELD.is_set():
        streamlit_internals.load_plotly()
