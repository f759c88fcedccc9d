"""An entry of the records as it stands in a list: folded, with all a checker asks inside."""

from collections.abc import Mapping, Sequence

from components.content.book import Book
from components.content.dates import format_date, format_span
from components.content.languages import Language
from components.content.listing import Row, cells, columns_for
from components.content.prose import passage
from components.content.records import Claim, Event, Flow, Record, System
from components.content.search_found import Found
from components.content.topics import interface
from components.ui.markup import tag, text
from components.ui.record import Prose, record_html
from components.ui.tables import claim_html, table_html


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
        return record_html(book, entry, language)
    if not isinstance(entry, Flow | System):
        return _entry(found, book, language)
    written = cells(book, entry, language)
    head = tag("p", text(written["name"]), class_="label")
    return head + tag(
        "dl", "".join(_pair(name, written, language) for name in columns_for([entry]))
    )


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
    title = str(passage(name.to(language), book, language))
    day = f"　{format_date(entry.as_of, language)}" if isinstance(entry, Record) else ""
    head = tag("span", text(value), class_="value") + text(f"　{title}{day}")
    return tag("details", tag("summary", head) + record_html(book, entry, language), class_="found")
