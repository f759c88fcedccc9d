"""An entry of the records as it stands in a list: folded, with all a checker asks inside."""

from collections.abc import Mapping, Sequence

from components.content.book import Book
from components.content.citing import figure_line
from components.content.dates import format_date, format_span
from components.content.editions import current
from components.content.kept import once
from components.content.languages import Language
from components.content.listing import Row, cells, columns_for
from components.content.prose import spoken
from components.content.records import Claim, Event, Flow, Record, System
from components.content.search_found import Found
from components.content.today import today
from components.content.topics import interface
from components.markup.record import record_html
from components.markup.tables import claim_html, table_html
from components.ui import link, uses
from components.ui.markup import tag, text
from components.ui.record import Prose


def rows(found: Found) -> Sequence[Row]:
    """Give the rows behind an entry; a series has many."""
    return found.entry if isinstance(found.entry, tuple) else (found.entry,)


def listed(found: Sequence[Found], book: Book, language: Language) -> str:
    """Write entries one below the other, folded."""
    return "".join(_entry(each, book, language) for each in found)


def opened(found: Found, book: Book, language: Language) -> str:
    """Write one entry whole, as a list of what is known of it; a series keeps its table."""
    entry = found.entry
    if isinstance(entry, Record | Event):
        return record_html(book, entry, language) + _cite(book, entry, language)
    if not isinstance(entry, Flow | System):
        return _entry(found, book, language)
    written = cells(book, entry, language)
    head = tag("p", text(written["name"]), class_="label")
    # A table of links has no room for the day; the record of one has.
    names = dict.fromkeys((*columns_for([entry]), "as_of"))
    pairs = "".join(_pair(name, written, language) for name in names)
    more = _joined(entry, book, language) if isinstance(entry, System) else ""
    return head + tag("dl", pairs) + uses.html(entry.id, language) + more


def _joined(system: System, book: Book, language: Language) -> str:
    """Write a system's links, each to its own record, and the way to all that is said of it."""
    name = book.label(system.id, language)
    links = [
        tag(
            "li",
            tag(
                "a",
                text(cells(book, flow, language)["name"]),
                href=link.href("figures", language, record=flow.id),
                target="_self",
            ),
        )
        for flow in book.flows.values()
        if system.id in (flow.start, flow.end)
    ]
    listed = tag("summary", text(interface("system_links", language, count=str(len(links)))))
    search = tag(
        "a",
        text(interface("system_search", language, name=name)),
        class_="tool",
        href=link.href("search", language, q=name),
        target="_self",
    )
    return (tag("details", listed + tag("ul", "".join(links))) if links else "") + search


def _pair(column: str, written: Mapping[str, str], language: Language) -> str:
    if column == "name" or written.get(column, "") in ("", written["name"]):
        return ""
    name = text(interface(f"column_{column}", language))
    return tag("dt", name) + tag("dd", text(written[column]))


def _entry(found: Found, book: Book, language: Language) -> str:
    entry = found.entry
    if isinstance(entry, Claim):
        prose = Prose(book, language, f"found-{entry.id}")
        return claim_html(entry, prose) + prose.panels()
    if isinstance(entry, Flow | System):
        return tag("div", table_html([entry], book, language), class_="found")
    if isinstance(entry, tuple):
        span = format_span([row.as_of for row in entry], language)
        head = tag("summary", text(f"{found.title.to(language)}　{span}"))
        return tag("details", head + table_html(entry, book, language), class_="found")
    value = (
        book.written(entry, language) or book.label("qualifier_not_seen", language)
        if isinstance(entry, Record)
        else format_date(entry.date, language)
    )
    name = entry.label if isinstance(entry, Record) else entry.name
    title = spoken(name, book, language)
    day = f"　{format_date(entry.as_of, language)}" if isinstance(entry, Record) else ""
    head = tag("span", text(value), class_="value") + text(f"　{title}{day}")
    inner = record_html(book, entry, language) + _cite(book, entry, language)
    return tag("details", tag("summary", head) + inner, class_="found")


def _cite(book: Book, entry: Record | Event, language: Language) -> str:
    """Write the line to cite a figure by, with a button that copies it."""
    if isinstance(entry, Event):
        return ""
    line = figure_line(book, entry, once(current, "edition"), today(), language)
    button = tag(
        "button",
        text(interface("cite_copy", language)),
        type="button",
        class_="tool",
        data_copied=interface("copied", language),
        data_text=line,
    )
    lead = tag("span", text(interface("cite", language)), class_="lead")
    return tag("p", f"{lead} {text(line)} {button}", class_="uses")
