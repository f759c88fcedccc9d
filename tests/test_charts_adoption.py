"""Charts of ages, of years in panels, of prefectures: their axes, colours and places."""

from itertools import pairwise

import pytest

from components.charts import column_panels, lines, shades, tiles, value_axis
from components.charts.ages import by_age
from components.charts.chart import View
from components.charts.style import SOURCE_ROOM
from components.charts.themes import LIGHT
from components.data.dataset import load_dataset
from tests.factories import BOOK, COUNT, draw, record, view
from tests.test_charts_cards import BOTH, ROOMS


def ages(*values: tuple[str, str, str]):
    """Make rows of age, share of men, share of women."""
    return [
        record(value, id=f"{age}.{sex}", dims={"age": age, "sex": sex})
        for age, men, women in values
        for sex, value in (("sex_men", men), ("sex_women", women))
    ]


@BOTH
@ROOMS
def test_ages_are_two_lines_on_one_axis(language, canvas):
    """Women and men are a line each, youngest first, from none to all; the whole stands above."""
    rows = ages(("age_all", "57", "56"), ("age_00_04", "43", "44"), ("age_05_09", "51", "52"))
    chart = draw(by_age, View(BOOK, language, canvas=canvas), rows)
    women, men = chart.figure.data
    assert tuple(women.y) == (44.0, 52.0) and tuple(men.y) == (43.0, 51.0)
    assert women.line.color != men.line.color and women.line.dash != men.line.dash
    assert tuple(chart.figure.layout.yaxis.range) == (0, 100)
    head = chart.figure.layout.annotations[0].text
    assert "57%" in head and "56%" in head and list(chart.rows) == rows
    assert not canvas.height or chart.height <= canvas.height + SOURCE_ROOM


def test_a_sheet_sorted_by_value_keeps_the_order_of_ages():
    """However a spreadsheet sorted the rows, the youngest stand first, and nothing is refused."""
    rows = ages(("age_all", "57", "56"), ("age_00_04", "43", "44"), ("age_05_09", "51", "52"))
    chart = draw(by_age, View(load_dataset(), "ja"), sorted(rows, key=lambda row: -row.number))
    women, men = chart.figure.data
    assert tuple(women.y) == (44.0, 52.0) and tuple(men.y) == (43.0, 51.0)


def test_ages_refuse_one_sex_and_two_dates():
    """An age with one of the two only, or two dates at once, is refused."""
    with pytest.raises(ValueError, match="lacks one"):
        draw(by_age, view(), ages(("age_00_04", "43", "44"))[:1])
    later = record("1", "2022", dims={"age": "age_00_04", "sex": "sex_men"})
    with pytest.raises(ValueError, match="several dates"):
        draw(by_age, view(), [*ages(("age_00_04", "43", "44")), later])


@ROOMS
def test_panels_of_years_share_the_time_and_nothing_else(canvas):
    """Each panel has its own scale, one axis of time lies below both, nothing is divided."""
    money = [record(value, f"FY{year}") for value, year in (("20", 2019), ("90", 2020))]
    cards = [record("7000", "2020-04-01/2021-04-01", measure=COUNT)]
    chart = column_panels.over_years(
        View(BOOK, "en", canvas=canvas), {"first": money, "second": cards}
    )
    layout, (above, below) = chart.figure.layout, chart.figure.data
    assert layout.xaxis.range == layout.xaxis2.range
    assert layout.yaxis.range[1] < 200 < layout.yaxis2.range[1]
    assert layout.yaxis.domain[0] > layout.yaxis2.domain[1]
    assert (list(above.y), list(below.y)) == ([20.0, 90.0], [7000.0])
    assert list(chart.rows) == [*money, *cards]


def test_a_panel_is_of_one_measure():
    """Money and cards in one panel are refused."""
    with pytest.raises(ValueError, match="one axis"):
        column_panels.over_years(
            view(), {"first": [record("1", "FY2019"), record("2", "FY2020", measure=COUNT)]}
        )


def test_near_shares_look_alike():
    """No step of the ramp is larger than another: a tenth of a point is no other class."""
    colours = [shades.shade(LIGHT, share / 100)[0] for share in range(101)]
    reds = [int(colour[1:3], 16) for colour in colours]
    assert max(abs(one - other) for one, other in pairwise(reds)) <= 3


@pytest.mark.parametrize(
    ("top", "numbers"),
    [
        (120, [25, 50, 75, 100]),
        (99, [20, 40, 60, 80]),
        (7, [2, 4, 6]),
        (0, []),
        (0.4, [0.1, 0.2, 0.3, 0.4]),
    ],
)
def test_axes_have_a_few_round_numbers(top, numbers):
    """An axis names at most five round numbers, at even distances, and none beyond its end."""
    found = [float(each) for each in value_axis.round_numbers(top)]
    assert found == pytest.approx([each for each in numbers if each <= 120])


def test_a_line_chart_has_an_axis_of_amounts():
    """A share is read off the axis: percent at its ticks, none above a hundred."""
    chart = draw(lines.over_time, view(), [record("30", "2020"), record("97", "2021")])
    assert tuple(chart.figure.layout.yaxis.ticktext) == ("20%", "40%", "60%", "80%", "100%")


def test_prefectures_of_one_colour_family_stand_apart_by_straits():
    """Kyushu and Shikoku share no edge with the main island, and no two tiles one place."""
    assert len(set(tiles.PLACES.values())) == 47
    (yamaguchi, row), (fukuoka, other) = tiles.PLACES["35"], tiles.PLACES["40"]
    assert yamaguchi - fukuoka > 1 and row != other
    assert tiles.PLACES["38"][1] - tiles.PLACES["34"][1] > 1
