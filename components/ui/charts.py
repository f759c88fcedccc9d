"""Charts on the screen: drawn once per look and choice, shared by all readers."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.charts.chart import PAGE, PHONE, Chart, View
from components.charts.looks import DARK, LIGHT, Look
from components.content.book import book
from components.content.kept import once
from components.content.languages import Language
from components.content.topics import Step

# The chart must not hold a thumb on a phone, and Plotly's own bar has English words and an upload.
CONFIG = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showSendToCloud": False,
    "displaylogo": False,
    "showTips": False,
    "showAxisDragHandles": False,
}


def look() -> Look:
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


def draw(
    topic_id: str,
    step: Step,
    drawing: Callable[..., Chart],
    language: Language,
    choices: dict[str, Any],
) -> Chart:
    """Give the chart of a step; drawn anew only when data, look, room or a choice changed."""
    look_, room = look(), PHONE if is_narrow() else PAGE

    def make() -> Chart:
        return drawing(View(book(), language, look_, room, step.words), **choices)

    chosen = tuple(sorted(choices.items()))
    return once(make, "chart", topic_id, step.id, language, look_.name, room, chosen)


def show(chart: Chart, *, key: str, name: str) -> None:
    """Put a chart on the screen; name is what a screen reader says."""
    st.plotly_chart(chart.figure, key=key, theme=None, config=CONFIG, alt=name)
