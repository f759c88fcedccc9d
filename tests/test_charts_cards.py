"""The charts of how the card spread: breaks, months, tiles, ages, forecasts."""

from dataclasses import replace

import pytest

from components.charts import (
    columns,
    expected,
    lines,
    shades,
    tile_marks,
    tiles,
)
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.style import SOURCE_ROOM
from components.charts.themes import LIGHT, THEMES
from components.data.derived import increase
from components.data.frames import to_frame
from components.data.languages import Localized
from tests.factories import BOOK, COUNT, SHARE, SOURCE, draw, event, record, texts, view
from tests.test_charts import contrast

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
TOTAL = replace(COUNT, id="example_total", unit="cards", kind="cumulative")
GROWN = replace(COUNT, id="example_increase", unit="cards")
OTHER = replace(SHARE, id="another_share")
PLACES = ("01_hokkaido", "02_aomori", "13_tokyo")
SHORT = {f"prefecture_{code}": Localized(code[3:6], code[3:6].title()) for code in PLACES}
NAMED = replace(BOOK, labels={**BOOK.labels, **SHORT})


def counts(*pairs: tuple[str, str]):
    """Make records of a running total."""
    return [record(value, day, measure=TOTAL) for day, value in pairs]


def months():
    """Make two months of increase."""
    rows = counts(("2020-03-01", "100"), ("2020-04-01", "130"), ("2020-05-01", "190"))
    return increases(rows)


def increases(rows):
    """Give the monthly increases of records of a running total as records."""
    known = replace(BOOK, measures={GROWN.id: GROWN}, sources={SOURCE.id: SOURCE})
    return known.figures_of(increase(to_frame(rows), GROWN))


def places(*values: str, as_of: str = "2021-04-01"):
    """Make one row a prefecture: Hokkaido, Aomori, Tokyo."""
    return [
        record(value, as_of, id=f"{code}.{as_of}", dims={"prefecture": f"prefecture_{code}"})
        for code, value in zip(PLACES, values, strict=True)
    ]


def test_an_increase_is_the_difference_of_two_counts_a_month_apart():
    """Each increase is calculated from the count before, says so, and shows its arithmetic."""
    first, second = months()
    assert (first.value, second.value) == ("30", "60")
    assert first.as_of == "2020-03-01/2020-04-01"
    assert (first.processing, first.calculation) == ("calculated", "130 - 100")
    assert "130 − 100" in first.note.ja and "130 − 100" in first.note.en


def test_no_month_is_made_up():
    """Where counts lie further apart than a month there is no increase at all."""
    rows = counts(("2019-11-01", "90"), ("2020-03-01", "100"), ("2020-04-01", "130"))
    assert [each.as_of for each in increases(rows)] == ["2020-03-01/2020-04-01"]
    assert increases(rows[:1]) == increases([]) == []


def test_an_increase_refuses_what_is_no_running_total():
    """Counts of another kind, of two measures, or that fall, give no increase."""
    rows = counts(("2020-03-01", "100"), ("2020-04-01", "90"))
    with pytest.raises(ValueError, match="smaller"):
        increases(rows)
    with pytest.raises(ValueError, match="running total"):
        increases([record("1", "2020-03-01", measure=COUNT)])
    with pytest.raises(ValueError, match="several"):
        increases([*rows, record("1", measure=COUNT)])


@BOTH
@ROOMS
def test_columns_stand_on_their_time(language, canvas):
    """A column is as tall as its value and stands over its span; events are part of the rows."""
    benefit = event("2020-03-20")
    chart = draw(
        columns.over_time,
        View(BOOK, language, canvas=canvas),
        months(),
        marks=[benefit],
        named=["2020-05-01"],
        formula="a − b",
    )
    bars = chart.figure.data[0]
    assert tuple(bars.y) == (30.0, 60.0) and bars.x[0][:10] == "2020-03-16"
    assert chart.rows[-1] is benefit and "a − b" in texts(chart) and "60" in texts(chart)
    assert bars.marker.color[1] == LIGHT.accent != bars.marker.color[0]
    assert not canvas.height or chart.height <= canvas.height + SOURCE_ROOM


