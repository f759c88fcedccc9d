"""Charts of parts, plans, links and spans draw what the records say, and what is open as open."""

from dataclasses import replace

import pytest

from components.charts import gantt, parts, spans, status_lines
from components.charts.link_rows import link_rows
from components.charts.system_map import system_map
from components.charts.themes import LIGHT
from components.data.dataset import load_dataset
from tests.factories import SHARE, draw, flow, record, texts, view

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
ROOMS = pytest.mark.parametrize("narrow", [False, True])


def test_parts_lie_end_to_end_and_the_unknown_is_hatched():
    """Known parts and the rest add up along the whole; what is not known has a pattern."""
    whole, known, rest = record("100"), record("30", "2021"), record("70", "2022")
    chart = draw(parts.waterfall, view(), [whole, known, rest], unknown=[rest.id])
    assert tuple(chart.figure.data[0].base) == (0.0, 0.0, 30.0)
    assert tuple(chart.figure.data[0].marker.pattern.shape) == ("", "", "/")


def test_parts_may_not_exceed_their_whole():
    """Parts larger than their whole are refused, not drawn."""
    with pytest.raises(ValueError, match="larger"):
        draw(parts.waterfall, view(), [record("100"), record("101", "2021")])


@BOTH
@ROOMS
def test_each_status_has_its_line_and_its_word(language, narrow):
    """Colour is never the only sign: a status has a dash of its own and is written out."""
    links = [flow(), flow(id="flow_2", status="status_feared")]
    canvas = view(language, narrow=narrow)
    for chart in (link_rows(canvas, links), system_map(canvas, links)):
        dashes = {shape.line.dash for shape in chart.figure.layout.shapes if shape.type == "line"}
        assert len(dashes) == 2
        assert ("懸念" if language == "ja" else "feared") in texts(chart)


def test_every_status_has_a_kind_and_a_rank():
    """Each status has its place from the strongest to the weakest, and one kind of line."""
    assert set(status_lines.ORDER) == {each.status for each in load_dataset().flows.values()}
    kinds = [status for kind in status_lines.KINDS.values() for status in kind]
    assert sorted(kinds) == sorted(status_lines.ORDER)
    assert len(set(status_lines.DASHES.values())) == len(status_lines.KINDS)


def date_row(value: str, status: str, edge: str):
    """Make a row of a deadline table."""
    dates = replace(SHARE, unit="date", kind="date")
    dims = {"lane": "first", "status": status, "edge": edge}
    return record(value, measure=dates, dims=dims)


def test_plans_are_dashed_and_what_came_is_filled_in_a_gantt():
    """The plan is an outline from the lane's start; the actual period is filled."""
    rows = [
        date_row("2021-01", "plan_original", "edge_start"),
        date_row("2021-03", "plan_original", "edge_end"),
        date_row("2021-12-31", "actual", "edge_end"),
    ]
    chart = draw(gantt.deadlines, view(), rows, lane=("lane",), status="status")
    (plan,) = chart.figure.layout.shapes
    periods = chart.figure.data[0]
    assert tuple(periods.marker.color) == (LIGHT.ground, LIGHT.main) and plan.line.dash == "dash"
    assert tuple(periods.base) == ("2021-01-01", "2021-01-01")
    assert [each / gantt.DAY for each in periods.x] == [89, 364]
    assert plan.x1 == "2021-03-31", "a month ends on its last day"


def test_a_deadline_without_a_start_is_a_flag():
    """Where only an end is known no bar pretends to know the start."""
    rows = [date_row("2021-03", "actual", "edge_end")]
    chart = draw(gantt.deadlines, view(), rows, lane=("lane",), status="status")
    assert chart.figure.layout.shapes[0].x0 == chart.figure.layout.shapes[0].x1


def test_a_span_without_an_end_is_open():
    """What still exists in the year is filled; what has no known end is dashed."""
    known = spans.Span("known", 2010, 2015, record("5"))
    open_ended = spans.Span("open", 2010, None, record("6"))
    chart = spans.lifetimes(view(), [known, open_ended], year=2012)
    bars_drawn = [shape for shape in chart.figure.layout.shapes if shape.type == "rect"]
    assert bars_drawn[0].fillcolor == LIGHT.main and bars_drawn[1].line.dash == "dash"
    gone = spans.lifetimes(view(), [known], year=2020)
    assert gone.figure.layout.shapes[1].fillcolor == LIGHT.ground


@BOTH
def test_the_years_of_a_span_are_joined_as_the_language_joins_them(language):
    """A span of years is written with the sign that the source line uses."""
    kept = spans.Span("known", 2010, 2015, record("5"))
    chart = spans.lifetimes(view(language), [kept], year=2012)
    assert ("2010年〜2015年" if language == "ja" else "2010–2015") in texts(chart)
