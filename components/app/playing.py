"""A slider of dates that moves along by itself. It stands in a fragment, which runs at its pace."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.app.escape_markdown import quiet
from components.data.languages import Language
from components.text.topics import interface

PACE = 0.5  # seconds between two dates that are played


def pace(key: str) -> float | None:
    """Say how often the fragment of a slider runs by itself: run_every of st.fragment."""
    return PACE if plays(key) else None


def slider(
    label: str,
    words: Mapping[str, str],
    default: str,
    key: str,
    language: Language,
    stopped: Callable[[], None] = lambda: None,
) -> str:
    """
    Show a slider over dates with the button that plays it, and give the date it stands at.

    words are the dates in their order with what is read of each; stopped is called where somebody
    moves or stops the slider, and where it has come to its end.
    """
    dates = list(words)
    if key not in st.session_state:  # who left meanwhile begins anew
        st.session_state[f"playing_{key}"] = False
    if plays(key):
        _next(key, dates, stopped)

    def stop() -> None:
        _halt(key, stopped)

    with st.container(key=f"moving_{key}"):
        date = st.select_slider(
            label,
            dates,
            st.session_state.get(key, default),
            key=key,
            format_func=words.__getitem__,
            on_change=stop,
        )
        name = quiet(interface("stop" if plays(key) else "play", language))
        begin = None if plays(key) else (lambda: _begin(key, dates))
        if st.button(name, key=f"play_{key}", on_click=begin or stop):
            st.rerun()  # the fragment runs by itself from now on, or no more
    return date


def plays(key: str) -> bool:
    """Tell whether a slider moves along by itself now."""
    return bool(st.session_state.get(f"playing_{key}"))


def _begin(key: str, dates: Sequence[str]) -> None:
    """Play from the date that stands; from the first where it is the last."""
    st.session_state[f"playing_{key}"] = True
    if st.session_state[key] == dates[-1]:
        st.session_state[key] = dates[0]


def _halt(key: str, stopped: Callable[[], None]) -> None:
    st.session_state[f"playing_{key}"] = False
    stopped()


def _next(key: str, dates: Sequence[str], stopped: Callable[[], None]) -> None:
    """Go on to the next date; stop at the last."""
    place = dates.index(st.session_state.get(key, dates[0])) + 1
    if place < len(dates):
        st.session_state[key] = dates[place]
        return
    _halt(key, stopped)
    st.rerun()
