"""The small package has no fault, and each fault planted in it is named with its very place."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package

from components.checks.check import problems
from components.data.paths import ROOT
from tests.example_package import EXAMPLE, build, path_of, write
from tests.planted_cells import CELLS
from tests.planted_files import FILES, WORDS


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A small valid package of invented rows, whatever data/ says today."""
    return build(tmp_path)


def said(data: Path) -> list[tuple[str, int, str, str]]:
    """Check a folder, put every problem into words in both languages, and give the places."""
    found = problems(data)
    for problem in found:
        for language in ("ja", "en"):
            line = problem.text(language)
            assert line.startswith(problem.file) and len(line.splitlines()) == 1
            assert line.isprintable() and len(line) < 700
    return [(each.file, each.row, each.field, each.key) for each in found]


def rejected(data: Path, table: str = "") -> bool:
    """Ask the second validator, of the whole package or of one table and those it refers to."""
    if not table:
        return not Package(str(data / "datapackage.json")).validate().valid
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    known = {each["name"]: each for each in package["resources"]}
    keys = known[table]["schema"].get("foreignKeys", [])
    named = {key["reference"]["resource"] for key in keys} - {"", table}
    for name in named:
        known[name]["schema"].pop("foreignKeys", None)
    package["resources"] = [known[name] for name in (table, *sorted(named))]
    return not Package(package, basepath=str(data)).validate().valid


def test_the_example_is_in_order(example):
    """The small package has no fault, to our check and to frictionless."""
    assert said(example) == []
    assert not rejected(example)
    assert [table for table in EXAMPLE if rejected(example, table)] == []


PLANTED = [(key, *place) for key, places in CELLS.items() for place in places]
SHAPE = ("required", "pattern", "choice", "twice", "dangling", "grouped", "full_width")
# Where another cell than the planted one is the one to mend.
MARKED = {
    ("twice", "cards_by_date", "as_of"): "as_of, measure_id",
    ("language_missing", "figures", "note_ja"): "note_en",
    "references_differ": "claim_en",
    "calculation_unsaid": "processing",
}
# These may be noticed in two ways: empty and in one language only, negative and falling …
ALSO = ("required", "language_missing", "choice", "percent_range", "negative")
# Shape by the schema's own words too, though its key names more than shape.
SEEN = {("figures", "as_of", "2021/10/20"), ("figures", "value", "NaN")}
# What a schema cannot tell: whether a gap is meant, a blank from a word, a name from a list.
UNSEEN = {
    ("figures", "value", ""),
    ("events", "place_en", " "),
    ("corrections", "table", "x"),
    ("corrections", "field", "x"),
    ("measures", "comparable_with", "example_count x"),
    ("glossary", "also_ja", "別名|見本"),
    ("glossary", "term_en", "EXAMPLE"),
}


@pytest.mark.parametrize(("key", "table", "row", "column", "value"), PLANTED)
def test_a_faulty_cell_is_named(example, key, table, row, column, value):
    """File, row and field are those of the cell; frictionless sees faults of shape as well."""
    rows = [dict(each) for each in EXAMPLE[table]]
    rows[row - 2][column] = value
    write(example, table, rows)
    at = MARKED.get((key, table, column)) or MARKED.get(key) or column
    found = said(example)
    here = {place[3] for place in found if place[:3] == (path_of(table), row, at)}
    assert key in here and len(here) <= (2 if key in ALSO else 1) and len(found) < 12
    cell = (table, column, value)
    if cell in SEEN or (key in SHAPE and cell not in UNSEEN):
        assert rejected(example, table)


@pytest.mark.parametrize(
    ("key", "file", "line", "place", "old", "new"),
    [(key, *place) for key, places in WORDS.items() for place in places],
)
def test_faulty_words_are_named(example, key, file, line, place, old, new):
    """File, line and the path of keys are those of the words."""
    path = example / "text" / f"{file}.yml"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert (f"text/{file}.yml", line, place, key) in said(example)


@pytest.mark.parametrize(
    ("key", "file", "row", "field", "change"),
    [(key, *place) for key, places in FILES.items() for place in places],
)
def test_a_faulty_file_is_named(example, key, file, row, field, change):
    """A file of the wrong encoding, shape or name is said to be so, and nothing else with it."""
    path = example / file
    raw = path.read_bytes() if path.exists() else b""
    path.write_bytes(change(raw)) if change else path.unlink()
    found = said(example)
    assert (file, row, field, key) in found
    if key in (
        "not_utf8",
        "csv_broken",
        "row_length",
        "json_broken",
        "table_unknown",
        "header_unknown",
        "separator",
        "separator_line",
        "header_numbered",
        "column_misspelt",
    ):
        assert len(found) == 1
    assert len(found) < 12
    if key in ("column_missing", "column_extra", "row_length"):
        assert rejected(example)


@pytest.mark.parametrize("habit", ["BOM", "CRLF", "CR", "an empty line"])
def test_habits_of_programs_are_no_fault(example, habit):
    """What Excel and editors do to a file changes neither the verdict nor the row numbers."""
    for path in [*example.glob("**/*.csv"), *example.glob("text/*.yml")]:
        words = path.read_text("utf-8").replace("\r\n", "\n")
        words = words.replace("\n", {"CRLF": "\r\n", "CR": "\r"}.get(habit, "\n"))
        path.write_bytes(words.encode("utf-8-sig" if habit == "BOM" else "utf-8"))
    if habit == "an empty line":
        names = (example / "names.csv").read_text("utf-8")
        (example / "names.csv").write_text(names + "\n,x\n\n", "utf-8")
    places = {place[:3] for place in said(example)}
    assert places == ({("names.csv", 4, "name_ja")} if habit == "an empty line" else set())


def test_a_console_of_another_encoding_is_no_trouble():
    """The command answers on a console that cannot show every letter."""
    run = subprocess.run(
        [sys.executable, "-m", "components", "check"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert run.returncode == 0 and b"Traceback" not in run.stderr
