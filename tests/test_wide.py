"""Wide tables: what a cell says is what every way to it says; faults in them are named."""

import csv
import random
import shutil
from pathlib import Path

import pytest

from components.checks import places, wide
from components.checks.tables import read
from components.data.dataset import load_dataset
from components.data.paths import DATA, TABLES
from components.data.wide_reader import TOWN, date_columns, dimensions, is_wide
from tests.fault_hands import set_cell, swap

DRAWN = 20
AGES, PREFECTURES, TYPES = (
    f"tables/cards_by_{name}.csv" for name in ("age_sex", "prefecture", "municipality_type")
)
NOTES, TYPE = "cell_notes.csv", "municipality_type"


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a table as anybody would, with Python's own reader."""
    with path.open(encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


WIDE = {
    path.stem: rows
    for path in sorted(TABLES.glob("*.csv"))
    if (rows := rows_of(path)) and is_wide([*rows[0]])
}


@pytest.mark.parametrize("table", WIDE)
def test_a_cell_is_the_same_by_every_way(table):
    """Twenty cells drawn by a fixed seed are what the record and the frame say."""
    dataset, rows = load_dataset(), WIDE[table]
    dates, dims = date_columns([*rows[0]]), dimensions([*rows[0]])
    filled = [(row, day) for row in rows for day in dates if row[day]]
    for row, day in random.Random(20261201).sample(filled, DRAWN):
        codes = [row[name] for name in dims]
        towns = TOWN in dims
        keys = codes if towns else [row["measure_id"], *codes]
        figure = dataset.figure(".".join((table, *keys, day)))
        assert (figure.value, figure.as_of) == (row[day], day)
        assert (figure.measure.id, figure.source.id) == (row["measure_id"], row["source_id"])
        assert "{" not in figure.place.ja + figure.place.en
        if towns:
            number = dataset.wide(table).at[codes[0], day]
        else:
            same = {"measure_id": row["measure_id"], "as_of": day} | dict(
                zip(dims, codes, strict=True)
            )
            number = dataset.series(table, **same)["number"].item()
        assert number == float(row[day])


def test_every_cell_is_counted():
    """No cell of a wide table is lost: as many records or numbers as the file has values."""
    dataset = load_dataset()
    for table, rows in WIDE.items():
        filled = sum(bool(row[day]) for row in rows for day in date_columns([*row]))
        if TOWN in rows[0]:
            assert dataset.wide(table).notna().to_numpy().sum() == filled
        else:
            assert sum(bool(row.value) for row in dataset.tables[table]) == filled


def test_numbers_are_shared_and_cannot_be_changed():
    """Every reader has the same numbers, nobody can change them, and no cell is a record kept."""
    dataset = load_dataset()
    one, other = dataset.wide("cards_by_municipality"), dataset.wide("cards_by_municipality")
    assert one.to_numpy(copy=False).base is other.to_numpy(copy=False).base
    assert not one.to_numpy(copy=False).flags.writeable
    one["new"] = 0
    assert "new" not in dataset.wide("cards_by_municipality")
    assert sum(map(len, dataset.tables.values())) < 20_000


def test_a_frame_of_cells_has_the_shape_of_any_other():
    """Cells of a town are rows for a chart, in the order asked for, and lead to their records."""
    dataset = load_dataset()
    names = [f"issue_rate_by_municipality.131130.{day}" for day in ("2022-12-31", "2017-03-08")]
    rows = dataset.frame(*names, "residents_2022_01_01")
    assert rows["id"].tolist() == [*names, "residents_2022_01_01"]
    assert rows["municipality"].tolist() == ["131130", "131130", ""]
    assert dataset.figures_of(rows) == [dataset.figure(name) for name in rows["id"]]


def test_a_gap_is_no_record_at_the_ends_of_a_row():
    """An age group that was counted from a date on has no record before it, and none says zero."""
    rows = [row for row in load_dataset().rows("cards_by_age_sex", age="age_90")]
    assert rows and all(row.value for row in rows)


def test_what_is_not_as_printed_says_so():
    """A value of ours in place of a printed one is calculated, and its note says why."""
    rows = load_dataset().rows("cards_by_municipality_type", **{TYPE: f"{TYPE}_town"})
    figure = next(each for each in rows if each.unit == "percent" and each.as_of == "2021-01-01")
    assert (figure.processing, figure.value) == ("calculated", "20.7")
    assert figure.calculation and figure.note.ja and figure.note.en


@pytest.mark.parametrize(
    ("plant", "file", "key"),
    [
        (set_cell("2018-07-01", "1,5", file=AGES, key=""), AGES, "not_number"),
        (
            set_cell("2022-12-31", "40.1", file=PREFECTURES, key=""),
            PREFECTURES,
            "calculation_wrong",
        ),
        (
            swap("2018-03-01,2018-07-01", "2018-07-01,2018-03-01", file=TYPES),
            TYPES,
            "columns_unordered",
        ),
        (swap("2018-03-01", "2018-02-30", file=TYPES), TYPES, "date_wrong"),
        (
            swap("age_recount_2018_12_01,cards_by_age_sex", "x,cards_by_age", file=NOTES),
            NOTES,
            "note_of_nothing",
        ),
        (swap("2018-12-01,falls", "2018-07-01,falls", file=NOTES), NOTES, "note_of_no_fall"),
        (swap("2018-12-01,falls", "2018-07-01,falls", file=NOTES), AGES, "falls"),
        (swap("2227491 /", "2227492000 /", file=NOTES), NOTES, "calculation_wrong"),
        (swap("2227491 /", "two /", file=NOTES), NOTES, "calculation_unreadable"),
        (
            swap(",71905789,", ",71905790,", file="tables/cards_by_date.csv"),
            "tables/cards_by_date.csv",
            "sum_differs",
        ),
    ],
)
def test_a_fault_in_a_wide_table_is_named(tmp_path, plant, file, key):
    """What an editor may get wrong in a wide table, or in the notes on it, is told of that file."""
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    plant(copy)
    tables, _ = read(copy)
    found = [each for table in tables.values() for each in wide.problems(table, tables)]
    found += places.problems(tables)
    assert (file, key) in {(each.file, each.key) for each in found}
    assert all(each.text(language) for each in found for language in ("ja", "en"))
