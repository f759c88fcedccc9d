"""The rows of a record's panel: what is asked about a number, and about where it comes from."""

from markupsafe import Markup

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language, aside
from components.data.processing import processing
from components.data.records import Event, Figure
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.tags import source_html, text


def number_pairs(dataset: Dataset, record: Figure, language: Language) -> list[tuple[str, Markup]]:
    """Give what is asked of a number alone: each row's name in _interface.yml and its HTML."""
    qualifier = dataset.label(f"qualifier_{record.qualifier}", language)
    newer = dataset.figures.get(record.superseded_by)
    return [
        ("definition", text(record.measure.definition.to(language))),
        ("as_of", text(format_date(record.as_of, language) or interface("not_stated", language))),
        ("qualifier", text("" if record.qualifier == "exact" else qualifier)),
        ("said_by", text(dataset.label(record.said_by, language) if record.said_by else "")),
        ("newer", text(_dated(dataset, newer, language) if newer else "")),
    ]


def _dated(dataset: Dataset, record: Figure, language: Language) -> str:
    return aside(
        dataset.format_value(record, language), format_date(record.as_of, language), language
    )


def source_pairs(
    dataset: Dataset, record: Figure | Event, language: Language
) -> list[tuple[str, Markup]]:
    """Give what is asked of every record: its document, the place in it, and how sure we are."""
    origin = record.origin if isinstance(record, Figure) else None
    return [
        ("source", source_html(record.source, language)),
        ("place", text(record.place.to(language))),
        ("origin", source_html(origin, language) if origin else Markup()),
        ("processing", text(_processing(dataset, record, language))),
        ("published", text(format_date(record.source.published, language))),
        ("checked", text(format_date(record.source.checked, language))),
        ("confidence", text(dataset.label(f"confidence_{record.confidence}", language))),
        ("note", text(render_plain(record.note, dataset, language))),
    ]


def _processing(dataset: Dataset, record: Figure | Event, language: Language) -> str:
    return "" if isinstance(record, Event) else processing(dataset, record, language)
