"""What a reader may take along: the deck, paper, slides and figures of a topic or a talk."""

import os
from collections.abc import Callable, Sequence

import streamlit as st

from components.app import query_params
from components.data.cache import cached, cached_file
from components.data.languages import LANGUAGES, Language
from components.export.export_request import export_request
from components.export.forms import Form, form
from components.presenter.talk import Talk
from components.text.topics import interface
from components.views.tags import joined, tag

OFFERED = ("deck", "handout", "slides", "figures_xlsx")
OF_RECORD = ("record_sheet", "record_slides")


def topic_html(topic_id: str, language: Language) -> str:
    """Offer the forms of a topic, or of the talk: links, since a button costs every rerun."""
    return cached(
        lambda: _offer(topic_id, language, OFFERED, "take_away_why"),
        "take_away",
        topic_id,
        language,
    )


def record_html(topic_id: str, language: Language) -> str:
    """Offer the forms of the record that a page shows."""
    return cached(
        lambda: _offer(topic_id, language, OF_RECORD, "take_record_why"),
        "take_away",
        topic_id,
        language,
    )


def topic(topic_id: str, language: Language) -> None:
    """Give the form of a topic that the link asks for."""
    _give(OFFERED, topic_id, topic_id, language, None)


def talk(talk: Talk, language: Language) -> None:
    """Give the form of a talk that the link asks for."""
    _give(OFFERED, "talk", talk.written(), language, talk)


def record(topic_id: str, record_id: str, language: Language) -> None:
    """Give the form of a record that the link asks for, such as a town's sheet."""
    told = Talk(((topic_id, record_id),))
    _give(OF_RECORD, record_id, told.written(), language, told)


def link_html(page: str, name: str, words: str, language: Language) -> str:
    """Write a link that asks for a file; behaviour.js presses the button that comes with it."""
    return tag(
        "a",
        words,
        class_="tool",
        href=query_params.href(page, language, take=name),
        target="_self",
        data_keep="",
        data_take=name,
    )


def _offer(page: str, language: Language, offered: Sequence[str], why_key: str) -> str:
    title = tag("h3", interface("take_away", language), id="take-away")
    why = tag("p", interface(why_key, language), class_="source")
    links = joined(
        link_html(page, name, interface(f"take_{name}", language), language) for name in offered
    )
    return title + why + tag("div", links, class_="tools")


def _give(
    offered: Sequence[str], name: str, known_as: str, language: Language, talk: Talk | None
) -> None:
    """Show the button that makes the form asked for; behaviour.js presses it for who asked."""
    asked = query_params.param_option("take", offered)
    if not asked:
        return
    each = form(asked)
    make = _maker(each, known_as, language, () if talk else (name,), talk)
    file_name = f"mieru_{name}_{each.file_name(language, 'sheet')}"
    button(asked, interface(f"take_{asked}", language), make, file_name, each.kind)


def button(
    name: str, words: str, file: str | Callable[[], bytes], file_name: str, kind: str
) -> None:
    """Show the button for a file that link_html asks for under this name."""
    st.download_button(
        words, file, file_name=file_name, mime=kind, key=f"take_{name}", on_click="ignore"
    )


def _maker(
    each: Form, known_as: str, language: Language, topics: tuple[str, ...], talk: Talk | None
) -> Callable[[], bytes]:
    languages = tuple(LANGUAGES) if each.shared else (language,)
    # Whoever runs the product says where it can be reached.
    address = os.environ.get("MIERU_ADDRESS", "")

    def make() -> bytes:
        asked = export_request(languages=languages, topics=topics, talk=talk, address=address)
        return each.make(asked, language)

    return lambda: cached_file(make, each.name, known_as, language)
