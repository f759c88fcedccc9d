"""The frame around every page: menu, language, notices, and the hand-over from a page to app.py."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.content.book import book
from components.content.kept import once
from components.content.languages import Language
from components.content.paths import ROOT
from components.content.phrases import PHRASE_END, phrases
from components.content.story import Story
from components.content.texts import BrokenText, read_text
from components.content.topics import Topic, interface
from components.ui import behaviour, charts, link, masthead
from components.ui.markup import lead, put, settle, tag, text
from components.ui.masthead import HOME
from components.ui.quiet import quiet
from components.ui.record import Prose

LOG = logging.getLogger(__name__)


def page_names() -> list[str]:
    """List the pages: every file in pages/, the overview first."""
    found = sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py"))
    return [HOME, *(name for name in found if name != HOME)]


def pages(language: Language) -> dict[str, StreamlitPage]:
    """Give every page by name, titled in the reader's language."""
    return once(lambda: _pages(language), "pages", language)


def _pages(language: Language) -> dict[str, StreamlitPage]:
    return {
        name: st.Page(Path("pages") / f"{name}.py", title=title_of(name, language))
        for name in page_names()
    }


def title_of(name: str, language: Language) -> str:
    """Give a page's title, its file name where its words cannot be read."""
    try:
        return quiet(read_text(name)["title"][language])
    except (BrokenText, KeyError, TypeError):
        return name


def open_page() -> None:
    """Show the frame and the page the link asks for. Called by app.py alone."""
    link.begin()
    asked = link.asked_language()
    language: Language = asked.value
    st.session_state["frame"] = language
    known = pages(language)
    # A page may be run once. A press while a run is under way starts the next beside it, and would
    # find the page used up: each run has a copy of its own.
    page = copy(st.navigation([*known.values(), *_other_addresses(known)], position="hidden"))
    behaviour.dress()
    charts.hear()
    lead(_top(known, page, language))
    if asked.mended:
        say(interface("unknown_language", language))
    for words in book().broken:
        say(words.to(language), trouble=True)
    try:
        with guarded(language, "page_failed"):
            page.run()
        settle()
    finally:
        st.session_state["frame"] = None
    charts.answer()


def _top(known: dict[str, StreamlitPage], page: StreamlitPage, language: Language) -> str:
    """Write what the script reads, and the head of the page."""
    step = link.plain_step()
    mark = behaviour.mark(
        language,
        page.url_path,
        step,
        look=charts.look().name,
        narrow=charts.is_narrow(),
        known=page.url_path in ("", *known),
    )
    return mark + masthead.html(list(known), page.url_path, language, step, title_of)


def require(page: str) -> Language:
    """
    Give the reader's language, making sure that this page runs inside app.py.

    The first visit after a server start runs pages/*.py alone if its link names a page. Naming
    our pages once makes Streamlit start from app.py.
    """
    language = st.session_state.get("frame")
    if language is None:
        link.begin()
        known = pages(link.asked_language().value)
        st.navigation([*known.values(), *_other_addresses(known)], position="hidden")
        st.rerun()
    link.keep(language)
    return language


def opened(story: Story) -> Topic | None:
    """Give a page's words, inside app.py; None where they cannot be read, which is then said."""
    language = require(story.topic_id)
    try:
        return story.topic(language)
    except BrokenText as trouble:
        say(trouble.words.to(language), trouble=True)
        return None


def head_html(topic: Topic, *, first: bool) -> str:
    """Write a topic's title, and its lede where the walk begins."""
    return once(lambda: _head_html(topic, first), "head", topic.id, topic.language, first)


def _head_html(topic: Topic, first: bool) -> str:
    prose = Prose(book(), topic.language, f"{topic.id}-lede")
    heading = phrases(topic.title) if topic.language == "ja" else topic.title
    title = tag(
        "h1", text(heading).replace(PHRASE_END, "<wbr>"), **({} if first else {"class_": "running"})
    )
    lede = "".join(tag("p", prose.html(line), class_="lede") for line in topic.lede if first)
    return title + lede + prose.panels()


def say(words: str, *, trouble: bool = False) -> None:
    """Tell the reader something in one plain sentence."""
    put(said(words, trouble=trouble))


def said(words: str, *, trouble: bool = False) -> str:
    """Write what the reader is told."""
    kind = "notice trouble" if trouble else "notice"
    return tag("p", text(words), class_=kind, role="status")


@contextmanager
def guarded(language: Language, sentence: str) -> Iterator[None]:
    """Let what fails inside say so in one sentence; everything around it stands."""
    try:
        yield
    except Exception:  # (Streamlit's own stop and rerun are not Exceptions and pass through)
        LOG.exception("part of a page failed")
        say(interface(sentence, language), trouble=True)


def say_failed() -> None:
    """Tell the reader that the page failed, where nothing of it could say so itself."""
    say(interface("page_failed", link.asked_language().value), trouble=True)


def attempted(make: Callable[[], str], language: Language, sentence: str) -> str:
    """Give what make() writes, or the sentence where it fails; what stands around it stays."""
    try:
        return make()
    except Exception:
        LOG.exception("part of a page failed")
        return said(interface(sentence, language), trouble=True)


def _other_addresses(known: dict[str, StreamlitPage]) -> list[StreamlitPage]:
    """Make pages for the root and for an address that is none of ours, so that we answer."""
    root = st.Page(lambda: _go_home(known), title=known[HOME].title, url_path="root", default=True)
    asked = urlsplit(st.context.url or "").path.strip("/")
    if asked in ("", *known) or not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", asked, re.ASCII):
        return [root]

    def nearest() -> None:
        language = require(asked)
        say(interface("unknown_page", language))
        near = get_close_matches(asked.lower(), list(known), n=1, cutoff=0.5)
        for name in near or [HOME]:
            put(tag("a", text(title_of(name, language)), href=link.href(name, language)))

    return [root, st.Page(nearest, title=interface("product", "ja"), url_path=asked)]


def _go_home(known: dict[str, StreamlitPage]) -> None:
    """The root leads to the overview, step and language with it."""
    step = link.plain_step()
    keeps = {"lang": link.asked_language().value} | ({"step": step} if step else {})
    st.switch_page(known[HOME], query_params=keeps)
