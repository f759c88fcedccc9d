"""Years as people say them are found as the years that dates are written with."""

import pytest

from components.data.today import today
from components.search.years import numbered


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("令和5年の交付率", "2023年の交付率"),
        ("令和元年", "2019年"),
        ("平成27年10月", "2015年10月"),
        ("heisei 28", "2016"),
        ("昭和の話", "昭和の話"),
        ("2023年", "2023年"),
    ],
)
def test_years_of_eras_are_numbers(said, written):
    """An era and its year become one number; other words stay as they are."""
    assert numbered(said) == written


def test_years_seen_from_today_are_numbers():
    """Last year is the year before the one it is in Japan."""
    year = today().year
    assert numbered("去年と一昨年") == f"{year - 1}年と{year - 2}年"
    assert numbered("cards this year") == f"cards {year}年"
