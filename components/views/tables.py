"""The rows behind a chart as an HTML table."""

from collections.abc import Sequence

from markupsafe import Markup

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.records import Figure
from components.text.listing import Row, to_table
from components.text.topics import interface
from components.views.tags import tag


def table_html(rows: Sequence[Row], dataset: Dataset, language: Language) -> Markup:
    """Write rows as a table scrolling in its own frame; empty columns are left out."""
    return _framed(rows_html(rows, dataset, language), language)


def _framed(table: Markup, language: Language) -> Markup:
    label = interface("show_table", language)
    return tag("div", table, class_="frame", tabindex="0", role="region", aria_label=label)


def by_date_html(rows: Sequence[Figure], dataset: Dataset, language: Language) -> Markup:
    """
    Write the values of one measure as a grid: what each is of, and the dates, in their order.

    The longer of the two runs downwards. A gap is an empty cell.
    """
    cells = {(row.label.to(language), row.as_of): row for row in rows}
    labels = list(dict.fromkeys(label for label, _ in cells))
    dates = sorted({date for _, date in cells})
    written = {date: format_date(date, language) for date in dates}
    down, across = (dates, labels) if len(dates) > len(labels) else (labels, dates)

    def cell(one: str, other: str) -> Markup:
        row = cells.get((other, one) if down is dates else (one, other))
        return tag("td", dataset.format_value(row, language) if row else "")

    heads = (_head(written.get(each, each), "col") for each in across)
    body = (
        tag(
            "tr",
            tag("th", written.get(one, one), scope="row"),
            (cell(one, each) for each in across),
        )
        for one in down
    )
    return _framed(
        tag("table", tag("thead", tag("tr", tag("td"), heads)), tag("tbody", body)), language
    )


def _head(words: str, scope: str) -> Markup:
    return tag("th", words, scope=scope)


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
