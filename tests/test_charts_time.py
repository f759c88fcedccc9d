"""Charts of time and of gaps: lanes of events, a part within its whole, kinds that stand apart."""

from dataclasses import replace

import pytest

from components.charts import lanes, panels, tiles, within
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.lanes import Stretch
from components.charts.themes import LIGHT
from components.data.languages import Localized
from tests.factories import BOOK, SHARE, draw, event, record, texts, view

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
CANVASES = pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda each: each.name)
NAMED = replace(
    BOOK,
    labels=BOOK.labels
    | {f"prefecture_0{n}_x": Localized(f"県{n}", f"Pre{n}") for n in range(1, 5)},
)
DATES = ("2021-01-01", "2022-01-01", "2023-01-01")


def dots(chart) -> list:
    return [trace for trace in chart.figure.data if trace.mode == "markers" and trace.x[0]]


@BOTH
@CANVASES
def test_events_stand_at_their_distance_in_time(language, canvas):
    """Twice the time is twice the way, whatever the words need."""
    drawn = View(BOOK, language, canvas=canvas)
    chart = lanes.over_time(drawn, {"": [event(day) for day in (*DATES, "2025-01-01")]})
    at = [trace.x[0] for trace in dots(chart)]
    assert at == sorted(at)
    assert (at[3] - at[2]) / (at[2] - at[1]) == pytest.approx(2, abs=0.01)


@BOTH
def test_what_was_planned_is_hollow_and_a_stretch_that_ends_so_is_dashed(language):
    """A plan is told from what came by fill and line, and what came of it is written."""
    plan = event("2022-01-01", id="plan", is_plan=True, outcome="did_not_happen")
    open_end = Stretch("grace", event("2021-01-01"), plan)
    chart = lanes.over_time(view(language), {"told": [plan], "usable": [open_end]})
    assert dots(chart)[0].marker.color == LIGHT.ground
    assert "dash" in [shape.line.dash for shape in chart.figure.layout.shapes]
    said = texts(chart).replace("<br>", " ")
    assert said.count("実現せず" if language == "ja" else "did not happen") == 2
    assert {row.id for row in chart.rows} == {"plan", "event_2021-01-01"}


def test_lanes_need_an_event():
    """No event is an error, not an empty picture."""
    with pytest.raises(ValueError, match="no events"):
        lanes.over_time(view(), {"told": []})


@CANVASES
def test_a_part_stands_within_its_whole_and_a_month_without_one_shows_the_other(canvas):
    """Both columns begin at zero on one month; what was not seen is left out."""
    known = [record("10", "2023-01"), record("12", "2023-02")]
    parts = [record("4", "2023-01", id="a"), record("5", "2023-03", id="b")]
    drawn = draw(pair(parts), View(BOOK, "ja", canvas=canvas), [*known, *parts])
    whole, part = drawn.figure.data
    assert tuple(whole.y) == (10.0, 12.0) and tuple(part.y) == (4.0, 5.0)
    assert drawn.figure.layout.barmode == "overlay" and whole.x[0] == part.x[0]


def test_a_part_larger_than_its_whole_is_refused():
    """A part of 11 of 10 is a fault in the records."""
    parts = [record("11", "2023-01", id="a")]
    with pytest.raises(ValueError, match="larger"):
        draw(pair(parts), view(), [record("10", "2023-01"), *parts])


def pair(parts):
    """Split drawn rows into whole and part, as a topic does."""
    ids = [each.id for each in parts]

    def split(drawn, rows, **_):
        is_part = rows["id"].isin(ids)
        return within.by_month(drawn, rows[~is_part], rows[is_part])

    return split


@BOTH
@CANVASES
def test_a_prefecture_without_a_value_is_a_gap_that_is_counted(language, canvas):
    """What was not found is named on the map, has no shade, and the heading counts it."""
    rows = [
        record(value, "2024-03", dims={"prefecture": f"prefecture_0{n}_x"})
        for n, value in ((1, "5"), (2, "7"))
    ]
    chart = draw(tiles.prefectures, View(NAMED, language, canvas=canvas), rows, scale=rows)
    assert "<b>2</b>" in texts(chart)
    assert list(chart.rows) == rows


def test_kinds_that_stand_apart_have_a_range_each():
    """Counts of other kinds fill their own panels; without the word they are refused."""
    other = replace(SHARE, id="other", unit="cases")
    groups = {"a": [record("9")], "b": [record("300", measure=other, unit="cases")]}
    with pytest.raises(ValueError, match="units"):
        draw(panels.stages, view(), groups, by="group")
    chart = draw(panels.stages, view(), groups, by="group", apart=True)
    tops = [chart.figure.layout.yaxis.range[1], chart.figure.layout.yaxis2.range[1]]
    assert tops[0] == pytest.approx(9 * 1.12) and tops[1] == pytest.approx(300 * 1.12)
