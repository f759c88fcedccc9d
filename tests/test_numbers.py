"""Numbers and dates are written as each language writes them."""

from datetime import date

import pytest

from components.data.dates import first_day, format_date, format_span, last_day
from components.data.numbers import format_value

WRITTEN = [
    ("1813400000000", "yen", "", "1兆8,134億円", "¥1,813.4 billion"),
    ("231800000000", "yen", "", "2,318億円", "¥231.8 billion"),
    ("3848408366", "yen", "", "38億4,840万8,366円", "¥3,848,408,366"),
    ("429000", "yen", "", "42万9,000円", "¥429,000"),
    ("5000", "yen", "", "5,000円", "¥5,000"),
    ("0", "yen", "", "0円", "¥0"),
    ("-1000", "yen", "", "-1,000円", "-¥1,000"),
    ("25310000", "people", "人 person|people", "2,531万人", "25.31 million people"),
    ("100029804", "cards", "枚 card|cards", "1億2万9,804枚", "100,029,804 cards"),
    ("128794", "facilities", "施設 facility|facilities", "12万8,794施設", "128,794 facilities"),
    ("1", "cases", "件 case|cases", "1件", "1 case"),
    ("7312", "records", "件 record|records", "7,312件", "7,312 records"),
    ("57.0", "percent", "", "57.0%", "57.0%"),
    ("2021-10-20", "date", "", "2021年10月20日", "20 October 2021"),
    ("2023", "year", "", "2023年", "2023"),
]


@pytest.mark.parametrize(("value", "unit", "counter", "ja", "en"), WRITTEN)
def test_values_are_written_in_both_languages(value, unit, counter, ja, en):
    """A value reads naturally in either language and loses no digit."""
    ja_counter, _, en_counter = counter.partition(" ")
    assert ja == format_value(value, unit, "ja", counter=ja_counter)
    assert en == format_value(value, unit, "en", counter=en_counter)


@pytest.mark.parametrize(
    ("qualifier", "ja", "en"),
    [
        ("exact", "10%", "10%"),
        ("approx", "約10%", "about 10%"),
        ("at_least", "10%以上", "at least 10%"),
        ("less_than", "10%未満", "less than 10%"),
        ("planned", "10%", "10%"),
    ],
)
def test_qualifiers_are_written_out(qualifier, ja, en):
    """What is not exact says so in the number itself."""
    assert ja == format_value("10", "percent", "ja", qualifier=qualifier)
    assert en == format_value("10", "percent", "en", qualifier=qualifier)


def test_no_rounding_in_english():
    """A number that does not fit two decimals of a million is written in full."""
    assert format_value("25314321", "people", "en", counter="person|people") == "25,314,321 people"


def test_a_gap_is_written_as_nothing():
    """An empty value never becomes a zero."""
    assert format_value("", "percent", "ja") == ""


@pytest.mark.parametrize(
    ("written", "ja", "en"),
    [
        ("2021", "2021年", "2021"),
        ("2021-03", "2021年3月", "March 2021"),
        ("FY2021", "2021年度", "FY2021"),
        (
            "2024-10-28/2024-11-30",
            "2024年10月28日〜2024年11月30日",
            "28 October 2024 to 30 November 2024",
        ),
        ("someday", "someday", "someday"),
    ],
)
def test_dates_keep_their_precision(written, ja, en):
    """A month is never made a day, and a fiscal year says that it is one."""
    assert ja == format_date(written, "ja")
    assert en == format_date(written, "en")


def test_a_fiscal_year_begins_in_april():
    """Fiscal 2021 lies after March 2021 on a time axis."""
    assert first_day("2021-03") < first_day("FY2021") < first_day("2021-05")


def test_a_span_runs_from_first_to_last():
    """The span of several dates ignores their order and the empty ones."""
    assert format_span(["2022-05", "", "2021"], "ja") == "2021年〜2022年5月"
    assert format_span([""], "en") == ""


def test_a_span_ends_where_its_last_date_ends():
    """A year is all of its days, and a fiscal year reaches into the next year."""
    assert format_span(["2021", "2021-12-23"], "ja") == "2021年"
    assert format_span(["2023", "2023-06-07", "FY2023"], "en") == "2023 to FY2023"
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2014-05/FY2022") == date(2023, 3, 31)


SHORT = [
    ("2111300000000", "yen", "", "2.11兆円", "¥2.11 trillion"),
    ("88155973", "cards", "枚 card|cards", "8,820万枚", "88.2 million cards"),
    ("868188", "people", "人 person|people", "86.8万人", "868,000 people"),
    ("8395", "records", "件 record|records", "8,395件", "8,395 records"),
    ("-1234567", "yen", "", "-123万円", "-¥1.23 million"),
    ("37.14", "percent", "", "37.1%", "37.1%"),
    ("57.0", "percent", "", "57.0%", "57.0%"),
]


@pytest.mark.parametrize(("value", "unit", "counter", "ja", "en"), SHORT)
def test_numbers_to_be_said_have_three_significant_digits(value, unit, counter, ja, en):
    """A number of a headline is short; counts below ten thousand stay whole."""
    ja_counter, _, en_counter = counter.partition(" ")
    assert ja == format_value(value, unit, "ja", counter=ja_counter, short=True)
    assert en == format_value(value, unit, "en", counter=en_counter, short=True)
