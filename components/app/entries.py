"""An entry of the records as it stands in a list: folded, with all a checker asks inside."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from components.app import query_params, uses
from components.data.cache import cached
from components.data.dataset import Dataset
from components.data.dates import format_date, format_span
from components.data.editions import current
from components.data.languages import Language
from components.data.links import Flow, System
from components.data.records import Claim, Event, Figure
from components.data.today import today
from components.search.documents import Document
from components.text.cells import Row, cells, columns_for
from components.text.citing import figure_line
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.claim import claim_html
from components.views.record import record_html
from components.views.screen import Screen
from components.views.tables import table_html
from components.views.tags import joined, tag


def rows(found: Document) -> Sequence[Row]:
    """Give the rows behind an entry; a series has many."""
    return found.entry if isinstance(found.entry, tuple) else (found.entry,)


def listed(found: Sequence[Document], dataset: Dataset, language: Language) -> Markup:
    """Write entries one below the other, folded."""
    return joined(_entry(each, dataset, language) for each in found)


def opened(found: Document, dataset: Dataset, language: Language) -> str:
    """Write one entry whole, as a list of what is known of it; a series keeps its table."""
    entry = found.entry
    if isinstance(entry, Figure | Event):
        return record_html(dataset, entry, language) + _cite(dataset, entry, language)
    if not isinstance(entry, Flow | System):
        return _entry(found, dataset, language)
    return known(entry, dataset, language)


def known(entry: Flow | System, dataset: Dataset, language: Language) -> Markup:
    """Write what is known of a link or a system, a system with its links and what is said of it."""
    written = cells(dataset, entry, language)
    head = tag("p", written["name"], class_="label")
    # A table of links has no room for the day; the record of one has.
    names = dict.fromkeys((*columns_for([entry]), "as_of"))
    pairs = joined(_pair(name, written, language) for name in names)
    more = _joined(entry, dataset, language) if isinstance(entry, System) else Markup()
    return joined([head, tag("dl", pairs), Markup(uses.html(entry.id, language)), more])


def _joined(system: System, dataset: Dataset, language: Language) -> Markup:
    """Write a system's links, each to its own record, and the way to all that is said of it."""
    name = dataset.label(system.id, language)
    links = [
        tag(
            "li",
            tag(
                "a",
                cells(dataset, flow, language)["name"],
                href=query_params.href("figures", language, record=flow.id),
                target="_self",
            ),
        )
        for flow in dataset.flows.values()
        if system.id in (flow.start, flow.end)
    ]
    listed = tag("summary", interface("system_links", language, count=str(len(links))))
    search = tag(
        "a",
        interface("system_search", language, name=name),
        class_="tool",
        href=query_params.href("search", language, q=name),
        target="_self",
    )
    return (tag("details", listed + tag("ul", joined(links))) if links else Markup()) + search


def _pair(column: str, written: Mapping[str, str], language: Language) -> str:
    if column == "name" or written.get(column, "") in ("", written["name"]):
        return ""
    name = escape(interface(f"column_{column}", language))
    return tag("dt", name) + tag("dd", written[column])


def _entry(found: Document, dataset: Dataset, language: Language) -> str:
    entry = found.entry
    if isinstance(entry, Claim):
        prose = Screen(language, f"found-{entry.id}")
        return claim_html(entry, prose) + prose.panels()
    if isinstance(entry, Flow | System):
        return tag("div", table_html([entry], dataset, language), class_="found")
    if isinstance(entry, tuple):
        span = format_span([row.as_of for row in entry], language)
        head = tag("summary", f"{found.title.to(language)}　{span}")
        return tag("details", head + table_html(entry, dataset, language), class_="found")
    value = (
        dataset.format_value(entry, language) or dataset.label("qualifier_not_seen", language)
        if isinstance(entry, Figure)
        else format_date(entry.date, language)
    )
    name = entry.label if isinstance(entry, Figure) else entry.name
    title = render_plain(name, dataset, language)
    day = f"　{format_date(entry.as_of, language)}" if isinstance(entry, Figure) else ""
    head = tag("span", value, class_="value") + escape(f"　{title}{day}")
    inner = record_html(dataset, entry, language) + _cite(dataset, entry, language)
    return tag("details", tag("summary", head) + inner, class_="found")


def _cite(dataset: Dataset, entry: Figure | Event, language: Language) -> str:
    """Write the line to cite a figure by, with a button that copies it."""
    if isinstance(entry, Event):
        return ""
    line = figure_line(dataset, entry, cached(current, "edition"), today(), language)
    button = tag(
        "button",
        interface("cite_copy", language),
        type="button",
        class_="tool",
        data_copied=interface("copied", language),
        data_text=line,
    )
    lead = tag("span", interface("cite", language), class_="lead")
    return tag("p", lead, f" {line} ", button, class_="uses")
