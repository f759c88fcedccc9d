"""Columns by fiscal year: gaps, parts, words, and measures that may not share an axis."""

import pytest

from components.charts.chart import PAGE, PHONE, PRESENTER, View
from components.charts.fiscal_years import columns
from components.data.dataset import load_dataset
from components.data.money_figures import building_and_running


@pytest.mark.parametrize("canvas", [PAGE, PHONE, PRESENTER])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_parts_stand_on_each_other_and_are_told_apart_without_colour(canvas, language):
    """The second part begins where the first ends, is hatched, and has a sign of its own."""
    dataset = load_dataset()
    groups = building_and_running(dataset, "info_network_system")
    chart = columns(View(dataset, language, canvas=canvas), groups)
    below, above = chart.figure.data
    assert list(above.base) == [row.number for row in groups["system_development"]]
    assert set(above.marker.pattern.shape) == {"/"} and not below.marker.pattern.shape
    assert "■" in chart.figure.layout.annotations[0].text
    assert "▨" in chart.figure.layout.annotations[0].text
    assert len(chart.rows) == 8 and chart.figure.layout.barmode == "overlay"


def test_a_year_without_a_figure_stays_empty():
    """Years stand at their distance: nothing is drawn for one that is not known."""
    dataset = load_dataset()
    rows = [row for row in dataset.rows("leak_reports_by_year") if row.measure.id == "leak_reports"]
    del rows[3]
    chart = columns(View(dataset, "ja"), {"leak_reports": rows})
    assert list(chart.figure.data[0].x) == [0, 1, 2, *range(4, 10)]


def test_a_change_of_what_is_counted_is_drawn_between_the_years():
    """The rule stands before the year from which another thing is counted, with its words."""
    dataset = load_dataset()
    rows = [row for row in dataset.rows("leak_reports_by_year") if row.measure.id == "leak_reports"]
    chart = columns(View(dataset, "ja"), {"leak_reports": rows}, breaks={"FY2022": "duty"})
    rule = chart.figure.layout.shapes[-1]
    assert rule.x0 == rule.x1 == 6.5 and rule.line.dash == "dash"


def test_measures_that_may_not_share_an_axis_are_refused():
    """Money and counts never stand in one column."""
    dataset = load_dataset()
    groups = {
        "leak_reports": dataset.rows("leak_reports_by_year")[-1:],
        "network_exchanges": dataset.rows("network_exchanges")[-1:],
    }
    with pytest.raises(ValueError, match="one axis"):
        columns(View(dataset, "ja"), groups)
