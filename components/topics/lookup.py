"""The pages to look things up in: no walks, but with words of their own in data/text/."""

from components.charts import ticks
from components.charts.chart import Chart, View
from components.text.story import Story


def by_kind(view: View, event_ids: tuple[str, ...] = ()) -> Chart:
    return ticks.by_kind(view, view.dataset.get_events(*event_ids or view.dataset.events))


CHANGES = Story("changes", (), walk=False)
CLAIMS = Story("claims", (), walk=False)
EXPLORE = Story("explore", (), walk=False)
FIGURES = Story("figures", (), walk=False)
GLOSSARY = Story("glossary", (), walk=False)
MY_SETTINGS = Story("my_settings", (), walk=False)
SEARCH = Story("search", (), walk=False)
SYSTEM_MAP = Story("system_map", (), walk=False)
TALK = Story("talk", (), walk=False)
TIMELINE = Story("timeline", (by_kind,), walk=False)

STORIES = (
    CHANGES,
    CLAIMS,
    EXPLORE,
    FIGURES,
    GLOSSARY,
    MY_SETTINGS,
    SEARCH,
    SYSTEM_MAP,
    TALK,
    TIMELINE,
)
