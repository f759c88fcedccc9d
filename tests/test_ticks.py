"""The strip of events: every event drawn once, plans apart, in every room."""

import pytest

from components.charts import ticks
from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.data.languages import Localized
from components.text.prose import rich_text
from tests.factories import BOOK, event, texts

EVENTS = [
    event("2015", kind="law", id="a"),
    event("2021-10-20", kind="law", id="b", is_plan=True, outcome="did_not_happen"),
    event("2024-03", kind="court", id="c", name=Localized("判決", "Ruling")),
]


def view(canvas=PAGE, language="ja") -> View:
    """Make a view with the words of the marks."""
    words = {
        "mark_event": rich_text("できごと", BOOK, language),
        "mark_plan": rich_text("予定", BOOK, language),
    }
    return View(BOOK, language, canvas=canvas, words=words)


@pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER], ids=lambda canvas: canvas.name)
def test_each_event_is_one_mark_at_its_day(canvas):
    """Every event is drawn once, at its first day, in the lane of its kind."""
    chart = ticks.by_kind(view(canvas), EVENTS)
    days = sorted(day for trace in chart.figure.data for day in trace.x)
    assert days == ["2015-01-01", "2021-10-20", "2024-03-01"]
    assert len({y for trace in chart.figure.data for y in trace.y}) == 2
    assert list(chart.rows) == EVENTS
    assert "　2" in texts(chart) and "　1" in texts(chart)


def test_a_plan_is_hollow_and_says_so():
    """A plan is a ring on the ground colour, with the word for it and what came of it."""
    happened, planned = ticks.by_kind(view(), EVENTS).figure.data
    assert happened.marker.symbol == "line-ns" and planned.marker.symbol == "circle"
    assert planned.marker.color == view().theme.ground
    assert "予定" in planned.hovertemplate[0] and "実現せず" in planned.hovertemplate[0]
    assert "○ 予定" in texts(ticks.by_kind(view(), EVENTS))
    assert "予定" not in texts(ticks.by_kind(view(), EVENTS[:1]))


def test_a_stage_holds_every_kind():
    """With all eight kinds the chart keeps to the height of a stage."""
    many = [event("2021", kind=f"kind{number}", id=str(number)) for number in range(8)]
    chart = ticks.by_kind(view(PRESENTER), many)
    assert chart.height - 30 <= PRESENTER.height


def test_no_events_are_refused():
    """There is no strip without events."""
    with pytest.raises(ValueError, match="no events"):
        ticks.by_kind(view(), [])
