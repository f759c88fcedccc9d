"""What the pages to look things up in share: their opening, their method, jumps, the way out."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from components.app import downloads, layout, notices, query_params
from components.app.html_buffer import HtmlBuffer, joined, tag, text
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.words import Term
from components.text.listing import Row, as_csv
from components.text.story import Story, walks
from components.text.topics import Topic, interface
from components.views.screen import Screen

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


def more(count: int, page: str, language: Language) -> str:
    """Offer to show more of a list: up to `count` entries."""
    return tag(
        "a",
        text(interface("more", language)),
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
        text(interface(words, language)),
        class_="tool",
        href=query_params.href(page, language, record=record),
        data_copied=interface("copied", language),
    )
    return tag("p", there)


def method(topic: Topic) -> str:
    """Write, folded, how the page is to be read."""
    return cached(lambda: _method(topic), "method", topic.id, topic.language)


def _method(topic: Topic) -> str:
    written = ""
    for step in topic.steps:
        prose = Screen(topic.language, f"{topic.id}-{step.id}")
        body = joined(tag("p", prose.html(line)) for line in step.body)
        summary = tag("summary", text(str(step.headline)))
        written += tag("details", summary + body, id=step.id) + prose.panels()
    return written


def topics(used: set[str]) -> list[str]:
    """List the topics that have rows, in the order of the pages."""
    return [story.topic_id for story in walks() if story.topic_id in used]


def counted(
    rows: Sequence[Row | Term],
    name: str,
    language: Language,
    sheet: HtmlBuffer,
    *,
    found: int | None = None,
    page: str = "",
) -> None:
    """Say how many were found (rows, where nothing else), and offer the records as a CSV file."""
    count = len(rows) if found is None else found
    said = tag("p", text(interface("found", language, count=f"{count:,}")), role="status")
    records = [row for row in rows if not isinstance(row, Term)]
    ask = downloads.link_html(page or name, "rows", interface("download_found", language), language)
    sheet.add(tag("div", said + (ask if records else ""), class_="tools counted"))
    if records and query_params.param_option("take", ("rows",)):
        sheet.out()
        words = interface("download_found", language)
        downloads.button(
            "rows",
            words,
            lambda: as_csv(records, load_dataset(), language),
            f"mieru_{name}.csv",
            "text/csv",
        )
