"""All data in the plain site: every measure with its chart and its rows, a page for each topic."""

from collections.abc import Iterator
from functools import cache

from markupsafe import Markup

from components.charts import selected
from components.charts.chart import PAGE as WIDE
from components.charts.chart import View
from components.data.dataset import Dataset, load_dataset
from components.data.records import Measure
from components.data.selection import select
from components.export.site_lookup import method, opening
from components.export.site_page import Site
from components.export.site_words import Linked, picture
from components.text import selecting
from components.text.selecting import measures_by_topic
from components.views.selecting import start_html
from components.views.tags import joined, tag
from components.views.under import under_html

PAGE = "explore"


class Leading(Linked):
    """Leads a link that selects a measure to where its topic's page shows it."""

    def href(self, page: str, **query: str) -> str | None:
        """Give the link to a measure, else what any page of the site would give."""
        topic = _topics(self.dataset).get(query.get("measure", ""))
        if page == PAGE and topic:
            return self.site.href(f"{PAGE}/{topic}", query["measure"])
        return super().href(page, **query)


@cache
def _topics(dataset: Dataset) -> dict[str, str]:
    """Give the topic under which each measure is shown."""
    return {each.id: topic for topic, found in measures_by_topic(dataset).items() for each in found}


def explore_html(site: Site) -> Markup:
    """Write the questions to begin with, and every measure under its topic."""
    return opening(site) + start_html(Leading(site)) + method(site, charts=False)


def topics(site: Site) -> Iterator[tuple[Site, Markup]]:
    """Give the page of each topic with the chart and the rows of each of its measures."""
    for topic, measures in measures_by_topic(load_dataset()).items():
        page = site.at(f"{PAGE}/{topic}")
        on = Linked(page)
        back = tag("p", tag("a", page.title(PAGE), href=page.href(PAGE)), class_="kicker")
        title = tag("h1", page.title(topic))
        yield page, back + title + joined(_measure(on, each) for each in measures)


def _measure(on: Linked, measure: Measure) -> Markup:
    """Write a measure as the app shows it first; one that is only a table has its words alone."""
    dataset, language = load_dataset(), on.language
    selection = select(dataset, {"measure": measure.id})
    name = selecting.measure_words(dataset, measure, language)
    heading = tag("h2", name, id=on.anchor(measure.id))
    about = tag("p", measure.definition.to(language))
    if selection is None or selection.form == "table" or selecting.is_empty(dataset, selection):
        return heading + about
    chart = selected.draw(View(dataset, language, canvas=WIDE), selection)
    said = selecting.title(dataset, selection, language)
    return heading + about + picture(chart, None, said) + under_html(chart, on)
