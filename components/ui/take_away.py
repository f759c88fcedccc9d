"""What a reader may take along: the deck, paper, slides and figures of a topic or a talk."""

import os
from collections.abc import Callable

import streamlit as st

from components.content.kept import lately
from components.content.languages import LANGUAGES, Language
from components.content.topics import interface
from components.kit.forms import Form, form
from components.kit.wish import wish
from components.stage.talk import Talk
from components.ui.markup import put, tag, text

OFFERED = ("deck", "handout", "slides", "figures_xlsx")


def topic(topic_id: str, language: Language) -> None:
    """Offer the forms of one topic, each made when it is asked for."""
    _offer(topic_id, topic_id, language, None)


def talk(told: Talk, language: Language) -> None:
    """Offer the forms of a talk, each made when it is asked for."""
    _offer("talk", told.written(), language, told)


def _offer(name: str, known_as: str, language: Language, told: Talk | None) -> None:
    title = tag("h3", text(interface("take_away", language)), id="take-away")
    put(title + tag("p", text(interface("take_away_why", language)), class_="source"))
    topics = () if told else (name,)
    with st.container(horizontal=True, key="take_away", gap="medium"):
        for each in map(form, OFFERED):
            st.download_button(
                interface(f"take_{each.name}", language),
                _maker(each, known_as, language, topics, told),
                file_name=f"mieru_{name}_{each.file_name(language)}",
                mime=each.kind,
                key=f"take_{each.name}",
                on_click="ignore",
                type="tertiary",
            )


def _maker(
    each: Form, known_as: str, language: Language, topics: tuple[str, ...], told: Talk | None
) -> Callable[[], bytes]:
    languages = tuple(LANGUAGES) if each.shared else (language,)
    # Whoever runs the product says where it can be reached.
    address = os.environ.get("MIERU_ADDRESS", "")

    def make() -> bytes:
        asked = wish(languages=languages, topics=topics, talk=told, address=address)
        return each.make(asked, language)

    return lambda: lately(make, each.name, known_as, language)
