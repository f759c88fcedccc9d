"""What a stage is too low for: parts, low bars, short dates."""

from dataclasses import replace

import pytest

from components.charts import bars, panels
from components.charts.chart import PRESENTER
from components.charts.fitting import pages, part_of
from components.charts.link_rows import link_rows
from components.charts.themes import DARK
from tests.factories import draw, flow, record, texts, view


def presenter(language="ja", **changes):
    return replace(view(language), canvas=PRESENTER, **changes)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_long_row_of_events_comes_in_parts(language):
    """What a stage is too low for is shown in parts, and together they hold every row once."""
    links = [flow(id=f"f{number}") for number in range(9)]
    counts = [record(str(number), id=f"r{number}") for number in range(1, 31)]

    def ranked(view, rows):
        return draw(bars.ranked, view, rows)

    for kind, rows in (
        (link_rows, links),
        (ranked, counts),
    ):
        first = kind(presenter(language), rows)
        assert first.page_count > 1
        shown = [
            row.id
            for part in range(first.page_count)
            for row in kind(presenter(language, page_index=part), rows).rows
        ]
        assert sorted(shown) == sorted(row.id for row in rows)
        assert kind(view(language), rows).page_count == 1


def test_parts_are_even():
    """Items are shared out evenly over as few parts as hold them."""
    assert pages([10] * 9, 60) == [slice(0, 5), slice(5, 9)]
    assert pages([], 60) == [slice(0, 0)]
    assert pages([100, 10], 60) == [slice(0, 1), slice(1, 2)]
    assert part_of(presenter(page_index=1), list(range(15)), 14) == (list(range(8, 15)), 2)


def test_many_bars_have_their_names_before_them():
    """On a stage many bars are low, each with its name and its value."""
    rows = [record(str(number), id=f"r{number}") for number in range(10, 22)]
    chart = draw(bars.ranked, presenter(theme=DARK), rows)
    assert chart.height <= PRESENTER.height
    assert texts(chart).count("例の割合") == 12 and "21%" in texts(chart)


def test_dates_under_close_bars_are_short():
    """On a stage a bar has its month, its day where a month stands twice, and each year once."""
    days = ("2021-10-10", "2021-10-20", "2022-01")
    rows = [record("10", day) for day in days]
    for language, written in (
        ("ja", ("10月<br>10日<br>2021", "10月<br>20日<br>", "1月<br><br>2022")),
        ("en", ("Oct<br>10<br>2021", "Oct<br>20<br>", "Jan<br><br>2022")),
    ):
        chart = draw(panels.stages, presenter(language), {"first": rows})
        assert tuple(chart.figure.layout.xaxis.ticktext) == written


def test_two_years_beside_each_other_do_not_touch():
    """Where two neighbours both begin a year, the second year is short."""
    rows = [record("10", day) for day in ("2021-10", "2021-12", "2022-01", "2023-02", "2024-02")]
    chart = draw(panels.stages, presenter("en"), {"first": rows})
    years = [each.split("<br>")[1] for each in chart.figure.layout.xaxis.ticktext]
    assert years == ["2021", "", "2022", "’23", "’24"]
