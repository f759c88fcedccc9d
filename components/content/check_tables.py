"""Are the CSV files the shape that datapackage.json says? Columns, values, keys, references."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from components.content.problems import Problem
from components.content.tables import BadTable, read_rows

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Table:
    """One CSV file as read: its name, path inside data/, schema and rows."""

    name: str
    file: str
    schema: Mapping[str, Any]
    rows: list[dict[str, str]]

    def lines(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Give each row with its number in the file, the header being row 1."""
        return enumerate(self.rows, 2)


def read(data: Path) -> tuple[dict[str, Table], list[Problem]]:
    """Read every table of the package; what cannot be read is empty and reported."""
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    tables: dict[str, Table] = {}
    found: list[Problem] = []
    for resource in package["resources"]:
        rows: list[dict[str, str]] = []
        try:
            rows = read_rows(data / resource["path"])
        except BadTable as bad:
            found.append(Problem(resource["path"], bad.row, "", bad.key, bad.values))
        tables[resource["name"]] = Table(
            resource["name"], resource["path"], resource["schema"], rows
        )
    known = {resource["path"] for resource in package["resources"]}
    for path in sorted([*data.glob("*.csv"), *data.glob("tables/*.csv")]):
        if (name := path.relative_to(data).as_posix()) not in known:
            found.append(Problem(name, 0, "", "table_unknown"))
    for table in tables.values():
        found += [*_columns(table), *_cells(table), *_keys(table), *_references(table, tables)]
    return tables, found


def _columns(table: Table) -> Iterator[Problem]:
    if not table.rows:
        return
    wanted = [field["name"] for field in table.schema["fields"]]
    for name in wanted:
        if name not in table.rows[0]:
            yield Problem(table.file, 1, name, "column_missing", {"name": name})
    for name in table.rows[0]:
        if name not in wanted:
            yield Problem(table.file, 1, name, "column_extra", {"name": name})


def _cells(table: Table) -> Iterator[Problem]:
    for number, row in table.lines():
        for field in table.schema["fields"]:
            value = row.get(field["name"], "")
            limits = field.get("constraints", {})
            if CONTROL.search(value):
                yield Problem(table.file, number, field["name"], "control_character")
            if not value:
                if limits.get("required") and field["name"] in row:
                    yield Problem(table.file, number, field["name"], "required")
                continue
            yield from _value(table, number, field, value, limits)


def _value(
    table: Table, number: int, field: Mapping[str, Any], value: str, limits: Mapping[str, Any]
) -> Iterator[Problem]:
    options = limits.get("enum")
    if options and value not in options:
        values = {"value": value, "options": ", ".join(options)}
        yield Problem(table.file, number, field["name"], "choice", values)
    pattern = limits.get("pattern")
    # Numbers and dates have messages of their own, in check_meaning.
    if pattern and field["name"] not in ("value", "url") and not re.fullmatch(pattern, value):
        key = "date_wrong" if field.get("example", "").startswith("2021-") else "pattern"
        values = {"value": value, "example": field.get("example", "")}
        yield Problem(table.file, number, field["name"], key, values)


def _keys(table: Table) -> Iterator[Problem]:
    key = table.schema.get("primaryKey") or []
    names = [key] if isinstance(key, str) else key
    seen: dict[tuple[str, ...], int] = {}
    for number, row in table.lines():
        value = tuple(row.get(name, "") for name in names)
        if names and value in seen:
            values = {"value": ", ".join(value), "first": str(seen[value])}
            yield Problem(table.file, number, ", ".join(names), "twice", values)
        seen.setdefault(value, number)


def _references(table: Table, tables: Mapping[str, Table]) -> Iterator[Problem]:
    for foreign in table.schema.get("foreignKeys", []):
        name, target = foreign["fields"][0], foreign["reference"]
        other = tables[target.get("resource") or table.name]
        known = {row.get(target["fields"][0], "") for row in other.rows}
        for number, row in table.lines():
            value = row.get(name, "")
            if value and value not in known:
                values = {"value": value, "table": other.file}
                yield Problem(table.file, number, name, "dangling", values)
