"""A few records as large numbers: each written whole, what differs in definition kept apart."""

from dataclasses import replace

import pytest

from components.charts import text_table
from components.charts.chart import PRESENTER
from tests.factories import COUNT, record, texts, view

SHARE, CASES = record("10"), record("7000", measure=COUNT)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("narrow", [False, True])
def test_each_record_is_written_with_its_date(language, narrow):
    """Value, name and date of every record are there, and the rows behind the chart are these."""
    chart = text_table.large_values(
        view(language, narrow=narrow), {"first": [SHARE], "second": [CASES]}
    )
    shown = texts(chart)
    assert "10%" in shown and "7,000" in shown and "2021" in shown
    assert list(chart.rows) == [SHARE, CASES]


def test_two_records_of_one_heading_stand_apart():
    """Between two counts under one heading stand a dashed line and the word for it."""
    chart = text_table.large_values(view(), {"first": [SHARE, CASES]}, apart="別の数")
    assert [shape.line.dash for shape in chart.figure.layout.shapes] == ["dash"]
    assert "別の数" in texts(chart)


def test_a_stage_holds_six():
    """Six records fit the height of a stage."""
    presenter = replace(view(), canvas=PRESENTER)
    chart = text_table.large_values(presenter, {"first": [SHARE] * 6})
    assert chart.height <= PRESENTER.height


def test_nothing_cannot_be_listed():
    """Without records there is no chart."""
    with pytest.raises(ValueError):
        text_table.large_values(view(), {})
