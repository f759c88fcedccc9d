"""What stands above every page: the menu, the field for a question, the choice of language."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.content.languages import LANGUAGES, Language
from components.content.texts import BrokenText, read_text
from components.content.topics import interface
from components.ui import menu, search_field
from components.ui.quiet import quiet

HOME = "overview"
SEARCH = "search"


def title_of(name: str, language: Language) -> str:
    """Give a page's title, its file name where its words cannot be read."""
    try:
        return quiet(read_text(name)["title"][language])
    except (BrokenText, KeyError, TypeError):
        return name


def show(known: dict[str, StreamlitPage], page: StreamlitPage, language: Language) -> None:
    """Show the way to every page, the question to all of them, and the other language."""
    with st.container(horizontal=True, key="masthead", vertical_alignment="center", gap="small"):
        menu.show(HOME, list(known), page.url_path, language, title_of)
        if page.url_path == SEARCH:
            st.space("stretch")
        elif asked := search_field.ask(language, key="asked_above"):
            st.switch_page(known[SEARCH], query_params={"lang": language, "q": asked})
        _language_switch(language)


def _language_switch(language: Language) -> None:
    # The link is the only memory of the language, so the control is set from it on every run.
    st.session_state["language"] = language
    st.segmented_control(
        interface("language", language),
        list(LANGUAGES),
        format_func=LANGUAGES.get,
        key="language",
        label_visibility="collapsed",
        required=True,
        on_change=_change_language,
    )


def _change_language() -> None:
    st.query_params["lang"] = st.session_state["language"]
