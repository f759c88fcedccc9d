"""Laws and the Diet: six bills stage by stage, what they say, what came later, what was spent."""

from components.charts import by_source, lanes, passages
from components.charts.by_source import Voice
from components.charts.chart import Chart, View
from components.charts.paired_cards import paired_cards
from components.charts.text_table import TableRow
from components.text.story import Story

BILLS = ("basic", "agency", "arrangement", "registration", "management", "standard")
STAGES = (
    "passage_submitted",
    "passage_lower_committee",
    "passage_lower_house",
    "passage_upper_committee",
    "passage_upper_house",
)
LATER = (
    "ev_number_use_law",
    "ev_bills_enacted",
    "ev_checkup_law",
    "ev_agency_launched",
    "ev_supreme_court",
    "ev_act_revised",
    "ev_act_promulgated",
    "ev_account_laws",
    "ev_act_part_in_force",
)
NEXT = (
    "ev_cyber_defence_passed",
    "ev_privacy_reform_policy",
    "ev_standard_deadline_planned",
    "ev_cyber_watch_planned",
)
SUM = "number_cost_sum"
COSTS = {  # who counted: what
    "cost_council": (
        SUM,
        "number_cost_systems",
        "number_cost_points_one",
        "number_cost_points_two",
    ),
    "cost_official": (
        "number_state_spending_2021",
        "network_spent_2022",
        "local_systems_subsidy_2022",
    ),
    "cost_press": (
        "insurance_cost_tally_2024",
        "insurance_promotion_tally_2024",
        "number_items_draft_2015",
        "number_items_supp_2022",
    ),
}


def six_bills(view: View) -> Chart:
    rows = view.dataset.rows("digital_bills", passage=STAGES)
    bills = [f"bill_{bill}" for bill in BILLS]
    passed = {bill: [row for row in rows if row.dims["bill"] == bill] for bill in bills}
    return passages.by_day(view, passed, stage="passage")


def what_changed(view: View) -> Chart:
    claims = [view.dataset.claims[f"law_{bill}"] for bill in BILLS]
    lines = [
        TableRow(
            view.label(f"bill_{bill}"),
            (view.localize(claim.text), view.localize(claim.answer)),
        )
        for bill, claim in zip(BILLS, claims, strict=True)
    ]
    heads = (view.step_text("in_law"), view.step_text("in_archive"))
    return paired_cards(view, heads, lines, rows=claims)


def amended_later(view: View) -> Chart:
    return lanes.over_time(
        view, {"": view.dataset.get_events(*LATER)}, highlight=["ev_act_revised"]
    )


def what_it_cost(view: View) -> Chart:
    voices = {
        Voice(name, parts_of=SUM if SUM in ids else ""): view.dataset.frame(*ids)
        for name, ids in COSTS.items()
    }
    return by_source.side_by_side(view, voices, highlight=[SUM])


def what_comes_next(view: View) -> Chart:
    return lanes.over_time(view, {"": view.dataset.get_events(*NEXT)})


STORY = Story("law_making", (six_bills, what_changed, amended_later, what_it_cost, what_comes_next))
