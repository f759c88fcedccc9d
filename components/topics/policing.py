"""Police and licence: the bureau, the common platform, the card licence, oversight, two rulings."""

from typing import Annotated

from components.charts import fiscal_years, lanes, panels
from components.charts.chart import Chart, View
from components.charts.controls import Guess, Select
from components.charts.link_frames import Looks
from components.charts.link_rows import link_rows
from components.charts.paired_cards import paired_cards
from components.charts.text_table import TableRow
from components.data.money_figures import building_and_running
from components.text.cells import Row
from components.text.story import Story

LAW = (
    "ev_cyber_strategy",
    "ev_police_bill",
    "ev_police_statement",
    "ev_police_act_passed",
    "ev_police_act_in_force",
)
SINCE = (
    "ev_police_act_in_force",
    "ev_cyber_department",
    "ev_cyber_defence_passed",
    "ev_cyber_watch_planned",
)
PLATFORM = ("e43", "e45", "e47", "e46", "e48")
WHOSE = {  # in whose hands: the force whose data it is, and the NPA
    "node_licence_systems": "node_prefectural_police",
    "node_licence_counselling": "node_prefectural_police",
    "node_prefectural_data": "node_prefectural_police",
    "node_police_departments": "node_prefectural_police",
    "node_cyber_bureau": "node_npa",
}
PICTURES = {"node_police_platform": "server", "node_other_prefectures": "building"}
SEEN_BY = (
    "focus_everyone",
    "node_police_platform",
    "node_npa",
    "node_other_prefectures",
    "node_cyber_bureau",
)
SYSTEMS = {
    "which_platform": "police_common_platform",
    "which_drivers": "driver_management",
}
KINDS = ("licence_holders", "licence_card_only", "licence_both")
STARTED = ("2025-03-31", "2025-06-30", "2025-10-31")
POWERS = ("guide", "check", "penalty", "order")
CANNOT = ("penalty", "order")  # towards an agency
ASKED = ("keeping", "passing", "ordered", "appeal")
RULINGS = ("ev_nagoya_ruling", "ev_gifu_ruling", "ev_nagoya_appeal", "ev_gifu_appeal")


def bureau_and_unit(view: View) -> Chart:
    events = view.dataset.get_events(*LAW)
    return lanes.over_time(view, {"": events}, highlight=["ev_police_act_in_force"])


def since_then(view: View) -> Chart:
    events = view.dataset.get_events(*SINCE)
    return lanes.over_time(view, {"": events}, highlight=["ev_cyber_defence_passed"])


def who_sees_what(view: View, focus: Annotated[str, Select(SEEN_BY)] = "focus_everyone") -> Chart:
    whose = () if focus == "focus_everyone" else (focus,)
    looks = Looks(WHOSE, PICTURES, locked=["e47"], focus=whose)
    return link_rows(view, view.dataset.get_flows(*PLATFORM), looks)


def platform_cost(
    view: View, which: Annotated[str, Select(tuple(SYSTEMS))] = "which_platform"
) -> Chart:
    return fiscal_years.columns(view, building_and_running(view.dataset, SYSTEMS[which]))


def licence_on_card(
    view: View, guess: Annotated[int | None, Guess(0, 300, 5, "people")] = None
) -> Chart:
    names = [f"{kind}@{day}" for kind in KINDS for day in STARTED]
    return panels.stages(
        view,
        view.dataset.frame(*names),
        by="measure_id",
        highlight=[view.dataset.figure(f"licence_holders@{STARTED[-1]}").id],
        guess=None if guess is None else guess * 10_000,
        guessed="licence_holders",
    )


def who_oversees_whom(view: View) -> Chart:
    dataset = view.dataset
    heads = (view.label("node_agencies"), view.label("node_private"))
    lines = [
        TableRow(
            view.step_text(power),
            [view.step_text(f"{power}_agency"), view.step_text(f"{power}_company")],
            (0,) if power in CANNOT else (),
        )
        for power in POWERS
    ]
    rows: list[Row] = [
        *dataset.get_flows("e62", "e63"),
        *(dataset.claims[each] for each in ("ppc_no_binding_orders", "ppc_may_order_companies")),
        *dataset.get_events("ev_guidance"),
    ]
    return paired_cards(view, heads, lines, rows=rows)


def two_rulings(view: View) -> Chart:
    lines = [
        TableRow(
            view.step_text(asked),
            [view.step_text(f"{asked}_nagoya"), view.step_text(f"{asked}_gifu")],
        )
        for asked in ASKED
    ]
    rows: list[Row] = [*view.dataset.get_events(*RULINGS), *view.dataset.get_flows("e50")]
    heads = (view.step_text("case_nagoya"), view.step_text("case_gifu"))
    return paired_cards(view, heads, lines, rows=rows)


STORY = Story(
    "policing",
    (
        bureau_and_unit,
        since_then,
        who_sees_what,
        platform_cost,
        licence_on_card,
        who_oversees_whom,
        two_rulings,
    ),
)
