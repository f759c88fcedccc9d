"""A step on paper: headline, body, chart, source, claims; and the numbers behind its chart."""

import logging

from markupsafe import Markup, escape

from components.charts import drawn
from components.charts.chart import Canvas, Chart
from components.charts.static.still import svg
from components.data.dataset import load_dataset
from components.data.languages import Language, listed
from components.data.records import Source
from components.data.today import is_old
from components.export.edition import stamp, step_code
from components.export.export_request import ExportRequest
from components.export.handout_fit import chart_size
from components.text.prose import Reference
from components.text.topics import Step, Topic, interface
from components.views.claim import claims_html
from components.views.medium import Medium
from components.views.step import figure_html, picture_name, points_html, words_html
from components.views.tables import rows_html
from components.views.tags import tag

LOG = logging.getLogger(__name__)
PAPER = Canvas("paper", 800)  # CSS pixels; printed as wide as a sheet is between its margins
SHRUNK = 688 / PAPER.width  # a sheet has 688 CSS pixels between its margins
NAMED = 3  # documents below a chart
COLUMNS = ("claim", "answer", "since")
LEFT_OUT = ("source", "place", "measure", "note")  # no room on a sheet; the site has them


class Paper(Medium):
    """Writes for paper: nothing opens, numbers stand out, those that grew old carry their mark."""

    moves = False
    folds_claims = False

    def number(self, reference: Reference) -> Markup:
        """Write a number in bold."""
        return tag("b", self.marked(reference), class_="number")

    def href(self, page: str, **query: str) -> None:
        """Lead nowhere."""

    def anchor(self, name: str) -> None:
        """Name no places."""

    def document(self, source: Source) -> Markup:
        """Name a document in short; the list at the end has its title."""
        words = escape(source.short.to(self.language))
        if source.kind == "primary":
            return words
        return (
            words
            + " "
            + tag("span", interface(f"kind_{source.kind}", self.language), class_="kind")
        )

    def chart(self, topic: Topic, step: Step) -> Markup:
        """Draw a step's chart as large as the step with its claims leaves room for."""
        chart = chart_of(topic, step)
        if chart is None:
            return Markup()
        documents = source_line(chart, self.language)
        size = chart_size(step, chart.height * SHRUNK, documents, self.language)
        drawing = tag("div", picture(chart, step), class_=f"drawn size{size * 100:.0f}")
        return figure_html(drawing, step, self, tag("p", documents, class_="source"))


def step_html(request: ExportRequest, topic: Topic, step: Step) -> Markup:
    """Write a step: what belongs together first, then its claims, none of them cut."""
    language, on = topic.language, Paper(topic.language)
    head = tag(
        "header",
        step_code(request, topic, step),
        tag("p", kicker(topic, step), class_="kicker"),
        words_html(step, on),
    )
    whole = tag(
        "div",
        head,
        points_html(step, on),
        on.chart(topic, step),
        _old(topic, step),
        tag("p", stamp(request, language), class_="imprint"),
        class_="whole",
    )
    return whole + _claims(topic, step, on)


def kicker(topic: Topic, step: Step) -> str:
    """Give the line above a step's headline: its topic, and its number in a walk."""
    if step.asked:
        return topic.title
    return interface("paper_kicker", topic.language, topic=topic.title, step=str(step.number))


def _claims(topic: Topic, step: Step, on: Paper) -> Markup:
    """
    Write the claims of a step, with the names of their columns once a page.

    Where claims go on to another page, heading and names go along.
    """
    if not step.claims:
        return Markup()
    words = f"{interface('paper_claims', topic.language)}　{kicker(topic, step)}"
    columns = (tag("h3", interface(f"column_{each}", topic.language)) for each in COLUMNS)
    again = tag("div", tag("h3", words), tag("div", columns, class_="names"), class_="again")
    listed = tag("div", claims_html(step.claims, on), class_="listed")
    return tag("div", again, listed, class_="claims")


def chart_of(topic: Topic, step: Step) -> Chart | None:
    """Draw a step's chart for paper; None where it has none, or where drawing fails."""
    try:
        return drawn.chart(topic.id, step.id, topic.language, PAPER)
    except Exception:
        LOG.exception("a chart on paper failed: %s/%s", topic.id, step.id)
        return None


def picture(chart: Chart, step: Step) -> Markup:
    """Draw a chart as a vector picture; its source stands below it as text."""
    return Markup(svg(chart, PAPER.width, name=picture_name(step), source=False))


def source_line(chart: Chart, language: Language, most: int = NAMED) -> str:
    """Name the documents behind a chart, and the span of dates; the list at the end has all."""
    named = list({each.id: each for each in [*chart.origins, *chart.sources]}.values())
    quoted = "{}「{}」" if language == "ja" else "{} “{}”"
    documents = [
        quoted.format(each.publisher.to(language), each.title.to(language)) for each in named[:most]
    ]
    if rest := named[most:]:
        documents.append(interface("paper_more_documents", language, count=str(len(rest))))
    names = listed(documents, language, english="; ")
    lead = interface("paper_documents", language) + ("：" if language == "ja" else ": ")
    return f"{chart.source_line(language)}　{lead}{names}"


def _old(topic: Topic, step: Step) -> Markup:
    """Say how many numbers of a step have a newer value or are due for another look."""
    chart = chart_of(topic, step)
    texts = (step.headline, *step.body, step.takeaway)
    told = [each.record for words in texts for each in words.mentions if each.record]
    old = {row.id for row in [*told, *(chart.rows if chart else ())] if is_old(row)}
    if not old:
        return Markup()
    words = interface("stage_stale", topic.language, count=str(len(old)))
    return tag("p", words, class_="stale")


def numbers_html(topic: Topic, step: Step) -> Markup:
    """Write the rows behind a step's chart as a table; nothing for a step without a chart."""
    chart = chart_of(topic, step)
    if chart is None:
        return Markup()
    heading = tag("h3", f"{kicker(topic, step)}　{step.chart_name}")
    rows = rows_html(chart.rows, load_dataset(), topic.language, leave_out=LEFT_OUT)
    return tag("section", heading, rows)
