"""Do the places add up? Municipalities to their prefecture, prefectures to the country, rates."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from components.checks.figures import number_of
from components.checks.tables import Table
from components.data.municipalities import BASES, base_date
from components.data.problems import Problem
from components.data.wide_reader import date_columns

Tables = Mapping[str, Table]
# A table of municipalities, the one of prefectures it adds up to, and what both count.
SUMS = (
    ("cards_by_municipality", "cards_by_prefecture", "cards_issued_by_place"),
    ("population_by_municipality", "population_by_prefecture", "resident_register"),
)
COUNTRY = ("cards_by_date", "cards_issued_cumulative")
RATE = "issue_rate_by_prefecture"
TENTH = Decimal("0.1")


def problems(tables: Tables) -> list[Problem]:
    """List what does not add up; a table that is not there or cannot be read adds up to nothing."""
    found: list[Problem] = []
    for small, large, measure in SUMS:
        if _there(tables, small, large, "municipalities"):
            found += _prefectures(tables, small, large, measure)
    if _there(tables, "cards_by_prefecture", COUNTRY[0]):
        found += _country(tables)
    if _there(tables, "cards_by_prefecture", "population_by_prefecture"):
        found += _rates(tables)
    return found


def _there(tables: Tables, *names: str) -> bool:
    return all(name in tables and not tables[name].unread for name in names)


def _rows(table: Table, measure: str) -> dict[str, tuple[int, dict[str, str]]]:
    return {
        row.get("prefecture", ""): (number, row)
        for number, row in table.lines()
        if row.get("measure_id") == measure
    }


def _prefectures(tables: Tables, small: str, large: str, measure: str) -> Iterator[Problem]:
    """The municipalities of a prefecture sum to it at every date both tables have."""
    home = {row.get("code"): row.get("prefecture", "") for row in tables["municipalities"].rows}
    dates = date_columns(tables[small].sheet.header)
    sums: dict[tuple[str, str], Decimal] = {}
    for row in tables[small].rows:
        for name in dates:
            key = (home.get(row.get("municipality", ""), ""), name)
            sums[key] = sums.get(key, Decimal(0)) + (number_of(row[name]) or 0)
    for code, (number, row) in _rows(tables[large], measure).items():
        for name in dates:
            whole, total = number_of(row.get(name, "")), sums.get((code, name), Decimal(0))
            if whole is not None and whole != total:
                values = {"value": whole, "table": tables[small].file, "total": f"{total:,}"}
                yield tables[large].problem(number, name, "sum_differs", **values)


def _country(tables: Tables) -> Iterator[Problem]:
    """The prefectures sum to the country wherever both were counted."""
    table, (name, measure) = tables["cards_by_prefecture"], COUNTRY
    rows = [row for _, row in _rows(table, SUMS[0][2]).values()]
    dates = {*date_columns(table.sheet.header)}
    for number, row in tables[name].lines():
        day, whole = row.get("as_of", ""), number_of(row.get("value", ""))
        if row.get("measure_id") == measure and day in dates and whole is not None:
            total = sum(number_of(each[day]) or 0 for each in rows)
            if total != whole:
                values = {"value": whole, "table": table.file, "total": f"{total:,}"}
                yield tables[name].problem(number, "value", "sum_differs", **values)


def _rates(tables: Tables) -> Iterator[Problem]:
    """A prefecture's printed rate is its cards divided by its residents of the base of that day."""
    table = tables["cards_by_prefecture"]
    cards = _rows(table, SUMS[0][2])
    residents = _rows(tables["population_by_prefecture"], SUMS[1][2])
    for code, (number, row) in _rows(table, RATE).items():
        for name in date_columns(table.sheet.header):
            base = base_date(name) if name >= min(BASES) else ""
            parts = [
                number_of(rows[code][1].get(column, "")) if code in rows else None
                for rows, column in ((cards, name), (residents, base))
            ]
            rate = number_of(row[name])
            if rate is None or not all(parts):
                continue
            above, below = (part or Decimal(1) for part in parts)
            result = (above * 100 / below).quantize(TENTH, ROUND_HALF_UP)
            if result != rate:
                values = {"result": f"{result:f}", "value": rate}
                yield table.problem(number, name, "calculation_wrong", **values)
