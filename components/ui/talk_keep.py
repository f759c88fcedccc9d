"""What one does with a talk that is built: present it, keep its link or file, open it again."""

import streamlit as st

from components.content.languages import Language
from components.content.topics import interface
from components.stage import talk_file
from components.stage.talk import Talk
from components.ui import link
from components.ui.markup import put, tag, text


def heading(key: str, language: Language) -> None:
    """Head a part of the builder."""
    put(tag("h2", text(interface(key, language)), id=key.replace("_", "-")))


def use(talk: Talk, language: Language) -> None:
    """Present it, open its notes, take its link or its file along."""
    heading("talk_use", language)
    page, written = talk.steps[0][0], talk.written()
    notes = tag(
        "a",
        text(interface("stage_notes", language)),
        class_="tool",
        href=link.href(page, language, view="notes", talk=written),
        target="_blank",
    )
    address = tag(
        "a",
        text(interface("talk_copy", language)),
        class_="tool",
        href=link.href("talk", language, talk=written),
        data_copied=interface("copied", language),
    )
    with st.container(horizontal=True, key="talk_use", gap="medium", vertical_alignment="center"):
        if st.button(interface("present", language), key="present", type="primary"):
            query = {"lang": language, "view": "present", "talk": written}
            st.switch_page(f"pages/{page}.py", query_params=query)
        put(f"{notes}　{address}", width="content")
        st.download_button(
            interface("talk_save", language),
            talk_file.as_text(talk, language),
            file_name=talk_file.NAME,
            mime="text/plain",
            key="talk_save",
            on_click="ignore",
            type="tertiary",
        )


def open_saved(language: Language) -> None:
    """Open a saved talk: a file, which the browser reads by itself, or a text."""
    heading("talk_open", language)
    label = tag("label", text(interface("talk_file", language)), for_="talk-file")
    field = "<input" + tag(
        "i",
        "",
        id="talk-file",
        type="file",
        accept=".txt,text/plain",
        data_to=link.href("talk", language, talk=""),
        data_none=interface("talk_not_found", language),
    )[2:].removesuffix("</i>")
    put(
        tag("p", f"{field}{label}", class_="file")
        + tag("p", "", id="talk-file-said", role="status")
    )
    with st.form("talk_form", border=False):
        st.text_area(
            interface("talk_text", language),
            max_chars=talk_file.LARGEST,
            key="talk_text",
            height=100,
        )
        st.form_submit_button(
            interface("talk_open_text", language), key="talk_open", on_click=_open_text
        )
    if st.session_state.pop("talk_missed", False):
        put(tag("p", text(interface("talk_not_found", language)), class_="notice", role="status"))


def _open_text() -> None:
    found = talk_file.find_talk(st.session_state["talk_text"] or "")
    if found:
        link.keep_filter("talk", found.written())
    st.session_state["talk_missed"] = found is None
