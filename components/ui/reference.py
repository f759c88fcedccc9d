"""What the pages to look things up in share: their opening, their method, jumps, the way out."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from components.content.book import book
from components.content.kept import once
from components.content.languages import Language
from components.content.listing import Row, as_csv
from components.content.stories import walks
from components.content.story import Story
from components.content.term import Term
from components.content.topics import Topic, interface
from components.ui import frame, link, notices, take_away
from components.ui.markup import Sheet, tag, text
from components.ui.record import Prose

T = TypeVar("T")


def begin(story: Story, sheet: Sheet) -> Topic | None:
    """Put down title and lede; None where the words cannot be read, which is then said."""
    topic = frame.opened(story)
    if topic is not None:
        sheet.add(frame.head_html(topic, first=True))
    return topic


def asked(find: Callable[[str], T | None], language: Language, sheet: Sheet) -> T | None:
    """Give what the record in the link names; one that is not found is said to be unknown."""
    name = link.asked_record()
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
        href=link.href(page, language, shown=str(count)),
        target="_self",
        data_keep="",
    )


def address(words: str, page: str, record: str, language: Language) -> str:
    """Write the link to an entry, to be copied; words names it in _interface.yml."""
    there = tag(
        "a",
        text(interface(words, language)),
        class_="tool",
        href=link.href(page, language, record=record),
        data_copied=interface("copied", language),
    )
    return tag("p", there)


def method(topic: Topic) -> str:
    """Write, folded, how the page is to be read."""
    return once(lambda: _method(topic), "method", topic.id, topic.language)


def _method(topic: Topic) -> str:
    written = ""
    for step in topic.steps:
        prose = Prose(book(), topic.language, f"{topic.id}-{step.id}")
        body = "".join(tag("p", prose.html(line)) for line in step.body)
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
    sheet: Sheet,
    *,
    found: int | None = None,
    page: str = "",
) -> None:
    """Say how many were found (rows, where nothing else), and offer the records as a CSV file."""
    count = len(rows) if found is None else found
    said = tag("p", text(interface("found", language, count=f"{count:,}")), role="status")
    records = [row for row in rows if not isinstance(row, Term)]
    ask = take_away.link_html(page or name, "rows", interface("download_found", language), language)
    sheet.add(tag("div", said + (ask if records else ""), class_="tools counted"))
    if records and link.asked_option("take", ("rows",)):
        sheet.out()
        words = interface("download_found", language)
        take_away.button(
            "rows",
            words,
            lambda: as_csv(records, book(), language),
            f"mieru_{name}.csv",
            "text/csv",
        )


def jumps(places: Sequence[tuple[str, str, str]], language: Language) -> str:
    """Write links to places on this page: (id, words, count)."""
    items = "".join(
        tag("li", tag("a", text(words), href=f"#{place}") + tag("small", text(count)))
        for place, words, count in places
    )
    return tag("nav", tag("ul", items), class_="jumps", aria_label=interface("jumps", language))
