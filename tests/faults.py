"""
Faults as an editor would make them in the real data: file and message that answer each.

A handful, one for each kind of rule: every message, cell by cell, is proven on the small package
(planted_cells.py, planted_files.py), where a check costs a fortieth.
"""

from tests.fault_hands import FIGURES, TEXT, recode, set_cell, swap, twice

CARDS = "tables/cards_by_date.csv"
TOWNS = "tables/cards_by_municipality.csv"
BUDGETS, PAYMENTS = "tables/project_budgets_by_year.csv", "tables/project_recipients.csv"
ROUND = "mynapoint_round1"
FAULTS = {
    "duplicate id": (twice, FIGURES, "twice"),
    "dangling node": (
        set_cell("from_node", "node_x", file="data_flows.csv", key="e01"),
        "data_flows.csv",
        "dangling",
    ),
    "impossible date": (set_cell("as_of", "2023-02-30"), FIGURES, "date_wrong"),
    "cumulative count that falls": (
        swap("11474475", "9474475", file=CARDS),
        CARDS,
        "falls",
    ),
    "wrong calculation": (
        set_cell("value", "51.6", key="mynapoint1_take_up_calculated"),
        FIGURES,
        "calculation_wrong",
    ),
    "figure and table differ": (
        set_cell("value", "38.14", key="use_rate_2025_10"),
        "tables/insurance_use_by_month.csv",
        "figure_differs",
    ),
    "unknown reference": (
        swap("{mynapoint1_applicants_final}", "{nothing}"),
        TEXT,
        "reference_unknown",
    ),
    "a digit in a claim": (
        set_cell("claim_ja", "5割が使う。", file="claims.csv", key="counter_confusion"),
        "claims.csv",
        "digit",
    ),
    "a claim that stands against what came later": (
        set_cell("since_bearing", "contradicts", file="claims.csv", key="card_is_voluntary"),
        "claims.csv",
        "state_unborne",
    ),
    "an answer from before the law that changed it": (
        set_cell("answer_as_of", "2021-10", file="claims.csv", key="consent_hard_to_refuse"),
        "claims.csv",
        "answer_too_old",
    ),
    "an answer that names what came after it": (
        set_cell("answer_as_of", "2021-10", file="claims.csv", key="counter_confusion"),
        "claims.csv",
        "answer_too_old",
    ),
    "an answer to four claims": (
        set_cell(
            "answer_ja",
            "アーカイブは、目的の異なる記録がまとめて市民の見張りに使われかねないと述べる。",
            file="claims.csv",
            key="platform_partition_safeguard",
        ),
        "claims.csv",
        "answer_too_often",
    ),
    "a spelling of two terms": (
        set_cell("also_ja", "個人番号", file="glossary.csv", key="number_act"),
        "glossary.csv",
        "twice",
    ),
    "a claimant on no side": (
        swap("said_hodanren,critics\n", "", file="claimants.csv"),
        "claims.csv",
        "dangling",
    ),
    "a rule of an unknown measure": (
        set_cell("other", "held_rate x", file="incomparable.csv", key="rate_issued_and_held"),
        "incomparable.csv",
        "dangling",
    ),
    "a rule of one measure": (
        set_cell("other", "issue_rate", file="incomparable.csv", key="rate_issued_and_held"),
        "incomparable.csv",
        "rule_of_itself",
    ),
    "a rule against comparable_with": (
        set_cell(
            "other", "mynapoint_budget", file="incomparable.csv", key="points_estimated_and_spent"
        ),
        "incomparable.csv",
        "rule_contradicts",
    ),
    "a pair ruled on twice": (
        set_cell(
            "one", "oqs_ready_share", file="incomparable.csv", key="operating_of_all_or_mandated"
        ),
        "incomparable.csv",
        "rule_twice",
    ),
    "a rule without its reason": (
        set_cell("why_en", "", file="incomparable.csv", key="cards_issued_and_held"),
        "incomparable.csv",
        "required",
    ),
    "a town's count that falls": (
        set_cell("2018-07-01", "1", file=TOWNS, key="131130"),
        TOWNS,
        "falls",
    ),
    "towns that are not their prefecture": (
        set_cell("2022-01-01", "1", file="tables/population_by_municipality.csv", key="131130"),
        "tables/population_by_prefecture.csv",
        "sum_differs",
    ),
    "an unknown municipality": (
        set_cell("municipality", "131131", file=TOWNS, key="131130"),
        TOWNS,
        "dangling",
    ),
    "a date twice": (swap(",2018-07-01", ",2018-03-01", file=TOWNS), TOWNS, "column_twice"),
    "a column that is no date": (
        swap(",2018-07-01", ",2018-7-1", file=TOWNS),
        TOWNS,
        "column_no_date",
    ),
    "a budget that does not add up": (
        set_cell("initial", "99999", file=BUDGETS, key=ROUND),
        BUDGETS,
        "budget_sum",
    ),
    "a carry-over lost without a word": (
        swap("1813406,0,1798550,0,14856,", "1813406,0,,0,14856,", file=BUDGETS),
        BUDGETS,
        "carried_out_lost",
    ),
    "a year drawn twice": (
        set_cell("use_in_series", "yes", file=BUDGETS, key=ROUND),
        BUDGETS,
        "drawn_twice",
    ),
    "an unknown project": (
        set_cell("project_key", "x", file=BUDGETS, key=ROUND),
        BUDGETS,
        "dangling",
    ),
    "a subcontract above its payment": (
        swap(",496743.473,", ",4.473,", file=PAYMENTS),
        PAYMENTS,
        "subcontract_above",
    ),
    "a settlement that does not add up": (
        swap(",56334921317,", ",56334921318888,", file="tables/budget_items_mof.csv"),
        "tables/budget_items_mof.csv",
        "budget_sum",
    ),
    "a cost that is not its parts": (
        swap(",1089.225,", ",2089.225,", file="tables/system_costs.csv"),
        "tables/system_costs.csv",
        "budget_sum",
    ),
    "a misspelt chart": (
        swap("chart: deadlines_moved", "chart: deadline_moved"),
        TEXT,
        "chart_unknown",
    ),
    "missing step part": (swap("    takeaway:", "    takeawy:"), TEXT, "chart_words"),
    "Shift_JIS in words": (recode("cp932", file=TEXT), TEXT, "not_utf8"),
    "a YAML key twice": (swap("lede:", "title:"), TEXT, "key_twice"),
}