def test_columns_refuse_a_date_without_a_span():
    """A value at one day cannot be a column over time."""
    with pytest.raises(ValueError, match="no span"):
        draw(columns.over_time, view(), [record("10", "2020-03-01")])


@BOTH
def test_the_break_between_two_measures_is_drawn(language):
    """Where another measure begins after one has ended, a rule and a word stand between them."""
    series = {
        "first": [record("1", "2023-01"), record("2", "2023-03")],
        "second": [record("3", "2023-06", measure=OTHER)],
    }
    chart = draw(lines.over_time, view(language), series)
    rule = next(shape for shape in chart.figure.layout.shapes if shape.line.dash == "dot")
    assert (rule.x0, rule.x1) == ("2023-06-01", "2023-06-01")
    assert "measure_changes" in texts(chart)
    same = draw(
        lines.over_time,
        view(language),
        {"first": [record("1", "2023-01")], "second": [record("2", "2023-06")]},
    )
    assert not [shape for shape in same.figure.layout.shapes if shape.type == "rect"]


@ROOMS
def test_a_rule_of_an_event_does_not_run_through_the_words_at_a_line_s_end(canvas):
    """A series' name and last value stand on the ground's colour, which covers what is below."""
    rows = [record("1", "2023-01"), record("2", "2023-03")]
    chart = draw(
        lines.over_time,
        View(BOOK, "ja", canvas=canvas),
        {"first": rows},
        marks=[event("2023-03-20")],
    )
    end = next(note for note in chart.figure.layout.annotations if note.x == "2023-03-01")
    assert end.bgcolor == LIGHT.ground


def test_the_value_of_a_trough_stands_over_its_middle():
    """Where a line falls to a named value, the words do not reach back into the line."""
    rows = [record(value, f"2023-0{place}") for place, value in enumerate("1638", 1)]
    chart = draw(lines.over_time, view(), {"first": rows}, named=["2023-02", "2023-03"])
    anchors = {note.x: note.xanchor for note in chart.figure.layout.annotations}
    assert (anchors["2023-02-01"], anchors["2023-03-01"]) == ("right", "center")


@BOTH
@ROOMS
def test_a_plan_beside_a_line_is_hollow_and_tells_what_came_of_it(language, canvas):
    """A goal is dashed, has an open sign and its outcome, and its name stays inside the room."""
    goal = event("2023-03", is_plan=True, outcome="did_not_happen")
    rows = [record("1", "2023-01"), record("2", "2023-03-31")]
    chart = draw(
        lines.over_time, View(BOOK, language, canvas=canvas), {"first": rows}, marks=[goal]
    )
    word = next(note for note in chart.figure.layout.annotations if "◇" in note.text)
    assert ("実現せず" if language == "ja" else "did not happen") in word.text
    assert chart.rows[-1] is goal
    dashes = {shape.line.dash for shape in chart.figure.layout.shapes if shape.x0 == "2023-03-01"}
    assert dashes == {"dash"}


@BOTH
def test_a_forecast_stands_beside_what_came(language):
    """The level expected, its outcome and the reader's guess are drawn; all are rows or words."""
    rows = [record("30", "2021-04-01"), record("60", "2023-03-31")]
    forecast = record("40", "2021-10", qualifier="forecast")
    chart = draw(
        expected.against,
        view(language),
        {"first": rows},
        forecast,
        guess=90,
        outcome="outcome_did_not_happen",
    )
    levels = {shape.y0: shape for shape in chart.figure.layout.shapes if shape.y0 == shape.y1}
    assert levels[40.0].line.dash == "dash" and levels[40.0].x0 == "2021-10-01"
    assert 90 in levels and chart.figure.layout.yaxis.range[1] > 90
    assert forecast in chart.rows
    assert ("実現せず" if language == "ja" else "did not happen") in texts(chart)


