"""A topic of the plain site: its steps one below the other, each with an anchor of its own."""

import logging
from collections.abc import Sequence

from components.charts import drawn
from components.charts.chart import PAGE, PHONE, Chart
from components.charts.static.still import address, svg
from components.export.site_page import Site
from components.export.site_words import Linked
from components.text.topics import Point, Step, Topic, interface
from components.views.tables import claim_html
from components.views.tags import joined, tag, text
from components.views.under import under_html

LOG = logging.getLogger(__name__)


def topic_html(site: Site, topic: Topic) -> str:
    """Write a topic's walk."""
    prose = Linked(site)
    lede = joined(tag("p", prose.html(line), class_="lede") for line in topic.lede)
    head = tag("h1", prose.headline(topic.title)) + lede + _contents(site, topic)
    claimed: set[str] = set()
    return head + joined(_step(site, topic, step, prose, claimed) for step in topic.steps)


def _contents(site: Site, topic: Topic) -> str:
    prose = Linked(site)
    items = joined(
        tag("li", tag("a", prose.headline(step.headline), href=f"#step-{step.number}"))
        for step in topic.steps
    )
    return tag(
        "nav", tag("ol", items), class_="contents", aria_label=interface("jumps", site.language)
    )


def _step(site: Site, topic: Topic, step: Step, prose: Linked, claimed: set[str]) -> str:
    language = site.language
    kicker = interface("site_step", language, step=str(step.number))
    head = tag("p", text(kicker), class_="kicker") + tag(
        "h2", prose.headline(step.headline), id=step.id
    )
    body = joined(tag("p", prose.explaining(line)) for line in step.body)
    claims = ""
    for claim in step.claims:
        # A claim of two steps has one name on a page.
        name = "" if claim.id in claimed else f"claim-{claim.id}"
        claims += claim_html(claim, prose, name=name)
        claimed.add(claim.id)
    inner = head + body + _points(site, step.points, prose) + _figure(topic, step, prose) + claims
    return tag("section", inner, id=f"step-{step.number}", class_="step")


def _points(site: Site, points: Sequence[Point], prose: Linked) -> str:
    items = ""
    for point in points:
        words = prose.html(point.text)
        if point.to in site.pages and point.to:
            words = tag("a", text(str(point.text)), href=site.href(point.to))
        more = tag("p", prose.html(point.more), class_="why") if point.more else ""
        items += tag("li", tag("p", words) + more)
    return tag("ul", items, class_="points") if items else ""


def _figure(topic: Topic, step: Step, prose: Linked) -> str:
    if not step.chart:
        return ""
    language = topic.language
    try:
        wide = drawn.chart(topic.id, step.id, language, PAGE)
        narrow = drawn.chart(topic.id, step.id, language, PHONE)
    except Exception:
        LOG.exception("a chart of the site failed: %s/%s", topic.id, step.id)
        return tag("p", text(interface("chart_failed", language)), class_="stale")
    if wide is None or narrow is None:
        return ""
    name = f"{step.chart_name}　{step.takeaway}"
    caption = tag("figcaption", prose.html(step.takeaway))
    return tag("figure", picture(wide, narrow, name) + caption) + under_html(wide, language)


def picture(wide: Chart, narrow: Chart, name: str) -> str:
    """
    Write a chart as a picture for wide and for narrow windows, inside the page itself.

    A text browser shows its name, and the table that stands below.
    """
    source = tag("source", media="(max-width: 640px)", srcset=_inside(narrow, PHONE.width, name))
    image = tag(
        "img",
        src=_inside(wide, PAGE.width, name),
        alt=name,
        width=str(PAGE.width),
        height=f"{wide.height}",
        loading="lazy",
    )
    return tag("picture", source, image)


def _inside(chart: Chart, width: int, name: str) -> str:
    return address(svg(chart, width, name=name))
