"""The day it is, for the stale guard; MIERU_TODAY=2027-01-31 sets it in tests and rehearsals."""

import os
from datetime import date

from components.content.records import Record


def is_old(row: object) -> bool:
    """Tell whether a row is a number with a newer value, or one due for another look today."""
    return isinstance(row, Record) and row.is_stale(today())


def today() -> date:
    """Give today's date in the machine's zone, or the one set by MIERU_TODAY."""
    chosen = os.environ.get("MIERU_TODAY", "")
    return date.fromisoformat(chosen) if chosen else date.today()
