"""
Paper: a sheet for each step, a booklet of a talk, a leaflet of four pages, a page for each topic.

Each form is one HTML file that prints by itself; pdf.printed makes a PDF of it where there is a
browser.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from components.charts.chart import Chart
from components.data.languages import Language
from components.data.records import Source
from components.export.edition import address_of, changes_code, code_html, stamp, step_code
from components.export.export_request import ExportRequest
from components.export.handout_fit import fitting_claims, spread
from components.export.handout_step import Paper, chart_of, kicker, numbers_html, picture, step_html
from components.export.record_sheet import sheets_html
from components.text.story import get_story
from components.text.topics import Step, Topic, interface
from components.views.claim import claims_html
from components.views.page import Shell, fill, page, policy
from components.views.step import figure_html
from components.views.tags import joined, tag

Found = tuple[Topic, Step, Chart]
CSS = Path(__file__).with_name("paper.css")
LOW = 430  # pixels: a chart no higher stays legible on half a page
ON_COVER, CHARTS = 11, 4
ONE, MANY = 190, 700  # pixels for the claim of a summary, and for those of a leaflet


def handout_html(request: ExportRequest, language: Language) -> bytes:
    """Write the sheets of a talk: each step begins a page of its own."""
    return file_html(body(request, language), request, language, "paper_handout")


def booklet_html(request: ExportRequest, language: Language) -> bytes:
    """Write a booklet for whoever has no screen: cover, contents, steps, numbers, documents."""
    inner = _fill(
        "booklet",
        request,
        language,
        steps=request.steps_of(language),
        sheets=_steps(request, language, "step"),
        behind=_behind(request, language),
    )
    return file_html(inner, request, language, "paper_booklet")


def leaflet_html(request: ExportRequest, language: Language) -> bytes:
    """Write four pages: what was found, four charts, and claims with their answers."""
    steps = [(topic, step) for _, topic, step in request.steps_of(language)]
    figures = [_figure(request, each) for each in spread(_with_charts(steps), CHARTS)]
    half = (len(figures) + 1) // 2
    home = (
        address_of(request, language, ""),
        interface("paper_find_home", language),
        interface("paper_home", language),
    )
    claims = fitting_claims((step for _, step in steps), language, 5, MANY)
    inner = _fill(
        "leaflet",
        request,
        language,
        found=spread(steps, ON_COVER),
        sides=(figures[:half], figures[half:]),
        claims=claims_html(claims, Paper(language)),
        home=code_html(*home),
    )
    return file_html(inner, request, language, "paper_leaflet")


def summary_html(request: ExportRequest, language: Language) -> bytes:
    """Write one page for each topic, and for each record that a talk tells of."""
    topics = (get_story(topic_id).topic(language) for topic_id in request.topics)
    inner = joined(_summary(request, topic) for topic in topics)
    return file_html(inner + sheets_html(request, language), request, language, "paper_summary")


def record_sheet_html(request: ExportRequest, language: Language) -> bytes:
    """Write one page for each record of a request, such as a town."""
    return file_html(sheets_html(request, language), request, language, "paper_record")


def body(request: ExportRequest, language: Language) -> Markup:
    """Write what stands on the sheets, for another file to print with style() around it."""
    sheets = _steps(request, language, "sheet")
    return tag("div", sheets, _behind(request, language), class_="paper", lang=language)


def style(request: ExportRequest, language: Language) -> str:
    """Write the stylesheet of paper, with edition, date and page number at every page's foot."""
    line = f"{interface('product', language)}　{stamp(request, language)}"
    foot = f"{{ content: {_quoted(line)}; }}"
    pages = '{ content: counter(page) " / " counter(pages); }'
    return f"{CSS.read_text('utf-8')}@page {{ @bottom-left {foot} @bottom-right {pages} }}\n"


def file_html(inner: Markup, request: ExportRequest, language: Language, kind: str) -> bytes:
    """Make a whole file of what stands on paper; kind names its title in _interface.yml."""
    title = f"{interface(kind, language)}　{interface('product', language)}"
    inner = inner if inner.startswith('<div class="paper"') else tag("div", inner, class_="paper")
    return page(title, inner, Shell(language, policy=policy(), style=style(request, language)))


def _quoted(words: str) -> str:
    """Write words as a string of CSS."""
    safe = words.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
    return '"' + safe.replace("\n", " ") + '"'


def _steps(request: ExportRequest, language: Language, name: str) -> Markup:
    return joined(
        tag("article", step_html(request, topic, step), class_=name)
        for _, topic, step in request.steps_of(language)
    )


def _fill(form: str, request: ExportRequest, language: Language, **values: Any) -> Markup:
    """Fill the template of a form with its values and with what several of them say."""
    topics = {topic.id: topic for _, topic, _ in request.steps_of(language)}
    return fill(
        f"export/{form}.html",
        on=Paper(language),
        topics=list(topics.values()),
        stamp=stamp(request, language),
        changes=changes_code(request, language),
        **values,
    )


def _behind(request: ExportRequest, language: Language) -> Markup:
    """The numbers behind the charts, the documents, and where to see what changed since."""
    numbers = [numbers_html(topic, step) for _, topic, step in request.steps_of(language)]
    documents = _documents(request, language)
    return _fill("behind", request, language, numbers=numbers, documents=documents)


def _documents(request: ExportRequest, language: Language) -> list[Source]:
    """Give every document that is named on these sheets, in the order of its short name."""
    named: dict[str, Source] = {}
    for _, topic, step in request.steps_of(language):
        chart = chart_of(topic, step)
        if chart is not None:
            named |= {each.id: each for each in [*chart.origins, *chart.sources]}
        for claim in step.claims:
            found = (claim.source, claim.answer_source, claim.since_source)
            named |= {each.id: each for each in found if each}
    return sorted(named.values(), key=lambda each: each.short.to(language))


def _summary(request: ExportRequest, topic: Topic) -> Markup:
    language = topic.language
    place = (
        address_of(request, language, topic.id),
        interface("paper_find_topic", language, topic=topic.title),
        interface("paper_this_topic", language),
    )
    charted = _with_charts([(topic, step) for step in topic.steps])
    return _fill(
        "summary",
        request,
        language,
        topic=topic,
        code=code_html(*place),
        figures=[_figure(request, each, code=False) for each in spread(charted, 1)],
        claims=claims_html(fitting_claims(topic.steps, language, 1, ONE), Paper(language)),
    )


def _figure(request: ExportRequest, found: Found, *, code: bool = True) -> Markup:
    topic, step, chart = found
    on = Paper(topic.language)
    head = tag(
        "div",
        step_code(request, topic, step) if code else "",
        tag("p", kicker(topic, step), class_="kicker"),
        tag("h2", on.headline(step.headline)),
        class_="head",
    )
    source = tag("p", chart.source_line(topic.language), class_="source")
    return figure_html(head + tag("div", picture(chart, step), class_="drawn"), step, on, source)


def _with_charts(steps: Sequence[tuple[Topic, Step]]) -> list[Found]:
    """Give the steps with a chart, those that stay legible when they are made smaller if any."""
    drawn = [(topic, step, chart_of(topic, step)) for topic, step in steps]
    found = [(topic, step, chart) for topic, step, chart in drawn if chart is not None]
    return [each for each in found if each[2].height <= LOW] or found
