"""A number or an event with all a checker asks of it."""

from components.content.book import Book
from components.content.dates import format_date
from components.content.languages import Language
from components.content.prose import spoken
from components.content.records import Event, Record
from components.content.topics import interface
from components.markup.pairs import number_pairs, source_pairs
from components.markup.tags import tag, text


def record_html(book: Book, record: Record | Event, language: Language) -> str:
    """Write all a checker asks of a record: definition, date, who, source, place, processing."""
    if isinstance(record, Event):
        head = tag("p", text(format_date(record.date, language)), class_="value")
        pairs = [("what", text(spoken(record.name, book, language)))]
    else:
        label = spoken(record.label, book, language)
        head = tag("p", text(book.written(record, language)), class_="value")
        head += tag("p", text(label), class_="label")
        pairs = number_pairs(book, record, language)
    pairs += source_pairs(book, record, language)
    rows = "".join(
        tag("dt", text(interface(f"record_{key}", language))) + tag("dd", value)
        for key, value in pairs
        if value
    )
    return head + tag("dl", rows)
