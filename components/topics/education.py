"""Education data: who wants what, what may hang from a learner ID, how long records are kept."""

from typing import Annotated

from components.charts import bars, spans
from components.charts.boxes_and_arrows import event_list, link_list, network
from components.charts.chart import Chart, View
from components.charts.controls import Select, Slider
from components.text.story import Story

EVENTS = (
    "ev_learner_id_report",
    "ev_giga_survey",
    "ev_qa_no_central_store",
    "ev_roadmap",
    "ev_child_pilots",
    "ev_dx_roadmap",
)
LEARNER = ("e39a", "e40", "e39b", "e39c", "e39d", "e39e", "e39f")
RECORDS = (
    "node_learner_id",
    "node_learning_record",
    "node_card",
    "node_health",
    "node_fitness",
    "node_reading",
    "node_scholarship",
    "node_training",
)
AROUND = (
    ("node_learning_record", "node_health", "node_fitness"),
    ("node_card", "node_learner_id"),
    ("node_reading", "node_scholarship", "node_training"),
)
LEAVES_PRIMARY_SCHOOL = 13  # the year a pupil turns thirteen holds the end of primary school


def who_wants_what(view: View) -> Chart:
    return event_list(view, view.dataset.get_events(*EVENTS), highlight=["ev_roadmap"])


def learner_id(view: View, focus: Annotated[str, Select(RECORDS)] = "node_learner_id") -> Chart:
    return network(view, view.dataset.get_flows(*LEARNER), columns=AROUND, focus=focus)


def how_long_kept(
    view: View,
    birth_year: Annotated[int, Slider(1990, 2020)] = 2012,
    look_year: Annotated[int, Slider(2000, 2070)] = 2040,
) -> Chart:
    leaves = birth_year + LEAVES_PRIMARY_SCHOOL
    kept = view.dataset.get_figures(
        "education_guidance_record_retention_years", "education_learning_record_retention_years"
    )
    known = [
        spans.Span(view.localize(row.label), leaves, leaves + int(row.value), row) for row in kept
    ]
    feared = spans.Span(view.step_text("no_limit"), leaves, None, view.dataset.flows["e39a"])
    return spans.lifetimes(view, [*known, feared], year=look_year)


def measured_in_class(view: View) -> Chart:
    return link_list(view, view.dataset.get_flows("e41", "e42"))


def money_and_devices(view: View) -> Chart:
    money = view.dataset.frame("giga_budget_fy2019", "giga_budget_fy2020", "giga_fund_2023")
    return bars.ranked(view, money)


STORY = Story(
    "education",
    (who_wants_what, learner_id, how_long_kept, measured_in_class, money_and_devices),
)
