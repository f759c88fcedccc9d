"""Is a value what its unit says, and a date a date?"""

import re

from components.checks.figures import number_of
from components.data.dates import FORM, first_day

NOT_NUMBERS = ("date", "year", "fiscal_year")


def wrong_with_date(value: str) -> str:
    """Give the key of what is wrong with a date or a span of two; nothing where it is sound."""
    ends = value.split("/")
    forms = [FORM.fullmatch(end) for end in ends]
    if len(ends) > 2 or not all(forms) or not value.isascii():
        return "date_wrong"
    try:
        days = [first_day(end) for end in ends]
    except ValueError:
        return "date_wrong"
    if len({tuple(map(bool, form.groups())) for form in forms if form}) > 1:
        return "date_mixed"
    return "date_reversed" if days[0] > days[-1] else ""


def wrong_with(value: str, unit: str) -> str:
    """Give the key of what is wrong with a value of a unit; nothing where it is sound."""
    if re.search(r"[０-９．，]", value):
        return "full_width"
    if unit in NOT_NUMBERS:
        return "date_wrong" if "/" in value or wrong_with_date(value) else ""
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", value):
        return "grouped"
    number = number_of(value)
    if number is None:
        return "not_number"
    if unit == "percent" and not 0 <= number <= 100:
        return "percent_range"
    return "negative" if number < 0 else ""
