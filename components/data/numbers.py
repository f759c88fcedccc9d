"""Numbers as each language writes them: 1兆8,134億円 / ¥1,813.4 billion."""

from decimal import Decimal, InvalidOperation

from components.data.dates import format_date
from components.data.languages import Language, Localized

JAPANESE_STEPS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))
SHORT_STEPS = {
    "ja": JAPANESE_STEPS,
    "en": ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
}
ROUNDED_FROM = 10_000  # smaller counts are as easy to say whole
ENGLISH_STEPS = ((10**9, "billion", 3), (10**6, "million", 2))
QUALIFIERS = {
    "approx": Localized("約{}", "about {}"),
    "at_least": Localized("{}以上", "at least {}"),
    "less_than": Localized("{}未満", "less than {}"),
}


def format_value(
    value: str,
    unit: str,
    language: Language,
    *,
    qualifier: str = "exact",
    counter: str = "",
    short: bool = False,
) -> str:
    """
    Write a record's value with its unit and qualifier.

    format_value("1813400000000", "yen", "ja") is 1兆8,134億円, in English ¥1,813.4 billion.
    Nothing is rounded unless it is to be short, and a value that is no number comes back as it is.

    Args:
        value: As in the records: a plain number or an ISO date. Empty gives an empty string.
        unit: A unit code; percent, yen and date have forms of their own.
        qualifier: approx, at_least and less_than are written out; the others are the text's to say.
        counter: The counter word: 件 in Japanese, "singular|plural" in English.
        short: Three significant digits, for headlines and speech: 1.81兆円, ¥1.81 trillion.
    """
    if not value:
        return ""
    written = _without_qualifier(value, unit, language, counter, short)
    return QUALIFIERS.get(qualifier, Localized("{}", "{}")).to(language).format(written)


def _without_qualifier(value: str, unit: str, language: Language, counter: str, short: bool) -> str:
    if unit in ("date", "year"):
        return format_date(value, language)
    if unit == "fiscal_year":
        return format_date(f"FY{value}", language)
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if unit == "percent":
        return f"{_rounded(number) if short else number}%"
    grouped = short_number(number, language) if short else format_number(number, language)
    if unit == "yen":
        return f"{grouped}円" if language == "ja" else _signed_yen(grouped)
    if language == "ja":
        return grouped + counter
    singular, _, plural = counter.partition("|")
    return f"{grouped} {singular if number == 1 else plural or singular}".strip()


def _signed_yen(grouped: str) -> str:
    return f"-¥{grouped[1:]}" if grouped.startswith("-") else f"¥{grouped}"


def format_number(number: Decimal, language: Language) -> str:
    """Group a number for the language, never rounding: 2,531万 / 25.31 million."""
    if number < 0:
        return "-" + format_number(-number, language)
    return _japanese(number) if language == "ja" else _english(number)


def short_number(number: Decimal, language: Language) -> str:
    """Write a number to be said aloud, of three significant digits: 8,820万 / 88.2 million."""
    if abs(number) < ROUNDED_FROM:
        return format_number(number, language)
    rounded, sign = _rounded(abs(number)), "-" if number < 0 else ""
    for size, name in SHORT_STEPS[language]:
        if rounded >= size:
            return f"{sign}{(rounded / size).normalize():,f}{name}"
    return f"{sign}{rounded:,f}"


def _rounded(number: Decimal) -> Decimal:
    """Keep three significant digits; a number with fewer keeps the zeros it was written with."""
    return Decimal(f"{number:.3g}") if len(number.as_tuple().digits) > 3 else number


def _japanese(number: Decimal) -> str:
    whole, written = int(number), ""
    for size, name in JAPANESE_STEPS:
        count, whole = divmod(whole, size)
        if count:
            written += f"{count:,}{name}"
    rest = number - int(number) + whole
    return f"{written}{rest:,}" if rest or not written else written


def _english(number: Decimal) -> str:
    for size, name, decimals in ENGLISH_STEPS:
        scaled = number / size
        if scaled >= 1 and scaled == round(scaled, decimals):
            return f"{scaled.normalize():,f} {name}"
    return f"{number:,}"
