"""The Digital Agency and a procurement: contract, systems, days, inquiry, and what came after."""

from components.charts import days, lanes, panels, parts
from components.charts.before_and_after import before_and_after
from components.charts.chart import Chart, View
from components.charts.paired_cards import paired_cards
from components.charts.text_table import TableRow
from components.text.cells import Row
from components.text.story import Story

SYSTEMS = ("e52", "e53", "e54", "e55", "e56", "e57")
LEFT_AFTER = {
    **dict.fromkeys(("e53", "e54", "e55"), "kept"),
    **dict.fromkeys(("e52", "e57"), "cut"),
    "e56": "not_named",
}
# Each point of the inquiry: the step's words for it, and the claims it rests on.
POINTS = {
    "firm": ("report_outside_firm_improper", "report_no_leak_found"),
    "interest": ("report_conflict_of_interest",),
    "year": ("report_tender_over_new_year",),
    "estimates": ("report_estimates_misconduct",),
    "change": ("report_contract_change_fine",),
}
QUOTED = ("wagri_royalty_not_taken", "face_recognition_subsystem_value_after")
LATE = tuple(f"standard_late_bodies@{day}" for day in ("2025-07-31", "2025-10-31", "2025-12-31"))
AFTERWARDS = (
    "ev_remarks_reported",
    "ev_inquiry_set_up",
    "ev_inquiry_report",
    "ev_panel_report",
    "ev_measures_taken",
    "ev_compliance_committee",
    "ev_agency_launched",
    "ev_guidance",
)


def contract(view: View) -> Chart:
    rows = view.dataset.frame("contract_value_before", "contract_value_after", "contract_cut")
    return parts.waterfall(view, rows, gone=["contract_cut"])


def six_systems(view: View) -> Chart:
    return before_and_after(view, view.dataset.get_flows(*SYSTEMS), LEFT_AFTER)


def over_new_year(view: View) -> Chart:
    notice, proposal, opening = view.dataset.get_events(
        "ev_tender_notice", "ev_tender_deadline", "ev_tender_opening"
    )
    first, second = view.dataset.get_figures("days_notice_to_proposal", "days_proposal_to_opening")
    stretches = (days.Stretch(notice, proposal, first), days.Stretch(proposal, opening, second))
    return days.day_by_day(view, [notice, proposal, opening], stretches=stretches)


def what_was_found(view: View) -> Chart:
    lines = [
        TableRow(
            view.step_text(point),
            (view.step_text(f"{point}_named"), view.step_text(f"{point}_not")),
        )
        for point in POINTS
    ]
    claims = [view.dataset.claims[claim] for point in POINTS.values() for claim in point]
    rows: list[Row] = [*claims, *view.dataset.get_figures(*QUOTED)]
    heads = (view.step_text("named"), view.step_text("not_found"))
    return paired_cards(view, heads, lines, rows=rows)


def afterwards(view: View) -> Chart:
    return lanes.over_time(
        view, {"": view.dataset.get_events(*AFTERWARDS)}, highlight=["ev_measures_taken"]
    )


def standard_systems(view: View) -> Chart:
    rows = view.dataset.frame(*LATE, "local_governments_2025")
    return panels.stages(view, rows, by="measure_id", highlight=[view.dataset.figure(LATE[-1]).id])


STORY = Story(
    "digital_agency",
    (contract, six_systems, over_new_year, what_was_found, afterwards, standard_systems),
)
