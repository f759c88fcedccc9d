"""The frame around every page: menu, language, notices, and the hand-over from a page to app.py."""

import logging
import re
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from components.app import (
    assets,
    charts,
    menu,
    notices,
    page_header,
    preview,
    query_params,
    streamlit_internals,
)
from components.app.escape_markdown import quiet
from components.app.html_buffer import HtmlBuffer, flush, prepend
from components.app.page_header import HOME
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.paths import ROOT
from components.text.story import Story, find_story, get_story
from components.text.topics import Topic, interface
from components.text.yaml_reader import BrokenText, read_text
from components.views.screen import Screen
from components.views.step import head_html as topic_head
from components.views.tags import tag

LOG = logging.getLogger(__name__)
ICON = "🔎"


def page_names() -> list[str]:
    """List the pages: every file in pages/, the overview first."""
    found = sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py"))
    return [HOME, *(name for name in found if name != HOME)]


def pages(language: Language) -> dict[str, st.Page]:
    """Give every page by name, titled in the reader's language."""

    def make() -> dict[str, st.Page]:
        return {
            name: streamlit_internals.Page(path, title=tab_title(name, language), icon=ICON)
            for name, path in ((each, Path("pages") / f"{each}.py") for each in page_names())
        }

    return cached(make, "pages", language)


def title_of(name: str, language: Language) -> str:
    """Give a page's title, its file name where its words cannot be read."""
    try:
        return quiet(read_text(name)["title"][language])
    except (BrokenText, KeyError, TypeError):
        return name


def tab_title(name: str, language: Language) -> str:
    """Give what the browser writes on a page's tab and in its history."""
    return f"{title_of(name, language)} | {interface('product', language)}"


def open_page() -> None:
    """Show the frame and the page the link asks for. Called by app.py alone."""
    query_params.begin()
    asked = query_params.param_language()
    language = asked.value
    st.session_state["frame"] = language
    known = pages(language)
    page = streamlit_internals.page_of_this_run([*known.values(), *_other_addresses(known)])
    assets.inject_assets()
    charts.apply_reported_width()
    prepend(_top(known, page, language))
    if asked.mended:
        notices.say(interface("unknown_language", language))
    for words in load_dataset().broken:
        notices.say(words.to(language), trouble=True)
    try:
        with notices.guarded(language, "page_failed"):
            page.run()
        flush()
    finally:
        st.session_state["frame"] = None
    charts.answer()


def _top(known: dict[str, st.Page], page: st.Page, language: Language) -> str:
    """Write what the script reads, and the head of the page."""
    here, step = page.url_path, query_params.plain_step()
    theme, narrow = charts.theme().name, charts.is_narrow()

    def make() -> str:
        title = _title(here, step, language) if here in known else ""
        is_known = here in ("", *known)
        mark = assets.reader_state(
            language, here, step, title=title, theme=theme, narrow=narrow, known=is_known
        )
        own = here if here in known else ""
        return mark + page_header.html(list(known), own, language, step, title_of)

    # An address that is none of ours can be anything: nothing is kept for it.
    return cached(make, "top", here, language, step, theme, narrow) if here in known else make()


def _title(page: str, step: str, language: Language) -> str:
    """Give what the tab says of a page and its step; of one that cannot be read, its name."""
    plain = tab_title(page, language)
    try:
        return preview.title(page, language, step, plain)
    except BrokenText:
        return plain


def require(page: str) -> Language:
    """Give the reader's language, making sure that this page runs inside app.py."""
    language = st.session_state.get("frame")
    if language is None:
        query_params.begin()
        known = pages(query_params.param_language().value)
        streamlit_internals.start_from_app([*known.values(), *_other_addresses(known)])
    query_params.keep(language)
    return language


def opened(story: Story) -> Topic | None:
    """Give a page's words, inside app.py; None where they cannot be read, which is then said."""
    language = require(story.topic_id)
    try:
        return story.topic(language)
    except BrokenText as trouble:
        notices.say(trouble.words.to(language), trouble=True)
        return None


def head_html(topic: Topic, *, first: bool) -> str:
    """Write a topic's title, and its lede where the walk begins."""
    return cached(lambda: _head_html(topic, first), "head", topic.id, topic.language, first)


def _head_html(topic: Topic, first: bool) -> str:
    on = Screen(topic.language, f"{topic.id}-lede")
    if find_story(topic.id) and get_story(topic.id).walk:
        return _walk_head(topic, on, first)
    return topic_head(topic, on, first=first)


def _walk_head(topic: Topic, prose: Screen, first: bool) -> str:
    """Keep the head of a walk low, so that the chart is on screen when a step opens."""
    *lede, known = topic.lede
    title = tag("h1", topic.title, class_="running")
    how_far = tag("p", prose.html(known), class_="known")
    lines = (tag("p", prose.html(line), class_="lede") for line in lede)
    about = tag("summary", interface("about_topic", topic.language))
    more = tag("details", about, lines) if first else ""
    return tag("div", title, how_far, more, class_="walk-head") + prose.panels()


def _other_addresses(known: dict[str, st.Page]) -> list[st.Page]:
    """Make pages for the root and for an address that is none of ours, so that we answer."""
    root = cached(lambda: _root(known), "root", known[HOME].title)
    asked = urlsplit(st.context.url or "").path.strip("/")
    if asked in ("", *known) or not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", asked, re.ASCII):
        return [root]

    def nearest() -> None:
        language = require(asked)
        notices.say(interface("unknown_page", language))
        sheet = HtmlBuffer()
        for name in get_close_matches(asked.lower(), list(known), n=1, cutoff=0.5) or [HOME]:
            link = tag("a", title_of(name, language), href=query_params.href(name, language))
            sheet.add(tag("p", link))
        sheet.add(page_header.ask_html(language))
        every = menu.groups_html(list(known), "", language, title_of)
        sheet.add(tag("nav", every, class_="every", aria_label=interface("topics", language)))
        sheet.out()

    return [root, st.Page(nearest, title=interface("product", "ja"), icon=ICON, url_path=asked)]


def _root(known: dict[str, st.Page]) -> st.Page:
    """Make the root, which leads to the overview, step and language with it."""

    def go_home() -> None:
        step = query_params.plain_step()
        keeps = {"lang": query_params.param_language().value} | ({"step": step} if step else {})
        st.switch_page(known[HOME], query_params=keeps)

    return st.Page(go_home, title=known[HOME].title, url_path="root", default=True)
