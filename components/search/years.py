"""Years as people say them, 令和5年 or 去年, as the numbers that dates are written with."""

import re

from components.data.today import today

# The year before the first of each era.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "reiwa ": 2018, "heisei ": 1988, "showa ": 1925}
ERA = re.compile(f"({'|'.join(ERAS)})(元|[0-9]{{1,2}})")
# Years before this one, longer words first.
SAID = {
    "一昨年": 2,
    "おととし": 2,
    "year before last": 2,
    "去年": 1,
    "昨年": 1,
    "きょねん": 1,
    "さくねん": 1,
    "last year": 1,
    "今年": 0,
    "本年": 0,
    "ことし": 0,
    "this year": 0,
}


def numbered(text: str) -> str:
    """
    Write years as numbers in a question in small, half-width letters; find.js does the same.

    >>> numbered("令和5年の交付率")
    '2023年の交付率'
    """
    text = ERA.sub(lambda found: str(ERAS[found[1]] + int(found[2].replace("元", "1"))), text)
    for said, before in SAID.items():
        text = text.replace(said, f"{today().year - before}年")
    return text
