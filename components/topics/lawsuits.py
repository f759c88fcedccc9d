"""The courts: each suit level by level, what one ruling reached, and the yardstick."""

from components.charts import chain
from components.charts.chart import Chart, View
from components.charts.docket import docket
from components.charts.docket_cells import Grid
from components.text.story import Story

DOCTORS = (
    "ev_doctors_sue",
    "ev_mandate",
    "ev_suit_dismissed",
    "ev_suit_appealed",
    "ev_appeal_hearing",
    "ev_second_hearing",
)


def suits_by_level(view: View) -> Chart:
    grid = Grid(
        "suit",
        "level",
        "ruling",
        muted=("ruling_not_found",),
        highlight=("ruling_constitutional",),
    )
    return docket(view, view.dataset.rows("suits_by_level"), grid)


def what_was_reached(view: View) -> Chart:
    grid = Grid(
        "scope",
        "column",
        "reach",
        muted=("reach_outside", "reach_not_examined"),
        highlight=("reach_upheld",),
    )
    return docket(view, view.dataset.rows("ruling_2023_scope"), grid)


def doctors_suit(view: View) -> Chart:
    return chain.dated(view, view.dataset.get_events(*DOCTORS), highlight=["ev_suit_dismissed"])


def yardstick(view: View) -> Chart:
    grid = Grid("question", "voice", "view", muted=("ruling_not_found",))
    return docket(view, view.dataset.rows("yardstick_2008"), grid)


STORY = Story("lawsuits", (suits_by_level, what_was_reached, doctors_suit, yardstick))
