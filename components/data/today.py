"""The day it is, for the stale guard; MIERU_TODAY=2027-01-31 sets it in tests and rehearsals."""

import os
from datetime import date, datetime, timedelta, timezone
from typing import TypeGuard

from components.data.dates import last_day
from components.data.records import Event, Figure

JAPAN = timezone(timedelta(hours=9))  # no summer time; the records' days are days there


def is_old(row: object) -> TypeGuard[Figure]:
    """Tell whether a row is a number with a newer value, or one due for another look today."""
    return isinstance(row, Figure) and row.is_stale(today())


def outcome_label(event: Event) -> str:
    """
    Give the code of labels.csv for what came of a plan; "" where nothing is said.

    A plan whose outcome is not on record is still ahead until its day has passed, and from then
    on has not been looked after: it says so without anyone changing its row.
    """
    if event.outcome != "unknown":
        return f"outcome_{event.outcome}" if event.outcome else ""
    return "outcome_unknown" if last_day(event.date) < today() else "outcome_ahead"


def today() -> date:
    """Give today's date in Japan wherever the machine stands, or the one set by MIERU_TODAY."""
    chosen = os.environ.get("MIERU_TODAY", "")
    return date.fromisoformat(chosen) if chosen else datetime.now(JAPAN).date()
