"""Police and licence: the bureau, the common platform, the card licence, oversight, two rulings."""

from components.charts import board, chain, flows, panels
from components.charts.board import Cell
from components.charts.chart import Chart, View
from components.charts.choices import Guess, Pick
from components.content.story import Story

LAW = (
    *("ev_cyber_strategy", "ev_police_bill", "ev_police_statement", "ev_police_act_passed"),
    "ev_police_act_in_force",
)
PLATFORM = ("e43", "e45", "e46", "e47", "e48")
SEEN_BY = (
    *("focus_everyone", "node_police_platform", "node_npa", "node_other_prefectures"),
    "node_cyber_bureau",
)
KINDS = ("licence_holders", "licence_card_only", "licence_both")
MONTHS = ("2025_03", "2025_06")


def bureau_and_unit(view: View) -> Chart:
    return chain.dated(view, view.book.happenings(*LAW), highlight=["ev_police_act_in_force"])


def who_sees_what(view: View, focus: str = Pick(SEEN_BY, "focus_everyone")) -> Chart:
    whose = "" if focus == "focus_everyone" else focus
    return flows.ledger(view, view.book.links(*PLATFORM), focus=whose)


def licence_on_card(view: View, guess: int | None = Guess(0, 300, 5, "people")) -> Chart:
    kinds = {kind: view.book.pick(*(f"{kind}_{month}" for month in MONTHS)) for kind in KINDS}
    return panels.stages(
        view,
        kinds,
        highlight=["licence_holders_2025_06"],
        guess=None if guess is None else guess * 10_000,
        guessed="licence_holders",
    )


def who_oversees_whom(view: View) -> Chart:
    book = view.book
    agency, company = book.links("e62", "e63")
    guided, no_orders = book.events["ev_guidance"], book.claims["ppc_no_binding_orders"]
    may_order = book.claims["ppc_may_order_companies"]
    lines = {
        "guide": [Cell(guided, "mark_yes", "guided"), Cell(may_order, "mark_yes", "may_guide")],
        "go_in": [Cell(agency, "mark_yes", "on_site"), Cell(company, "mark_yes", "inspection")],
        "penalty": [
            Cell(agency, "mark_no", "no_penalty"),
            Cell(company, "mark_yes", "has_penalty"),
        ],
        "order": [Cell(no_orders, "mark_no", "no_order"), Cell(may_order, "mark_yes", "may_order")],
    }
    return board.board(view, ("node_agencies", "node_private"), lines)


def two_rulings(view: View) -> Chart:
    book = view.book
    nagoya, gifu, nagoya_later, gifu_later = book.happenings(
        "ev_nagoya_ruling", "ev_gifu_ruling", "ev_nagoya_appeal", "ev_gifu_appeal"
    )
    lines = {
        "keeping": [Cell(nagoya, words="nagoya_keeping"), Cell(gifu, words="gifu_keeping")],
        "passing": [Cell(mark="mark_not_seen"), Cell(book.flows["e50"], words="gifu_passing")],
        "ordered": [Cell(nagoya, words="nagoya_ordered"), Cell(gifu, words="gifu_ordered")],
        "appeal": [
            Cell(nagoya_later, words="nagoya_appeal"),
            Cell(gifu_later, words="gifu_appeal"),
        ],
    }
    return board.board(view, ("case_nagoya", "case_gifu"), lines)


STORY = Story(
    "policing",
    (bureau_and_unit, who_sees_what, licence_on_card, who_oversees_whom, two_rulings),
)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import story

    story.tell(STORY)
