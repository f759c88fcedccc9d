"""Every record of the plain site: figures by topic, series, flows, systems and documents."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup, escape

from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.records import Figure
from components.export.site_lookup import method, opening
from components.export.site_page import Site
from components.export.site_words import Uses, used_in
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.record import record_html
from components.views.tables import by_date_html, table_html
from components.views.tags import joined, source_html, sources_html, tag

MANY = 60  # rows of a series that stand with all that is known of each


def records_html(site: Site, used: Uses) -> Markup:
    """Write every record with its document, one below the other."""
    language = site.language
    shelves = (
        ("figure", _figures(site, used)),
        ("series", _series(site)),
        ("flow", table_html(list(load_dataset().flows.values()), load_dataset(), language)),
        ("system", table_html(list(load_dataset().systems.values()), load_dataset(), language)),
        ("source", _sources(site)),
    )
    jumps = joined(
        tag("li", tag("a", interface(f"shelf_{name}", language), href=f"#shelf-{name}"))
        for name, _ in shelves
    )
    nav = tag("nav", tag("ul", jumps), class_="jumps", aria_label=interface("jumps", language))
    written = joined(
        tag("h2", interface(f"shelf_{name}", language), id=f"shelf-{name}") + inner
        for name, inner in shelves
    )
    return opening(site) + nav + method(site) + written


def _figures(site: Site, used: Uses) -> Markup:
    figures = sorted(load_dataset().figures.values(), key=lambda each: _place(site, each.topic))
    return joined(
        tag("h3", site.title(topic)) + joined(_figure(site, each, used) for each in found)
        for topic, found in groupby(figures, key=lambda each: each.topic)
    )


def _place(site: Site, topic: str) -> tuple[int, str]:
    topics = site.request.topics
    return (topics.index(topic) if topic in topics else len(topics), topic)


def _figure(site: Site, record: Figure, used: Uses) -> Markup:
    language = site.language
    value = load_dataset().format_value(record, language) or load_dataset().label(
        "qualifier_not_seen", language
    )
    label = render_plain(record.label, load_dataset(), language)
    head = tag("b", value) + escape(f"　{label}　{format_date(record.as_of, language)}")
    inner = record_html(load_dataset(), record, language) + used_in(site, used.get(record.id, ()))
    return tag("details", tag("summary", head) + inner, id=record.id, class_="found")


def _series(site: Site) -> Markup:
    written = Markup()
    for table, rows in load_dataset().tables.items():
        measures: dict[str, list[Figure]] = {}
        for each in rows:
            measures.setdefault(each.measure.id, []).append(each)
        written += joined(
            _one_series(site, f"{table}.{name}", found) for name, found in measures.items()
        )
    return written


def _one_series(site: Site, anchor: str, rows: Sequence[Figure]) -> Markup:
    """Write a series folded: with all that is known of each value, or, where long, as a grid."""
    dataset, language = load_dataset(), site.language
    count = interface("found", language, count=f"{len(rows):,}")
    head = tag("summary", f"{rows[0].measure.name.to(language)}　{count}")
    if len(rows) <= MANY:
        inner = table_html(rows, dataset, language)
        return tag("details", head, inner, id=anchor, class_="found")
    about = tag("p", rows[0].measure.definition.to(language), class_="why")
    named = {each.source.id: each.source for each in rows}.values()
    table = by_date_html(rows, dataset, language) + sources_html(named, language)
    return tag("details", head, about, table, id=anchor, class_="found")


def _sources(site: Site) -> Markup:
    language = site.language
    named = sorted(load_dataset().sources.values(), key=lambda each: each.publisher.to(language))
    items = joined(tag("li", source_html(each, language)) for each in named)
    return tag("ul", items, class_="sources")
