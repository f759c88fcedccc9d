"""The day it is, for the stale guard; MIERU_TODAY=2027-01-31 sets it in tests and rehearsals."""

import os
from datetime import date, datetime, timedelta, timezone
from typing import TypeGuard

from components.data.records import Figure

JAPAN = timezone(timedelta(hours=9))  # no summer time; the records' days are days there


def is_old(row: object) -> TypeGuard[Figure]:
    """Tell whether a row is a number with a newer value, or one due for another look today."""
    return isinstance(row, Figure) and row.is_stale(today())


def today() -> date:
    """Give today's date in Japan wherever the machine stands, or the one set by MIERU_TODAY."""
    chosen = os.environ.get("MIERU_TODAY", "")
    return date.fromisoformat(chosen) if chosen else datetime.now(JAPAN).date()
