"""Moving through a walk: numbers above, previous and next below, the step always in the link."""

import streamlit as st

from components.content.topics import Topic, interface
from components.ui import frame, link


def asked(topic: Topic) -> str:
    """Give the step the link asks for: "1", "2", … or link.EVERY_STEP; say so if it was mended."""
    language = topic.language
    wish = link.asked_step([step.id for step in topic.steps])
    link.keep(language, wish.value)
    if wish.mended:
        frame.say(interface("unknown_step", language, last=str(len(topic.steps))))
    return wish.value


def choose(topic: Topic, shown: str) -> None:
    """Show the walk's numbers."""
    language = topic.language
    # The link is the only memory of the step, so the control is set from it on every run.
    st.session_state["step"] = shown
    st.segmented_control(
        interface("step", language),
        [*(str(step.number) for step in topic.steps), link.EVERY_STEP],
        format_func=lambda each: (
            interface("all_steps", language) if each == link.EVERY_STEP else each
        ),
        key="step",
        required=True,
        label_visibility="collapsed",
        on_change=_from_control,
    )


def turn(topic: Topic, shown: str) -> None:
    """Show the buttons to the step before and the step after."""
    if shown == link.EVERY_STEP:
        return
    number = int(shown)
    with st.container(horizontal=True, key="turn", horizontal_alignment="distribute"):
        st.button(
            interface("previous", topic.language),
            key="previous",
            disabled=number == 1,
            on_click=_go,
            args=(number - 1,),
        )
        back = bool(link.asked_steps().steps)
        st.button(
            interface("talk_return" if back else "present", topic.language),
            key="present",
            type="tertiary",
            help=interface("talk_return_why" if back else "present_why", topic.language),
            on_click=link.resume if back else _present,
        )
        st.button(
            interface("next", topic.language),
            key="next",
            type="primary",
            disabled=number == len(topic.steps),
            on_click=_go,
            args=(number + 1,),
        )


def _present() -> None:
    st.query_params["view"] = "present"


def _from_control() -> None:
    st.query_params["step"] = st.session_state["step"]


def _go(number: int) -> None:
    st.query_params["step"] = str(number)
