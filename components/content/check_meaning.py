"""Do the records make sense? Dates, numbers, parts and wholes, series, calculations, sources."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from components.content import check_figures
from components.content.check_tables import Table
from components.content.dates import FORM, first_day
from components.content.problems import Problem

DATES = ("as_of", "published", "checked", "review_after", "date", "since_as_of", "answer_as_of",
         "answer_looked", "corrected_on")  # fmt: skip
NOT_NUMBERS = ("date", "year", "fiscal_year")
PERSONAL = re.compile(
    r"0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}|\b0[789]0\d{8}\b|[\w.+-]+@[\w-]+\.[\w.]+|\b\d{5}-\d-\d{4,}\b"
)
Tables = Mapping[str, Table]


def problems(tables: Tables) -> list[Problem]:
    """List what no reader should be shown, table by table."""
    found = [*_same_figures(tables), *_sources(tables), *_answers(tables)]
    for table in tables.values():
        found += [*_dates(table), *_personal(table)]
        if "value" in {field["name"] for field in table.schema["fields"]}:
            found += [*_numbers(table, tables), *_series(table, tables)]
    return found + check_figures.problems(tables)


def _dates(table: Table) -> Iterator[Problem]:
    for number, row in table.lines():
        for name in DATES:
            if value := row.get(name, ""):
                yield from _date(table, number, name, value)


def _date(table: Table, number: int, name: str, value: str) -> Iterator[Problem]:
    ends = value.split("/")
    try:
        days = [first_day(end) for end in ends]
        if len(ends) > 2 or not all(FORM.fullmatch(end) for end in ends):
            raise ValueError(value)
    except ValueError:
        yield Problem(table.file, number, name, "date_wrong", {"value": value})
        return
    if days[0] > days[-1]:
        yield Problem(table.file, number, name, "date_reversed", {"value": value})


def _numbers(table: Table, tables: Tables) -> Iterator[Problem]:
    measures = {row.get("measure_id"): row for row in tables["measures"].rows}
    for number, row in table.lines():
        value = row.get("value", "")
        measure = measures.get(row.get("measure_id"), {})
        unit = row.get("unit") or measure.get("unit", "")
        if unit != measure.get("unit", unit):
            values = {"value": unit, "measure": row["measure_id"], "unit": measure["unit"]}
            yield Problem(table.file, number, "unit", "unit_differs", values)
        if not value:
            if row.get("qualifier") != "not_seen":
                yield Problem(table.file, number, "value", "required")
            continue
        key = _wrong_with(value, measure.get("unit", ""))
        if key:
            yield Problem(table.file, number, "value", key, {"value": value})


def _wrong_with(value: str, unit: str) -> str:
    if re.search(r"[０-９．，]", value):
        return "full_width"
    if unit in NOT_NUMBERS:
        try:
            first_day(value)
        except ValueError:
            return "date_wrong"
        return "" if FORM.fullmatch(value) else "date_wrong"
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", value):
        return "grouped"
    if not re.fullmatch(r"-?\d+(\.\d+)?", value):
        return "not_number"
    if unit == "percent" and not 0 <= Decimal(value) <= 100:
        return "percent_range"
    return "negative" if Decimal(value) < 0 else ""


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
                values = {"series": name, "one": first, "other": other}
                yield Problem(table.file, number, "measure_id", "mixed_series", values)
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
        value = check_figures.number_of(row.get("value", ""))
        if value is None:
            continue
        if before is not None and value < before:
            values = {"before": str(before), "value": str(value)}
            yield Problem(table.file, number, "value", "falls", values)
        before = value


def _same_figures(tables: Tables) -> Iterator[Problem]:
    figures = tables["figures"].rows if "figures" in tables else []
    known = {row.get("figure_id"): row.get("value", "") for row in figures}
    for table in tables.values():
        if not table.file.startswith("tables/"):
            continue
        for number, row in table.lines():
            figure = row.get("figure_id", "")
            if figure in known and check_figures.number_of(
                known[figure]
            ) != check_figures.number_of(row.get("value", "")):
                values = {"figure": figure, "other": known[figure]}
                yield Problem(table.file, number, "value", "figure_differs", values)


def _sources(tables: Tables) -> Iterator[Problem]:
    for number, row in tables["sources"].lines() if "sources" in tables else ():
        url = row.get("url", "")
        if url and not re.fullmatch(r"https?://[^\s<>\"']+", url):
            yield Problem("sources.csv", number, "url", "url_wrong", {"value": url})
        if not url and row.get("kind") not in ("archive", "cited"):
            yield Problem("sources.csv", number, "url", "url_missing")


def _answers(tables: Tables) -> Iterator[Problem]:
    for number, row in tables["claims"].lines() if "claims" in tables else ():
        if not row.get("answer_ja") and not row.get("answer_looked"):
            yield Problem("claims.csv", number, "answer_looked", "answer_or_looked")


def _personal(table: Table) -> Iterator[Problem]:
    for number, row in table.lines():
        for name, value in row.items():
            match = PERSONAL.search(value) if name != "url" else None
            if match:
                yield Problem(table.file, number, name, "personal", {"value": match[0]})
