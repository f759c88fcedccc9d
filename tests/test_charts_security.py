"""Countable boxes, counts without an axis, invented lists: what they promise."""

from dataclasses import replace

import pytest

from components.charts import panels, strips, text_table
from components.charts.chart import PRESENTER, Chart
from components.charts.themes import LIGHT
from components.data.languages import Localized
from components.data.links import Example
from components.data.records import Claim
from components.text.listing import as_csv, cells, columns_for
from tests.factories import BOOK, COUNT, NONE, SOURCE, draw, flow, record, texts, view

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("narrow", [False, True])


def entry(leak: str, person: str, data: str) -> Example:
    """Make an invented entry."""
    return Example(
        id=f"{leak}_{person}",
        topic="example",
        leak=leak,
        person=person,
        data=Localized(data, data),
        source=SOURCE,
        place=NONE,
        note=NONE,
        checked="",
    )


LISTS = [
    entry("first", "甲", "alone"),
    entry("first", "乙", "alone"),
    entry("second", "甲", "high"),
    entry("second", "乙", "low"),
]


def claim() -> Claim:
    """Make a claim nobody has answered."""
    return Claim(
        id="claim_1",
        topic="example",
        text=Localized("主張", "A claim"),
        claimant="node_a",
        stance="concern",
        as_of="2022",
        source=SOURCE,
        place=NONE,
        answer_looked="2022-01-01",
        state="open",
        checked="",
    )


def filled(chart: Chart) -> list[bool]:
    """Tell of each box whether it is full."""
    return [shape.fillcolor == LIGHT.main for shape in chart.figure.layout.shapes]


@BOTH
@ROOMS
def test_each_unit_is_a_box_and_what_may_be_more_is_hollow(language, narrow):
    """A strip has as many full boxes as the least, and hollow ones up to the most."""
    least, most = record("2", measure=COUNT), record("5", "2022", measure=COUNT)
    chart = strips.counted(view(language, narrow=narrow), [strips.Strip(least, most)])
    assert filled(chart) == [True, True, False, False, False]
    assert list(chart.rows) == [least, most]


def test_a_rough_or_missing_amount_is_never_drawn_as_exact():
    """About two is dashed and hollow; a gap is one dotted band that says so."""
    rough = record("2", measure=COUNT, qualifier="approx")
    gap = record("", "", measure=COUNT, qualifier="not_seen")
    chart = strips.counted(view(), [strips.Strip(rough), strips.Strip(gap)])
    assert not any(filled(chart))
    dashes = [shape.line.dash for shape in chart.figure.layout.shapes]
    assert dashes == ["dash", "dash", "dot"]
    assert "資料なし" in texts(chart)


def test_what_nobody_counts_is_one_band():
    """Three hundred and sixty-five days are a band, not boxes."""
    chart = strips.counted(view(), [strips.Strip(record("365", measure=COUNT))])
    assert filled(chart) == [True]


def test_a_shell_holds_its_strips():
    """What the strips lie in is drawn around them, the outermost first."""
    strip = strips.Strip(record("2", measure=COUNT))
    outer, inner, *boxes = strips.counted(view(), [strip], shells=("a", "b")).figure.layout.shapes
    assert outer.x0 < inner.x0 <= boxes[0].x0 and outer.y1 < inner.y1 <= boxes[0].y1


@BOTH
@ROOMS
def test_counts_stand_with_their_definitions_and_without_a_total(language, narrow):
    """Each count has its value, date and definition; nothing adds them."""
    rows = [record("15", "2023", measure=COUNT), record("748", "2023-06-07", measure=COUNT)]
    shown = texts(text_table.values_with_definitions(view(language, narrow=narrow), rows))
    assert shown.count("全体に対する割合" if language == "ja" else "Share of all") == 2
    assert "15" in shown and "748" in shown and "763" not in shown


def test_counts_refuse_a_gap_and_an_empty_list():
    """There is no count without a value."""
    with pytest.raises(ValueError, match="value"):
        text_table.values_with_definitions(view(), [record("", qualifier="not_seen")])
    with pytest.raises(ValueError, match="no rows"):
        text_table.values_with_definitions(view(), [])


@BOTH
@ROOMS
@pytest.mark.parametrize(("lists", "fits"), [(1, "2\u00a0/\u00a02"), (2, "1\u00a0/\u00a02")])
def test_joined_lists_narrow_down_and_say_that_they_are_invented(language, narrow, lists, fits):
    """With each list joined fewer people fit; the chart and its source line say invented."""
    chart = text_table.joined_tables(
        view(language, narrow=narrow), LISTS, flow(), joined=lists, person="甲"
    )
    word = "架空の例" if language == "ja" else "Invented example"
    assert fits in texts(chart)
    assert word in texts(chart) and chart.source_line(language).startswith(word)
    assert [row.id for row in chart.rows] == [*(row.id for row in LISTS), "flow_1"]


def test_a_person_missing_from_a_list_is_refused():
    """Every invented person stands on every list."""
    with pytest.raises(ValueError, match="missing"):
        text_table.joined_tables(view(), LISTS[:-1], flow(), joined=1, person="甲")


@BOTH
def test_an_invented_entry_says_so_in_table_and_file(language):
    """No cell that could be read by itself passes for a fact."""
    word = ("架空の例" if language == "ja" else "Invented example").casefold()
    written = cells(BOOK, LISTS[0], language)
    assert all(word in written[column].casefold() for column in ("name", "value", "measure"))
    assert word in as_csv(LISTS, BOOK, language).decode("utf-8-sig").casefold()


def test_claims_have_columns_of_their_own_and_name_their_claimant():
    """Behind a chart of claims stand who claims, and that an answer was not found."""
    assert columns_for([claim()])[:2] == ("claim", "said_by")
    written = cells(BOOK, claim(), "ja")
    assert written["said_by"] == "甲" and written["answer"] == "回答未確認"
    assert "甲" in as_csv([claim()], BOOK, "ja").decode("utf-8-sig")


def test_on_a_stage_a_unit_stands_under_its_number():
    """Bars that stand close keep their labels apart, and below the panel's name."""
    rows = [record("10", "2021-03", measure=COUNT), record("20", "2021-06", measure=COUNT)]
    presenter = replace(view("en"), canvas=PRESENTER)
    chart = draw(panels.stages, presenter, {"first": rows, "second": rows})
    assert chart.figure.data[0].text == ("10<br>cases", "20<br>cases")
    assert chart.figure.layout.yaxis.range[1] > 20 * 1.2
