"""Are the CSV files the shape that datapackage.json says? Columns, values, keys, references."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from components.data.csv_reader import BadTable, CsvTable, read_sheet, read_text_of
from components.data.paths import files_in
from components.data.problems import Problem, problem

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufeff\ufffd]")
PACKAGE = "datapackage.json"
NEEDED = """
sources measures figures claims events data_flows systems labels names corrections glossary
claimants
""".split()
UNREAD = CsvTable([], [], [])


@dataclass(frozen=True)
class Table:
    """One CSV file as read: its name, path inside data/, schema and rows."""

    name: str
    file: str
    schema: Mapping[str, Any]
    sheet: CsvTable

    @property
    def rows(self) -> list[dict[str, str]]:
        return self.sheet.rows

    @property
    def unread(self) -> bool:
        """Tell that the file itself is broken, so that nothing can be said to lack in it."""
        return not self.sheet.header

    def problem(self, row: int, field: str, key: str, /, **values: object) -> Problem:
        """Say what is wrong in a row of this file."""
        return problem(self.file, row, field, key, **values)

    def lines(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Give each row with its number in the file, the header being row 1."""
        return zip(self.sheet.numbers, self.sheet.rows, strict=True)


def read(data: Path) -> tuple[dict[str, Table], list[Problem]]:
    """Read every table of the package; what cannot be read is empty and reported."""
    try:
        package = json.loads((data / PACKAGE).read_text("utf-8-sig"))
        resources = [(each["name"], each["path"], each["schema"]) for each in package["resources"]]
    except OSError:
        return {}, [problem(PACKAGE, 0, "", "file_missing")]
    except (ValueError, KeyError, TypeError) as trouble:
        return {}, [problem(PACKAGE, getattr(trouble, "lineno", 0), "", "json_broken")]
    tables: dict[str, Table] = {}
    found = [*_unknown(data, {path for _, path, _ in resources})]
    for name, path, schema in resources:
        sheet = UNREAD
        try:
            sheet = read_sheet(data / path)
            # Said once here: of a file read amiss, every other word would be false.
            columns = [field["name"] for field in schema["fields"]]
            if columns and not {*columns} & {*sheet.header}:
                sheet = UNREAD
                found.append(problem(path, 1, "", "header_unknown", first=columns[0]))
            elif near := _misspelt(schema, sheet.header):
                sheet = UNREAD
                found.append(problem(path, 1, "", "column_misspelt", value=near[1], name=near[0]))
            found += [problem(path, bad.row, "", bad.key, **bad.values) for bad in sheet.left_out]
        except BadTable as bad:
            found.append(_unread(data, path, schema, bad))
        tables[name] = Table(name, path, schema, sheet)
    for name in NEEDED:
        if name not in tables:
            found.append(problem(PACKAGE, 0, "", "resource_missing", name=name))
            tables[name] = Table(name, f"{name}.csv", {"fields": []}, UNREAD)
    for table in tables.values():
        found += [*_columns(table), *_cells(table), *_keys(table), *_references(table, tables)]
    return tables, found


def _unread(data: Path, path: str, schema: Mapping[str, Any], bad: BadTable) -> Problem:
    """Say why a sheet cannot be read: of odd names in a row of values, that it is no header."""
    names = [field["name"] for field in schema["fields"]]
    if bad.key in ("column_nameless", "column_twice") and names:
        first = read_text_of(data / path).lstrip().splitlines()[0]
        if not set(names) & set(first.split(",")):
            return problem(path, 1, "", "header_unknown", first=names[0])
    return problem(path, bad.row, "", bad.key, **bad.values)


def _misspelt(schema: Mapping[str, Any], header: Sequence[str]) -> tuple[str, str] | None:
    """Give a key column that is missing, and what stands in its place but for case and blanks."""
    for key in schema.get("primaryKey") or []:
        if key not in header:
            alike = (each for each in header if _plain(each) == key)
            return key, next(alike, "–")
    return None


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", unicodedata.normalize("NFKC", name).strip()).casefold()


def _unknown(data: Path, known: set[str]) -> Iterator[Problem]:
    for path in (
        each for name in ("*.*", "tables/*", "editions/*") for each in files_in(data, name)
    ):
        name = path.relative_to(data).as_posix()
        if path.suffix.lower() == ".csv" and name not in known:
            yield problem(name, 0, "", "table_unknown")


def _columns(table: Table) -> Iterator[Problem]:
    if table.unread:
        return
    wanted = [field["name"] for field in table.schema["fields"]]
    for name in wanted:
        if name not in table.sheet.header:
            yield table.problem(1, name, "column_missing", name=name)
    for name in table.sheet.header:
        if name not in wanted:
            yield table.problem(1, name, "column_extra", name=name)


def _cells(table: Table) -> Iterator[Problem]:
    for number, row in table.lines():
        for field in table.schema["fields"]:
            value = row.get(field["name"], "")
            limits = field.get("constraints", {})
            if CONTROL.search(value):
                yield table.problem(number, field["name"], "control_character")
            if not value.strip():
                if limits.get("required") and field["name"] in row:
                    yield table.problem(number, field["name"], "required")
                continue
            yield from _value(table, number, field, value, limits)


def _value(
    table: Table, number: int, field: Mapping[str, Any], value: str, limits: Mapping[str, Any]
) -> Iterator[Problem]:
    options = limits.get("enum")
    if options and value not in options:
        yield table.problem(number, field["name"], "choice", value=value, options=options)
    pattern = limits.get("pattern")
    # Numbers and dates have messages of their own, in check_meaning.
    if pattern and field["name"] not in ("value", "url") and not re.fullmatch(pattern, value):
        key = "date_wrong" if field.get("example", "").startswith("2021-") else "pattern"
        yield table.problem(
            number, field["name"], key, value=value, example=field.get("example", "")
        )


def _keys(table: Table) -> Iterator[Problem]:
    names = table.schema.get("primaryKey") or []
    seen: dict[tuple[str, ...], int] = {}
    for number, row in table.lines():
        value = tuple(row.get(name, "") for name in names)
        if any(value) and value in seen:
            yield table.problem(number, ", ".join(names), "twice", value=value, first=seen[value])
        seen.setdefault(value, number)


def _references(table: Table, tables: Mapping[str, Table]) -> Iterator[Problem]:
    for foreign in table.schema.get("foreignKeys", []):
        name, target = foreign["fields"][0], foreign["reference"]
        other = tables.get(target.get("resource") or table.name)
        if other is None or other.unread or other.sheet.left_out:
            continue  # what could not be read may be what is named
        known = {row.get(target["fields"][0], "") for row in other.rows}
        for number, row in table.lines():
            value = row.get(name, "")
            if value.strip() and value not in known:
                yield table.problem(number, name, "dangling", value=value, table=other.file)
