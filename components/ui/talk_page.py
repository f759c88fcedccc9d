"""The talk builder. The talk stands in the link and nowhere else, so a link is what one keeps."""

from collections.abc import Callable

import streamlit as st

from components.content.languages import Language, aside
from components.content.stories import walks
from components.content.story import Story
from components.content.topics import Topic, interface
from components.stage.talk import LEAST, LONGEST, MOST, Talk, step_ids
from components.ui import behaviour, link, reference, take_away, talk_check, talk_keep
from components.ui.markup import Sheet, put, tag, text
from components.ui.quiet import quiet


def tell(story: Story) -> None:
    """Show the builder for the talk in the link."""
    sheet = Sheet()
    topic = reference.begin(story, sheet)
    if topic is None:
        return
    sheet.out()
    language = topic.language
    talk = link.asked_steps()
    behaviour.talk()
    left, right = st.columns(2, gap="large")
    with left:
        _choose(talk, language)
    with right:
        _order(talk, language)
    if talk.steps:
        talk_keep.use(talk, language)
        take_away.talk(talk, language)
        talk_check.tell(talk, language)
    talk_keep.open_saved(language)
    put(reference.method(topic))


def _change(change: Callable[[Talk], Talk]) -> None:
    link.keep_filter("talk", change(link.asked_steps()).written())


# --- choosing -------------------------------------------------------------------------------------


def _choose(talk: Talk, language: Language) -> None:
    """A topic at a time: all of it, or single steps."""
    talk_keep.heading("talk_choose", language)
    topics = {told.topic_id: told.topic(language) for told in walks()}
    chosen = st.selectbox(
        interface("talk_topic", language),
        list(topics),
        format_func=lambda name: quiet(topics[name].title) if name in topics else "",
        key="talk_topic",
    )
    full = len(talk.steps) >= LONGEST
    every = [(chosen, step_id) for step_id in step_ids(chosen)]
    st.button(
        interface("talk_add_all", language, count=str(len(every))),
        key="add_all",
        on_click=_change,
        args=(lambda old: old.with_steps(every),),
        disabled=full,
    )
    with st.container(key="talk_choices", gap=None):
        for step in topics[chosen].steps:
            _choice(topics[chosen], step.id, talk, full=full)


def _choice(topic: Topic, step_id: str, talk: Talk, *, full: bool) -> None:
    language, this = topic.language, (topic.id, step_id)
    step = next(each for each in topic.steps if each.id == step_id)
    taken = "　" + interface("talk_taken", language) if this in talk.steps else ""
    with st.container(
        key=f"choice_{step_id}", horizontal=True, wrap=False, vertical_alignment="center"
    ):
        number = tag("span", str(step.number), class_="lead")
        words = tag("span", text(str(step.headline))) + tag("small", text(taken))
        put(tag("p", f"{number} {words}", data_name=str(step.headline)))
        st.button(
            interface("talk_add", language),
            key=f"add_{topic.id}_{step_id}",
            on_click=_change,
            args=(lambda old: old.with_steps([this]),),
            type="tertiary",
            disabled=full,
        )


# --- the talk -------------------------------------------------------------------------------------


def _order(talk: Talk, language: Language) -> None:
    """The talk as it stands: its length, and its steps to move or take out."""
    talk_keep.heading("talk_order", language)
    # The link is the only memory of the length, so the control is set from it on every run.
    st.session_state["talk_minutes"] = talk.minutes
    st.number_input(
        aside(interface("stage_length", language), interface("stage_minutes", language), language),
        LEAST,
        MOST,
        key="talk_minutes",
        on_change=lambda: _change(lambda old: old.lasting(st.session_state["talk_minutes"])),
    )
    if not talk.steps:
        put(tag("p", text(interface("talk_empty", language)), role="status"))
        return
    topics = {told.topic_id: told.topic(language) for told in walks()}
    with st.container(key="talk_steps", gap=None):
        for place, (topic_id, step_id) in enumerate(talk.steps):
            _placed(talk, place, topics[topic_id], step_id)
    if len(talk.steps) >= LONGEST:
        put(tag("p", text(interface("talk_full", language, count=str(LONGEST))), role="status"))


def _placed(talk: Talk, place: int, topic: Topic, step_id: str) -> None:
    """One step of the talk. Its buttons are named by the step, so that they move along with it."""
    language = topic.language
    step = next(each for each in topic.steps if each.id == step_id)
    again = talk.steps[:place].count(talk.steps[place])
    name = f"{topic.id}_{step_id}_{again}"
    with st.container(key=f"placed_{name}", gap=None):
        about = tag("span", f"{place + 1}　{text(topic.title)}", class_="lead")
        put(tag("p", f"{about}<br>{text(str(step.headline))}", data_name=str(step.headline)))
        with st.container(key=f"moves_{name}", horizontal=True, gap="medium"):
            for key, by, edge in (("up", -1, 0), ("down", 1, len(talk.steps) - 1)):
                st.button(
                    interface(f"talk_{key}", language),
                    key=f"{key}_{name}",
                    on_click=_change,
                    args=(lambda old, by=by: old.moved(place, by),),
                    type="tertiary",
                    disabled=place == edge,
                )
            st.button(
                interface("talk_remove", language),
                key=f"remove_{name}",
                on_click=_change,
                args=(lambda old: old.without(place),),
                type="tertiary",
            )
