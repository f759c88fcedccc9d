"""Editions: what was given out stays known, and what changed since is said."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from components.checks import record_edition
from components.checks.check import problems
from components.checks.record_edition import EditionRefused, record
from components.data import editions, state
from components.data.dataset import load_dataset
from components.data.editions import Edition
from components.data.languages import Localized
from components.data.paths import DATA
from components.text import change_rows
from tests.example_package import build

NAME = "2026-11"


@pytest.fixture
def data(tmp_path: Path, monkeypatch) -> Path:
    """A small package of invented rows with a list of editions, and one edition recorded."""
    monkeypatch.setenv("MIERU_TODAY", "2026-11-25")
    build(tmp_path)
    (tmp_path / "editions.csv").write_text("edition,date,note_ja,note_en\n", "utf-8")
    describe(tmp_path)
    record(NAME, Localized("初めての版", "The first edition"), tmp_path)
    return tmp_path


def describe(folder: Path) -> None:
    """Put the list of editions into the contract, as data/ has it."""
    ours = json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["resources"] += [each for each in ours if each["name"] == "editions"]
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")


def change(folder: Path, key: str, column: str, value: str | None) -> None:
    """Change a cell of figures.csv; None takes the row away."""
    path = folder / "figures.csv"
    with path.open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    if value is None:
        rows = [row for row in rows if row["figure_id"] != key]
    else:
        next(row for row in rows if row["figure_id"] == key)[column] = value
    with path.open("w", encoding="utf-8", newline="") as sheet:
        writer = csv.DictWriter(sheet, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    state.LOOKED.clear()  # the files are looked at once a second


def test_an_edition_keeps_every_figure(data):
    """Every figure and every row of the longer tables is kept, and nothing has changed yet."""
    kept = editions.snapshot(NAME, data)
    assert kept == editions.frozen(load_dataset(data)) and len(kept) == 9
    assert editions.current(data) == Edition(
        NAME, "2026-11-25", Localized("初めての版", "The first edition")
    )
    assert not editions.changes(editions.current(data), data)
    assert problems(data) == []


def test_what_changed_since_is_found(data):
    """A changed, a new and a withdrawn figure are each found, with what they were."""
    since = editions.current(data)
    change(data, "newer", "value", "31")
    change(data, "day", "figure_id", "another_day")
    found = editions.changes(since, data)
    ((then, now),) = found.changed
    assert (then.value, now.value) == ("30", "31")
    assert replace(then, value=now.value) == now
    assert [each.record_id for each in found.new] == ["another_day"]
    assert [each.record_id for each in found.withdrawn] == ["day"]
    assert editions.current(data).moved_on


def test_corrections_after_the_edition_are_told(data):
    """A correction of a later day is told, an earlier one is not."""
    since = editions.current(data)
    assert editions.changes(since, data).corrections == ()
    earlier = replace(since, date="2026-11-20")
    assert [each.record_id for each in editions.changes(earlier, data).corrections] == ["part"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_changes_are_written_with_value_date_and_document(data, language):
    """Each row says what the figure was and is, so that whatever changed can be seen."""
    since = editions.current(data)
    change(data, "newer", "value", "31")
    found = replace(editions.changes(since, data), corrections=load_dataset(data).corrections)
    rows = change_rows.sections(found, load_dataset(data), language)
    assert tuple(rows) == change_rows.SECTIONS
    (row,) = rows["changed"]
    assert "30%" in row.was and "31%" in row.now and "2021" in row.now
    (corrected,) = rows["corrected"]
    assert (corrected.was, corrected.now) == ("51", "50") and corrected.why


def test_a_published_value_cannot_change_unsaid(data):
    """A kept figure with another value needs a correction; with one, the check is content."""
    change(data, "newer", "value", "31")
    assert [each.key for each in problems(data)] == ["not_in_corrections"]
    with (data / "corrections.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("2026-11-26,figures,newer,value,30,30,31,31,写しまちがい,Misread\n")
    assert problems(data) == []


def test_an_edition_and_its_file_belong_together(data):
    """An edition without its figures is a problem, and figures without their edition."""
    path = editions.snapshot_path(NAME, data)
    path.rename(path.with_name("2026-12.csv"))
    keys = {(each.file, each.key) for each in problems(data)}
    assert ("editions/2026-12.csv", "table_unknown") in keys
    assert ("editions/2026-11.csv", "file_missing") in keys


def test_an_edition_not_listed_is_found(data):
    """The figures of an edition that the list lost are found."""
    (data / "editions.csv").write_text("edition,date,note_ja,note_en\n2026-10,2026-10-01,,\n")
    keys = [each.key for each in problems(data)]
    assert "edition_without_file" in keys and "edition_not_listed" in keys


@pytest.mark.parametrize("name", ["x", "2026-13", "2026-1", "../2026-11", "2026-11/..", ""])
def test_a_name_is_a_month(data, name):
    """An edition is named by year and month, with a number where there are more."""
    with pytest.raises(EditionRefused):
        record(name, data=data)


def test_an_edition_is_not_overwritten(data):
    """A name is taken once; only --again replaces what was never given out."""
    change(data, "newer", "value", "31")
    with pytest.raises(EditionRefused):
        record(NAME, data=data)
    record(NAME, data=data, again=True)
    assert editions.snapshot(NAME, data)["newer"].value == "31"
    assert len(editions.editions(data)) == 1 and problems(data) == []


def test_no_edition_is_recorded_from_faulty_data(data):
    """What the check complains of is mended before it is kept."""
    change(data, "part", "value", "5x")
    with pytest.raises(EditionRefused) as refused:
        record("2026-12", data=data)
    assert "check" in refused.value.words.en
    assert not editions.snapshot_path("2026-12", data).exists()


def test_the_latest_edition_counts(data):
    """Of several editions the latest is the one that outputs name."""
    record("2026-11.2", data=data)
    assert editions.current(data).name == "2026-11.2"
    assert [each.name for each in editions.editions(data)] == ["2026-11.2", NAME]


def test_the_command_says_why_in_one_sentence(capsys):
    """A name that is none gives one sentence and no traceback."""
    assert record_edition.main(["someday"]) == 1
    complaint = capsys.readouterr().err
    assert "2026-11" in complaint and len(complaint.splitlines()) == 2
