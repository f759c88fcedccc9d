"""A step on paper: headline, body, chart, source, claims; and the numbers behind its chart."""

import logging

from markupsafe import Markup

from components.charts import drawn
from components.charts.chart import Canvas, Chart
from components.charts.static.still import svg
from components.data.dataset import load_dataset
from components.data.languages import Language, listed
from components.data.today import is_old
from components.export.edition import stamp
from components.export.export_request import ExportRequest
from components.export.handout_fit import chart_size
from components.export.handout_imprint import step_code
from components.text.prose import Reference
from components.text.topics import Step, Topic, interface
from components.views.printed import Printed
from components.views.tables import claim_html, rows_html
from components.views.tags import joined, tag, text

LOG = logging.getLogger(__name__)
PAPER = Canvas("paper", 800)  # CSS pixels; printed as wide as a sheet is between its margins
SHRUNK = 688 / PAPER.width  # a sheet has 688 CSS pixels between its margins
NAMED = 3  # documents below a chart
COLUMNS = ("claim", "answer", "since")
LEFT_OUT = ("source", "place", "measure", "note")  # no room on a sheet; the site has them


def step_html(wish: ExportRequest, topic: Topic, step: Step) -> str:
    """Write a step: what belongs together first, then its claims, none of them cut."""
    language = topic.language
    prose = Printed(language)
    chart = chart_of(topic, step)
    head = (
        step_code(wish, language, topic.title, topic.id, step.number)
        + tag("p", text(_kicker(topic, step)), class_="kicker")
        + tag("h2", prose.headline(step.headline))
        + joined(tag("p", prose.html(line)) for line in step.body)
    )
    main = tag("header", head) + _points(step, prose) + _figure(chart, step, prose)
    foot = _old(chart, step, language) + tag("p", text(stamp(wish, language)), class_="imprint")
    return tag("div", main + foot, class_="whole") + _claims(topic, step, prose)


def _kicker(topic: Topic, step: Step) -> str:
    number = str(step.number)
    return interface("paper_kicker", topic.language, topic=topic.title, step=number)


def _claims(topic: Topic, step: Step, prose: Printed) -> str:
    """
    Write the claims of a step, with the names of their columns once a page.

    Where claims go on to another page, heading and names go along.
    """
    if not step.claims:
        return ""
    words = f"{interface('paper_claims', topic.language)}　{_kicker(topic, step)}"
    written = joined(claim_html(each, prose, name="") for each in step.claims)
    columns = (interface(f"column_{each}", topic.language) for each in COLUMNS)
    names = tag("div", joined(tag("h3", text(each)) for each in columns), class_="names")
    again = tag("div", tag("h3", text(words)) + names, class_="again")
    return tag("div", again + tag("div", written, class_="listed"), class_="claims")


def chart_of(topic: Topic, step: Step) -> Chart | None:
    """Draw a step's chart for paper; None where it has none, or where drawing fails."""
    try:
        return drawn.chart(topic.id, step.id, topic.language, PAPER)
    except Exception:
        LOG.exception("a chart on paper failed: %s/%s", topic.id, step.id)
        return None


def picture(chart: Chart, step: Step) -> str:
    """Draw a chart as a vector picture; its source stands below it as text."""
    name = f"{step.chart_name}　{step.takeaway}"
    return Markup(svg(chart, PAPER.width, name=name, source=False))


def source_line(chart: Chart, language: Language) -> str:
    """Name the documents behind a chart, and the span of dates; the list at the end has all."""
    named = list({each.id: each for each in [*chart.origins, *chart.sources]}.values())
    quoted = "{}「{}」" if language == "ja" else "{} “{}”"
    documents = [
        quoted.format(each.publisher.to(language), each.title.to(language))
        for each in named[:NAMED]
    ]
    if rest := named[NAMED:]:
        documents.append(interface("paper_more_documents", language, count=str(len(rest))))
    names = listed(documents, language, english="; ")
    lead = interface("paper_documents", language) + ("：" if language == "ja" else ": ")
    return f"{chart.source_line(language)}　{lead}{names}"


def _figure(chart: Chart | None, step: Step, prose: Printed) -> str:
    if chart is None:
        return ""
    caption = tag("figcaption", prose.html(step.takeaway))
    documents = source_line(chart, prose.language)
    size = chart_size(step, chart.height * SHRUNK, documents, prose.language)
    drawn_ = tag("div", picture(chart, step), class_=f"drawn size{size * 100:.0f}")
    return tag("figure", drawn_ + caption + tag("p", text(documents), class_="source"))


def _points(step: Step, prose: Printed) -> str:
    items = joined(
        tag("li", prose.html(each.text) + _more(prose.html(each.more))) for each in step.points
    )
    return tag("ul", items, class_="points") if items else ""


def _more(words: str) -> str:
    return tag("span", words, class_="more") if words else ""


def _old(chart: Chart | None, step: Step, language: Language) -> str:
    """Say how many numbers of a step have a newer value or are due for another look."""
    texts = (step.headline, *step.body, step.takeaway)
    told = [
        each.record for words in texts for each in words.mentions if isinstance(each, Reference)
    ]
    old = {row.id for row in [*told, *(chart.rows if chart else ())] if is_old(row)}
    if not old:
        return ""
    return tag("p", text(interface("stage_stale", language, count=str(len(old)))), class_="stale")


def numbers_html(topic: Topic, step: Step) -> str:
    """Write the rows behind a step's chart as a table; nothing for a step without a chart."""
    chart = chart_of(topic, step)
    if chart is None:
        return ""
    heading = tag("h3", text(f"{_kicker(topic, step)}　{step.chart_name}"))
    rows = rows_html(chart.rows, load_dataset(), topic.language, leave_out=LEFT_OUT)
    return tag("section", heading + rows)
