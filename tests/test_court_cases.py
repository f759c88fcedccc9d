"""A table of court cases says what stands where and since when, and never more than its rows do."""

from dataclasses import replace

import pytest

from components.charts import text_table
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.themes import LIGHT
from components.data.dataset import load_dataset
from components.data.languages import Localized
from components.topics import lawsuits
from tests.factories import LABELS, SHARE, record, texts, view

DAY = replace(SHARE, id="example_day", unit="date", kind="date")
GRID = text_table.CaseColumns("suit", "level", "ruling", muted=("unknown",), highlight=("won",))
ROOMS = pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
WORDS = {
    "won": Localized("勝訴", "Won"),
    "lost": Localized("敗訴", "Lost"),
    "unknown": Localized("不明", "Unknown"),
}


@pytest.fixture(autouse=True)
def labels(monkeypatch):
    for code, words in WORDS.items():
        monkeypatch.setitem(LABELS, code, words)


def cell(suit: str, level: str, ruling: str, value: str = "2023-03-09", **changes):
    plain = {
        "measure": DAY,
        "dims": {"suit": suit, "level": level, "ruling": ruling},
        "qualifier": "exact" if value else "not_seen",
    }
    return record(value, "2023", **(plain | changes))


def seen(canvas, *rows, language: str = "en"):
    return text_table.court_cases(replace(view(language), canvas=canvas), rows, GRID)


@ROOMS
def test_a_cell_says_its_state_and_its_date(canvas):
    """What happened has a filled mark, its state in words and its day."""
    written = texts(seen(canvas, cell("first", "second", "won"))).replace("\u00a0", " ")
    assert (
        "● Won" in written and ("9 Mar 2023" if canvas == PRESENTER else "9 March 2023") in written
    )
    assert "First" in written and "Second" in written


@ROOMS
def test_what_is_not_known_says_so(canvas):
    """A state without a date says that there is none; an unknown state stands alone, unmarked."""
    rows = cell("first", "first", "lost", ""), cell("first", "second", "unknown", "")
    written = texts(seen(canvas, *rows))
    assert "no_date" in written and "Unknown" in written
    assert written.count("●") == 1


def test_a_plan_is_told_by_mark_and_frame():
    """A planned date has a hollow mark and a dashed frame on the ground colour."""
    rows = cell("first", "first", "won"), cell("first", "second", "lost", qualifier="planned")
    chart = seen(PAGE, *rows)
    done, plan = chart.figure.layout.shapes
    assert (done.line.dash, plan.line.dash) == ("solid", "dash")
    assert plan.fillcolor == LIGHT.ground and done.fillcolor != LIGHT.ground
    assert "○" in texts(chart)


def test_the_accent_is_for_what_is_pointed_at():
    """Only states asked for have the accent on their frame."""
    chart = seen(PAGE, cell("first", "first", "won"), cell("first", "second", "lost"))
    assert [each.line.color == LIGHT.accent for each in chart.figure.layout.shapes] == [True, False]


@ROOMS
def test_a_weak_date_is_starred_and_the_star_explained(canvas):
    """A date of low confidence carries a star, and the foot says what the star means."""
    sure, weak = cell("first", "first", "won"), cell("first", "second", "lost", confidence="low")
    assert "†" in texts(seen(canvas, sure, weak)) and "weak" in texts(seen(canvas, sure, weak))
    assert "†" not in texts(seen(canvas, sure)) and "weak" not in texts(seen(canvas, sure))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_eight_lines_fit_a_stage(language):
    """On a stage a table of eight lines keeps to the height it is given."""
    rows = [cell(f"suit{n}", level, "won") for n in range(8) for level in ("first", "second")]
    chart = seen(PRESENTER, *rows, language=language)
    assert chart.height <= PRESENTER.height


def test_a_table_of_cases_refuses_what_it_cannot_show():
    """No rows, values that are no dates and two rows in one cell are refused."""
    with pytest.raises(ValueError, match="no rows"):
        seen(PAGE)
    with pytest.raises(ValueError, match="dates only"):
        seen(PAGE, cell("first", "first", "won", "10", measure=SHARE))
    with pytest.raises(ValueError, match="two rows"):
        seen(PAGE, cell("first", "first", "won"), cell("first", "first", "lost"))


@pytest.mark.parametrize("name", ["what_was_reached", "yardstick"])
def test_a_ruling_and_a_yardstick_tell_every_row_once_and_leave_open_what_was_not_found(name):
    """Each row stands on one side of the cards, and a row without an answer is an empty frame."""
    step = next(each for each in lawsuits.STORY.topic("ja").steps if each.chart == name)
    on = View(load_dataset(), "ja", words=step.words)
    chart = lawsuits.STORY.get_drawing(name)(on)
    said = texts(chart).replace("<br>", "")
    found = [row for row in chart.rows if row.value or "reach" in row.dims]
    code = "reach" if name == "what_was_reached" else "view"
    for row in found:
        assert on.label(row.dims[code]) in said, row.id
    empty = [shape for shape in chart.figure.layout.shapes if shape.line.dash == "dot"]
    assert len(empty) == (len(found) if code == "reach" else len(chart.rows) - len(found))
