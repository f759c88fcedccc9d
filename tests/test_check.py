"""`run.py check` finds nothing in data/, and finds each fault when it is planted in a copy."""

import csv
import io
import json
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

FIGURES, TEXT = "figures.csv", "text/mynapoint.yml"
ONE = "oqs_operating_share_2021_10_20"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of data/ to plant faults in."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def set_cell(column: str, value: str, *, file: str = FIGURES, key: str = ONE):
    """Give a fault: one cell of the row whose first column is key."""

    def plant(data: Path) -> None:
        path = data / file
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        first = next(iter(rows[0]))
        next(row for row in rows if row[first] == key or not key)[column] = value
        with path.open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.DictWriter(sheet, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    return plant


def drop_column(column: str):
    """Give a fault: a whole column taken away."""

    def plant(data: Path) -> None:
        rows = list(csv.DictReader(io.StringIO((data / FIGURES).read_text("utf-8"))))
        names = [name for name in rows[0] if name != column]
        with (data / FIGURES).open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.DictWriter(sheet, names, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)

    return plant


def swap(old: str, new: str, *, file: str = TEXT):
    """Give a fault: the first place of one text replaced by another."""

    def plant(data: Path) -> None:
        words = (data / file).read_text("utf-8")
        assert old in words
        (data / file).write_text(words.replace(old, new, 1), "utf-8")

    return plant


def add_line(line: str, *, file: str = FIGURES):
    """Give a fault: one more line at the end of a file."""
    return lambda data: (data / file).write_text((data / file).read_text("utf-8") + line + "\n")


def recode(encoding: str, *, file: str = FIGURES):
    """Give a fault: the file saved in another encoding."""

    def plant(data: Path) -> None:
        words = (data / file).read_text("utf-8")
        (data / file).write_bytes(words.encode(encoding, errors="replace"))

    return plant


def twice(data: Path) -> None:
    """A row given twice."""
    add_line(next(line for line in (data / FIGURES).read_text().splitlines() if ONE in line))(data)


CARDS = "tables/cards_by_date.csv"
FAULTS = {
    "missing column": (drop_column("series"), FIGURES, "column_missing"),
    "extra column": (swap("checked,", "checkd,", file=FIGURES), FIGURES, "column_extra"),
    "duplicate column": (swap("checked,", "value,", file=FIGURES), FIGURES, "column_twice"),
    "row too long": (add_line("a,b,c"), FIGURES, "row_length"),
    "unknown table": (
        lambda data: (data / "tables/new.csv").write_text("as_of\n2021\n"),
        "tables/new.csv",
        "table_unknown",
    ),
    "duplicate id": (twice, FIGURES, "twice"),
    "dangling source": (set_cell("source_id", "nobody"), FIGURES, "dangling"),
    "dangling measure": (set_cell("measure_id", "nothing"), FIGURES, "dangling"),
    "dangling node": (
        set_cell("from_node", "node_x", file="data_flows.csv", key="e01"),
        "data_flows.csv",
        "dangling",
    ),
    "unknown unit": (set_cell("unit", "bananas"), FIGURES, "choice"),
    "other unit than the measure": (set_cell("unit", "yen"), FIGURES, "unit_differs"),
    "unknown qualifier": (set_cell("qualifier", "roughly"), FIGURES, "choice"),
    "impossible date": (set_cell("as_of", "2023-02-30"), FIGURES, "date_wrong"),
    "non-ISO date": (set_cell("as_of", "2021/10/20"), FIGURES, "date_wrong"),
    "reversed interval": (set_cell("as_of", "2022-01/2021-01"), FIGURES, "date_reversed"),
    "full-width number": (set_cell("value", "５.１"), FIGURES, "full_width"),
    "grouped number": (
        set_cell("value", "128,794", key="oqs_reader_applications_2021_09_12"),
        FIGURES,
        "grouped",
    ),
    "not a number": (set_cell("value", "NaN"), FIGURES, "not_number"),
    "infinite": (set_cell("value", "1e400"), FIGURES, "not_number"),
    "percent above 100": (set_cell("value", "510"), FIGURES, "percent_range"),
    "negative money": (set_cell("value", "-5", key="oqs_fund_size"), FIGURES, "negative"),
    "date where a number belongs": (set_cell("value", "2021-10-20"), FIGURES, "not_number"),
    "number where a date belongs": (
        set_cell("value", "5", key="oqs_full_start_actual"),
        FIGURES,
        "date_wrong",
    ),
    "part larger than its whole": (
        set_cell("value", "9990000000000", key="mynapoint_unused_2024_05"),
        FIGURES,
        "part_too_large",
    ),
    "part in another unit": (
        set_cell("part_of", "oqs_fund_size", key=ONE),
        FIGURES,
        "part_unit",
    ),
    "cumulative count that falls": (
        swap("11474475", "9474475", file=CARDS),
        CARDS,
        "falls",
    ),
    "mixed definitions in one series": (
        swap("cards_held,88155973", "cards_issued_cumulative,88155973", file=CARDS),
        CARDS,
        "mixed_series",
    ),
    "wrong calculation": (
        set_cell("value", "51.6", key="mynapoint1_take_up_calculated"),
        FIGURES,
        "calculation_wrong",
    ),
    "unreadable calculation": (
        set_cell("calculation", "open('x')", key="mynapoint1_take_up_calculated"),
        FIGURES,
        "calculation_unreadable",
    ),
    "calculated without a formula": (
        set_cell("calculation", "", key="mynapoint1_take_up_calculated"),
        FIGURES,
        "calculation_missing",
    ),
    "superseded in a circle": (set_cell("superseded_by", ONE), FIGURES, "circle"),
    "figure and table differ": (
        set_cell("value", "38.14", key="use_rate_2025_10"),
        "tables/insurance_use_by_month.csv",
        "figure_differs",
    ),
    "missing source": (set_cell("source_id", ""), FIGURES, "required"),
    "missing place": (set_cell("place_ja", ""), FIGURES, "required"),
    "script as url": (
        set_cell("url", "javascript:alert(1)", file="sources.csv", key="mhlw_council_181"),
        "sources.csv",
        "url_wrong",
    ),
    "document without url": (
        set_cell("url", "", file="sources.csv", key="mhlw_council_181"),
        "sources.csv",
        "url_missing",
    ),
    "phone number": (set_cell("note_ja", "070-1234-5678"), FIGURES, "personal"),
    "e-mail": (set_cell("note_ja", "a@example.org"), FIGURES, "personal"),
    "no answer and no day": (
        set_cell("answer_looked", "", file="claims.csv", key="gov_mandate_from_2023"),
        "claims.csv",
        "answer_or_looked",
    ),
    "control character": (set_cell("note_ja", "a\x0bb"), FIGURES, "control_character"),
    "missing language in a row": (
        set_cell("claim_en", "", file="claims.csv", key="counter_confusion"),
        "claims.csv",
        "language_missing",
    ),
    "missing language in words": (


        swap("  en: The MynaPoint budget", ""),
        TEXT,
        "language_missing",
    ),
    "extra language": (
        swap("  en: The MynaPoint budget", "  en: The MynaPoint budget\n  fr: Le budget"),
        TEXT,
        "language_extra",
    ),
    "kanji in English": (swap("Half means people", "Half means 人数"), TEXT, "japanese_in_english"),
    "kana in an English row": (
        set_cell("label_en", "カード"),
        FIGURES,
        "japanese_in_english",
    ),
    "different references": (
        swap("{mynapoint1_applicants_final} applied, which", "Many applied, which"),
        TEXT,
        "references_differ",
    ),
    "unknown reference": (swap("{mynapoint1_applicants_final}", "{nothing}"), TEXT,
                          "reference_unknown"),
    "unknown claim": (swap("- no_review_of_round1", "- no_such_claim"), TEXT, "reference_unknown"),
    "a digit typed into prose": (swap("Half means", "The 50% means"), TEXT, "digit"),
    "a full-width digit": (swap("「半分」は", "「５０」は"), TEXT, "digit"),
    "a digit in a claim": (
        set_cell("claim_ja", "5割が使う。", file="claims.csv", key="counter_confusion"),
        "claims.csv",
        "digit",
    ),
    "a radical for a kanji": (swap("「半分」は人数", "「半分」は⼈数"), TEXT, "radical"),
    "half-width kana": (swap("マイナポイントの予算", "ﾏｲﾅポイントの予算"), TEXT, "half_kana"),
    "markup in a title": (swap("en: The MynaPoint budget", "en: The ![x] budget"), TEXT, "markup"),
    "missing step part": (swap("    takeaway:", "    takeawy:"), TEXT, "chart_words"),
    "Shift_JIS": (recode("cp932"), FIGURES, "not_utf8"),
    "Shift_JIS in words": (recode("cp932", file=TEXT), TEXT, "not_utf8"),
    "UTF-16": (recode("utf-16"), FIGURES, "not_utf8"),
    "empty file": (lambda data: (data / FIGURES).write_text(""), FIGURES, "file_empty"),
    "empty words": (lambda data: (data / TEXT).write_text(""), TEXT, "file_empty"),
    "missing file": (lambda data: (data / FIGURES).unlink(), FIGURES, "file_missing"),
    "a YAML key twice": (swap("lede:", "title:"), TEXT, "key_twice"),
    "broken YAML": (swap("lede:", "lede: ["), TEXT, "yaml_broken"),
}  # fmt: skip
SEEN_BY_FRICTIONLESS = (
    *("missing column", "extra column", "duplicate id", "dangling source", "dangling measure"),
    *("dangling node", "unknown unit", "unknown qualifier", "non-ISO date", "full-width number"),
    *("grouped number", "not a number", "missing source", "missing place", "row too long"),
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


def test_every_record_can_be_reached():
    """Nothing is orphaned: every source and measure is used by some row."""
    rows = {
        resource["name"]: list(csv.DictReader((DATA / resource["path"]).open(encoding="utf-8")))
        for resource in json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]
    }
    cells = {cell for name, table in rows.items() for row in table
             for column, cell in row.items()
             if not (name == "sources" and column == "source_id")
             and not (name == "measures" and column == "measure_id")}  # fmt: skip
    for name, key in (("sources", "source_id"), ("measures", "measure_id")):
        assert sorted({row[key] for row in rows[name]} - cells) == [], name
