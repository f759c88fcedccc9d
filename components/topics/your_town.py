"""One's own town: its rate through time, where it stands among all, and those of its size."""

from components.charts import town_place, town_rates
from components.charts.chart import Chart, View
from components.data.standings import country, newest
from components.text import town as town_text
from components.text.story import Story

ROUNDS = (  # of the MynaPoint programme, as they came
    "ev_round1_applications",
    "ev_round1_card_deadline",
    "ev_round2_step1",
    "ev_round2_full",
)


def rate_over_time(view: View, town: str = "", compare: str = "", date: str = "") -> Chart:
    """
    Draw the issue rates of municipalities over all dates, with prefecture and country beside.

    - town: the reader's own, by its code (131130); its prefecture is the one drawn
    - compare: codes of others, joined by commas, as a link to the page writes them
    - date: a date to mark, if not the last (2022-12-31)

    The rounds of MynaPoint are marked. Without a town the first is drawn. Raises KeyError for an
    unknown code.
    """
    marks = view.dataset.get_events(*ROUNDS)
    return town_rates.over_time(view, _codes(view, town, compare), date, marks)


def place_among_all(view: View, town: str = "", compare: str = "", date: str = "") -> Chart:
    """Draw where municipalities stand among all at a date; arguments as for rate_over_time."""
    day = date or newest(view.dataset)
    whole = country(view.dataset, day)
    return town_place.among_all(view, _codes(view, town, compare), day, whole)


def towns_of_like_size(view: View, town: str = "", compare: str = "", date: str = "") -> Chart:
    """Draw a municipality among those of its size at a date; what else is compared is left out."""
    code = _codes(view, town, compare)[0]
    return town_rates.like_size(view, code, date or newest(view.dataset))


def _codes(view: View, town: str, compare: str) -> list[str]:
    """Give the codes in a link, the reader's own first; the first of all where none is named."""
    others = [code for code in compare.split(",") if code and code != town]
    return [town or next(iter(view.dataset.municipalities)), *others]


STORY = Story(
    "your_town",
    (rate_over_time, place_among_all, towns_of_like_size),
    walk=False,
    records=town_text.RECORDS,
)
