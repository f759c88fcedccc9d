"""The day it is, for the stale guard; MIERU_TODAY=2027-01-31 sets it in tests and rehearsals."""

import os
from datetime import date


def today() -> date:
    """Give today's date in the machine's zone, or the one set by MIERU_TODAY."""
    chosen = os.environ.get("MIERU_TODAY", "")
    return date.fromisoformat(chosen) if chosen else date.today()
