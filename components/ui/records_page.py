"""Every record in one place: search, filter, download, the documents, and how this was made."""

from collections.abc import Sequence

import streamlit as st

from components.content.book import Book, book
from components.content.dates import format_date
from components.content.languages import Language
from components.content.listing import as_csv
from components.content.prose import passage
from components.content.records import Claim, Flow, Record, System
from components.content.search import Found, find, index
from components.content.story import Story
from components.content.texts import BrokenText
from components.content.topics import Topic, interface, sections
from components.ui import frame, link
from components.ui.kept import once
from components.ui.markup import put, source_html, tag, text
from components.ui.record import Prose, record_html
from components.ui.tables import claim_html, table_html

SHELVES = ("figure", "series", "claim", "event", "flow", "system", "source", "correction",
           "about")  # fmt: skip
AT_ONCE = 30


def tell(story: Story) -> None:
    """Show the page: one record if the link names it, the shelves below."""
    language = frame.require(story.topic_id)
    try:
        topic = story.topic(language)
    except BrokenText as trouble:
        frame.say(trouble.words.to(language), trouble=True)
        return
    frame.head(topic, first=True)
    _asked_record(language)
    shelf = st.segmented_control(
        interface("shelf", language),
        SHELVES,
        format_func=lambda each: interface(f"shelf_{each}", language),
        key="shelf",
        default="figure",
        required=True,
        label_visibility="collapsed",
    )
    if shelf == "about":
        _about(topic)
    elif shelf == "source":
        _sources(language)
    elif shelf == "correction":
        _corrections(language)
    else:
        _found(shelf, language)


def _asked_record(language: Language) -> None:
    asked = link.asked_record()
    if not asked:
        return
    records = book().figures.get(asked) or book().events.get(asked)
    if records is None:
        frame.say(interface("unknown_record", language))
        return
    put(tag("section", record_html(book(), records, language), class_="notice"))


def _found(shelf: str, language: Language) -> None:
    query, topic = _query(language)
    found = [
        each
        for each in find((each for each in index(book()) if each.kind == shelf), query)
        if topic in ("", *each.topics)
    ]
    put(tag("p", text(interface("found", language, count=f"{len(found):,}")), role="status"))
    rows = [each.entry for each in found if not isinstance(each.entry, Claim)]
    if rows:
        st.download_button(
            interface("download_found", language),
            lambda: as_csv(rows, book(), language),
            file_name=f"mieru_{shelf}.csv",
            mime="text/csv",
            key="csv_found",
            on_click="ignore",
        )
    _pages(found, language)


def _query(language: Language) -> tuple[str, str]:
    with st.container(horizontal=True, key="query"):
        query = st.text_input(interface("search", language), key="search", max_chars=80)
        topics = ["", *(name for section in sections() for name in section.topics)]
        topic = st.selectbox(
            interface("topic_filter", language),
            [name for name in topics if name != "figures"],
            format_func=lambda each: (
                frame.title_of(each, language) if each else interface("every_topic", language)
            ),
            key="topic_filter",
        )
    return query or "", topic or ""


def _pages(found: Sequence[Found], language: Language) -> None:
    count = st.session_state.get("shown", AT_ONCE)
    ids = tuple(each.entry.id for each in found[:count])
    put(once(lambda: _entries(found[:count], language), "found", language, ids))
    if len(found) > count:
        st.button(
            interface("more", language),
            key="more",
            on_click=st.session_state.__setitem__,
            args=("shown", count + AT_ONCE),
        )


def _entries(found: Sequence[Found], language: Language) -> str:
    return "".join(_entry(each, book(), language) for each in found)


def _entry(found: Found, book_: Book, language: Language) -> str:
    entry = found.entry
    if isinstance(entry, Claim):
        prose = Prose(book_, language, f"found-{entry.id}")
        return claim_html(entry, prose) + prose.panels()
    if isinstance(entry, Flow | System):
        return tag("div", table_html([entry], book_, language), class_="found")
    value = (
        book_.written(entry, language) or book_.label("qualifier_not_seen", language)
        if isinstance(entry, Record)
        else format_date(entry.date, language)
    )
    name = entry.label if isinstance(entry, Record) else entry.name
    title = str(passage(name.to(language), book_, language))
    day = f"　{format_date(entry.as_of, language)}" if isinstance(entry, Record) else ""
    head = tag("span", text(value), class_="value") + text(f"　{title}{day}")
    return tag(
        "details", tag("summary", head) + record_html(book_, entry, language), class_="found"
    )


def _sources(language: Language) -> None:
    query, _ = _query(language)
    named = sorted(book().sources.values(), key=lambda each: each.publisher.to(language))
    wanted = query.casefold()
    items = [
        tag("li", source_html(each, language) + _source_note(each.note.to(language)))
        for each in named
        if wanted in " ".join((*each.publisher, *each.title, *each.short)).casefold()
    ]
    put(tag("p", text(interface("found", language, count=f"{len(items):,}")), role="status"))
    put(tag("ul", "".join(items), class_="sources"))


def _source_note(note: str) -> str:
    return f" {text(note)}" if note else ""


def _corrections(language: Language) -> None:
    if not book().corrections:
        put(tag("p", text(interface("no_corrections", language))))
        return
    items = "".join(
        tag(
            "li",
            text(
                interface(
                    "correction",
                    language,
                    day=format_date(each["corrected_on"], language),
                    record=each["record_id"],
                    was=each["was"],
                    now=each["is"],
                    why=each[f"why_{language}"],
                )
            ),
        )
        for each in book().corrections
    )
    put(tag("ul", items))


def _about(topic: Topic) -> None:
    for step in topic.steps:
        prose = Prose(book(), topic.language, f"about-{step.id}")
        body = "".join(tag("p", prose.html(line)) for line in step.body)
        put(tag("h2", prose.html(step.headline), id=step.id) + body + prose.panels())
