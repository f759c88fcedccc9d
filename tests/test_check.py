"""`run.py check` finds nothing in data/, and finds faults that are planted in a copy."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package

from components.checks.check import problems
from components.data import package
from components.data.messages import messages
from components.data.paths import DATA, ROOT
from tests.fault_hands import FIGURES, ONE, TEXT
from tests.faults import FAULTS


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of data/ to plant faults in."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


# Every other kind is shown to both validators in test_check_example.py.
SEEN_BY_FRICTIONLESS = ("duplicate id", "a claimant on no side")


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
        number
        for number, line in enumerate((copy / FIGURES).read_text().splitlines(), 1)
        if line.startswith(f"{ONE},")
    )
    found = [problem for problem in problems(copy) if problem.key == "date_wrong"]
    assert [(problem.row, problem.field) for problem in found] == [(row, "as_of")]
    assert f"{row}行目" in found[0].text("ja")


def test_a_misspelt_chart_is_named_with_the_nearest(copy):
    """Who slips in the name of a chart reads where it stands and which name was meant."""
    FAULTS["a misspelt chart"][0](copy)
    lines = (copy / TEXT).read_text("utf-8").splitlines()
    row = lines.index("    chart: deadline_moved") + 1
    found = problems(copy)
    assert [(each.file, each.row, each.field) for each in found] == [
        (TEXT, row, "deadlines_moved › chart")
    ]
    assert "The nearest name is deadlines_moved." in found[0].text("en")
    assert "近い名前は「deadlines_moved」" in found[0].text("ja")


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
        path.read_text("utf-8")
        for name in ("checks", "data")
        for path in (ROOT / "components" / name).glob("*.py")
        if not path.name.startswith("messages")
    )
    for key, words in messages().items():
        assert words.ja and words.en, key
        assert f'"{key}"' in source, key


def test_the_contract_is_what_the_records_say():
    """datapackage.json is made from the records' classes: `run.py schema` has nothing to change."""
    assert package.written(package.package()) + "\n" == (DATA / "datapackage.json").read_text(
        "utf-8"
    )


def test_a_new_series_is_one_file(copy):
    """A table of known dimensions needs no declaration; an unknown column is told its cure."""
    words = (copy / "tables/cards_by_prefecture.csv").read_text("utf-8")
    path = copy / "tables/new_series.csv"
    path.write_text(words, "utf-8")
    assert [each.key for each in problems(copy)] == ["table_unknown"]
    package.write(copy)
    assert problems(copy) == []
    assert Package(str(copy / "datapackage.json")).validate().valid
    (copy / "tables/new_series.csv").write_text(
        words.replace("prefecture", "prefectur", 1), "utf-8"
    )
    with pytest.raises(package.Undeclared, match="prefectur is not in DIMENSIONS"):
        package.write(copy)


def test_frictionless_agrees_that_the_package_is_valid():
    """A second validator, written by others, finds the same package in order."""
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:10]


@pytest.mark.parametrize("fault", SEEN_BY_FRICTIONLESS)
def test_frictionless_agrees_on_a_fault(copy, fault):
    """Faults of key and reference are faults to the second validator too."""
    FAULTS[fault][0](copy)
    assert not Package(str(copy / "datapackage.json")).validate().valid


def test_the_command_answers_in_the_language_asked_for(copy):
    """`check` exits 0 and says so when data/ is in order."""
    for language, words in (("ja", "問題はありません"), ("en", "in order")):
        run = subprocess.run(
            [sys.executable, "-m", "components", "check", "--lang", language],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0 and words in run.stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise there")
def test_a_reader_who_has_seen_enough_gets_no_traceback():
    """`check | head` ends quietly, though nobody reads what is left."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        run = subprocess.run(
            [sys.executable, "-m", "components", "check"],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (run.returncode, run.stderr) == (0, b"")


def test_every_field_of_the_package_has_a_title():
    """The contract explains each column in words an editor can read."""
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["title"] != field["name"], (resource["name"], field["name"])
            assert field["description"].isascii() or "…" in field["description"]
