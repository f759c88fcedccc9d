"""Are the wide tables in order? Columns that are dates, numbers, counts that fall, notes."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from components.checks.figures import number_of
from components.checks.tables import Table
from components.checks.values import wrong_with
from components.data.arithmetic import Unreadable, calculate
from components.data.problems import Problem
from components.data.tables import DIMENSIONS
from components.data.wide_reader import date_columns, dimensions, is_wide

Tables = Mapping[str, Table]
NOTES = "cell_notes"


def problems(table: Table, tables: Tables) -> list[Problem]:
    """List what is wrong in one wide table, or in the notes on all of them; else nothing."""
    if table.name == NOTES:
        return [*_notes(table, tables)]
    if not table.file.startswith("tables/") or table.unread or not is_wide(table.sheet.header):
        return []
    dates = date_columns(table.sheet.header)
    return [*_columns(table, dates), *_values(table, tables, dates), *_falls(table, tables, dates)]


def _columns(table: Table, dates: list[str]) -> Iterator[Problem]:
    """Whatever is neither common nor a dimension is a day that there was, in the order of days."""
    for name in dimensions(table.sheet.header):
        if name not in DIMENSIONS:
            yield table.problem(1, name, "column_no_date", value=name)
    for name in dates:
        try:
            date.fromisoformat(name)
        except ValueError:
            yield table.problem(1, name, "date_wrong", value=name)
    for before, after in pairwise(dates):
        if after < before:
            yield table.problem(1, after, "columns_unordered", value=after, before=before)


def _values(table: Table, tables: Tables, dates: list[str]) -> Iterator[Problem]:
    units = {row.get("measure_id"): row.get("unit", "") for row in tables["measures"].rows}
    for number, row in table.lines():
        unit = units.get(row.get("measure_id"), "")
        for name in dates:
            value = row[name]
            if not value or (value.isascii() and value.isdecimal() and unit != "percent"):
                continue
            if key := wrong_with(value, unit):
                yield table.problem(number, name, key, value=value)


def _falls(table: Table, tables: Tables, dates: list[str]) -> Iterator[Problem]:
    """A running total never falls, unless a note says why it does at that date."""
    running = {
        row.get("measure_id") for row in tables["measures"].rows if row.get("kind") == "cumulative"
    }
    said = {
        (row.get("measure_id"), row.get("as_of")): {*row.get("dims", "").split()}
        for row in _notes_on(table.name, tables)
        if row.get("case") == "falls"
    }
    for number, row in table.lines():
        if (measure := row.get("measure_id")) not in running:
            continue
        codes = {row[name] for name in dimensions(table.sheet.header)}
        known = [(name, value) for name in dates if (value := number_of(row[name])) is not None]
        for (_, before), (name, value) in pairwise(known):
            allowed = said.get((measure, name))
            if value < before and (allowed is None or not allowed <= codes):
                yield table.problem(number, name, "falls", before=before, value=value)


def _notes_on(name: str, tables: Tables) -> list[dict[str, str]]:
    rows = tables[NOTES].rows if NOTES in tables else []
    return [row for row in rows if row.get("table") == name]


def _notes(notes: Table, tables: Tables) -> Iterator[Problem]:
    """A note is about cells that are there and as it says; its arithmetic gives their value."""
    for number, row in notes.lines():
        table = tables.get(row.get("table", ""))
        if table is not None and table.unread:
            continue
        cells = _cells(table, row) if table else []
        if not any(value for _, value in cells):
            yield notes.problem(number, "table", "note_of_nothing", value=row.get("table", ""))
        if row.get("case") == "falls" and cells and not any(map(_fallen, cells)):
            yield notes.problem(number, "case", "note_of_no_fall", value=row.get("as_of", ""))
        if formula := row.get("calculation", ""):
            yield from _calculation(notes, number, formula, [value for _, value in cells])


def _cells(table: Table, note: dict[str, str]) -> list[tuple[str, str]]:
    """Give the values a note is about, each with the value before it."""
    dates, day = date_columns(table.sheet.header), note.get("as_of", "")
    codes = {*note.get("dims", "").split()}
    found = []
    for row in table.rows if day in dates else ():
        if row.get("measure_id") == note.get("measure_id") and codes <= {*row.values()}:
            earlier = [row[name] for name in dates if name < day and row[name]]
            found.append((earlier[-1] if earlier else "", row[day]))
    return found


def _fallen(cell: tuple[str, str]) -> bool:
    before, value = map(number_of, cell)
    return before is not None and value is not None and value < before


def _calculation(notes: Table, number: int, formula: str, values: list[str]) -> Iterator[Problem]:
    for written in values:
        value = number_of(written)
        try:
            result = calculate(formula, {}, like=value)
        except Unreadable:
            yield notes.problem(number, "calculation", "calculation_unreadable", value=formula)
            continue
        if value is not None and result != value:
            given = {"result": f"{result:f}", "value": value}
            yield notes.problem(number, "calculation", "calculation_wrong", **given)
