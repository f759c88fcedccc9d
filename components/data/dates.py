"""Dates as records write them (2021, 2021-10-20, FY2021, A/B) and as people read them."""

import re
from calendar import month_name, monthrange
from datetime import date

from components.data.languages import Language

FORM = re.compile(r"(FY)?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def format_date(written: str, language: Language) -> str:
    """
    Write a record's date for a reader.

    2021-10-20 → 2021年10月20日 / 20 October 2021; FY2021 → 2021年度 / FY2021; A/B → A〜B / A to B.
    Anything else comes back as it is, so that a broken date is seen and not hidden.
    """
    if "/" in written:
        first, last = written.split("/", 1)
        joined = "〜" if language == "ja" else " to "
        return format_date(first, language) + joined + format_date(last, language)
    match = FORM.fullmatch(written)
    if not match:
        return written
    fiscal, year, month, day = match.groups()
    if language == "ja":
        return (
            f"{year}年"
            + ("度" if fiscal else "")
            + (f"{int(month)}月" if month else "")
            + (f"{int(day)}日" if day else "")
        )
    if fiscal or not month:
        return f"{fiscal or ''}{year}"
    return (f"{int(day)} " if day else "") + f"{month_name[int(month)]} {year}"


def format_day(written: str, language: Language) -> str:
    """Write a day short, where its year stands elsewhere: 10月20日 / 20 Oct; others in full."""
    words = format_date(written, language)
    if len(written) != 10:
        return words
    if language == "ja":
        return words.partition("年")[2]
    day, month, _ = words.split()
    return f"{day} {month[:3]}"


def first_day(written: str) -> date:
    """
    Give the first day a written date covers, for ordering and for time axes.

    A fiscal year begins on 1 April. Raises ValueError when the date cannot be read.
    """
    match = FORM.fullmatch(written.split("/", 1)[0])
    if not match:
        raise ValueError(f"not a date: {written!r}")
    fiscal, year, month, day = match.groups()
    return date(int(year), 4 if fiscal else int(month or 1), int(day or 1))


def last_day(written: str) -> date:
    """
    Give the last day a written date covers; of a span A/B, the last day of B.

    A fiscal year ends on 31 March. Raises ValueError when the date cannot be read.
    """
    written = written.split("/")[-1]
    first = first_day(written)
    if written.startswith("FY"):
        return date(first.year + 1, 3, 31)
    month = first.month if len(written) > 4 else 12
    return first if len(written) > 7 else date(first.year, month, monthrange(first.year, month)[1])


def format_span(written: list[str], language: Language) -> str:
    """
    Write the earliest and latest of several dates as one span; empty dates are left out.

    A year stands for all its days: 2021 and 2021-12-23 are together 2021.
    """
    known = sorted({each for each in written if each}, key=first_day)
    if not known:
        return ""
    first = known[0].split("/")[0]
    last = max((each.split("/")[-1] for each in known), key=last_day)
    return format_date(first if first == last else f"{first}/{last}", language)
