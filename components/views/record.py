"""A number or an event with all a checker asks of it, and about where it comes from."""

from markupsafe import Markup

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.headline_figure import headline_figure
from components.data.languages import Language, aside
from components.data.processing import processing
from components.data.records import Event, Figure
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.tags import source_html, tag


def value_words(dataset: Dataset, record: object, language: Language) -> str:
    """Write a figure's value, an event's date, a town's or a project's number; else nothing."""
    record = headline_figure(dataset, record) or record
    if isinstance(record, Figure):
        return dataset.format_value(record, language)
    return format_date(record.date, language) if isinstance(record, Event) else ""


def record_html(dataset: Dataset, record: Figure | Event, language: Language) -> Markup:
    """Write all a checker asks of a record: definition, date, who, source, place, processing."""
    head = tag("p", value_words(dataset, record, language), class_="value")
    if isinstance(record, Event):
        pairs = {"what": render_plain(record.name, dataset, language)}
    else:
        head += tag("p", render_plain(record.label, dataset, language), class_="label")
        pairs = _of_number(dataset, record, language)
    pairs |= _of_source(dataset, record, language)
    rows = (
        (tag("dt", interface(f"record_{key}", language)), tag("dd", value))
        for key, value in pairs.items()
        if value
    )
    return head + tag("dl", rows)


def _of_number(dataset: Dataset, record: Figure, language: Language) -> dict[str, str]:
    """Give what is asked of a number alone: each row by its name in _interface.yml."""
    qualifier = dataset.label(f"qualifier_{record.qualifier}", language)
    newer = dataset.figures.get(record.superseded_by)
    return {
        "definition": record.measure.definition.to(language),
        "as_of": format_date(record.as_of, language) or interface("not_stated", language),
        "qualifier": "" if record.qualifier == "exact" else qualifier,
        "said_by": dataset.label(record.said_by, language) if record.said_by else "",
        "newer": _dated(dataset, newer, language) if newer else "",
    }


def _dated(dataset: Dataset, record: Figure, language: Language) -> str:
    day = format_date(record.as_of, language)
    return aside(dataset.format_value(record, language), day, language)


def _of_source(dataset: Dataset, record: Figure | Event, language: Language) -> dict[str, str]:
    """Give what is asked of every record: its document, the place in it, and how sure we are."""
    origin = record.origin if isinstance(record, Figure) else None
    document = record.document if isinstance(record, Figure) else record.source
    made = "" if isinstance(record, Event) else processing(dataset, record, language)
    return {
        "source": source_html(document, language),
        "place": record.place.to(language),
        "origin": source_html(origin, language) if origin else "",
        "processing": made,
        "published": format_date(record.source.published, language),
        "checked": format_date(record.source.checked, language),
        "confidence": dataset.label(f"confidence_{record.confidence}", language),
        "note": render_plain(record.note, dataset, language),
    }
