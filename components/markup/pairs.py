"""The rows of a record's panel: what is asked about a number, and about where it comes from."""

from components.content.book import Book
from components.content.dates import format_date
from components.content.languages import Language, aside
from components.content.prose import spoken
from components.content.records import Event, Record
from components.content.topics import interface
from components.content.workings import processing
from components.markup.tags import source_html, text


def number_pairs(book: Book, record: Record, language: Language) -> list[tuple[str, str]]:
    """Give what is asked of a number alone: each row's name in _interface.yml and its HTML."""
    qualifier = book.label(f"qualifier_{record.qualifier}", language)
    newer = book.figures.get(record.superseded_by)
    return [
        ("definition", text(record.measure.definition.to(language))),
        ("as_of", text(format_date(record.as_of, language) or interface("not_stated", language))),
        ("qualifier", "" if record.qualifier == "exact" else text(qualifier)),
        ("said_by", text(book.label(record.said_by, language)) if record.said_by else ""),
        ("newer", text(_dated(book, newer, language)) if newer else ""),
    ]


def _dated(book: Book, record: Record, language: Language) -> str:
    return aside(book.written(record, language), format_date(record.as_of, language), language)


def source_pairs(book: Book, record: Record | Event, language: Language) -> list[tuple[str, str]]:
    """Give what is asked of every record: its document, the place in it, and how sure we are."""
    origin = record.origin if isinstance(record, Record) else None
    return [
        ("source", source_html(record.source, language)),
        ("place", text(record.place.to(language))),
        ("origin", source_html(origin, language) if origin else ""),
        ("processing", text(_processing(book, record, language))),
        ("published", text(format_date(record.source.published, language))),
        ("checked", text(format_date(record.source.checked, language))),
        ("confidence", text(book.label(f"confidence_{record.confidence}", language))),
        ("note", text(spoken(record.note, book, language))),
    ]


def _processing(book: Book, record: Record | Event, language: Language) -> str:
    return "" if isinstance(record, Event) else processing(book, record, language)
