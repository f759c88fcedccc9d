"""Figures are reached by id, by series and by date; a new month is a row and nothing else."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from components.checks.check import problems
from components.data import state
from components.data.dataset import load, load_dataset
from components.data.paths import DATA, ROOT
from components.text.topics import load_topic


def test_a_figure_is_named_by_id_series_or_date():
    """A series stands for its newest value; a date picks another one."""
    dataset = load_dataset()
    newest = dataset.figure("use_rate")
    assert newest is dataset.latest("use_rate") is dataset.figure(newest.id)
    assert newest is dataset.figure(f"use_rate@{newest.as_of}")
    assert dataset.figure("use_rate@2023-12").as_of == "2023-12" < newest.as_of
    assert load().figure("use_rate").id == newest.id


def test_the_newest_row_of_a_table_is_found_by_its_dimensions():
    """Gaps are passed over, and where keeps rows as everywhere."""
    dataset = load_dataset()
    row = dataset.latest("insurance_use_by_month", basis="basis_online")
    known = [each for each in dataset.rows("insurance_use_by_month", basis="basis_online")]
    assert row.value and row.day == max(each.day for each in known if each.value)


@pytest.mark.parametrize("name", ["use_rat", "use_rate@2023-13"])
def test_an_unknown_name_is_answered_with_the_nearest(name):
    """Who slips in a name reads which one was meant."""
    with pytest.raises(KeyError, match=r"nearest: .*use_rate"):
        load_dataset().figure(name)
    with pytest.raises(KeyError, match="nearest: use_rate"):
        load_dataset().latest("use_rat")
    with pytest.raises(KeyError, match="no value in insurance_use_by_month"):
        load_dataset().latest("insurance_use_by_month", basis="basis_none")


def test_pages_and_texts_name_no_month():
    """A figure that a refresh renews is named by its series; its id stands in no page or text."""
    ids = [each.id for each in load_dataset().figures.values() if each.series]
    ids = [each for each in ids if re.search(r"_20\d\d_\d\d", each)]
    files = [*(ROOT / "components/topics").glob("*.py"), *(DATA / "text").glob("*.yml")]
    words = "\n".join(path.read_text("utf-8") for path in [*files, *(ROOT / "pages").glob("*.py")])
    assert len(ids) > 100 and [each for each in ids if each in words] == []


def test_a_refresh_is_rows_only(tmp_path):
    """With one more row of a series, the sentences that name it tell the new month."""
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    with (data / "figures.csv").open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    row = next(each for each in rows if each["figure_id"] == load_dataset().figure("held_rate").id)
    rows.append(row | {"figure_id": "held_rate_2031_05_31", "value": "97.5", "as_of": "2031-05-31"})
    with (data / "figures.csv").open("w", encoding="utf-8", newline="") as sheet:
        writer = csv.DictWriter(sheet, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    state.LOOKED.clear()
    said = [
        str(line) for step in load_topic("card_adoption", "en", data).steps for line in step.body
    ]
    assert any("97.5%" in line and "31 May 2031" in line for line in said)
    assert problems(data) == []
