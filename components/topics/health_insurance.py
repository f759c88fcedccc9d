"""The card as health insurance card: from the reader at the counter to what one shows today."""

from typing import Annotated

from components.charts import bars, lanes, lines, paid_out, panels, tiles, within
from components.charts.by_source import Voice, side_by_side
from components.charts.chart import Chart, View
from components.charts.controls import Guess, Select
from components.charts.lanes import Item, Stretch
from components.charts.link_frames import Looks
from components.charts.link_rows import link_rows
from components.charts.revised import revised_counts
from components.charts.text_table import Links, of_flows
from components.text.story import Story

OPERATING, INSTALLED = "stage_operating", "stage_installed"
STAGES = ("stage_applied", "stage_ready", OPERATING)
KINDS = ("facility_hospital", "facility_clinic", "facility_dental", "facility_pharmacy")
AT_THE_COUNTER = ("e01", "e02", "e07", "e06", "e11")
COUNTER = Looks(
    pictures={"node_person": "card", "node_reader": "reader", "node_provider": "clinic"}
    | {"node_oqs": "server", "node_insurer_old": "building", "node_insurer_new": "building"},
    highlight=["e11"],
)
RECEIVERS = ("column_clinic", "column_self", "column_insurer", "column_system", "column_firms")
SHOWN: Links = {  # which data: the links, by who receives it
    "data_drugs": {"column_clinic": ("e08",), "column_self": ("e09",), "column_firms": ("e14",)},
    "data_limit": {"column_clinic": ("e17",)},
    "data_employer": {"column_insurer": ("e13",)},
    "data_records": {"column_system": ("e15", "e16")},
}
MONEY = ("ev_subsidy_deadline", "ev_fee_revision", "ev_bonus_doubled")
DUTY = ("ev_intensive_declared", "ev_full_start", "ev_all_providers_planned", "ev_mandate")
COURT = ("ev_doctors_sue", "ev_suit_dismissed", "ev_appeal_hearing")
DECIDED = ("ev_basic_policy", "ev_abolition_announced", "ev_act_revised", "ev_abolition_order")
PLATFORM = ("ev_growth_strategy", "ev_platform_policy", "ev_platform_schedule")
RECORDS = ("ev_records_model", "ev_records_law", "ev_records_nationwide_planned")
USED = [
    "use_rate@2025-10",
    *(f"use_rate_{where}_2025_10" for where in "hospital clinic pharmacy fukui wakayama".split()),
]
ERRORS = ("subject_insurance", "subject_disability", "subject_account", "subject_points")
PAID = ("eligibility_facility_grant", "card_insurance_merger", "card_insurance_promotion")
SURVEYS = {  # whom a survey asked, in the step's words: what they answered
    "asked_doctors": ("trouble_share@2025-12-01",),
    "asked_holders": ("users_no_trouble_2024_11",),
    "asked_users": ("users_no_merit_2023_05", "users_less_forms_2023_05"),
}


def at_the_reader(view: View) -> Chart:
    return link_rows(view, view.dataset.get_flows(*AT_THE_COUNTER), COUNTER)


def three_stages(
    view: View, guess: Annotated[int | None, Guess(0, 100, 1, "percent")] = None
) -> Chart:
    rows = view.dataset.series("online_eligibility_by_stage", facility="facility_all", stage=STAGES)
    rows = rows[rows["as_of"].between("2021-07", "2023-02-19")]
    opening = (rows["stage"] == OPERATING) & (rows["as_of"] == "2021-10-20")
    return panels.stages(
        view,
        rows,
        by="stage",
        order=STAGES,
        highlight=list(rows[opening]["id"]),
        guess=guess,
        guessed=OPERATING,
    )


def by_provider(view: View) -> Chart:
    rows = view.dataset.series("online_eligibility_by_stage", facility=KINDS, stage=OPERATING)
    marks = view.dataset.get_events("ev_full_start", "ev_mandate")
    return lines.over_time(view, rows, by="facility", order=KINDS, marks=marks)


def installed(
    view: View, show: Annotated[str, Select(("by_date", "by_kind"))] = "by_date"
) -> Chart:
    if show == "by_kind":
        kinds = view.dataset.series("online_eligibility_facilities", stage=INSTALLED)
        return bars.ranked(view, kinds, name="facility")
    counts = view.dataset.series(
        "online_eligibility_facilities",
        facility="facility_all",
        stage=("stage_applied", OPERATING, INSTALLED),
    )
    marks = view.dataset.get_events("ev_full_start", "ev_mandate")
    return lines.over_time(view, counts, by="stage", marks=marks)


