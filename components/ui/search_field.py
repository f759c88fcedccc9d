"""The field to ask in: small in the frame of every page, wide on the search page."""

import streamlit as st

from components.content.languages import Language
from components.content.topics import interface

LONGEST = 80
SENT = "question_sent"


def ask(language: Language, *, key: str, asked: str = "") -> str:
    """
    Show a field with its button; give the question once it is sent, else nothing.

    A form, so that only Enter or the button sends it and never a click elsewhere.
    """
    words = interface("search_all", language)
    with (
        st.form(f"form_{key}", border=False),
        st.container(
            horizontal=True, key=f"row_{key}", wrap=False, gap="xsmall", vertical_alignment="bottom"
        ),
    ):
        st.text_input(
            words,
            asked,
            max_chars=LONGEST,
            key=key,
            autocomplete="off",
            placeholder=interface("search_send", language),
            label_visibility="collapsed",
        )
        st.form_submit_button(
            interface("search_send", language), key=f"send_{key}", on_click=_send, args=(key,)
        )
    return st.session_state.pop(SENT, "").strip()


def _send(key: str) -> None:
    # Kept, and not read off the button: a page that hands over to app.py begins its run anew.
    st.session_state[SENT] = st.session_state[key] or ""
