"""Do the records make sense? Dates, numbers, series, sources, answers, people."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from components.checks import (
    cited_places,
    claims,
    figures,
    glossary,
    incomparable,
    money,
    people,
    places,
    wide,
)
from components.checks.tables import Table
from components.checks.values import wrong_with, wrong_with_date
from components.data.dates import first_day
from components.data.problems import Problem

DATES = """
as_of published checked review_after date since_as_of answer_as_of answer_looked corrected_on
""".split()
Tables = Mapping[str, Table]


def problems(tables: Tables) -> list[Problem]:
    """List what no reader should be shown, table by table."""
    found = [
        *_sources(tables["sources"]),
        *_comparable(tables["measures"]),
        *_corrections(tables["corrections"], tables),
    ]
    for table in tables.values():
        found += [*_dates(table), *_seen(table, tables), *people.rows(table)]
        found += cited_places.problems(table)
        found += wide.problems(table, tables)
        if "value" in {field["name"] for field in table.schema["fields"]}:
            found += [*_numbers(table, tables), *_series(table, tables)]
    found += [*figures.problems(tables), *glossary.problems(tables["glossary"])]
    found += [*claims.problems(tables), *incomparable.problems(tables)]
    found += places.problems(tables)
    return [*found, *money.problems(tables)]


def _dates(table: Table) -> Iterator[Problem]:
    for number, row in table.lines():
        for name in DATES:
            if (value := row.get(name, "")) and (key := wrong_with_date(value)):
                yield table.problem(number, name, key, value=value)


def _numbers(table: Table, tables: Tables) -> Iterator[Problem]:
    measures = {row.get("measure_id"): row for row in tables["measures"].rows}
    for number, row in table.lines():
        value = row.get("value", "")
        measure = measures.get(row.get("measure_id"), {})
        unit = row.get("unit") or measure.get("unit", "")
        if unit != measure.get("unit", unit):
            values = {"value": unit, "measure": row["measure_id"], "unit": measure["unit"]}
            yield table.problem(number, "unit", "unit_differs", **values)
        if bool(value) == (row.get("qualifier") == "not_seen"):
            key = "gap_with_value" if value else "required"
            yield table.problem(number, "value", key, value=value)
        if value and (key := wrong_with(value, measure.get("unit", ""))):
            yield table.problem(number, "value", key, value=value)


def _series(table: Table, tables: Tables) -> Iterator[Problem]:
    kinds = {row.get("measure_id"): row.get("kind") for row in tables["measures"].rows}
    series: dict[str, list[tuple[date, int, dict[str, str]]]] = {}
    for number, row in table.lines():
        if name := row.get("series", ""):
            day = _day(row.get("as_of", ""))
            series.setdefault(name, []).append((day, number, row))
    for name, members in series.items():
        first = members[0][2].get("measure_id", "")
        for _, number, row in members:
            if (other := row.get("measure_id", "")) != first:
                yield table.problem(
                    number, "measure_id", "mixed_series", series=name, one=first, other=other
                )
        if kinds.get(first) == "cumulative":
            yield from _falls(table, members)


def _day(written: str) -> date:
    try:
        return first_day(written)
    except ValueError:
        return date.min


def _falls(table: Table, members: list[tuple[date, int, dict[str, str]]]) -> Iterator[Problem]:
    before: Decimal | None = None
    for _, number, row in sorted(members, key=lambda member: member[:2]):
        value = figures.number_of(row.get("value", ""))
        if value is None:
            continue
        if before is not None and value < before:
            yield table.problem(number, "value", "falls", before=before, value=value)
        before = value


def _sources(sources: Table) -> Iterator[Problem]:
    for number, row in sources.lines():
        url = row.get("url", "")
        if url and not re.fullmatch(r"https?://[^\s<>\"']+", url):
            yield sources.problem(number, "url", "url_wrong", value=url)
        if not url and row.get("kind") not in ("archive", "cited"):
            yield sources.problem(number, "url", "url_missing")


def _seen(table: Table, tables: Tables) -> Iterator[Problem]:
    """What is read somewhere is not read in a document known only by its name."""
    unseen = {row.get("source_id") for row in tables["sources"].rows if row.get("kind") == "cited"}
    for number, row in table.lines() if table.name != "sources" else ():
        for name in ("source_id", "answer_source_id", "since_source_id"):
            if (value := row.get(name)) and value in unseen:
                yield table.problem(number, name, "source_not_seen", value=value)


def _comparable(measures: Table) -> Iterator[Problem]:
    known = {row.get("measure_id") for row in measures.rows}
    for number, row in measures.lines():
        for name in row.get("comparable_with", "").split():
            if name not in known:
                where = {"value": name, "table": measures.file}
                yield measures.problem(number, "comparable_with", "dangling", **where)


def _corrections(corrections: Table, tables: Tables) -> Iterator[Problem]:
    """A correction names a record that is there, or one taken away: then its field is the id."""
    for number, row in corrections.lines():
        name, field = row.get("table", ""), row.get("field", "")
        table = tables.get(name)
        if table is None:
            yield corrections.problem(number, "table", "choice", value=name, options=sorted(tables))
        elif not table.unread and field not in (options := table.sheet.header):
            yield corrections.problem(number, "field", "choice", value=field, options=options)
