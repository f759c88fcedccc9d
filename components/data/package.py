"""The contract of data/, datapackage.json, made from the records: `python3 run.py schema`."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from components.data import wide_reader
from components.data.csv_reader import BadTable, read_sheet
from components.data.editions import Edition, Frozen
from components.data.loader import RECORDS
from components.data.money_records import RECORD_TABLES
from components.data.paths import DATA, files_in
from components.data.schema import Field, fields_of, table_schema
from components.data.tables import COMMON, DIMENSIONS, KEYS, fields_with

PACKAGE = "datapackage.json"
ABOUT = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": "mieru-mynumber",
    "title": "みえるマイナンバー",
    "description": "Records of the explainer: figures, claims, events, data flows and their "
    "sources. Made from components/data by `python3 run.py schema`.",
    "licenses": [
        {
            "name": "CC-BY-4.0",
            "title": "Selection, words and structure; facts keep the terms of their publishers",
        }
    ],
}
UNDECLARED = (
    "{file}: 列「{names}」が components/data/tables.py の DIMENSIONS にありません。\n"
    "{file}: the column {names} is not in DIMENSIONS of components/data/tables.py."
)


class Undeclared(Exception):
    """A longer table has a column that is neither common nor a dimension."""


def package(data: Path = DATA) -> dict[str, Any]:
    """
    Describe every file of a data folder.

    Raises Undeclared for a longer table with an unknown column, and BadTable for an unreadable one.
    """
    found = [
        _resource(table, f"{table}.csv", list(fields_of(record)), getattr(record, "KEY", None))
        for table, record in (RECORDS | {"editions": Edition}).items()
        if (data / f"{table}.csv").exists()
    ]
    found += [_long_table(path) for path in files_in(data / "tables", "*.csv")]
    found += [
        _resource(
            f"edition_{path.stem.replace('-', '_').replace('.', '_')}",
            f"editions/{path.name}",
            list(fields_of(Frozen)),
        )
        for path in files_in(data / "editions", "*.csv")
    ]
    return ABOUT | {"resources": found}


def _long_table(path: Path) -> dict[str, Any]:
    file = f"tables/{path.name}"
    if record := RECORD_TABLES.get(path.stem):
        return _resource(path.stem, file, list(fields_of(record)), vars(record)["KEY"])
    header = read_sheet(path).header
    is_wide = wide_reader.is_wide(header)
    dims = (
        wide_reader.dimensions(header)
        if is_wide
        else [name for name in header if name not in COMMON]
    )
    if unknown := [name for name in dims if name not in DIMENSIONS]:
        raise Undeclared(UNDECLARED.format(file=file, names=", ".join(unknown)))
    if is_wide:
        return _resource(
            path.stem, file, wide_reader.fields_of_table(header), (*dims, "measure_id")
        )
    key = KEYS.get(path.stem, ("as_of", *dims, "measure_id"))
    return _resource(path.stem, file, fields_with(dims), key)


def _resource(
    name: str, path: str, found: list[Field], key: tuple[str, ...] | None = None
) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(found, found[0].columns if key is None else key, name),
    }


def written(node: Any, depth: int = 0) -> str:
    """Write the contract as JSON, one line a column, so that a change is one line."""
    if depth > 4 or not isinstance(node, dict | list):
        return json.dumps(node, ensure_ascii=False)
    if isinstance(node, dict):
        lines = [f'"{name}": {written(value, depth + 1)}' for name, value in node.items()]
    else:
        lines = [written(value, depth + 1) for value in node]
    space, (start, end) = "\n" + " " * depth, "{}" if isinstance(node, dict) else "[]"
    return start + space + " " + f",{space} ".join(lines) + space + end


def write(data: Path = DATA) -> None:
    """Write datapackage.json anew. Raises as package does, and OSError."""
    (data / PACKAGE).write_text(written(package(data)) + "\n", "utf-8", newline="")


def main(_arguments: Sequence[str]) -> int:
    """Write the contract and say so; 1 with the reason where it cannot be written."""
    try:
        write()
    except Undeclared as trouble:
        print(trouble, file=sys.stderr)
    except BadTable as trouble:
        print(trouble.text("ja"), trouble.text("en"), sep="\n", file=sys.stderr)
    except OSError as trouble:
        print(f"data/ に書きこめません / data/ cannot be written: {trouble}", file=sys.stderr)
    else:
        print(f"data/{PACKAGE} を書きました。\nWrote data/{PACKAGE}.")
        return 0
    return 1
