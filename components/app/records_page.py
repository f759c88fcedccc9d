"""Every record in one place: search, filter, download, the documents, and how this was made."""

from functools import partial

from markupsafe import Markup

from components.app import entries, filters, lookup_page, query_params, widgets
from components.app.html_buffer import HtmlBuffer
from components.data.cache import cached, cached_unless_query
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.search.documents import Document
from components.search.search import index, narrow
from components.text.cells import Row
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.screen import Screen
from components.views.step import section_html
from components.views.tags import joined, source_html, tag

SHELVES = ("figure", "series", "claim", "event", "flow", "system", "source", "correction", "about")
AT_ONCE = 30


def render(story: Story) -> None:
    """Show the page: one record if the link names it, the shelves below."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    kind = _asked_record(language, sheet)
    first = "about" if query_params.plain_step() else kind or "figure"
    shelf = query_params.param_option("shelf", SHELVES) or first
    sheet.out()
    label = interface("shelf", language)
    options = cached(lambda: _shelves(language), "shelves", language)
    widgets.segmented_control("shelf", label, options, shelf, clears=filters.AGAIN)
    if shelf == "about":
        sheet.add(cached(lambda: _about(topic), "about", language))
    elif shelf == "source":
        _sources(language, sheet)
    elif shelf == "correction":
        sheet.add(_corrections(language))
    else:
        _found(shelf, language, sheet)
    sheet.out()


def _shelves(language: Language) -> dict[str, str]:
    return {each: interface(f"shelf_{each}", language) for each in SHELVES}


def _asked_record(language: Language, sheet: HtmlBuffer) -> str:
    """Put down the record a link names, and give the shelf it comes from."""
    found = lookup_page.asked(_named, language, sheet)
    if not found:
        return ""
    sheet.add(tag("section", entries.opened(found, load_dataset(), language), class_="notice"))
    return found.kind if found.kind in SHELVES else ""


def _named(record_id: str) -> Document | None:
    known = next((each for each in index(load_dataset()) if each.id == record_id), None)
    return known or _cell(record_id)


def _cell(record_id: str) -> Document | None:
    """Give a cell of a large table, which is a record only when somebody asks for it."""
    try:
        figure = load_dataset().figure(record_id)
    except KeyError:
        return None
    topics, words = (figure.topic,), (figure.label, figure.note)
    return Document("cell", figure.id, topics, figure, *words, {}, 0, weight=0, family="")


def _found(shelf: str, language: Language, sheet: HtmlBuffer) -> None:
    query, topic = _query(language, sheet)
    found, rows = cached_unless_query(
        query, lambda: _fitting(shelf, query, topic), "records found", shelf, topic
    )
    lookup_page.counted(rows, shelf, language, sheet, found=len(found), page="figures")
    write = partial(entries.listed, dataset=load_dataset(), language=language)
    key = ("figures", shelf, topic)
    lookup_page.portion(found, AT_ONCE, write, sheet, language, *key, words=query)


def _fitting(shelf: str, query: str, topic: str) -> tuple[list[Document], list[Row]]:
    """Give what fits shelf, words and topic, and the rows behind it."""
    every = (each for each in index(load_dataset()) if each.kind == shelf)
    found = [each for each in narrow(every, query, load_dataset()) if topic in ("", *each.topics)]
    return found, [row for each in found for row in entries.rows(each)]


def _query(language: Language, sheet: HtmlBuffer) -> tuple[str, str]:
    """Put down the filters, and give the words and the topic they are set to."""
    topic = cached(lambda: lookup_page.topic_filter(None, language), "topic filter", language)
    sheet.out()
    chosen = filters.render([topic], language)
    return chosen["q"], chosen["topic"]


def _sources(language: Language, sheet: HtmlBuffer) -> None:
    query, _ = _query(language, sheet)
    named = sorted(load_dataset().sources.values(), key=lambda each: each.publisher.to(language))
    wanted = query.casefold()
    items = [
        tag("li", source_html(each, language) + _source_note(each.note.to(language)))
        for each in named
        if wanted in " ".join((*each.publisher, *each.title, *each.short)).casefold()
    ]
    count = tag("p", interface("found", language, count=f"{len(items):,}"), role="status")
    sheet.add(count + tag("ul", joined(items), class_="sources"))


def _source_note(note: str) -> str:
    return f" {note}" if note else ""


def _corrections(language: Language) -> str:
    if not load_dataset().corrections:
        return tag("p", interface("no_corrections", language))
    items = joined(
        tag(
            "li",
            interface(
                "correction",
                language,
                day=format_date(each.corrected_on, language),
                record=each.record_id,
                was=each.was.to(language),
                now=each.now.to(language),
                why=each.why.to(language),
            ),
        )
        for each in load_dataset().corrections
    )
    return tag("ul", items)


def _about(topic: Topic) -> Markup:
    on = Screen(topic.language, "about")
    return joined(section_html(step, on) for step in topic.steps)
