"""What the number is, what the card is, five numbers that frame the story, and the ways in."""

from components.charts import lines, network
from components.charts.chart import Chart, View
from components.content.story import Story

FOUR_THINGS = (
    ("node_jlis", "node_person", "node_certificate_serial"),
    ("node_my_number", "node_portal", "node_customer_id"),
    ("node_agencies", "node_network"),
)


def what_is_what(view: View) -> Chart:
    links = view.book.links("e21", "e27", "e26", "e25", "e20")
    return network.network(view, links, columns=FOUR_THINGS)


def five_numbers(view: View) -> Chart:
    rows = view.book.rows("cards_by_date")
    series = {
        measure: [row for row in rows if row.measure.id == measure]
        for measure in ("issue_rate", "held_rate")
    }
    change = view.book.happenings("ev_held_published")
    return lines.over_time(view, series, marks=change, named=["2023-03-31"])


STORY = Story("overview", (what_is_what, five_numbers))

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import story

    story.tell(STORY)
