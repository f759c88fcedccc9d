"""Every record in one place: search, filter, download, the documents, and how this was made."""

from collections.abc import Sequence

from components.content.book import book
from components.content.dates import format_date
from components.content.kept import once, once_unless
from components.content.languages import Language
from components.content.listing import Row
from components.content.search import index, narrow
from components.content.search_found import Found
from components.content.stories import walks
from components.content.story import Story
from components.content.topics import Topic, interface
from components.ui import entries, filters, frame, link, reference
from components.ui.filters import Filter
from components.ui.markup import Sheet, choices, source_html, tag, text
from components.ui.record import Prose

SHELVES = ("figure", "series", "claim", "event", "flow", "system", "source", "correction",
           "about")  # fmt: skip
AT_ONCE = 30


def tell(story: Story) -> None:
    """Show the page: one record if the link names it, the shelves below."""
    sheet = Sheet()
    topic = reference.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    kind = _asked_record(language, sheet)
    first = "about" if link.plain_step() else kind or "figure"
    shelf = link.asked_option("shelf", SHELVES) or first
    sheet.add(once(lambda: _shelves(shelf, language), "shelves", shelf, language))
    if shelf == "about":
        sheet.add(once(lambda: _about(topic), "about", language))
    elif shelf == "source":
        _sources(language, sheet)
    elif shelf == "correction":
        sheet.add(_corrections(language))
    else:
        _found(shelf, language, sheet)
    sheet.out()


def _shelves(shown: str, language: Language) -> str:
    """Write the ways to the shelves; each keeps topic and words, and begins at its top."""
    return choices(
        [
            (
                interface(f"shelf_{each}", language),
                link.href("figures", language, **filters.AGAIN | {"shelf": each}),
                each == shown,
            )
            for each in SHELVES
        ],
        interface("shelf", language),
    )


def _asked_record(language: Language, sheet: Sheet) -> str:
    """Put down the record a link names, and give the shelf it comes from."""
    found = reference.asked(_named, language, sheet)
    if not found:
        return ""
    sheet.add(tag("section", entries.opened(found, book(), language), class_="notice"))
    return found.kind if found.kind in SHELVES else ""


def _named(record_id: str) -> Found | None:
    return next((each for each in index(book()) if each.id == record_id), None)


def _found(shelf: str, language: Language, sheet: Sheet) -> None:
    query, topic = _query(language, sheet)
    found, rows = once_unless(
        query, lambda: _fitting(shelf, query, topic), "records found", shelf, topic
    )
    reference.counted(rows, shelf, language, sheet, found=len(found), page="figures")
    _pages(found, language, sheet)


def _fitting(shelf: str, query: str, topic: str) -> tuple[list[Found], list[Row]]:
    """Give what fits shelf, words and topic, and the rows behind it."""
    every = (each for each in index(book()) if each.kind == shelf)
    found = [each for each in narrow(every, query, book()) if topic in ("", *each.topics)]
    return found, [row for each in found for row in entries.rows(each)]


def _query(language: Language, sheet: Sheet) -> tuple[str, str]:
    """Put down the filters, and give the words and the topic they are set to."""
    topics = [each.topic_id for each in walks()]
    offered = [Filter("topic", topics, lambda code: frame.title_of(code, language))]
    chosen = filters.asked(offered)
    sheet.add(filters.html("figures", offered, chosen, language))
    return chosen["q"], chosen["topic"]


def _pages(found: Sequence[Found], language: Language, sheet: Sheet) -> None:
    count = link.asked_count(AT_ONCE, len(found))
    ids = tuple(each.id for each in found[:count])
    sheet.add(once(lambda: entries.listed(found[:count], book(), language), "found", language, ids))
    if len(found) > count:
        sheet.add(reference.more(count + AT_ONCE, "figures", language))


def _sources(language: Language, sheet: Sheet) -> None:
    query, _ = _query(language, sheet)
    named = sorted(book().sources.values(), key=lambda each: each.publisher.to(language))
    wanted = query.casefold()
    items = [
        tag("li", source_html(each, language) + _source_note(each.note.to(language)))
        for each in named
        if wanted in " ".join((*each.publisher, *each.title, *each.short)).casefold()
    ]
    count = tag("p", text(interface("found", language, count=f"{len(items):,}")), role="status")
    sheet.add(count + tag("ul", "".join(items), class_="sources"))


def _source_note(note: str) -> str:
    return f" {text(note)}" if note else ""


def _corrections(language: Language) -> str:
    if not book().corrections:
        return tag("p", text(interface("no_corrections", language)))
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
    return tag("ul", items)


def _about(topic: Topic) -> str:
    written = ""
    for step in topic.steps:
        prose = Prose(book(), topic.language, f"about-{step.id}")
        body = "".join(tag("p", prose.html(line)) for line in step.body)
        heading = tag("h2", prose.html(step.headline), id=step.id)
        written += tag("section", heading + body + prose.panels())
    return written
