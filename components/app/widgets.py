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


def multiselect(
    name: str, label: str, options: Mapping[str, str], chosen: Sequence[str], words: str
) -> None:
    """Offer several of the options; the codes chosen go into the link, parted by commas."""
    st.multiselect(
        quiet(label),
        list(options),
        list(chosen),
        format_func=options.__getitem__,
        placeholder=quiet(words),
        filter_mode="contains",
        select_all=False,
        **_bound(name, list(chosen), ()),
    )


def select_slider(
    names: Sequence[str], label: str, options: Mapping[str, str], chosen: tuple[str, ...]
) -> None:
    """
    Offer one option, or the span between two, of an ordered row; each end has its name in the link.

    An end that stands at the first or the last option is left out of the link.
    """
    value: Any = chosen if len(names) > 1 else chosen[0]
    key = "_".join(names)
    show_as(key, value)
    st.select_slider(
        quiet(label),
        list(options),
        value,
        format_func=options.__getitem__,
        key=key,
        on_change=_write_ends,
        args=(key, tuple(names), (next(iter(options)), list(options)[-1])),
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


def _bound(name: str, value: Any, clears: Sequence[str]) -> dict[str, Any]:
    show_as(name, value)
    return {"key": name, "on_change": _write, "args": (name, tuple(clears))}


def _write(name: str, clears: Sequence[str]) -> None:
    chosen = st.session_state[name] or ""
    chosen = chosen.strip() if isinstance(chosen, str) else ",".join(chosen)
    query_params.write({name: chosen} | dict.fromkeys(clears, ""))


def _write_ends(key: str, names: Sequence[str], ends: tuple[str, str]) -> None:
    chosen = st.session_state[key]
    values = dict(zip(names, chosen if len(names) > 1 else (chosen,), strict=True))
    free = dict(zip(names, ends if len(names) > 1 else ends[1:], strict=True))
    query_params.write(
        {name: "" if free[name] == value else value for name, value in values.items()}
    )
