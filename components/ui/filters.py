"""The filters above a list. The link is their only memory, so they can be shared and kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.content.kept import once
from components.content.languages import Language
from components.content.topics import interface
from components.ui import link
from components.ui.quiet import quiet


@dataclass(frozen=True)
class Filter:
    """A choice among codes, or none of them; name is its name in the link and _interface.yml."""

    name: str
    options: Sequence[str]
    words: Callable[[str], str]


def choose(page: str, filters: Sequence[Filter], language: Language) -> dict[str, str]:
    """Show the filters of a page and a box for words; give what each is set to, by name and q."""
    chosen = {}
    with st.container(horizontal=True, key=f"filters_{page}"):
        for each in filters:
            chosen[each.name] = _select(page, each, language)
        chosen["q"] = _words(page, language)
    return chosen


def _select(page: str, each: Filter, language: Language) -> str:
    key = f"{page}_{each.name}"
    asked = st.session_state[key] = link.asked_option(each.name, each.options)
    options = ["", *each.options]
    labels = once(lambda: _labels(each, language), "labels", page, each.name, language)
    st.selectbox(
        interface(f"{each.name}_filter", language),
        options,
        format_func=labels.get,
        key=key,
        on_change=_changed,
        args=(page, each.name),
    )
    return asked


def _labels(each: Filter, language: Language) -> dict[str, str]:
    every = {"": interface(f"every_{each.name}", language)}
    return every | {code: quiet(each.words(code)) for code in each.options}


def _words(page: str, language: Language) -> str:
    key = f"{page}_q"
    asked = st.session_state[key] = link.asked_words()
    st.text_input(
        interface("words_filter", language),
        key=key,
        max_chars=link.LONGEST,
        on_change=_changed,
        args=(page, "q"),
    )
    return asked


def _changed(page: str, name: str) -> None:
    """Write the new choice into the link; the list begins anew, without a record on top."""
    link.keep_filter(name, st.session_state[f"{page}_{name}"] or "")
    link.keep_filter("record", "")
    st.session_state.pop(f"{page}_shown", None)
