"""Police and licence: the bureau, the common platform, the card licence, oversight, two rulings."""

from components.charts import board, chain, flows, panels
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
POWERS = ("guide", "check", "penalty", "order")
CANNOT = ("penalty", "order")  # towards an agency
ASKED = ("keeping", "passing", "ordered", "appeal")
RULINGS = ("ev_nagoya_ruling", "ev_gifu_ruling", "ev_nagoya_appeal", "ev_gifu_appeal")


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
    heads = [view.label("node_agencies"), view.label("node_private")]
    lines = [
        board.Line(
            view.say(power),
            [view.say(f"{power}_agency"), view.say(f"{power}_company")],
            (0,) if power in CANNOT else (),
        )
        for power in POWERS
    ]
    rows = [
        *book.links("e62", "e63"),
        *(book.claims[each] for each in ("ppc_no_binding_orders", "ppc_may_order_companies")),
        *book.happenings("ev_guidance"),
    ]
    return board.board(view, heads, lines, rows=rows)


def two_rulings(view: View) -> Chart:
    lines = [
        board.Line(view.say(asked), [view.say(f"{asked}_nagoya"), view.say(f"{asked}_gifu")])
        for asked in ASKED
    ]
    rows = [*view.book.happenings(*RULINGS), *view.book.links("e50")]
    heads = [view.say("case_nagoya"), view.say("case_gifu")]
    return board.board(view, heads, lines, rows=rows)


STORY = Story(
    "policing",
    (bureau_and_unit, who_sees_what, licence_on_card, who_oversees_whom, two_rulings),
)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import story

    story.tell(STORY)
