"""The card's safety: PINs, what each side says, a lost card, joined lists, leaks, incidents."""

from typing import Annotated

from components.charts import fiscal_years, lanes, strips
from components.charts.chart import Chart, View
from components.charts.controls import Select
from components.charts.paired_cards import paired_cards
from components.charts.strips import Strip
from components.charts.text_table import (
    TableRow,
    dated_claim,
    joined_tables,
    values_with_definitions,
)
from components.text.story import Story

STATEMENTS = {
    "side_official": ("gov_number_alone_harmless", "gov_dangers_are_misunderstanding"),
    "side_commission": ("ppc_guideline_tracking_risk", "gov_official_profiling_2019"),
    "side_critics": ("jfba_profiling_risk", "hiding_risk_is_worst"),
}
SHORT_PINS = ("pin_login", "pin_register", "pin_input")
JOINS = ("join_one", "join_two", "join_three")
FORGED = ("ev_forged_arrest", "ev_phone_taken", "ev_chip_rule_planned")
PEOPLE = tuple(f"person_{letter}" for letter in "abcdef")


def four_pins(view: View) -> Chart:
    least, most, short = view.dataset.get_figures(
        "pin_signature_min_digits", "pin_signature_max_digits", "pin_short_digits"
    )
    long = Strip(least, most, "pin_signature")
    kinds, printed = (
        view.dataset.claims[each] for each in ("city_pin_kinds", "jfba_profiling_risk")
    )
    return strips.counted(
        view,
        [long, *(Strip(short, name=name) for name in SHORT_PINS)],
        shells=("on_the_card", "in_the_chip"),
        beside=[kinds, printed],
    )


def what_each_says(view: View) -> Chart:
    sides = {side: [view.dataset.claims[each] for each in ids] for side, ids in STATEMENTS.items()}
    lines = [
        TableRow(view.step_text(side), [dated_claim(view, each) for each in claims])
        for side, claims in sides.items()
    ]
    heads = (view.step_text("if_known"), view.step_text("as_a_whole"))
    rows = [claim for claims in sides.values() for claim in claims]
    return paired_cards(view, heads, lines, rows=rows)


def lost_card(view: View) -> Chart:
    rows = view.dataset.get_figures(
        "card_stop_callcentre_hours_per_day",
        "card_stop_callcentre_days_per_year",
        "card_reissue_wait_months",
        "card_reissue_wait_later",
    )
    return strips.counted(view, [Strip(row) for row in rows])


def joined_lists(
    view: View,
    lists: Annotated[str, Select(JOINS)] = "join_three",
    person: Annotated[str, Select(PEOPLE)] = "person_a",
) -> Chart:
    rows = list(view.dataset.examples.values())
    scenario = view.dataset.flows["e60"]
    return joined_tables(view, rows, scenario, joined=JOINS.index(lists) + 1, person=person)


def leak_reports(view: View) -> Chart:
    rows = [
        row for row in view.dataset.rows("leak_reports_by_year") if row.measure.id == "leak_reports"
    ]
    return fiscal_years.columns(
        view,
        {"leak_reports": rows},
        highlight=[row.id for row in rows if row.as_of == "FY2024"],
        told={"FY2015": "half_year", "FY2024": "one_attack"},
        breaks={"FY2022": "duty"},
    )


def incidents(view: View) -> Chart:
    rows = view.dataset.get_figures(
        "certificate_errors_2023",
        "account_errors",
        "account_family",
        "leak_reports_fy2023",
    )
    return values_with_definitions(
        view, rows, name=lambda row: view.step_text(row.series or row.id)
    )


def forged_cards(view: View) -> Chart:
    return lanes.over_time(view, {"": view.dataset.get_events(*FORGED)})


STORY = Story(
    "card_security",
    (four_pins, what_each_says, lost_card, joined_lists, leak_reports, incidents, forged_cards),
)
