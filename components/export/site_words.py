"""The plain site as a medium: each number leads to its record, each term to the glossary."""

import logging
from collections.abc import Mapping

from markupsafe import Markup, escape

from components.charts import drawn
from components.charts.chart import PAGE, PHONE, Chart
from components.charts.static.still import address, svg
from components.data.records import Event, Figure
from components.export.site_page import Site
from components.text.glossary import Explained
from components.text.prose import Reference
from components.text.story import find_story
from components.text.topics import Step, Topic, interface
from components.text.uses import Use
from components.views.medium import Medium, record_page
from components.views.step import figure_html, picture_name
from components.views.tags import tag
from components.views.under import under_html
from components.views.uses import uses_html

LOG = logging.getLogger(__name__)
Uses = Mapping[str, tuple[Use, ...]]


class Linked(Medium):
    """Writes one page of the plain site."""

    moves = False

    def __init__(self, site: Site) -> None:
        super().__init__(site.language)
        self.site = site
        self.anchors: set[str] = set()

    def number(self, reference: Reference) -> Markup:
        """Write a number with a link to its record."""
        record = reference.record
        if record is None:
            return tag("mark", reference.text)
        there = self._place_of(record)
        if there is None:
            return tag("b", self.marked(reference), class_="number")
        return tag("a", self.marked(reference), href=there, class_="number")

    def _place_of(self, record: Figure | Event) -> str | None:
        """Give the link to a record: a figure, a town's row, the fold of a series; else None."""
        if isinstance(record, Figure) and (code := record.dims.get("municipality")):
            return self.site.href(f"your_town/{code[:2]}", code)
        if isinstance(record, Event) or record.id in self.dataset.figures:
            return self.site.href(record_page(record), record.id)
        table, _, rest = record.id.partition(".")
        if table in self.dataset.tables:
            return self.site.href("figures", f"{table}.{rest.partition('.')[0]}")
        return None

    def headline_number(self, reference: Reference) -> Markup:
        """Write a number of a headline, which is a link itself where it stands in a list."""
        return escape(self.marked(reference))

    def term(self, written: Explained) -> Markup:
        """Write a term with a link to its entry in the glossary."""
        there = self.site.href("glossary", f"term-{written.term.id}")
        return tag("a", written.text, href=there, class_="term")

    def href(self, page: str, **query: str) -> str | None:
        """Give the link to a page, or to a figure or step on it by its id, if this site has it."""
        record, step = query.get("record", ""), query.get("step", "")
        anchor = record if page == "figures" and record in self.dataset.figures else ""
        if (story := find_story(page)) and story.has_step(step):
            anchor = step
        return self.site.href(page, anchor) if page in self.site.pages else None

    def anchor(self, name: str) -> str | None:
        """Give a place its name; what stands on a page twice has it at the first place."""
        if name in self.anchors:
            return None
        self.anchors.add(name)
        return name

    def chart(self, topic: Topic, step: Step) -> Markup:
        """Write a step's chart as a picture for wide and for narrow windows."""
        if not step.chart:
            return Markup()
        try:
            wide = drawn.chart(topic.id, step.id, self.language, PAGE)
            narrow = drawn.chart(topic.id, step.id, self.language, PHONE)
        except Exception:
            LOG.exception("a chart of the site failed: %s/%s", topic.id, step.id)
            return tag("p", interface("chart_failed", self.language), class_="stale")
        if wide is None or narrow is None:
            return Markup()
        shown = picture(wide, narrow, picture_name(step))
        return figure_html(shown, step, self) + under_html(wide, self)


def picture(wide: Chart, narrow: Chart | None, name: str) -> Markup:
    """
    Write a chart as a picture for wide and, if there is one, for narrow windows, inside the page.

    A text browser shows its name, and the table that stands below.
    """
    inner = _inside(narrow, PHONE.width, name) if narrow else ""
    source = tag("source", media="(max-width: 640px)", srcset=inner) if narrow else ""
    image = tag(
        "img",
        src=_inside(wide, PAGE.width, name),
        alt=name,
        width=str(PAGE.width),
        height=str(wide.height),
        loading="lazy",
    )
    return tag("picture", source, image)


def _inside(chart: Chart, width: int, name: str) -> str:
    return address(svg(chart, width, name=name))


def used_in(site: Site, found: tuple[Use, ...]) -> Markup:
    """Write the links to the steps that use a record; nothing where none of this site does."""
    here = [use for use in found if use.topic in site.request.topics]
    lead = escape(interface("used_in", site.language))
    return uses_html(
        here, site.language, lead, lambda use: {"href": site.href(use.topic, f"step-{use.step}")}
    )
