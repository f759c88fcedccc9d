"""
Streamlit's widgets, each bound to a name in the link, which is their only memory.

Streamlit's own bind="query-params" writes the words of an option into the link, and these change
with the reader's language; here the link holds the code. A widget is set from the link in each run
and writes the link when it is used, so a link, a language and the way back all find it as it was.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from components.app import query_params
from components.app.escape_markdown import quiet
from components.app.streamlit_internals import DeltaGenerator, show_as


def side_by_side(key: str = "fields") -> DeltaGenerator:
    """Give a place whose widgets stand side by side, on a phone below each other."""
    return st.container(horizontal=True, key=key)


def selectbox(
    name: str, label: str, options: Mapping[str, str], chosen: str, *, clears: Sequence[str] = ()
) -> None:
    """
    Offer options, as {code: words}; the code chosen goes into the link under the name.

    What clears names is taken out of the link then: a list chosen anew begins at its top.
    """
    st.selectbox(
        quiet(label),
        list(options),
        list(options).index(chosen),
        format_func=options.__getitem__,
        placeholder=quiet(label),  # else "Choose an option", and "No results" for a filter
        filter_mode=None,
        **_bound(name, chosen, clears),
    )


def find_box(
    name: str,
    label: str,
    options: Mapping[str, str],
    chosen: str,
    *,
    clears: Sequence[str] = (),
    write: Callable[[], None] | None = None,
) -> None:
    """
    Offer many options, as {code: words}, to be found by any of their letters; "" for none chosen.

    The code goes into the link under the name, unless write does something else with it.
    """
    # The list is long. Its message says what the link chose and not what the reader did since, so
    # that it stays the same and is not sent again.
    if st.session_state.get(name) != (chosen or None):
        show_as(name, chosen or None)
        st.session_state[f"{name} in the link"] = chosen
    at_first = st.session_state.get(f"{name} in the link", "")
    bound = {"on_change": write} if write else {"on_change": _write, "args": (name, tuple(clears))}
    st.selectbox(
        quiet(label),
        list(options),
        list(options).index(at_first) if at_first else None,
        format_func=options.__getitem__,
        placeholder=quiet(label),
        filter_mode="fuzzy",
        key=name,
        **bound,
    )


def text_input(name: str, label: str, value: str, *, clears: Sequence[str] = ()) -> None:
    """Ask for words in one line; they count once Enter is pressed or the field is left."""
    bound = _bound(name, value, clears)
    st.text_input(quiet(label), value, max_chars=query_params.LONGEST, autocomplete="off", **bound)


def segmented_control(
    name: str, label: str, options: Mapping[str, str], chosen: str, *, clears: Sequence[str] = ()
) -> None:
    """Offer a few options side by side, as {code: words}; one of them is always chosen."""
    st.segmented_control(
        quiet(label),
        list(options),
        default=chosen,
        format_func=options.__getitem__,
        required=True,
        label_visibility="collapsed",
        **_bound(name, chosen, clears),
    )


def _bound(name: str, value: str, clears: Sequence[str]) -> dict[str, Any]:
    show_as(name, value)
    return {"key": name, "on_change": _write, "args": (name, tuple(clears))}


def _write(name: str, clears: Sequence[str]) -> None:
    chosen = str(st.session_state[name] or "").strip()
    query_params.write({name: chosen} | dict.fromkeys(clears, ""))
