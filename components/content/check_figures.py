"""Do the figures hold together? Parts and wholes, calculations, newer values."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from components.content.arithmetic import Unreadable, calculate
from components.content.check_tables import Table
from components.content.problems import Problem

Tables = Mapping[str, Table]


def problems(tables: Tables) -> list[Problem]:
    """List what does not hold together in figures.csv."""
    figures = tables["figures"]
    return [*_parts(figures, tables), *_calculations(figures), *_circles(figures)]


def number_of(value: str) -> Decimal | None:
    """Read a value as a number; None where it is not one."""
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _parts(figures: Table, tables: Tables) -> Iterator[Problem]:
    by_id = {row.get("figure_id"): row for row in figures.rows}
    units = {row.get("measure_id"): row.get("unit") for row in tables["measures"].rows}
    for number, row in figures.lines():
        whole = by_id.get(row.get("part_of", ""))
        if not whole:
            continue
        if units.get(row.get("measure_id")) != units.get(whole.get("measure_id")):
            values = {"whole": row["part_of"]}
            yield Problem(figures.file, number, "part_of", "part_unit", values)
        part, limit = number_of(row.get("value", "")), number_of(whole.get("value", ""))
        if part is not None and limit is not None and part > limit:
            values = {"value": str(part), "whole": row["part_of"], "limit": str(limit)}
            yield Problem(figures.file, number, "value", "part_too_large", values)


def _calculations(figures: Table) -> Iterator[Problem]:
    known = {row.get("figure_id", ""): row.get("value", "") for row in figures.rows}
    for number, row in figures.lines():
        formula, value = row.get("calculation", ""), number_of(row.get("value", ""))
        if not formula:
            if row.get("processing") == "calculated":
                yield Problem(figures.file, number, "calculation", "calculation_missing")
            continue
        try:
            result = calculate(formula, known)
        except Unreadable:
            values = {"value": formula}
            yield Problem(figures.file, number, "calculation", "calculation_unreadable", values)
            continue
        if value is not None and result.quantize(Decimal(1).scaleb(_exponent(value))) != value:
            values = {"result": f"{result:.4f}", "value": str(value)}
            yield Problem(figures.file, number, "value", "calculation_wrong", values)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _circles(figures: Table) -> Iterator[Problem]:
    newer = {row.get("figure_id", ""): row.get("superseded_by", "") for row in figures.rows}
    for number, row in figures.lines():
        seen, at = set(), row.get("figure_id", "")
        while newer.get(at) and at not in seen:
            seen.add(at)
            at = newer[at]
        if at in seen:
            yield Problem(figures.file, number, "superseded_by", "circle")
