"""Everything dated, in order of time: what happened, what was planned, and what came of it."""

from components.charts import ticks
from components.charts.chart import Chart, View
from components.content.story import Story


def by_kind(view: View, event_ids: tuple[str, ...] = ()) -> Chart:
    return ticks.by_kind(view, view.book.happenings(*event_ids or view.book.events))


STORY = Story("timeline", (by_kind,), walk=False)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import timeline_page

    timeline_page.tell(STORY)
