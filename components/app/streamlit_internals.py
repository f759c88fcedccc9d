"""
All that the app takes from Streamlit's inside.

Streamlit promises none of it. tests/test_streamlit_internals.py names each point, and fails where
an update takes one away or calls it by another name. What the server takes from inside stands in
components/server/streamlit_internals.py.
"""

import threading
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import Any, NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.layout_utils import LayoutConfig
from streamlit.proto.Html_pb2 import Html

__all__ = ["DeltaGenerator"]  # what st.container gives; only its module has the name

# Options of .streamlit/config.toml that Streamlit shows to nobody.
HIDDEN_OPTIONS = {
    "runner.postScriptGC": "a full collection after each run is 80 % of the CPU",
    "client.allowedOrigins": "no other site may steer the app from a frame",
    "logger.hideWelcomeMessage": "run.py tells the address",
    "logger.enableRich": "its traces show values and the machine's paths",
}

# Names in the document that stylesheets and scripts of this folder go by: data-testid or class.
SELECTORS = {
    "stApp": "bears the two states below",
    "stMain": "scrolls, and takes the keyboard's place after a change of page",
    "stAppViewContainer": "clips what is printed to one screen",
    "stMainBlockContainer": "has the page's width",
    "stHeader": "is empty and would cover the page's head",
    "stSkipToContent": "leads past the page's head, in English only",
    "stSkeleton": "stands where a part has not come: the first sight of a page stays until then",
    "stDialog": "tells in English that the connection is lost; one line of ours does",
    "InputInstructions": "are in English only",
    "stSelectboxVirtualDropdown": "lists what is found, and says in English that nothing is",
    "stDataFrameColumnMenu": "would bring a font for its pictures, and is in English only",
    "stIconMaterial": "is a picture that a font of 500 kB draws",
    "stTooltipContent": "is in English only",
    "stVerticalBlock": "makes field and button of a form stand side by side",
    "stForm": "holds the field to search in",
    **dict.fromkeys(
        """
        stMultiSelect
        stSelectbox stTextInput stTextInputRootElement stNumberInput stNumberInputContainer
        stNumberInputField stTextArea stTextAreaRootElement stSlider stSliderThumbValue
        stSliderTickBar stButton stButtonGroup stFormSubmitButton stDownloadButton
        """.split(),
        "is dressed as the page, and large enough for a thumb",
    ),
    "st-key-": "begins the class of a widget or container with a key, so that one can be meant",
}
# Attributes of stApp, and those of their values that scripts wait for.
STATES = {
    "data-test-connection-state": ("CONNECTED",),
    "data-test-script-state": ("notRunning", "running"),
}


class Run(threading.local):
    """What is kept while a page runs: a run of Streamlit's keeps to one thread from end to end."""

    asked: Mapping[str, str] | None = None  # the link; each look at st.query_params takes a lock
    reported = ""  # what the browser says for this run alone
    prepended: Sequence[str] = ()  # what waits for the first part below it


RUN = Run()


class Page(st.Page):
    """A page that knows its name's digest: Streamlit takes it three times for each in every run."""

    @cached_property
    def _script_hash(self) -> str:
        return super()._script_hash


def page_of_this_run(known: Sequence[st.Page]) -> st.Page:
    """
    Give the page that the link names, as a copy.

    A page may be run once. A press while a run is under way starts the next beside it, and would
    find the page used up: each run has a copy of its own.
    """
    return copy(st.navigation(known, position="hidden"))


def start_from_app(known: Sequence[st.Page]) -> NoReturn:
    """
    Leave a page that runs alone, and run app.py.

    The first visit after a server start runs pages/*.py alone if its link names a page. Naming
    our pages once makes Streamlit start from app.py.
    """
    st.navigation(known, position="hidden")
    st.rerun()


def show_as(key: str, value: Any) -> None:
    """
    Have a widget stand at a value; what it stands at already is not sent again.

    Make the value its default as well: a browser that had no time to draw one run shows the next.
    Streamlit would warn of a default beside a value, hence disableWidgetStateDuplicationWarning.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def show_html(html: str) -> None:
    """Show HTML where st.html would, which looks through all of it for styles in every run."""
    st._main._enqueue("html", Html(body=html), layout_config=LayoutConfig(width="stretch"))


def load_plotly() -> None:
    """Bring Streamlit's own copy of Plotly, which comes with a page's first chart."""
    with st.container(key="library"):
        dot = {"data": [{"type": "bar", "x": [0], "y": [0]}], "layout": {}}
        config = {"displayModeBar": False, "showSendToCloud": False}
        st.plotly_chart(dot, key="library_chart", theme=None, config=config)
