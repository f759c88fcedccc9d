"""The fields of the talk builder: what is chosen from, how long the talk is, and which record."""

from collections.abc import Mapping

import streamlit as st

from components.app import query_params, town_fields, widgets
from components.app.escape_markdown import quiet
from components.app.streamlit_internals import show_as
from components.data.languages import Language, aside
from components.presenter.talk import LEAST, MOST, Talk
from components.text.story import Story, get_story
from components.text.topics import Topic, interface


def render(talk: Talk, topics: Mapping[str, Topic], language: Language) -> str:
    """Show what topic is chosen from and how long the talk is; give the topic."""
    titles = {name: topic.title for name, topic in topics.items()}
    chosen = query_params.param_option("topic", titles) or next(iter(titles))
    words = interface("stage_length", language), interface("stage_minutes", language)
    show_as("minutes", talk.minutes)
    with widgets.side_by_side():
        widgets.selectbox("topic", interface("talk_topic", language), titles, chosen)
        st.number_input(
            quiet(aside(*words, language)),
            LEAST,
            MOST,
            talk.minutes,
            step=1,
            key="minutes",
            on_change=_set_length,
            args=(talk,),
        )
    if get_story(chosen).records:
        _find_record(get_story(chosen), talk, language)
    return chosen


def _find_record(story: Story, talk: Talk, language: Language) -> None:
    """Offer the records of a page, to be found by their names; the one chosen joins the talk."""
    if story.topic_id == town_fields.PAGE:
        options = town_fields.options(language)
    else:
        options = story.records.names(language) if story.records else {}
    key = f"record of {story.topic_id}"

    def add() -> None:
        record = st.session_state[key]
        st.session_state[key] = None
        if record:
            query_params.keep_talk(talk.with_steps([(story.topic_id, record)]))

    widgets.find_box(key, interface("talk_record", language), options, "", write=add)


def _set_length(talk: Talk) -> None:
    query_params.keep_talk(talk.lasting(st.session_state["minutes"]))
