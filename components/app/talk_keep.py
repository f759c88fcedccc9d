"""What one does with a talk that is built: present it, keep its link or file, open it again."""

import streamlit as st

from components.app import downloads, query_params
from components.app.escape_markdown import quiet
from components.data.languages import Language
from components.presenter.talk import FILE, Talk, as_text, find_talk
from components.text.topics import interface
from components.views.tags import tag

TEXT = "talk_text"  # the file as ?take= names it
LONGEST = 60_000  # letters of a pasted text; in Japanese they fit the frame that is let through


def heading(key: str, language: Language) -> str:
    """Head a part of the builder."""
    return tag("h2", interface(key, language), id=key.replace("_", "-"))


def use(talk: Talk, language: Language) -> str:
    """Present it, open its notes, take its link or its file along."""
    page, written = talk.steps[0][0], talk.written()
    present = tag(
        "a",
        interface("present", language),
        id="present",
        class_="press first",
        href=query_params.href(page, language, view="present", talk=written),
        target="_self",
    )
    notes = tag(
        "a",
        interface("stage_notes", language),
        class_="tool",
        href=query_params.href(page, language, view="notes", talk=written),
        target="_blank",
    )
    address = tag(
        "a",
        interface("talk_copy", language),
        class_="tool",
        href=query_params.href("talk", language, talk=written),
        data_copied=interface("copied", language),
    )
    save = downloads.link_html("talk", TEXT, interface("talk_save", language), language)
    ways = tag("div", present + notes + address + save, class_="tools uses-of")
    return heading("talk_use", language) + ways


def give(talk: Talk, language: Language) -> None:
    """Give the talk as a file, if the link asks for it; behaviour.js presses the button."""
    if query_params.param_option("take", (TEXT,)):
        words, file = interface("talk_save", language), as_text(talk, language)
        downloads.button(TEXT, words, file, FILE, "text/plain")


def open_saved(language: Language) -> str:
    """Open a saved talk from its file, which the browser reads by itself: none is uploaded."""
    said = {
        "data_to": query_params.href("talk", language, talk=""),
        "data_none": interface("talk_not_found", language),
    }
    field = tag("input", id="talk-file", type="file", accept=".txt,text/plain", **said)
    label = tag("label", interface("talk_file", language), for_="talk-file")
    return (
        heading("talk_open", language)
        + tag("p", field, label, class_="file")
        + tag("p", "", id="talk-said", role="status")
    )


def paste(language: Language) -> str:
    """Take a text that holds a talk, and give the sentence for one that holds none."""
    label = quiet(interface("talk_text", language))
    st.text_area(label, key="pasted", height=120, max_chars=LONGEST, on_change="ignore")
    st.button(quiet(interface("talk_open_text", language)), key="open", on_click=_open_pasted)
    if not st.session_state.pop("nothing_pasted", False):
        return ""
    return tag("p", interface("talk_not_found", language), role="status")


def _open_pasted() -> None:
    talk = find_talk(st.session_state["pasted"])
    if talk:
        query_params.keep_talk(talk)
        st.session_state["pasted"] = ""
    else:
        st.session_state["nothing_pasted"] = True
