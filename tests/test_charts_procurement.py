"""Text table, paired cards, days and the hub draw what they are given, everywhere."""

from dataclasses import replace

import pytest

from components.charts import days, text_table
from components.charts.before_and_after import LOOKS, before_and_after
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.paired_cards import paired_cards
from components.charts.text_table import TableRow
from components.charts.themes import LIGHT
from components.data.dates import format_day, format_span
from components.data.languages import Localized
from components.data.records import Claim
from components.text.listing import as_csv, cells
from components.text.prose import rich_text
from tests.factories import BOOK, COUNT, NONE, SOURCE, event, flow, record, texts

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
WORDS = ("before", "after", "joined", "kept", "cut", "not_named", "and_others")
ANSWER = replace(SOURCE, id="answer")


def view(language: str = "ja", canvas=PAGE) -> View:
    """Make a view whose step names the states of a link."""
    said = {word: rich_text(f"{word}-word", BOOK, language) for word in WORDS}
    return View(BOOK, language, canvas=canvas, words=said)


def claim() -> Claim:
    """Make a claim with an answer from another document."""
    words = Localized("主張の文", "What is claimed")
    return Claim(
        id="claim_1",
        topic="example",
        text=words,
        claimant="",
        stance="concern",
        as_of="2021-08",
        source=SOURCE,
        place=NONE,
        answer=words,
        answer_as_of="2021-09",
        answer_source=ANSWER,
        state="open",
        checked="",
    )


LINES = [
    text_table.TableRow("甲の法律", ("二月九日", "四月二日", "")),
    text_table.TableRow("乙の法律", ("二月九日", "四月十五日", "五月"), marked=(1,)),
]


@BOTH
@ROOMS
def test_a_text_table_writes_every_cell_and_marks_what_stands_out(language, canvas):
    """Each subject, head and cell is written; an empty cell is a dash; a marked one is accented."""
    chart = text_table.text_table(view(language, canvas), ("一", "二", "三"), LINES, rows=[claim()])
    notes = {note.text: note.font.color for note in chart.figure.layout.annotations}
    assert {"一", "二", "三", "二月九日", "四月二日", "—", "五月"} <= set(notes)
    assert notes["<b>四月十五日</b>"] == LIGHT.accent and notes["四月二日"] == LIGHT.ink


@ROOMS
def test_a_text_table_keeps_to_its_room(canvas):
    """Words never begin outside the room, and a room with a height is not exceeded."""
    long = [text_table.TableRow("名前" * 6, ("長い文" * 9, "もっと長い文" * 5)) for _ in range(6)]
    chart = text_table.text_table(view("ja", canvas), ("左", "右"), long, rows=[claim()])
    assert all(0 <= note.x < canvas.width for note in chart.figure.layout.annotations)
    if canvas.height:
        assert chart.height <= canvas.height


@BOTH
def test_five_dates_abreast_on_a_phone_stay_whole(language):
    """A bill's five dates stand beside each other on a phone, none broken in the middle."""
    dates = [format_day(f"2021-{day}", language) for day in ("12-10", "04-16", "05-11", "05-12")]
    chart = text_table.text_table(
        view(language, PHONE),
        "一二三四五",
        [text_table.TableRow("甲の法律", [*dates, dates[0]])],
        rows=[claim()],
    )
    assert set(dates) <= {note.text for note in chart.figure.layout.annotations}


def test_a_text_table_refuses_a_line_of_another_length():
    """A cell that belongs to no column is an error for the editor."""
    with pytest.raises(ValueError, match="2 cells for 3 heads"):
        text_table.text_table(
            view(), ("一", "二", "三"), [text_table.TableRow("甲", ("", ""))], rows=[claim()]
        )
    with pytest.raises(ValueError, match="no lines"):
        text_table.text_table(view(), ("一",), [], rows=[claim()])


def test_claims_stand_behind_a_chart_with_both_their_documents():
    """A claim's own document and the answer's are named; table and CSV write the claim."""
    chart = text_table.text_table(view(), ("一", "二", "三"), LINES, rows=[claim()])
    assert [source.id for source in chart.sources] == ["example", "answer"]
    assert cells(BOOK, claim(), "en")["name"] == "What is claimed"
    assert "主張の文" in as_csv([claim()], BOOK, "ja").decode("utf-8-sig")


PAIRS = [TableRow("一", ("甲が言う", "乙が言う")), TableRow("二", ("甲だけが言う", ""))]


@BOTH
@ROOMS
def test_a_pair_of_cards_says_both_sides_of_each_line(language, canvas):
    """Every line has its name and both cards in words; who says nothing has an empty frame."""
    look = view(language, canvas)
    first = paired_cards(look, ("甲", "乙"), PAIRS, rows=[claim()])
    pages = range(first.page_count)
    parts = [
        paired_cards(replace(look, page_index=at), ("甲", "乙"), PAIRS, rows=[]) for at in pages
    ]
    shown = "".join(texts(each).replace("<br>", "") for each in parts)
    for line in PAIRS:
        assert line.name in shown and all(cell in shown for cell in line.cells)
    frames = [
        shape for each in parts for shape in each.figure.layout.shapes if shape.type == "rect"
    ]
    assert sum(frame.line.dash == "dot" for frame in frames) == 1
    assert not canvas.height or all(each.height <= canvas.height for each in parts)


