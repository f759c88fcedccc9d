"""What stands under every chart: as-of dates, stale marks, documents, and the rows as a table."""

from collections.abc import Sequence
from typing import Protocol

from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Source
from components.data.today import is_old
from components.text.listing import Row
from components.text.topics import interface
from components.views.tables import table_html
from components.views.tags import sources_html, tag, text


class Drawn(Protocol):
    """What a chart says about itself."""

    rows: Sequence[Row]

    @property
    def sources(self) -> list[Source]:
        """Give the sources of the rows, each once."""
        ...

    @property
    def origins(self) -> list[Source]:
        """Give the documents that the sources quote, each once."""
        ...

    def as_of(self, language: Language) -> str:
        """Give the span of as-of dates."""
        ...


def dates_html(chart: Drawn, language: Language) -> str:
    """Say of when the numbers of a chart are."""
    span = chart.as_of(language)
    words = interface("as_of_span", language, span=span) if span else ""
    return tag("p", text(words), class_="source")


def stale_html(chart: Drawn, language: Language) -> str:
    """Say how many numbers of a chart have a newer value or are due for another look."""
    old = [row for row in chart.rows if is_old(row)]
    if not old:
        return ""
    return tag("p", text(interface("stale", language, count=str(len(old)))), class_="stale")


def documents_html(chart: Drawn, language: Language) -> str:
    """List the documents of a chart, folded away."""
    named = {each.id: each for each in [*chart.origins, *chart.sources]}
    words = interface("documents", language, count=str(len(named)))
    return tag("details", tag("summary", text(words)) + sources_html(named.values(), language))


def rows_behind_html(chart: Drawn, language: Language) -> str:
    """Write the rows of a chart as a table, folded away."""
    summary = tag("summary", text(interface("show_table", language)))
    return tag("details", summary + table_html(chart.rows, load_dataset(), language))


def under_html(chart: Drawn, language: Language) -> str:
    """Write all that stands under a chart."""
    return (
        dates_html(chart, language)
        + stale_html(chart, language)
        + documents_html(chart, language)
        + rows_behind_html(chart, language)
    )
