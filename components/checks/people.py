"""Is anybody's contact in the data? Phones, e-mail, postal accounts, street addresses, videos."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from components.checks.tables import Table
from components.data.problems import Problem
from components.text.prose import REFERENCE

CONTACT = re.compile(
    # 03-1234-5678, but not the end of one date and the year of the next: 2017-03-08 2018-03-01
    r"(?<![\d.])(?<!\d{4}-)(?:\+81[-. ]?|0)\d{1,4}[-( ]\d{1,4}[-) ]\d{3,4}(?![\d])"
    r"|\(0\d{1,4}\) ?\d{1,4}-\d{4}(?!\d)"  # (03)1234-5678
    r"|(?<![\d.])0[789]0\d{8}(?!\d)"  # 09012345678
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.]+"
    r"|(?<!\d)\d{5}-\d-\d{4,}"  # 00120-3-123456
    r"|〒 ?\d{3}-\d{4}"
    r"|(?<!\d)\d{1,4}番地"
    r"|\d{1,2}丁目 ?\d{1,3}(?:番|-\d)"  # 1丁目2番3号, 1丁目2-3
    r"|[町村区市条島丘台山](?<!\d)\d{1,3}-\d{1,3}-\d{1,3}(?![-\d])"  # 例の町1-2-3
    r"|(?<![\d-])\d{1,2}-\d{1,3}-\d{1,3},? [A-Z][a-z]{3,}"  # 1-2-3 Example-cho
)
# A meeting's recording or room: it shows private people, and the link outlives the meeting.
VIDEO = re.compile(
    r"(?i)\b(?:youtu\.be|youtube(?:-nocookie)?\.com|vimeo\.com|nico(?:video\.jp|\.ms)|twitcasting\.tv"
    r"|ustream\.tv|(?:[a-z0-9]+\.)?zoom\.us/[jw]|meet\.google\.com|teams\.microsoft\.com/l)/?\S*"
)
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))


def contact(words: str) -> str:
    """Give the first thing in a text that looks like a private contact, or nothing."""
    words = REFERENCE.sub("", words)  # a series at a date has an @ and is no address
    match = CONTACT.search(normalize("NFKC", words).translate(DASHES)) or VIDEO.search(words)
    return match[0] if match else ""


def rows(table: Table) -> Iterator[Problem]:
    """List the cells of a table that hold a contact; links may hold any digits, but no video."""
    for number, row in table.lines():
        for name, value in row.items():
            match = VIDEO.search(value) if name == "url" else None
            found = match[0] if match else contact(value) if name != "url" else ""
            if found:
                yield table.problem(number, name, "personal", value=found)
