"""The front page: the card since the beginning, five numbers, and every topic as a question."""

from dataclasses import replace

from components.charts import small
from components.charts.chart import Chart, View
from components.data.records import Figure
from components.text.story import Story, get_story
from components.topics import card_adoption

DECIDED = ("ruling_constitutional", "ruling_appeal_rejected")
MAP = "by_prefecture"
LINKAGE = ("linkage_expected_2019", "linkage_actual_2019")
INCIDENTS = ("account_errors", "account_family")
DEVICES = ("giga_budget_fy2019", "giga_budget_fy2020", "giga_fund_2023")
LICENCES = ("licence_holders@2025-03-31", "licence_holders")
CONTRACT = ("contract_value_before", "contract_value_after")
COSTS = ("insurance_promotion_tally_2024", "insurance_cost_tally_2024")


def goal_and_rate(view: View) -> Chart:
    """The chart of the step that tells it, with that step's words."""
    return card_adoption.goal_and_rate(_as_told(view, "goal_and_rate"))


def by_prefecture(view: View) -> Chart:
    return card_adoption.by_prefecture(_as_told(view, MAP))


def _as_told(view: View, chart: str) -> View:
    steps = get_story("card_adoption").topic(view.language).steps
    step = next(each for each in steps if each.chart == chart)
    return replace(view, words=step.words)


def _series(view: View, table: str, **where: str) -> list[Figure]:
    return view.figures(view.dataset.series(table, **where))


def cards_held(view: View) -> Chart:
    return small.line(view, _series(view, "cards_by_date", measure_id="held_rate"))


def card_uses(view: View) -> Chart:
    return small.line(view, _series(view, "insurance_use_by_month", basis="basis_online"))


def points_used(view: View) -> Chart:
    whole, used = view.dataset.get_figures("mynapoint_budget_total_2024", "mynapoint_spent")
    return small.part(view, whole, used)


def wrong_links(view: View) -> Chart:
    """A dot for every hundred."""
    found = view.dataset.figure("general_check_errors")
    hundreds = round((found.number or 0) / 100)
    return small.dots(view, [found], hundreds, hundreds)


def courts(view: View) -> Chart:
    suits = view.dataset.figure("lawsuit_district_courts_count")
    ruled = view.dataset.rows("suits_by_level", level="level_supreme", ruling=DECIDED)
    return small.dots(view, [suits, *ruled], len(ruled), int(suits.number or 0))


def cards_issued(view: View) -> Chart:
    return small.line(view, _series(view, "cards_by_date", measure_id="issue_rate"))


def linkage(view: View) -> Chart:
    return small.columns(view, view.dataset.get_figures(*LINKAGE))


def leak_reports(view: View) -> Chart:
    return small.columns(view, view.dataset.get_figures(*INCIDENTS))


def school_devices(view: View) -> Chart:
    return small.columns(view, view.dataset.get_figures(*DEVICES))


def licences(view: View) -> Chart:
    return small.columns(view, view.dataset.get_figures(*LICENCES))


def contract(view: View) -> Chart:
    return small.columns(view, view.dataset.get_figures(*CONTRACT))


def laws(view: View) -> Chart:
    return small.columns(view, view.dataset.get_figures(*COSTS))


STORY = Story(
    "home",
    (
        goal_and_rate,
        by_prefecture,
        cards_held,
        card_uses,
        points_used,
        wrong_links,
        courts,
        cards_issued,
        linkage,
        leak_reports,
        school_devices,
        licences,
        contract,
        laws,
    ),
    walk=False,
)
