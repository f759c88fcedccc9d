"""The courts: each suit level by level, what one ruling reached, and the yardstick."""

from components.charts import lanes
from components.charts.chart import Chart, View
from components.charts.text_table import CaseColumns, court_cases
from components.text.story import Story

DOCTORS = {  # the court: what happened there; what the suit is about comes before
    "": ("ev_mandate",),
    "level_district": ("ev_doctors_sue", "ev_suit_dismissed"),
    "level_high": ("ev_suit_appealed", "ev_appeal_hearing", "ev_second_hearing"),
}


def suits_by_level(view: View) -> Chart:
    grid = CaseColumns(
        "suit",
        "level",
        "ruling",
        muted=("ruling_not_found",),
        highlight=("ruling_constitutional",),
    )
    return court_cases(view, view.dataset.rows("suits_by_level"), grid)


def what_was_reached(view: View) -> Chart:
    grid = CaseColumns(
        "scope",
        "column",
        "reach",
        muted=("reach_outside", "reach_not_examined"),
        highlight=("reach_upheld",),
    )
    return court_cases(view, view.dataset.rows("ruling_2023_scope"), grid)


def doctors_suit(view: View) -> Chart:
    rows = {court: view.dataset.get_events(*events) for court, events in DOCTORS.items()}
    return lanes.over_time(view, rows, highlight=["ev_suit_dismissed"])


def yardstick(view: View) -> Chart:
    grid = CaseColumns("question", "voice", "view", muted=("ruling_not_found",))
    return court_cases(view, view.dataset.rows("yardstick_2008"), grid)


STORY = Story("lawsuits", (suits_by_level, what_was_reached, doctors_suit, yardstick))
