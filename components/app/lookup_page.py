"""What the pages to look things up in share: their opening, their method, jumps, the way out."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TypeVar

from markupsafe import Markup

from components.app import downloads, filters, layout, notices, query_params
from components.app.filters import Filter
from components.app.html_buffer import HtmlBuffer
from components.data.cache import cached, cached_unless_query
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.text.listing import Row, as_csv
from components.text.story import Story, walks
from components.text.topics import Topic, interface
from components.views.screen import Screen
from components.views.step import section_html
from components.views.tags import joined, tag

T = TypeVar("T")


def begin(story: Story, sheet: HtmlBuffer) -> Topic | None:
    """Put down title and lede; None where the words cannot be read, which is then said."""
    topic = layout.opened(story)
    if topic is not None:
        sheet.add(layout.head_html(topic, first=True))
    return topic


def asked(find: Callable[[str], T | None], language: Language, sheet: HtmlBuffer) -> T | None:
    """Give what the record in the link names; one that is not found is said to be unknown."""
    name = query_params.param_record()
    found = find(name) if name else None
    if name and found is None:
        sheet.add(notices.said(interface("unknown_record", language)))
    return found


def portion(
    found: Sequence[T],
    at_once: int,
    write: Callable[[Sequence[T]], Markup],
    sheet: HtmlBuffer,
    language: Language,
    *key: str,
    words: str,
) -> None:
    """
    Put down as many of the entries found as the link asks for, and offer more.

    key, the page's name first, and the words looked for tell what was found.
    """
    count = query_params.param_count(at_once, len(found))
    make = partial(write, found[:count])
    sheet.add(cached_unless_query(words, make, "portion", language, count, *key))
    if len(found) > count:
        more = partial(_more, count + at_once, key[0], language)
        sheet.add(cached(more, "more", count, key[0], language))


def _more(count: int, page: str, language: Language) -> Markup:
    """Offer to show more of a list: up to `count` entries."""
    return tag(
        "a",
        interface("more", language),
        id="more",
        class_="press",
        href=query_params.href(page, language, shown=str(count)),
        target="_self",
        data_keep="",
    )


def address(words: str, page: str, record: str, language: Language) -> str:
    """Write the link to an entry, to be copied; words names it in _interface.yml."""
    there = tag(
        "a",
        interface(words, language),
        class_="tool",
        href=query_params.href(page, language, record=record),
        data_copied=interface("copied", language),
    )
    return tag("p", there)


def method(topic: Topic) -> str:
    """Write, folded, how the page is to be read."""
    return cached(lambda: _method(topic), "method", topic.id, topic.language)


def _method(topic: Topic) -> Markup:
    # Each with panels of its own: none can be opened that stands in another part, folded.
    return joined(
        section_html(step, Screen(topic.language, f"{topic.id}-{step.id}"), folded=True)
        for step in topic.steps
    )


def topic_filter(used: Collection[str] | None, language: Language) -> Filter:
    """Offer the topics that have rows (all, where None), in the order of the pages."""
    topics = [each.topic_id for each in walks() if used is None or each.topic_id in used]
    return filters.choice("topic", topics, lambda code: layout.title_of(code, language), language)


def counted(
    rows: Sequence[Row],
    name: str,
    language: Language,
    sheet: HtmlBuffer,
    *,
    found: int | None = None,
    page: str = "",
) -> None:
    """Say how many were found (rows, where nothing else), and offer the rows as a CSV file."""
    count, page = len(rows) if found is None else found, page or name
    words = interface("download_found", language)
    ask = partial(downloads.link_html, page, "rows", words, language) if rows else str
    key = "counted", count, page, language, bool(rows)
    sheet.add(cached(lambda: _counted(count, ask(), language), *key))
    if rows and query_params.param_option("take", ("rows",)):
        sheet.out()
        file, kind = partial(as_csv, rows, load_dataset(), language), "text/csv"
        downloads.button("rows", words, file, f"mieru_{name}.csv", kind)


def _counted(count: int, ask: str, language: Language) -> Markup:
    said = tag("p", interface("found", language, count=f"{count:,}"), role="status")
    return tag("div", said, ask, class_="tools counted")