def what_was_offered(view: View) -> Chart:
    names = {"money": MONEY, "duty": DUTY, "court": COURT}
    rows = {name: view.dataset.get_events(*events) for name, events in names.items()}
    return lanes.over_time(view, rows, highlight=["ev_mandate"])


def who_registered(view: View) -> Chart:
    ids = [row.id for row in view.dataset.figures.values() if row.series == "registrations"]
    rows = view.dataset.frame(*ids).sort_values("start").assign(series="registered")
    return lines.over_time(view, rows, by="series", named=ids)


def how_often_used(view: View) -> Chart:
    rows = view.dataset.series("insurance_use_by_month", basis="basis_online")
    marks = view.dataset.get_events("ev_misregistrations", "ev_issuing_ends", "ev_nhi_expiry")
    return lines.over_time(view, rows, by="basis", marks=marks, named=["2023-04", "2023-12"])


def after_expiry(view: View) -> Chart:
    rows = view.dataset.series("insurance_use_by_month", basis="basis_receipt")
    marks = view.dataset.get_events("ev_all_expire")
    named = ["2025-10", "2025-11", "2025-12"]
    return lines.over_time(view, rows, by="basis", marks=marks, named=named)


def uses_and_checks(view: View) -> Chart:
    counts = view.dataset.series("insurance_use_counts_by_month")
    whole, part = (counts[counts["measure_id"] == each] for each in ("online_checks", "myna_uses"))
    marks = view.dataset.get_events("ev_misregistrations", "ev_issuing_ends")
    return within.by_month(view, whole, part, marks=marks, named=["2023-04", "2025-10"])


def where_used(
    view: View, show: Annotated[str, Select(("by_place", "by_kind"))] = "by_place"
) -> Chart:
    if show == "by_kind":
        return bars.ranked(view, view.dataset.frame(*USED), limit=100, highlight=[USED[0]])
    rows = view.dataset.series("insurance_use_by_prefecture", as_of="2024-03")
    whole = rows["prefecture"] == "prefecture_all"
    country = view.figures(rows[whole])[0]
    return tiles.prefectures(view, rows[~whole], scale=rows, whole=country)


def what_is_shown(view: View) -> Chart:
    return of_flows(view, SHOWN, fields=RECEIVERS, highlight=["e17"])


def surveys(view: View) -> Chart:
    voices = {Voice(asked): view.dataset.frame(*ids) for asked, ids in SURVEYS.items()}
    return side_by_side(view, voices, limit=100)


def errors(view: View) -> Chart:
    rows = view.dataset.series("linkage_errors_by_report", subject=ERRORS)
    insurance = rows["subject"] == ERRORS[0]
    # The third stands too near the second for words of its own.
    named = list(rows[insurance]["id"].iloc[[0, 1, 3]])
    return revised_counts(view, rows[insurance], rows[~insurance], by="subject", named=named)


def what_it_cost(view: View) -> Chart:
    return paid_out.by_year(view, *PAID)


def old_card(view: View) -> Chart:
    event = view.dataset.events
    usable: list[Item] = [
        Stretch("old_cards", event["ev_issuing_ends"], event["ev_all_expire"]),
        Stretch("grace", event["ev_all_expire"], event["ev_grace_end_extended"]),
        Stretch("all_over_75", event["ev_nhi_expiry"], event["ev_certificates_end"]),
        event["ev_certificates_85_planned"],
    ]
    decided = view.dataset.get_events(*DECIDED, "ev_issuing_ends", "ev_grace_extended")
    return lanes.over_time(view, {"decided": decided, "usable": usable})


def platform(view: View) -> Chart:
    return lanes.over_time(view, {"": view.dataset.get_events(*PLATFORM, *RECORDS)})


STORY = Story(
    "health_insurance",
    (
        at_the_reader,
        three_stages,
        by_provider,
        installed,
        what_was_offered,
        who_registered,
        how_often_used,
        after_expiry,
        uses_and_checks,
        where_used,
        what_is_shown,
        surveys,
        errors,
        what_it_cost,
        old_card,
        platform,
    ),
)
