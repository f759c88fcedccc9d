"""How the card spread: goal, incentives, a forecast, prefectures, ages, renewal, local gifts."""

from typing import Annotated

from components.charts import (
    ages,
    bars,
    column_panels,
    columns,
    expected,
    lines,
    many,
    spans,
    tiles,
)
from components.charts.chart import Chart, View
from components.charts.controls import DateSlider, Guess, Select, Slider
from components.data import derived
from components.text.story import Story

TYPES = tuple(
    f"municipality_type_{name}" for name in ("ward_city", "ward", "designated", "city", "town")
)
PAID_YEARS = range(2015, 2025)
# The counts nearest to the ends of fiscal years.
YEAR_ENDS = tuple(
    """
    2017-03-08 2018-03-01 2019-04-01 2020-04-01 2021-04-01 2022-04-01 2023-03-31 2024-04-07
    """.split()
)
ABOVE = 120  # percent: room for words above a share that nears all
GOAL_DAY = "2023-03-31"  # the end of the month the government aimed for
# The dates of the ministry's tables; the one by age is missing at the first.
AT_DATES = tuple(
    """
    2017-03-08 2017-05-15 2017-08-31 2017-12-01 2018-03-01 2018-07-01 2018-12-01 2019-04-01
    2019-07-01 2019-09-16 2019-11-01 2020-01-20 2020-03-01 2020-04-01 2020-05-01 2020-06-01
    2020-07-01 2020-08-01 2020-09-01 2020-10-01 2020-11-01 2020-12-01 2021-01-01 2021-02-01
    2021-03-01 2021-04-01 2021-05-01 2021-06-01 2021-07-01 2021-08-01 2021-09-01 2021-10-01
    2021-11-01 2021-12-01 2022-01-01 2022-02-01 2022-03-01 2022-04-01 2022-05-01 2022-06-01
    2022-06-30 2022-07-31 2022-08-31 2022-09-30 2022-10-31 2022-11-30 2022-12-31
    """.split()
)
AGES_AT = AT_DATES[1:]
PREFECTURES = """
    01_hokkaido 02_aomori 03_iwate 04_miyagi 05_akita 06_yamagata 07_fukushima 08_ibaraki
    09_tochigi 10_gunma 11_saitama 12_chiba 13_tokyo 14_kanagawa 15_niigata 16_toyama
    17_ishikawa 18_fukui 19_yamanashi 20_nagano 21_gifu 22_shizuoka 23_aichi 24_mie 25_shiga
    26_kyoto 27_osaka 28_hyogo 29_nara 30_wakayama 31_tottori 32_shimane 33_okayama
    34_hiroshima 35_yamaguchi 36_tokushima 37_kagawa 38_ehime 39_kochi 40_fukuoka 41_saga
    42_nagasaki 43_kumamoto 44_oita 45_miyazaki 46_kagoshima 47_okinawa
""".split()
OWN = ("prefecture_all", *(f"prefecture_{name}" for name in PREFECTURES))
INCENTIVES = (
    "ev_benefit_rise",
    "ev_round1_applications",
    "ev_round1_card_deadline",
    "ev_round2_full",
    "ev_card_deadline_planned",
)
GIFTS = (
    "mic_subsidy_per_application_fy2020",
    "mic_subsidy_per_application_fy2021",
    "kameyama_gift_value",
    "hiratsuka_gift_value",
    "niigata_prefecture_gift_value",
    "hamamatsu_cap_low",
    "hamamatsu_cap_high",
    "fuefuki_voucher_withdrawn_value",
)


def goal_and_rate(view: View) -> Chart:
    """Two measures, two lines: one counts void cards, the other does not."""
    rates = ("issue_rate", "held_rate")
    rows = view.dataset.series("cards_by_date", measure_id=rates)
    goal = view.dataset.get_events("ev_card_policy", "ev_card_goal")
    series = view.groups(rows, "measure_id", rates)
    return lines.draw(view, series, marks=goal, named=[GOAL_DAY], top=ABOVE)


def monthly_increase(view: View) -> Chart:
    counts = view.dataset.series("cards_by_date", measure_id="cards_issued_cumulative")
    grown = derived.increase(counts, view.dataset.measures["cards_issued_increase"])
    return columns.over_time(
        view,
        grown,
        marks=view.dataset.get_events(*INCENTIVES),
        named=("2021-07-01", "2022-12-31"),
        formula=view.step_text("formula"),
    )


