"""Figures as DataFrames: one shape, the values as the records have them, shared without harm."""

import math
import subprocess
import sys
from dataclasses import replace

import pytest

from components.data import frames
from components.data.dataset import load_dataset
from tests.factories import BOOK, COUNT, SHARE, SOURCE, record

TABLE = "online_eligibility_by_stage"
PERCENT = "card_issue_rate_plateau_forecast"


def test_every_record_is_in_its_frame_and_comes_back_from_it():
    """A table's frame holds its records in the order of the file, and gives the same ones back."""
    dataset = load_dataset()
    for table, rows in dataset.tables.items():
        frame = dataset.series(table)
        assert tuple(frame.columns[: len(frames.COLUMNS)]) == frames.COLUMNS
        assert frame["id"].tolist() == [row.id for row in rows]
        assert frame["value"].tolist() == [row.value for row in rows]
        assert not set(frames.COLUMNS) & {name for row in rows for name in row.dims}, table
        assert dataset.figures_of(frame) == list(rows)
    ids = list(dataset.figures)[::-1]
    assert dataset.figures_of(dataset.frame(*ids)) == list(dataset.figures.values())[::-1]


def test_numbers_dates_and_gaps_have_their_types():
    """Numbers are floats, days are dates, a gap is NaN, and what is no number stays text."""
    rows = [record("12.5", "2021-10"), record("", "FY2021"), record("7", "2020-03-01/2020-04-01")]
    day = record("2016-01-01", "", measure=replace(SHARE, unit="date"))
    frame = frames.to_frame([*rows, day])
    kinds = {name: str(kind) for name, kind in frame.dtypes.items() if kind != "str"}
    assert kinds == {"number": "float64", "start": "datetime64[s]", "end": "datetime64[s]"}
    assert frame["value"].tolist() == ["12.5", "", "7", "2016-01-01"]
    assert frame["number"].tolist()[::2] == [12.5, 7.0]
    assert math.isnan(frame["number"][1]) and math.isnan(frame["number"][3])
    spans = zip(frame["start"][:3], frame["end"][:3], strict=True)
    assert [(str(start.date()), str(end.date())) for start, end in spans] == [
        ("2021-10-01", "2021-10-31"),
        ("2021-04-01", "2022-03-31"),
        ("2020-03-01", "2020-04-01"),
    ]
    assert frame["start"].isna()[3] and frame["end"].isna()[3]


def test_nothing_still_has_the_shape():
    """A frame without rows has the same columns and types as one with rows."""
    assert dict(frames.to_frame([]).dtypes) == dict(frames.to_frame([record()]).dtypes)


def test_rows_are_chosen_by_their_columns():
    """One code or several are kept, in the order of the file, as Dataset.rows keeps them."""
    dataset = load_dataset()
    chosen = dataset.series(TABLE, facility="facility_all")
    assert dataset.figures_of(chosen) == dataset.rows(TABLE, facility="facility_all")
    two = ("facility_all", "facility_hospital")
    assert dataset.figures_of(dataset.series(TABLE, facility=two)) == dataset.rows(
        TABLE, facility=two
    )
    assert list(chosen.index) == list(range(len(chosen)))
    rate = dataset.series("cards_by_date", measure_id="issue_rate")
    assert set(rate["measure_id"]) == {"issue_rate"}


def test_a_wrong_name_is_refused():
    """An unknown figure, table or column is an error that names it, and never an empty chart."""
    dataset = load_dataset()
    for ask, name in (
        (lambda: dataset.frame("nobody"), "nobody"),
        (lambda: dataset.series("nowhere"), "nowhere"),
        (lambda: dataset.series(TABLE, colour="red"), "colour"),
    ):
        with pytest.raises(KeyError, match=name):
            ask()
    assert replace(BOOK, tables={"broken": ()}).series("broken", facility="any").empty


def test_what_is_shared_cannot_be_changed():
    """Frames are made once; who changes theirs changes nobody else's."""
    dataset = load_dataset()
    for ask in (lambda: dataset.series(TABLE), lambda: dataset.frame(PERCENT)):
        mine = ask()
        mine.loc[0, "value"] = "1"
        mine["number"] = 0.0
        assert ask()["value"][0] != "1" and ask()["number"][0] != 0.0


def test_a_calculated_row_becomes_a_record_of_its_own():
    """A row that no file has gives a record with the document and the arithmetic of its columns."""
    known = replace(BOOK, measures={COUNT.id: COUNT}, sources={SOURCE.id: SOURCE})
    made = record("30", measure=COUNT, processing="calculated", calculation="130 - 100")
    frame = frames.to_frame([replace(made, dims={"sex": "sex_men"})])
    assert known.figures_of(frame) == [replace(made, dims={"sex": "sex_men"})]


def test_check_starts_without_pandas():
    """An editor's check does not wait for a library that only series and sheets need."""
    code = "import sys; from components.checks.check import main; main([])"
    code += "; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