def test_pairs_of_cards_want_lines_of_two():
    """No lines, or a line with another number of cells, is a mistake."""
    with pytest.raises(ValueError, match="no lines"):
        paired_cards(view(), ("甲", "乙"), [], rows=[])
    with pytest.raises(ValueError, match="not a cell"):
        paired_cards(view(), ("甲", "乙"), [TableRow("一", ("言う",))], rows=[])


def three_days() -> list:
    """Make three events within one turn of a year."""
    return [event("2020-12-28"), event("2021-01-08"), event("2021-01-14")]


@BOTH
@ROOMS
def test_every_day_has_its_place(language, canvas):
    """All days between first and last are there, evenly, and events stand at their own."""
    chart = days.day_by_day(view(language, canvas), three_days())
    points = chart.figure.data[0].y if canvas is PHONE else chart.figure.data[0].x
    gaps = [abs(points[1] - points[0]), abs(points[2] - points[1])]
    assert gaps[0] / gaps[1] == pytest.approx(11 / 6)
    shown = texts(chart).splitlines()
    assert {"29", "31", "13"} <= set(shown)
    assert ("2021年1月8日" if language == "ja" else "8 January 2021") in texts(chart)
    if canvas.height:
        assert chart.height <= canvas.height


@ROOMS
def test_a_stretch_is_named_with_its_own_record(canvas):
    """How many days there are is written from a record, and the record is among the rows."""
    first, second, _ = three_days()
    row = record("11", measure=COUNT, label=Localized("期限まで", "To the deadline"))
    stretch = days.Stretch(first, second, row)
    chart = days.day_by_day(view("en", canvas), three_days(), stretches=[stretch])
    assert "To the deadline" in texts(chart) and "11 cases" in texts(chart)
    assert row in chart.rows


def test_days_refuse_what_has_no_day():
    """A month is not drawn as if it were a day, and one day is no stretch of days."""
    with pytest.raises(ValueError, match="without a day"):
        days.day_by_day(view(), [event("2021-01"), event("2021-02-01")])
    with pytest.raises(ValueError, match="fewer"):
        days.day_by_day(view(), [event("2021-01-01")])


def links() -> list:
    """Make three links of one hub, one of them the other way round."""
    return [
        flow(id="one", end="node_b"),
        flow(id="two", end="node_c"),
        flow(id="three", start="node_d", end="node_a"),
    ]


STATES = {"one": "kept", "two": "cut", "three": "not_named"}


@ROOMS
def test_a_hub_is_drawn_twice_in_the_same_places(canvas):
    """Each system has its box in both panels, one below or beside the other, at equal distances."""
    chart = before_and_after(view("ja", canvas), links(), STATES)
    boxes = [shape for shape in chart.figure.layout.shapes if shape.type == "rect"]
    moved = {
        (round(b.x0 - a.x0, 6), round(b.y0 - a.y0, 6))
        for a, b in zip(boxes[:3], boxes[3:], strict=True)
    }
    assert len(boxes) == 6 and len(moved) == 1
    if canvas.height:
        assert chart.height <= canvas.height


def test_each_state_of_a_link_has_a_line_and_a_word():
    """What was cut is told by dash and word, not by colour alone."""
    chart = before_and_after(view(), links(), STATES)
    shown = texts(chart)
    assert shown.count("joined-word") == 3
    assert all(f"{state}-word" in shown for state in STATES.values())
    dashes = [LOOKS[state][0] for state in STATES.values()]
    assert len(set(dashes)) == 3


def test_a_hub_needs_a_centre_and_known_states():
    """Links that meet nowhere, and a state without a look, are refused."""
    strangers = [flow(id="one"), flow(id="two", start="node_c", end="node_d")]
    with pytest.raises(ValueError, match="in common"):
        before_and_after(view(), strangers, {"one": "kept", "two": "kept"})
    with pytest.raises(ValueError, match="no look"):
        before_and_after(view(), links(), STATES | {"one": "forgotten"})


def test_a_day_is_short_where_its_year_stands_elsewhere():
    """The year is left out of a day, and only of a day."""
    assert format_day("2021-04-06", "ja") == "4月6日"
    assert format_day("2021-04-06", "en") == "6 Apr"
    assert format_day("2021-04", "en") == "April 2021"


def test_a_span_ends_with_the_latest_end():
    """A long period counts by its end, also where another date begins later."""
    assert format_span(["FY2014/FY2022", "2021-03"], "en") == "FY2014 to FY2022"
