"""
The one place where script and style enter the page: constant files, never with data inside.

Whatever a reader may change travels as data-attributes of an element, which the script reads.
"""

import hashlib
from functools import cache
from pathlib import Path
from threading import Event

import streamlit as st

from components.app.streamlit_internals import show_html
from components.data.languages import Language
from components.presenter import play
from components.text.topics import interface
from components.views import claim, front
from components.views.tags import tag

HERE = Path(__file__).parent
PAGE = ("connection_lost.js", "behaviour.js", "talk.js", "charts.js", "still.js", "first.js")
HELD = Event()  # set once the page itself brings stylesheet and script


@cache
def _constant(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def style(name: str) -> str:
    """Give a stylesheet of ours."""
    return _constant(name)


def page_style() -> str:
    """Give the stylesheet of every page."""
    return f"{style('page.css')}\n{style('walk.css')}\n{front.STYLE}\n{claim.STYLE}"


def leave_to_shell() -> None:
    """From now on stylesheet and script come with the page itself (first.py)."""
    HELD.set()


def inject_assets() -> None:
    """Bring stylesheet and script unless the page has them."""
    # Streamlit would take a digest of all of it in every run: a fifth of what a run costs.
    if HELD.is_set():
        return
    with st.container(key="behaviour"):
        st.html(f"<style>{page_style()}</style>")
        _run(page_script())


def reader_state(
    language: Language,
    page: str,
    step: str,
    *,
    title: str,
    theme: str,
    narrow: bool,
    known: bool,
) -> str:
    """Write what the script reads: what is shown, how its tab is called, and to whom."""
    return tag(
        "div",
        "",
        id="reader",
        hidden="",
        data_lang=language,
        data_page=page,
        data_step=step,
        data_title=title,
        data_look=theme,
        data_lost=interface("lost", language),
        data_open=interface("open_record", language),
        data_answered="false" if known else "true",
        data_narrow="true" if narrow else "false",
    )


def presenter() -> None:
    """Bring the stage's player and its stylesheet, and what fits it into the page."""
    st.html(f"<style>{play.style()}\n{_constant('room.css')}</style>")
    if HELD.is_set():
        address = file_address("stage", presenter_script())
        show_html(tag("div", hidden="", data_script=address))
    else:
        _run(presenter_script())


def files() -> dict[str, bytes]:
    """Give our scripts as files, by address: the server's policy lets no other script run."""
    scripts = {"page": page_script(), "stage": presenter_script()}
    return {file_address(name, script): script.encode() for name, script in scripts.items()}


def page_script_address() -> str:
    """Give the address of the script that every page needs."""
    return file_address("page", page_script())


@cache
def file_address(name: str, script: str) -> str:
    """Name a script by its content, so that a browser may keep it for good."""
    return f"/files/{name}.{hashlib.sha256(script.encode()).hexdigest()[:16]}.js"


@cache
def page_script() -> str:
    """Give the script that every page needs."""
    return "\n".join(map(_constant, PAGE))


@cache
def presenter_script() -> str:
    """Give the stage's player with what fits it into the page."""
    return "\n".join([play.script(), _constant("room.js"), _constant("present.js")])


def _run(script: str) -> None:
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
