"""The rows behind a chart as an HTML table."""

from collections.abc import Sequence

from markupsafe import Markup

from components.data.dataset import Dataset
from components.data.languages import Language
from components.text.listing import Row, to_table
from components.text.topics import interface
from components.views.tags import tag


def table_html(rows: Sequence[Row], dataset: Dataset, language: Language) -> Markup:
    """Write rows as a table scrolling in its own frame; empty columns are left out."""
    return tag(
        "div",
        rows_html(rows, dataset, language),
        class_="frame",
        tabindex="0",
        role="region",
        aria_label=interface("show_table", language),
    )


def rows_html(
    rows: Sequence[Row], dataset: Dataset, language: Language, *, leave_out: Sequence[str] = ()
) -> Markup:
    """Write rows as a table; columns that are empty, or that leave_out names, are left out."""
    table = to_table(rows, dataset, language)
    if leave_out:
        table = table[[name for name in table if name not in leave_out]]
    heads = (tag("th", interface(f"column_{name}", language), scope="col") for name in table)
    body = (tag("tr", (tag("td", cell) for cell in row)) for row in table.to_numpy().tolist())
    return tag("table", tag("thead", tag("tr", heads)), tag("tbody", body))
