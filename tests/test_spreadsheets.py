"""What spreadsheets leave in a sheet: no fault where nothing is lost, else the cause first."""

import csv
import io
import re
import shutil

import pytest

from components.checks import causes, check
from components.data.csv_reader import BadTable, column_letters, read_sheet
from components.data.loader import Loader
from components.data.paths import DATA

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@pytest.fixture
def data(tmp_path):
    """A copy of data/, to save sheets in as a spreadsheet would."""
    return shutil.copytree(DATA, tmp_path / "data")


def rows_of(path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def save(path, rows, delimiter=",") -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(written.getvalue().encode("utf-8-sig"))


def turned(cell: str) -> str:
    """Write a cell as Excel saves what it took for a date or a number."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        return cell.replace("-", "/")
    if month := re.fullmatch(r"\d\d(\d\d)-(\d\d)", cell):
        return f"{MONTHS[int(month[2]) - 1]}-{month[1]}"
    return f"{float(cell):.4E}" if re.fullmatch(r"\d{12,}", cell) else cell


def said(data) -> list[tuple[str, int, str]]:
    return [(each.file, each.row, each.key) for each in check.problems(data)]


def test_empty_columns_and_rows_are_no_fault(data):
    """What was touched and emptied in a spreadsheet changes neither verdict nor numbers of rows."""
    path = data / "figures.csv"
    before, rows = read_sheet(path), rows_of(path)
    middle = [*rows[:5], [""] * len(rows[0]), *rows[5:]]
    save(path, [[*row, "", "", ""] for row in middle] + [[""] * (len(rows[0]) + 3)] * 3)
    sheet = read_sheet(path)
    assert (sheet.header, sheet.rows) == (before.header, before.rows)
    assert sheet.numbers[:5] == [2, 3, 4, 5, 7]
    assert said(data) == []


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_a_column_without_a_name_is_named_by_its_letters(tmp_path, place, letters):
    """Where a name lacks, the place is given as the spreadsheet shows it."""
    assert column_letters(place) == letters
    save(tmp_path / "x.csv", [[*"a" * place, ""], [*"1" * place, "7"]])
    with pytest.raises(BadTable) as bad:
        read_sheet(tmp_path / "x.csv")
    assert (bad.value.key, bad.value.values["place"]) == ("column_nameless", letters)


@pytest.mark.parametrize("file", ["figures.csv", "sources.csv"])
def test_the_cause_is_said_first_and_alone(data, file):
    """A header that was lost is one line, whatever others point to that sheet."""
    save(data / file, rows_of(data / file)[1:])
    assert said(data) == [(file, 1, "header_unknown")]


def test_one_row_that_cannot_be_read_leaves_the_others(data):
    """The row is named and left out, for editors and readers; nothing else is said or lost."""
    path = data / "sources.csv"
    rows = rows_of(path)
    rows[3].append("x")
    save(path, rows)
    assert said(data) == [("sources.csv", 4, "row_length")]
    loaded = Loader(data)
    assert len(loaded.known["sources"]) == len(rows) - 2
    assert any("sources.csv" in each.ja for each in loaded.broken)


@pytest.mark.parametrize("files", [["figures.csv"], ["*.csv", "tables/*.csv"]])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_sheet_saved_by_a_spreadsheet_says_so_in_ten_lines(data, files, language):
    """A thousand turned cells are one sentence about their cause, before all else."""
    for pattern in files:
        for path in data.glob(pattern):
            save(path, [[turned(cell) for cell in row] for row in rows_of(path)])
    found = check.problems(data)
    lines = causes.lines(found, language)
    assert len(lines) < 10
    assert {"ja": "表計算で開いて保存したため", "en": "A spreadsheet has changed"}[
        language
    ] in lines[0]
    assert len(causes.lines(found, language, every=True)) == len(found)


def test_a_number_that_is_equal_is_equal(data):
    """57.0 saved as 57 is the number that was given out; another number is not."""
    path = data / "figures.csv"
    rows = rows_of(path)
    value = rows[0].index("value")
    whole = [row for row in rows if re.fullmatch(r"\d+\.0", row[value])]
    for row in whole:
        row[value] = row[value].removesuffix(".0")
    save(path, rows)
    assert whole and said(data) == []


def test_problems_alike_are_counted(data):
    """Of one kind in a file two are written and the rest is counted, with their rows."""
    path = data / "figures.csv"
    rows = rows_of(path)
    for row in rows[1:9]:
        row[rows[0].index("checked")] = "soon"
    save(path, rows)
    lines = causes.lines(check.problems(data), "en")
    assert len(lines) == 3 and "6 more places (rows 4, 5, 6" in lines[2]
