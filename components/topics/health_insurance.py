"""The card as health insurance card: from the reader at the counter to the end of the old card."""

from typing import Annotated

from components.charts import bars, lines, panels
from components.charts.boxes_and_arrows import event_list, link_list, network
from components.charts.chart import Chart, View
from components.charts.controls import Guess, Select
from components.text.story import Story

OPERATING = "stage_operating"
STAGES = ("stage_applied", "stage_ready", OPERATING)
KINDS = ("facility_hospital", "facility_clinic", "facility_dental", "facility_pharmacy")
AT_THE_READER = (
    ("node_person", "node_provider", "node_insurer_old"),
    ("node_reader", "node_oqs", "node_insurer_new"),
    ("node_certificate_serial", "node_insured_number"),
)
OFFERED = (
    "ev_subsidy_deadline",
    "ev_intensive_declared",
    "ev_full_start",
    "ev_all_providers_planned",
    "ev_mandate",
    "ev_doctors_sue",
    "ev_suit_dismissed",
)
OLD_CARD = (
    "ev_full_start",
    "ev_basic_policy",
    "ev_abolition_announced",
    "ev_act_revised",
    "ev_abolition_order",
    "ev_issuing_ends",
    "ev_nhi_expiry",
    "ev_all_expire",
    "ev_grace_end",
)


def at_the_reader(view: View) -> Chart:
    links = view.dataset.get_flows("e01", "e02", "e03", "e07", "e11")
    return network(view, links, columns=AT_THE_READER)


def three_stages(
    view: View, guess: Annotated[int | None, Guess(0, 100, 1, "percent")] = None
) -> Chart:
    rows = view.dataset.series("online_eligibility_by_stage", facility="facility_all", stage=STAGES)
    rows = rows[rows["as_of"].between("2021-07", "2023-02-19")]
    opening = rows[(rows["stage"] == OPERATING) & (rows["as_of"] == "2021-10-20")]
    return panels.stages(
        view,
        rows,
        by="stage",
        order=STAGES,
        highlight=list(opening["id"]),
        guess=guess,
        guessed=OPERATING,
    )


def by_provider(
    view: View,
    when: Annotated[str, Select(("2021-10-20", "2021-12-19", "2023-02-19"))] = "2021-10-20",
) -> Chart:
    rows = view.dataset.series(
        "online_eligibility_by_stage", facility=KINDS, stage=OPERATING, as_of=when
    )
    return bars.ranked(view, rows, name="facility", limit=100)


def what_was_offered(view: View) -> Chart:
    return event_list(view, view.dataset.get_events(*OFFERED), highlight=["ev_mandate"])


def who_registered(view: View) -> Chart:
    counted = view.dataset.figures.values()
    ids = [row.id for row in counted if row.series == "registrations"]
    rows = view.dataset.frame(*ids).sort_values("start").assign(series="registered")
    return lines.over_time(view, rows, by="series", named=ids)


def how_often_used(view: View) -> Chart:
    rows = view.dataset.series("insurance_use_by_month", basis=("basis_online", "basis_receipt"))
    marks = view.dataset.get_events("ev_misregistrations", "ev_issuing_ends", "ev_new_rate")
    return lines.over_time(view, rows, by="basis", marks=marks, named=["2023-04", "2023-12"])


def where_used(view: View) -> Chart:
    places = ("hospital", "clinic", "pharmacy", "fukui", "wakayama")
    rows = view.dataset.frame(*(f"use_rate_{place}" for place in places))
    return bars.ranked(view, rows, limit=100)


def what_is_shown(view: View) -> Chart:
    return link_list(view, view.dataset.get_flows("e08", "e17", "e09", "e13", "e15", "e14"))


def old_card(view: View) -> Chart:
    return event_list(view, view.dataset.get_events(*OLD_CARD), highlight=["ev_issuing_ends"])


def errors(view: View) -> Chart:
    counts = ("misregistrations@2022-11", "misregistrations")
    rows = view.dataset.frame(*counts, "general_check_errors", "wrong_copayment")
    return bars.ranked(view, rows, apart=True)


STORY = Story(
    "health_insurance",
    (
        at_the_reader,
        three_stages,
        by_provider,
        what_was_offered,
        who_registered,
        how_often_used,
        where_used,
        what_is_shown,
        old_card,
        errors,
    ),
)