def money_and_cards(view: View) -> Chart:
    """What was paid out for issuing, and cards issued: side by side in time, not divided."""
    counts = view.dataset.series(
        "cards_by_date", measure_id="cards_issued_cumulative", as_of=YEAR_ENDS
    )
    measure = view.dataset.measures["cards_issued_increase_year"]
    grown = derived.increase(counts, measure, derived.A_YEAR)
    paid = [f"project_budgets_by_year.card_issuing.FY{year}.executed" for year in PAID_YEARS]
    panels = {"paid": view.dataset.get_figures(*paid), "issued": view.figures(grown)}
    return column_panels.over_years(view, panels)


def failed_forecast(
    view: View, guess: Annotated[int | None, Guess(0, 100, 1, "percent")] = None
) -> Chart:
    rows = view.dataset.series("cards_by_date", measure_id="issue_rate")
    return expected.against(
        view,
        rows[rows["as_of"].between("2021-04", GOAL_DAY)],
        view.dataset.figures["card_issue_rate_plateau_forecast"],
        goals=view.dataset.get_events("ev_card_goal"),
        guess=guess,
        outcome="outcome_did_not_happen",
    )


def by_prefecture(
    view: View,
    when: Annotated[str, DateSlider(AT_DATES)] = AT_DATES[-1],
    own: Annotated[str, Select(OWN)] = OWN[0],
) -> Chart:
    rows = view.dataset.series("cards_by_prefecture", measure_id="issue_rate_by_prefecture")
    whole = view.dataset.series("cards_by_date", measure_id="issue_rate", as_of=when)
    country = view.figures(whole)[0]
    return tiles.prefectures(view, rows[rows["as_of"] == when], scale=rows, own=own, whole=country)


def prefecture_lines(view: View, own: Annotated[str, Select(OWN)] = OWN[0]) -> Chart:
    """Every prefecture as a thin line; one's own, the highest, the lowest and the country named."""
    rows = view.dataset.series("cards_by_prefecture", measure_id="issue_rate_by_prefecture")
    last = rows[rows["as_of"] == AT_DATES[-1]].sort_values("number")
    chosen = [last["prefecture"].iloc[-1], last["prefecture"].iloc[0]]
    named = [own, *chosen] if own != OWN[0] else chosen
    series = view.groups(rows[rows["prefecture"].isin(named)], "prefecture", named)
    country = view.dataset.series("cards_by_date", measure_id="issue_rate", as_of=AT_DATES)
    series[OWN[0]] = view.figures(country)
    return lines.draw(
        view,
        series,
        behind=[many.thin(view, rows, by="prefecture")],
        beside=view.figures(last[~last["prefecture"].isin(named)]),
    )


def municipality_types(view: View) -> Chart:
    rows = view.dataset.series(
        "cards_by_municipality_type", measure_id="issue_rate_by_municipality_type"
    )
    return lines.over_time(view, rows, by="municipality_type", order=TYPES)


def by_age(view: View, when: Annotated[str, DateSlider(AGES_AT)] = AGES_AT[-1]) -> Chart:
    rows = view.dataset.series("cards_by_age_sex", measure_id="issue_rate_by_age_sex", as_of=when)
    return ages.by_age(view, rows)


def renewal(view: View, issued: Annotated[int, Slider(2016, 2026)] = 2016) -> Chart:
    card, certificate = view.dataset.get_figures(
        "card_renewal_interval_years", "certificate_renewal_interval_years"
    )
    half, whole = issued + int(certificate.value), issued + int(card.value)
    kept = [
        spans.Span(view.step_text("card"), issued, whole, card),
        spans.Span(view.step_text("first_certificate"), issued, half, certificate),
        spans.Span(view.step_text("next_certificate"), half, whole, certificate),
    ]
    return spans.lifetimes(view, kept, year=2025)


def local_gifts(view: View) -> Chart:
    return bars.ranked(view, view.dataset.frame(*GIFTS), apart=True)


STORY = Story(
    "card_adoption",
    (
        goal_and_rate,
        monthly_increase,
        money_and_cards,
        failed_forecast,
        by_prefecture,
        prefecture_lines,
        municipality_types,
        by_age,
        renewal,
        local_gifts,
    ),
)
