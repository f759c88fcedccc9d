"""The courts: each suit level by level, what one ruling reached, and the yardstick."""

from components.charts import lanes
from components.charts.chart import Chart, View
from components.charts.paired_cards import paired_cards
from components.charts.text_table import CaseColumns, TableRow, court_cases
from components.data.dates import format_date
from components.data.records import Figure
from components.text.story import Story

DOCTORS = {  # the court: what happened there; what the suit is about comes before
    "": ("ev_mandate",),
    "level_district": ("ev_doctors_sue", "ev_suit_dismissed"),
    "level_high": ("ev_suit_appealed", "ev_appeal_hearing", "ev_second_hearing"),
}
DECIDED = ("reach_upheld", "reach_reason")
# On the earlier card two courts, on today's the parties: who sees a danger, and who does not.
VOICES = (("voice_osaka_2006", "voice_supreme_2008"), ("voice_critics", "voice_state"))


def suits_by_level(view: View) -> Chart:
    grid = CaseColumns(
        "suit",
        "level",
        "ruling",
        muted=("ruling_not_found",),
        highlight=("ruling_constitutional",),
    )
    return court_cases(view, view.dataset.rows("suits_by_level"), grid)


def what_was_reached(view: View) -> Chart:
    rows = view.dataset.rows("ruling_2023_scope")
    lines = []
    for row in rows:
        said = _said(view, row, view.label(row.dims["reach"]))
        cells = (said, "") if row.dims["reach"] in DECIDED else ("", said)
        lines.append(TableRow(view.label(row.dims["scope"]), cells))
    heads = (view.step_text("decided"), view.step_text("not_decided"))
    return paired_cards(view, heads, lines, rows=rows)


def doctors_suit(view: View) -> Chart:
    rows = {court: view.dataset.get_events(*events) for court, events in DOCTORS.items()}
    return lanes.over_time(view, rows, highlight=["ev_suit_dismissed"])


def yardstick(view: View) -> Chart:
    rows = view.dataset.rows("yardstick_2008")
    asked = {(row.dims["question"], row.dims["voice"]): row for row in rows}
    lines = [
        TableRow(view.label(question), [_answer(view, asked[question, voice]) for voice in pair])
        for question in dict.fromkeys(row.dims["question"] for row in rows)
        for pair in VOICES
    ]
    heads = (view.step_text("danger"), view.step_text("no_danger"))
    return paired_cards(view, heads, lines, rows=rows)


def _answer(view: View, row: Figure) -> str:
    """Write who said what and when; nothing where no answer was found."""
    if not row.value:
        return ""
    return _said(view, row, f"{view.label(row.dims['voice'])} | {view.label(row.dims['view'])}")


def _said(view: View, row: Figure, words: str) -> str:
    """Write words with their date, if it is known."""
    return view.aside(words, format_date(row.value, view.language) if row.value else "")


STORY = Story("lawsuits", (suits_by_level, what_was_reached, doctors_suit, yardstick))
