"""How to cite: one line for the edition, a topic, or a figure, in either language."""

from datetime import date

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.editions import Edition
from components.data.languages import Language, aside, listed
from components.data.records import Figure, Source
from components.text.prose import render_plain
from components.text.topics import interface


def edition_line(edition: Edition, made: date, language: Language, address: str = "") -> str:
    """Cite the whole, in its edition, with the day it was seen."""
    return _closed([_product(edition, language), address], made, language)


def topic_line(
    title: str, edition: Edition, made: date, language: Language, address: str = ""
) -> str:
    """Cite one topic of the whole."""
    quoted = f"「{title}」" if language == "ja" else f'"{title}"'
    return _closed([quoted, _product(edition, language), address], made, language)


def figure_line(
    dataset: Dataset,
    record: Figure,
    edition: Edition,
    made: date,
    language: Language,
    address: str = "",
) -> str:
    """Cite one figure: what it is, its value and date, the document and the place in it."""
    japanese = language == "ja"
    label = render_plain(record.label, dataset, language)
    value = dataset.format_value(record, language) or dataset.label("qualifier_not_seen", language)
    figure = f"{label}{'：' if japanese else ': '}{value}"
    figure = aside(figure, format_date(record.as_of, language), language)
    documents = [document(each, language) for each in (record.origin, record.document) if each]
    source = interface("stage_source", language, names=" ← ".join(documents))
    source = listed([source, record.place.to(language)], language)
    return _closed([figure, source, _product(edition, language), address], made, language)


def document(source: Source, language: Language) -> str:
    """Name a document: publisher, title, its day, and its address where there is one."""
    title = source.title.to(language)
    quoted = f"「{title}」" if language == "ja" else f'"{title}"'
    day = format_date(source.published, language)
    pieces = [f"{source.publisher.to(language)} {quoted}", day, source.url]
    return listed(pieces, language)


def named(edition: Edition, language: Language) -> str:
    """Name an edition with its day; what is not one yet says so."""
    if not edition.name:
        return interface("kit_no_edition", language)
    key = "kit_edition_moved_on" if edition.moved_on else "kit_edition"
    return interface(key, language, name=edition.name, date=format_date(edition.date, language))


def _product(edition: Edition, language: Language) -> str:
    title = interface("product", language)
    return (f"『{title}』" if language == "ja" else f"{title}, ") + named(edition, language)


def _closed(pieces: list[str], made: date, language: Language) -> str:
    day = format_date(made.isoformat(), language)
    said = [*(piece for piece in pieces if piece), interface("cite_seen", language, day=day)]
    return "。".join(said) + "。" if language == "ja" else ". ".join(said) + "."
