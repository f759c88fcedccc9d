"""The table of a selection, to search and sort, and the files to take along."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.app import downloads, query_params, widgets
from components.app.html_buffer import HtmlBuffer, tag
from components.data.cache import cached_recent
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Figure
from components.data.selection import Selection, link
from components.text import selecting
from components.text.cells import Row
from components.text.listing import as_csv
from components.text.selected_table import dates_of, rows_found
from components.text.topics import interface

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TAKEN = ("csv", "xlsx")
DATES = {"ja": ("YYYY年M月D日", "YYYY年M月"), "en": ("D MMM YYYY", "MMM YYYY")}  # days, months
MOST = 400  # pixels that the table is high


def render(selection: Selection, language: Language, sheet: HtmlBuffer) -> None:
    """Show the rows as a table of Streamlit's, with a field to search it and its files."""
    sheet.out()
    words = query_params.param_words()
    widgets.text_input("q", interface("explore_words", language), words, clears=("take",))
    table, rows = cached_recent(
        lambda: rows_found(load_dataset(), selection, language, words),
        "explored table",
        language,
        words,
        *link(selection).items(),
    )
    count = interface("found", language, count=f"{len(rows):,}")
    sheet.add(tag("p", count, role="status"))
    sheet.out()
    if rows:
        st.dataframe(
            table,
            hide_index=True,
            height=min(MOST, 36 * (len(table) + 1) + 2),
            column_config=_columns(selection, rows, language, list(table.columns)),
            key="explore_table",
        )
        offer(lambda: rows, selection, language, sheet)


def _columns(
    selection: Selection, rows: list[Figure], language: Language, columns: list[str]
) -> dict[str, Any]:
    """Name and write each column; amounts with their unit in the head, grouped for the language."""
    unit = selecting.unit_words(load_dataset(), selection.breakdown.unit, language)
    decimals = max(len(row.value.partition(".")[2]) for row in rows)
    found: dict[str, Any] = {}
    for name in columns:
        words = selecting.column_words(name, language, unit)
        if name == "value":
            form = f"%,.{decimals}f" if decimals else "%,d"
            found[name] = st.column_config.NumberColumn(words, format=form)
        elif name == "as_of" and not isinstance(dates_of(rows)[0], str):
            form = DATES[language][len(rows[0].as_of) == 7]
            found[name] = st.column_config.DateColumn(words, format=form)
        else:
            found[name] = st.column_config.TextColumn(words)
    return found


def offer(
    rows: Callable[[], Sequence[Row]], selection: Selection, language: Language, sheet: HtmlBuffer
) -> None:
    """Offer the link, and the rows as files; what is asked for is made with the next run."""
    address = tag(
        "a",
        interface("explore_link", language),
        class_="tool",
        href=query_params.href("explore", language, **link(selection)),
        data_copied=interface("copied", language),
    )
    words = {name: interface(f"explore_{name}", language) for name in TAKEN}
    links = [downloads.link_html("explore", name, words[name], language) for name in TAKEN]
    sheet.add(tag("div", [address, *links], class_="tools"))
    taken = query_params.param_option("take", TAKEN)
    if taken:
        sheet.out()
        makers = {"csv": (_csv, "text/csv"), "xlsx": (_xlsx, XLSX)}
        make, kind = makers[taken]
        file = f"mieru_{selection.breakdown.measure}.{taken}"
        downloads.button(taken, words[taken], lambda: make(rows(), language), file, kind)


def _csv(rows: Sequence[Row], language: Language) -> bytes:
    return as_csv(rows, load_dataset(), language)


def _xlsx(rows: Sequence[Row], language: Language) -> bytes:
    from components.export.export_request import export_request
    from components.export.sheet import rows_xlsx

    figures = [row for row in rows if isinstance(row, Figure)]
    return rows_xlsx(export_request(languages=(language,)), figures, language)
