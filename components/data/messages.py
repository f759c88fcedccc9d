"""What the check says, one line a fault in messages.csv: what is wrong, what to write instead."""

import csv
from functools import cache
from pathlib import Path

from components.data.languages import Language, Localized


@cache
def messages() -> dict[str, Localized]:
    """Read all messages, by key."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as sheet:
        return {row["key"]: Localized(row["ja"], row["en"]) for row in csv.DictReader(sheet)}


def message(key: str, language: Language, **values: str) -> str:
    """Give a message in one language with its values filled in."""
    return messages()[key].to(language).format(**values)
