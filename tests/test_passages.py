"""Stages of bills on one scale of months."""

import pytest

from components.charts import passages
from components.charts.chart import PAGE, PHONE, View
from components.data.dataset import load_dataset
from components.text.story import get_story


def drawn(language="ja", canvas=PAGE):
    step = get_story("law_making").step("six_bills", language)
    view = View(load_dataset(), language, canvas=canvas, words=step.words)
    return get_story("law_making").get_drawing("six_bills")(view), view


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("canvas", [PAGE, PHONE])
def test_bills_of_the_same_days_share_a_lane_and_the_odd_days_stand_out(language, canvas):
    """Six bills make two lanes; only the two days of the one apart have the accent."""
    chart, view = drawn(language, canvas)
    colours = [trace.marker.color for trace in chart.figure.data]
    assert len(colours) == 10 and colours.count(view.theme.accent) == 2
    assert len(chart.rows) == 30
    merged = [each.text for each in chart.figure.layout.annotations if "<b>" in each.text]
    assert len(merged) == 2


def test_days_stand_at_their_distance_in_time():
    """From 9 February to 2 April is 52 days, thirteen times the four days to 6 April."""
    chart, _ = drawn()
    x = sorted(trace.x[0] for trace in chart.figure.data[:5])
    assert (x[1] - x[0]) / (x[2] - x[1]) == pytest.approx(52 / 4)


def test_nothing_to_draw_is_refused():
    """Without stages there is no chart."""
    _, view = drawn()
    with pytest.raises(ValueError, match="no stages"):
        passages.by_day(view, {}, stage="passage")
