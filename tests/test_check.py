"""`run.py check` finds nothing in data/, and finds each fault when it is planted in a copy."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package

from components.content.check import problems
from components.content.messages import MESSAGES
from components.content.messages_words import WORDS_MESSAGES
from components.content.paths import DATA, ROOT
from tests.example_package import CELLS, EXAMPLE, FILES, WORDS, build, path_of, write
from tests.faults import FAULTS, FIGURES, ONE


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of data/ to plant faults in."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


SEEN_BY_FRICTIONLESS = (
    *("missing column", "extra column", "duplicate id", "dangling source", "dangling measure"),
    *("dangling node", "unknown unit", "unknown qualifier", "non-ISO date", "full-width number"),
    *("grouped number", "not a number", "missing source", "missing place", "row too long"),
    *("a reading in kanji", "a claimant on no side"),
)


def test_data_is_in_order():
    """There is nothing wrong in data/ as it stands."""
    assert [problem.text("en") for problem in problems()] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(copy, fault):
    """Each fault is reported for the right file, in both languages, and nothing raises."""
    plant, file, key = FAULTS[fault]
    plant(copy)
    found = [problem for problem in problems(copy) if (problem.file, problem.key) == (file, key)]
    assert found
    for language in ("ja", "en"):
        line = found[0].text(language)
        assert line.startswith(file) and "{" not in line.split(": ", 1)[0]


def test_a_fault_names_its_row_and_field(copy):
    """An editor is led to the very cell: file, row as the sheet counts it, field."""
    FAULTS["impossible date"][0](copy)
    row = next(
        number for number, line in enumerate((copy / FIGURES).read_text().splitlines(), 1)
        if line.startswith(f"{ONE},")
    )  # fmt: skip
    found = [problem for problem in problems(copy) if problem.key == "date_wrong"]
    assert [(problem.row, problem.field) for problem in found] == [(row, "as_of")]
    assert f"{row}行目" in found[0].text("ja")


@pytest.mark.parametrize("habit", ["BOM", "CRLF"])
def test_what_excel_does_is_accepted(copy, habit):
    """A byte order mark and Windows line ends are no fault."""
    path = copy / FIGURES
    words = path.read_text("utf-8")
    path.write_bytes(
        words.encode("utf-8-sig") if habit == "BOM" else words.replace("\n", "\r\n").encode()
    )
    assert problems(copy) == []


def test_every_message_is_in_both_languages_and_used():
    """No message lacks a language, and none is kept that no check gives."""
    source = "".join(
        path.read_text("utf-8") for path in (ROOT / "components/content").glob("*.py")
        if not path.name.startswith("messages")
    )  # fmt: skip
    for key, words in (MESSAGES | WORDS_MESSAGES).items():
        assert words.ja and words.en, key
        assert f'"{key}"' in source, key


def test_frictionless_agrees_that_the_package_is_valid():
    """A second validator, written by others, finds the same package in order."""
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:10]


@pytest.mark.parametrize("fault", SEEN_BY_FRICTIONLESS)
def test_frictionless_agrees_on_a_fault(copy, fault):
    """Faults of shape, key and reference are faults to the second validator too."""
    FAULTS[fault][0](copy)
    assert not Package(str(copy / "datapackage.json")).validate().valid


def test_the_command_answers_in_the_language_asked_for(copy):
    """`check` exits 0 and says so when data/ is in order."""
    for language, words in (("ja", "問題はありません"), ("en", "in order")):
        run = subprocess.run(
            [sys.executable, "-m", "components.content.check", "--lang", language],
            cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert run.returncode == 0 and words in run.stdout


def test_every_field_of_the_package_has_a_title():
    """The contract explains each column in words an editor can read."""
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["title"] != field["name"], (resource["name"], field["name"])
            assert field["description"].isascii() or "…" in field["description"]


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


def rejected(data: Path) -> bool:
    """Ask the second validator."""
    return not Package(str(data / "datapackage.json")).validate().valid


def test_the_example_is_in_order(example):
    """The small package has no fault, to our check and to frictionless."""
    assert said(example) == []
    assert not rejected(example)


PLANTED = [(key, *place) for key, places in CELLS.items() for place in places]
SHAPE = ("required", "pattern", "choice", "twice", "dangling", "grouped", "full_width")
# Where another cell than the planted one is the one to mend.
MARKED = {("twice", "cards_by_date", "as_of"): "as_of, measure_id",
          ("language_missing", "figures", "note_ja"): "note_en",
          "references_differ": "claim_en", "calculation_unsaid": "processing"}  # fmt: skip
# These may be noticed in two ways: empty and in one language only, negative and falling …
ALSO = ("required", "language_missing", "choice", "percent_range", "negative")
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
    if key in SHAPE and (table, column, value) not in UNSEEN:
        assert rejected(example)


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
    if key in ("not_utf8", "csv_broken", "row_length", "json_broken", "table_unknown"):
        assert len(found) == 1
    assert len(found) < 12


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
        [sys.executable, "-m", "components.content.check"],
        cwd=ROOT, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert run.returncode == 0 and b"Traceback" not in run.stderr