def test_a_forecast_of_another_measure_is_refused():
    """A forecast can only be held against the measure it was about."""
    with pytest.raises(ValueError, match="one axis"):
        draw(expected.against, view(), [record("30")], record("40", measure=OTHER))


@BOTH
@ROOMS
def test_every_prefecture_writes_its_value(language, canvas):
    """Each tile or line shows its value; highest, lowest and the reader's own are named."""
    rows = places("20", "35", "50")
    chart = draw(
        tiles.prefectures,
        View(NAMED, language, canvas=canvas),
        rows,
        scale=rows,
        own="prefecture_02_aomori",
    )
    shown = texts(chart)
    assert all(f"<b>{value}%</b>" in shown for value in ("20", "35", "50"))
    assert "highest" in shown and "lowest" in shown and "chosen" in shown
    outlined = [shape for shape in chart.figure.layout.shapes if shape.line.width == 4]
    assert [shape.line.color for shape in outlined] == [LIGHT.accent]
    assert list(chart.rows) == rows
    assert not canvas.height or chart.height <= canvas.height + SOURCE_ROOM


def test_a_colour_keeps_its_meaning_at_every_date():
    """The scale runs over all dates, so that the same value has the same colour."""
    early, late = places("20", "30", "40"), places("40", "60", "80", as_of="2022-12-31")
    boxes = [
        draw(tiles.prefectures, View(NAMED, "en"), rows, scale=[*early, *late]).figure.layout.shapes
        for rows in (early, late)
    ]
    assert boxes[0][2].fillcolor == boxes[1][0].fillcolor
    assert boxes[1][0].fillcolor != boxes[1][2].fillcolor


def test_without_room_for_the_names_the_map_becomes_a_ranked_list():
    """On a phone, or where names are long, the values stand in order, the highest first."""
    rows = places("20", "35", "50")
    on_map = draw(tiles.prefectures, View(NAMED, "en"), rows, scale=rows).figure.layout.annotations
    assert "Hok<br><b>20%</b>" in [note.text for note in on_map]
    for canvas, dataset in ((PHONE, NAMED), (PRESENTER, BOOK)):
        chart = draw(tiles.prefectures, View(dataset, "en", canvas=canvas), rows, scale=rows)
        notes = [note.text for note in chart.figure.layout.annotations]
        values = [each for each in notes if each.endswith("%</b>") and "<br>" not in each]
        assert values == ["<b>50%</b>", "<b>35%</b>", "<b>20%</b>"]


def test_all_47_prefectures_have_a_place_of_their_own():
    """No prefecture is missing from the map and none covers another."""
    assert sorted(tiles.PLACES) == [f"{number:02d}" for number in range(1, 48)]
    assert len(set(tiles.PLACES.values())) == 47


def test_tiles_refuse_two_dates_and_strangers():
    """One map is one date, and a code without a place is an error, not a lost tile."""
    rows = places("20", "30", "40")
    with pytest.raises(ValueError, match="several dates"):
        draw(tiles.prefectures, view(), [*rows, *places("1", "2", "3", as_of="2022")], scale=rows)
    lost = record("1", "2021-04-01", dims={"prefecture": "prefecture_all"})
    with pytest.raises(ValueError, match="no place"):
        draw(tiles.prefectures, view(), [*rows, lost], scale=rows)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_are_read_on_every_shade(theme):
    """Whatever the value, the text on its tile has a contrast of at least 4.5."""
    for share in range(101):
        colour, ink = shades.shade(theme, share / 100)
        assert contrast(colour, ink) >= 4.5, share


def test_names_of_prefectures_are_cut_short_only_where_they_may_be():
    """県, 府 and 都 go, 道 stays, English stays."""
    assert [tiles.short(name, "ja") for name in ("宮崎県", "京都府", "東京都", "北海道")] == [
        "宮崎",
        "京都",
        "東京",
        "北海道",
    ]
    assert tiles.short("Miyazaki", "en") == "Miyazaki"
    assert tile_marks.value(view(), record("46.0")) == "46.0%"
