"""A number or an event with all a checker asks of it."""

from markupsafe import Markup

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.headline_figure import headline_figure
from components.data.languages import Language
from components.data.records import Event, Figure
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.pairs import number_pairs, source_pairs
from components.views.tags import joined, tag, text


def value_words(dataset: Dataset, record: object, language: Language) -> str:
    """Write a figure's value, an event's date, a town's or a project's number; else nothing."""
    record = headline_figure(dataset, record) or record
    if isinstance(record, Figure):
        return dataset.format_value(record, language)
    return format_date(record.date, language) if isinstance(record, Event) else ""


def record_html(dataset: Dataset, record: Figure | Event, language: Language) -> Markup:
    """Write all a checker asks of a record: definition, date, who, source, place, processing."""
    pairs: list[tuple[str, Markup]]
    if isinstance(record, Event):
        head = tag("p", format_date(record.date, language), class_="value")
        pairs = [("what", text(render_plain(record.name, dataset, language)))]
    else:
        label = render_plain(record.label, dataset, language)
        head = tag("p", dataset.format_value(record, language), class_="value")
        head += tag("p", label, class_="label")
        pairs = number_pairs(dataset, record, language)
    pairs += source_pairs(dataset, record, language)
    rows = joined(
        tag("dt", interface(f"record_{key}", language)) + tag("dd", value)
        for key, value in pairs
        if value
    )
    return head + tag("dl", rows)
