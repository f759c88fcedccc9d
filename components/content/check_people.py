"""Is anybody's contact in the data? Phone numbers, e-mail addresses, postal accounts."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from components.content.check_tables import Table
from components.content.problems import Problem

CONTACT = re.compile(
    r"(?<![\d.])(?:\+81[-. ]?|0)\d{1,4}[-( ]\d{1,4}[-) ]\d{3,4}(?![\d])"  # 03-1234-5678
    r"|\(0\d{1,4}\) ?\d{1,4}-\d{4}(?!\d)"  # (03)1234-5678
    r"|(?<![\d.])0[789]0\d{8}(?!\d)"  # 09012345678
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.]+"
    r"|(?<!\d)\d{5}-\d-\d{4,}"  # 00120-3-123456
)
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))


def contact(words: str) -> str:
    """Give the first thing in a text that looks like a private contact, or nothing."""
    match = CONTACT.search(normalize("NFKC", words).translate(DASHES))
    return match[0] if match else ""


def rows(table: Table) -> Iterator[Problem]:
    """List the cells of a table that hold a contact; links may hold any digits."""
    for number, row in table.lines():
        for name, value in row.items():
            found = contact(value) if name != "url" else ""
            if found:
                yield Problem(table.file, number, name, "personal", {"value": found})
