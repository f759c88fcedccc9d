"""Education data: who holds it and on what ground, what is measured, leaked and kept."""

from typing import Annotated

from components.charts import bars, lanes, lines, paid_out, panels, spans
from components.charts.chart import Chart, View
from components.charts.controls import Slider
from components.charts.lanes import Item, Stretch
from components.charts.text_table import Links, of_flows
from components.text.story import Story

WHAT = ("column_learning", "column_tests", "column_life", "column_body", "column_identity")
WANTED: Links = {  # who wants it: the links, by what is wanted
    "wants_school": {
        "column_learning": ("e80",),
        "column_tests": ("e80",),
        "column_body": ("e87",),
    },
    "wants_mext": {"column_tests": ("e83",), "column_body": ("e86",)},
    "wants_digital": {"column_learning": ("e39a",), "column_identity": ("e84",)},
    "wants_children": {"column_learning": ("e85",), "column_life": ("e85",)},
    "wants_firms": {"column_learning": ("e81", "e82"), "column_tests": ("e81",)},
}
BOARDS = (
    "boards_no_procedure_2024",
    "boards_not_shown_2024",
    "boards_unchecked_2024",
    "boards_no_purpose_2024",
)
RULES = ("ev_guidance_first", "ev_school_privacy_act", "ev_guidance_second", "ev_boards_result")
FIRM = ("ev_gifu_app", "ev_app_reported", "ev_boards_survey", "ev_app_ends_planned")
SAID = ("ev_learner_id_report", "ev_card_for_marks_faq", "ev_qa_no_central_store")
WORKED_OUT = (
    "ev_roadmap",
    "ev_auth_panel",
    "ev_auth_summary",
    "ev_auth_without_card",
    "ev_auth_start_planned",
)
LEAVES_PRIMARY_SCHOOL = 13  # the year a pupil turns thirteen holds the end of primary school


def who_wants_what(view: View) -> Chart:
    return of_flows(view, WANTED, fields=WHAT)


def companies(view: View) -> Chart:
    names = {"firm": FIRM, "rules": RULES}
    rows = {name: view.dataset.get_events(*events) for name, events in names.items()}
    return lanes.over_time(view, rows, highlight=["ev_app_reported"])


def boards(view: View) -> Chart:
    return bars.ranked(view, view.dataset.frame(*BOARDS), limit=100)


def measured_in_class(view: View) -> Chart:
    event = view.dataset.events
    rows: dict[str, list[Item]] = {
        "by_boards": [
            Stretch("kuki_first", event["ev_kuki_pulse_trial"], event["ev_kuki_trial_end_planned"]),
            event["ev_kuki_live"],
        ],
        "by_state": [
            event["ev_minoh_cameras"],
            Stretch("higashiomi", event["ev_higashiomi_trial"], event["ev_higashiomi_end_planned"]),
        ],
        "by_university": [event["ev_nakatane_trial"]],
    }
    return lanes.over_time(view, rows)


def devices(view: View) -> Chart:
    rows = view.dataset.series(
        "school_computers",
        area="area_japan",
        school="school_all",
        measure_id="pupils_per_computer",
    )
    rows = rows[rows["as_of"] >= "2013"]
    return lines.over_time(view, rows, named=["2013-03-01"])


def money_and_devices(view: View) -> Chart:
    return paid_out.by_year(view, "giga_devices_public", "giga_network_public")


def almost_every_day(view: View) -> Chart:
    measures = ("almost_daily_display", "almost_daily_pupils")
    rows = view.dataset.series("school_use", school="school_primary", measure_id=measures)
    return panels.stages(view, rows, by="measure_id", order=measures)


def testing(view: View) -> Chart:
    goals = [f"project_indicators.mexcbt_schools.FY{year}.target" for year in (2020, 2021)]
    reached = view.dataset.series("school_testing", measure_id="school_mexcbt")
    rows = view.dataset.frame(*goals, *reached["id"])
    named = ["goal"] * len(goals) + ["reached"] * len(reached)
    return panels.stages(view, rows.assign(of=named), by="of")


def learner_id(view: View) -> Chart:
    names = {"said": SAID, "worked_out": WORKED_OUT}
    rows = {name: view.dataset.get_events(*events) for name, events in names.items()}
    return lanes.over_time(view, rows)


def leaks(view: View) -> Chart:
    latest = view.dataset.series("school_leaks", edition="edition_latest")
    counted = latest[latest["measure_id"] == "school_leaks"]
    people = view.dataset.series("school_leaks", measure_id="school_leak_people")
    ids = [*counted["id"], *people["id"]]
    named = ["incidents"] * len(counted) + ["people"] * len(people)
    rows = view.dataset.frame(*ids).assign(of=named)
    return panels.stages(view, rows, by="of", apart=True)


def how_long_kept(
    view: View,
    birth_year: Annotated[int, Slider(1990, 2020)] = 2012,
    look_year: Annotated[int, Slider(2000, 2070)] = 2040,
) -> Chart:
    leaves = birth_year + LEAVES_PRIMARY_SCHOOL
    kept = view.dataset.get_figures(
        "education_guidance_record_retention_years", "education_learning_record_retention_years"
    )
    known = [
        spans.Span(view.localize(row.label), leaves, leaves + int(row.value), row) for row in kept
    ]
    feared = spans.Span(view.step_text("no_limit"), leaves, None, view.dataset.flows["e39a"])
    return spans.lifetimes(view, [*known, feared], year=look_year)


STORY = Story(
    "education",
    (
        who_wants_what,
        companies,
        boards,
        measured_in_class,
        devices,
        money_and_devices,
        almost_every_day,
        testing,
        learner_id,
        leaks,
        how_long_kept,
    ),
)
