"""Public money: frames, cells as figures, and what is worked out from them."""

import pytest

from components.data import money
from components.data.dataset import load_dataset
from components.data.money_records import RECORD_TABLES
from components.text.topics import interface
from tests.screens import open_page, words

ROUND_TWO = "project_budgets_by_year.mynapoint_round2.FY2022"


@pytest.mark.parametrize("table", RECORD_TABLES)
def test_every_row_of_a_file_is_a_row_of_its_frame(table: str) -> None:
    """No row is lost between the file and the frame, and rows in series have ids of their own."""
    dataset = load_dataset()
    frame = money.frame(dataset, table)
    lines = (dataset.folder / "tables" / f"{table}.csv").read_text("utf-8").count("\n")
    assert len(frame) == lines - 1
    keys = ["id", "row_kind"] if "row_kind" in frame else ["id"]
    assert not frame.duplicated(keys).any()
    assert money.frame(dataset, table) is frame, "shared, not made again"


def test_a_cell_is_a_figure_with_its_sheet() -> None:
    """A cell of a sheet is a figure in yen that says on which sheet and in which column it is."""
    paid = load_dataset().figure(f"{ROUND_TWO}.executed")
    assert (paid.value, paid.unit, paid.as_of) == ("973932000000", "yen", "FY2022")
    assert "2023-総務-22-0042" in paid.place.ja and "執行額" in paid.place.ja
    assert "CC BY 4.0" in paid.source.short.ja and "CC BY 4.0" in paid.source.publisher.en


def test_an_amount_that_is_not_disclosed_is_a_gap() -> None:
    """A payment printed as 0 is not disclosed: its figure has no value, and says so."""
    dataset = load_dataset()
    paid = money.payments(dataset)
    hidden = dataset.figure(paid[paid["amount_million_yen"].eq(0)]["id"].iloc[0])
    assert not hidden.value and hidden.qualifier == "not_seen" and hidden.note.en


def test_recipients_without_a_name_are_not_persons() -> None:
    """Whoever the sheet does not name has no corporate number, and nobody's name stands there."""
    paid = money.payments(load_dataset())
    unnamed = paid[paid["name_kind"].eq("anonymous")]
    assert len(unnamed) and unnamed["recipient_en"].ne("").all()
    assert unnamed["corporate_number"].eq("").all()


def test_what_is_worked_out_shows_its_arithmetic() -> None:
    """Totals, what was left over and amounts per head carry the sum they come from."""
    dataset = load_dataset()
    left = dataset.figure("project_left_over.mynapoint_round2.FY2022")
    assert (left.value, left.calculation) == ("170298000000", "1144230000000 - 973932000000")
    total = dataset.figure("project_total.mynapoint_round2.executed")
    assert total.value == "1485532391000" and total.as_of == "FY2021/FY2023"
    each = dataset.figure("project_per_resident.mynapoint_round2.executed")
    assert each.value == "11797" and "÷ 125,927,902" in each.note.ja


@pytest.mark.parametrize(
    "name",
    [
        "project_budgets_by_year.nobody.FY2022.executed",
        f"{ROUND_TWO}.nothing",
        "project_total.mynapoint_round2",
        "project_left_over.mynapoint_round2.FY1999",
        "project_per_resident.mynapoint_round2.a.b.c",
    ],
)
def test_a_cell_that_is_not_there_is_told_as_unknown(name: str) -> None:
    """A name that leads to no cell raises KeyError, like any unknown figure."""
    with pytest.raises(KeyError):
        load_dataset().figure(name)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_of_records_opens_any_cell(language: str) -> None:
    """A link with a cell's id shows it with its sheet, its licence and the way to the sheet."""
    app = open_page("figures", lang=language, record=f"{ROUND_TWO}.executed")
    opened = words(app).split("</section>")[0]
    assert "2023-総務-22-0042" in opened and "CC BY 4.0" in opened
    assert "2023-%E7%B7%8F%E5%8B%99-22-0042.json" in opened


def test_a_cell_that_is_not_there_is_said_to_be_unknown() -> None:
    """A link with a cell that no table has gets a sentence, and the list below."""
    app = open_page("figures", lang="ja", record=f"{ROUND_TWO}.nothing")
    assert interface("unknown_record", "ja") in words(app)
