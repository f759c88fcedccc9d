"""The MynaPoint budget: what was set aside, which deadlines moved, what was used."""

from typing import Annotated

from components.charts import bars, gantt, parts, public_money
from components.charts.chart import Chart, View
from components.charts.controls import Guess, NumberInput, Select
from components.charts.link_frames import Looks
from components.charts.link_rows import link_rows
from components.charts.public_money import Stack
from components.data.dates import format_date
from components.data.records import Figure
from components.data.spending import years
from components.text.story import Story

ROUNDS = ("mynapoint_round1", "mynapoint_round2")
PAID = ("FY2021", "FY2022", "FY2023")  # years for which round 2 prints recipients
PICTURES = {
    "node_certificate_serial": "chip",
    "node_person": "card",
    "node_library": "building",
    "node_municipality": "building",
    "node_mykey": "server",
    "node_point_cloud": "server",
}
BASES = ("base_none", "base_resident", "base_applicant", "base_household")


def planned_and_applied(
    view: View, guess: Annotated[int | None, Guess(0, 6000, 100, "people")] = None
) -> Chart:
    planned = ("mynapoint1_budget_persons_initial", "mynapoint1_budget_persons_final")
    rows = view.dataset.frame(*planned, "mynapoint1_applicants_final")
    return bars.ranked(
        view,
        rows,
        highlight=["mynapoint1_applicants_final"],
        guess=None if guess is None else guess * 10_000,
    )


def deadlines_moved(view: View) -> Chart:
    rows = view.dataset.series("mynapoint_deadlines")
    return gantt.deadlines(view, rows, lane=("round", "clock"), status="status")


def round_two_budget(view: View) -> Chart:
    """Draw the budget, and what the ministry's own assumptions make of it."""
    rest = "mynapoint2_estimate_rest"
    items = ("mynapoint2_steps23_cost", "mynapoint2_step1_cost", rest)
    rows = view.dataset.frame("mynapoint2_supplementary_budget", *items)
    return parts.waterfall(view, rows, unknown=[rest])


def same_budget(
    view: View,
    base: Annotated[str, Select(BASES)] = "base_none",
    households: Annotated[
        int, NumberInput(1, 100_000_000, ("base", "base_household"))
    ] = 50_000_000,
) -> Chart:
    rows = view.dataset.frame(
        "mynapoint2_supplementary_budget",
        "tax_exempt_household_supp_budget",
        "child_benefit_supp_budget",
    )
    persons = {
        "base_resident": view.dataset.figure("residents@2022-01-01"),
        "base_applicant": view.dataset.figure("mynapoint2_assumed_users"),
    }
    if base == "base_household":
        return bars.divided(view, rows, households)
    if base in persons:
        return bars.divided(view, rows, persons[base])
    return bars.ranked(view, rows)


def what_came_of_it(view: View) -> Chart:
    """Draw what was budgeted, paid out year by year, and used or not, on one scale."""
    parts_of = [
        Stack(
            "money_budgeted",
            [
                (
                    "initial",
                    view.label("money_both_rounds"),
                    view.dataset.figure("mynapoint_budget_total_2024"),
                )
            ],
        ),
        Stack("money_paid_by_year", [("named", each[0], each[1]) for each in _by_year(view)]),
        Stack(
            "money_used_or_not",
            [
                (look, view.label(f"money_{look}"), view.dataset.figure(name))
                for look, name in (("used", "mynapoint_spent"), ("not_used", "mynapoint_unused"))
            ],
        ),
    ]
    return public_money.stacks(view, parts_of)


def _by_year(view: View) -> list[tuple[str, Figure]]:
    """Give what was paid out in each closed year of both rounds, with the year in words."""
    found = []
    for project in ROUNDS:
        for year in years(view.dataset, project):
            if "executed" in year.gone:
                words = format_date(f"FY{year.fiscal_year}", view.language)
                found.append(
                    (f"{words} {view.label(f'round_{project[-1]}')}", year.gone["executed"])
                )
    return found


def who_was_paid(view: View, year: Annotated[str, Select(PAID)] = PAID[-1]) -> Chart:
    """Draw who received the money of round 2 in a fiscal year."""
    return public_money.paid_to(view, "mynapoint_round2", int(year.removeprefix("FY")))


def money_and_cards(view: View) -> Chart:
    """Draw cards issued, and below them over the same months what was paid out each year."""
    cards = view.dataset.rows("cards_by_date")
    issued = [each for each in cards if each.measure.id == "cards_issued_cumulative"]
    return public_money.beside_cards(view, issued, [each for _, each in _by_year(view)])


def who_is_offered(view: View) -> Chart:
    steps = ("1_max_points", "2_points", "3_points")
    return bars.ranked(view, view.dataset.frame(*(f"mynapoint2_step{each}" for each in steps)))


def which_system(view: View) -> Chart:
    links = view.dataset.get_flows("e30", "e29", "e31", "e37", "e33", "e34")
    return link_rows(view, links, Looks(pictures=PICTURES))


STORY = Story(
    "mynapoint",
    (
        planned_and_applied,
        deadlines_moved,
        round_two_budget,
        same_budget,
        what_came_of_it,
        who_was_paid,
        money_and_cards,
        who_is_offered,
        which_system,
    ),
)
