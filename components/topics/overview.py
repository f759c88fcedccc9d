"""What the number is, what the card is, five numbers that frame the story, and the ways in."""

from components.charts.chart import Chart, View
from components.charts.object_cards import object_cards
from components.charts.text_table import large_values
from components.text.story import Story

FOUR_THINGS = {
    "number": "node_my_number",
    "card": "node_card",
    "chip": "node_jpki",
    "screen": "node_portal",
}
COLUMNS = ("name", "run_by", "data", "basis")
FIVE = {
    "five_cards": ("issue_rate@2025-01-31", "held_rate@2025-01-31"),
    "five_readers": ("oqs_installed",),
    "five_points": ("mynapoint_unused",),
    "five_errors": ("general_check_errors",),
    "five_courts": ("lawsuit_district_courts_count",),
}


def what_is_what(view: View) -> Chart:
    things = [(picture, view.dataset.systems[name]) for picture, name in FOUR_THINGS.items()]
    return object_cards(view, things, COLUMNS)


def five_numbers(view: View) -> Chart:
    groups = {name: view.dataset.get_figures(*figures) for name, figures in FIVE.items()}
    return large_values(view, groups, apart=view.step_text("apart"))


STORY = Story("overview", (what_is_what, five_numbers))
