"""What stands under every chart: as-of dates, stale marks, documents, and the rows as a table."""

from markupsafe import Markup

from components.charts.chart import Chart
from components.data.dataset import load_dataset
from components.data.today import is_old
from components.text.topics import interface
from components.views.medium import Medium
from components.views.tables import table_html
from components.views.tags import joined, sources_html, tag


def under_html(chart: Chart, on: Medium, dates: str = "", table: Markup | None = None) -> Markup:
    """
    Write all that stands under a chart.

    dates is said instead of the span of as-of dates; table stands instead of one of the rows.
    """
    language = on.language
    span = chart.as_of(language)
    dates = dates or (interface("as_of_span", language, span=span) if span else "")
    old = [row for row in chart.rows if is_old(row)]
    named = {each.id: each for each in [*chart.origins, *chart.sources]}
    stale = interface("stale", language, count=str(len(old)))
    documents = interface("documents", language, count=str(len(named)))
    rows = table if table is not None else table_html(chart.rows, load_dataset(), language)
    return joined(
        [
            tag("p", dates, class_="source"),
            tag("p", stale, class_="stale") if old else "",
            on.fold(documents, sources_html(named.values(), language)),
            on.fold(interface("show_table", language), rows),
        ]
    )
