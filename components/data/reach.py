"""How far a figure reaches in time: what tells the newest of several."""

from datetime import date

from components.data.dates import first_day, last_day
from components.data.records import Figure


def ends_on(figure: Figure) -> date:
    """Give the last day of a figure's as-of date; the first of all days without a sound one."""
    try:
        return last_day(figure.as_of)
    except ValueError:  # broken, or none: it is nowhere taken for the newest
        return date.min


def known_from(figure: Figure) -> date:
    """A year's budget is known when the year begins; of a span, its end is what counts."""
    try:
        return first_day(figure.as_of.rpartition("/")[2])
    except ValueError:
        return date.min


def is_told(figure: Figure) -> bool:
    """Tell whether a figure says what has been: no date, plan, assumption or forecast."""
    return figure.unit != "date" and figure.qualifier not in ("planned", "assumed", "forecast")
