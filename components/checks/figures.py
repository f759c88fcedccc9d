"""Do the figures hold together? Parts and wholes, calculations, newer values, the longer tables."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from components.checks.tables import Table
from components.data.arithmetic import Unreadable, calculate
from components.data.problems import Problem

Tables = Mapping[str, Table]
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# Columns that name another row of their own table, and must not lead back to where they began.
CHAINS = {
    "figures": ("superseded_by", "part_of"),
    "claims": ("merged_into",),
    "events": ("outcome_event_id",),
}
SAME = ("value", "measure_id")


def problems(tables: Tables) -> list[Problem]:
    """List what does not hold together in figures.csv, and between it and the other tables."""
    figures = tables["figures"]
    circles = [
        each
        for name, columns in CHAINS.items()
        for column in columns
        for each in _circles(tables[name], column)
    ]
    found = [*_parts(figures, tables), *_calculations(figures), *_series_names(figures)]
    return [*found, *circles, *_same_figures(tables)]


def number_of(value: str) -> Decimal | None:
    """Read a value as a number; None where it is not written as one."""
    return Decimal(value) if NUMBER.fullmatch(value) else None


def _parts(figures: Table, tables: Tables) -> Iterator[Problem]:
    by_id = {row.get("figure_id"): row for row in figures.rows if row.get("figure_id")}
    units = {row.get("measure_id"): row.get("unit") for row in tables["measures"].rows}
    for number, row in figures.lines():
        whole = by_id.get(row.get("part_of", ""))
        if not whole:
            continue
        if units.get(row.get("measure_id")) != units.get(whole.get("measure_id")):
            yield figures.problem(number, "part_of", "part_unit", whole=row["part_of"])
            continue
        part, limit = number_of(row.get("value", "")), number_of(whole.get("value", ""))
        if part is not None and limit is not None and part > limit:
            yield figures.problem(
                number, "value", "part_too_large", value=part, whole=row["part_of"], limit=limit
            )


def _calculations(figures: Table) -> Iterator[Problem]:
    known = {row.get("figure_id", ""): row.get("value", "") for row in figures.rows}
    for number, row in figures.lines():
        formula, value = row.get("calculation", ""), number_of(row.get("value", ""))
        calculated = row.get("processing") == "calculated"
        if bool(formula) != calculated:
            column, key = (
                ("calculation", "calculation_missing")
                if calculated
                else ("processing", "calculation_unsaid")
            )
            yield figures.problem(number, column, key)
        if not formula:
            continue
        try:
            result = calculate(formula, known, like=value)
        except Unreadable:
            yield figures.problem(number, "calculation", "calculation_unreadable", value=formula)
            continue
        if value is not None and result != value:
            yield figures.problem(
                number, "value", "calculation_wrong", result=f"{result:f}", value=value
            )


def _series_names(figures: Table) -> Iterator[Problem]:
    """A reference may name a figure or a series: one name never means both."""
    known = {row.get("figure_id") for row in figures.rows}
    for number, row in figures.lines():
        if (name := row.get("series", "")) and name in known:
            yield figures.problem(number, "series", "series_is_id", value=name)


def _circles(table: Table, column: str) -> Iterator[Problem]:
    key = next(iter(table.sheet.header), "")
    following = {row.get(key, ""): row.get(column, "") for row in table.rows}
    for number, row in table.lines():
        seen, at = set(), row.get(key, "")
        while following.get(at) and at not in seen:
            seen.add(at)
            at = following[at]
        if at in seen:
            yield table.problem(number, column, "circle", name=column)


def _same_figures(tables: Tables) -> Iterator[Problem]:
    known = {row.get("figure_id"): row for row in tables["figures"].rows if row.get("figure_id")}
    for table in tables.values():
        for number, row in table.lines():
            figure = known.get(row.get("figure_id", ""), {})
            for name in SAME:
                one, other = row.get(name, ""), figure.get(name, "")
                if figure and one != other and not _equal(one, other):
                    yield table.problem(
                        number, name, "figure_differs", figure=row["figure_id"], other=other
                    )


def _equal(one: str, other: str) -> bool:
    number = number_of(one)
    return number is not None and number == number_of(other)
