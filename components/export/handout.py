"""
Paper: a sheet for each step, a booklet of a talk, a leaflet of four pages, a page for each topic.

Each form is one HTML file that prints by itself; pdf.printed makes a PDF of it where there is a
browser.
"""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from components.data.languages import Language
from components.data.records import Source
from components.export import handout_short
from components.export.edition import changes_code, stamp
from components.export.export_request import ExportRequest
from components.export.handout_step import Paper, chart_of, numbers_html, step_html
from components.text.topics import Topic, interface
from components.views.page import Shell, page, policy
from components.views.tags import tag

CSS = Path(__file__).with_name("paper.css")


def handout_html(request: ExportRequest, language: Language) -> bytes:
    """Write the sheets of a talk: each step begins a page of its own."""
    return file_html(body(request, language), request, language, "paper_handout")


def booklet_html(request: ExportRequest, language: Language) -> bytes:
    """Write a booklet for whoever has no screen: cover, contents, steps, numbers, documents."""
    inner = _cover(request, language), _steps(request, language, "step"), _behind(request, language)
    return file_html(tag("div", inner, class_="booklet"), request, language, "paper_booklet")


def leaflet_html(request: ExportRequest, language: Language) -> bytes:
    """Write four pages: what was found, four charts, and claims with their answers."""
    return file_html(handout_short.leaflet(request, language), request, language, "paper_leaflet")


def summary_html(request: ExportRequest, language: Language) -> bytes:
    """Write one page for each topic."""
    return file_html(handout_short.summaries(request, language), request, language, "paper_summary")


def body(request: ExportRequest, language: Language) -> Markup:
    """Write what stands on the sheets, for another file to print with style() around it."""
    sheets = _steps(request, language, "sheet")
    return tag("div", sheets, _behind(request, language), class_="paper", lang=language)


def _steps(request: ExportRequest, language: Language, name: str) -> list[Markup]:
    return [
        tag("article", step_html(request, topic, step), class_=name)
        for _, topic, step in request.steps_of(language)
    ]


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


def titles(request: ExportRequest, language: Language) -> list[Topic]:
    """Give the topics of a talk in the order in which it comes to them."""
    found = {topic.id: topic for _, topic, _ in request.steps_of(language)}
    return list(found.values())


def _cover(request: ExportRequest, language: Language) -> Markup:
    on, topics = Paper(language), titles(request, language)
    one = len(topics) == 1
    return tag(
        "section",
        tag("p", interface("product", language), class_="kicker"),
        tag("h1", on.headline(topics[0].title if one else interface("paper_booklet_of", language))),
        [tag("p", on.html(line)) for topic in topics[:1] for line in topic.lede],
        _contents(request, on),
        tag("p", interface("paper_how_to_read", language), class_="how"),
        tag("p", stamp(request, language), class_="edition"),
        tag("div", changes_code(request, language), class_="codes"),
        class_="cover",
    )


def _contents(request: ExportRequest, on: Paper) -> Iterator[Markup]:
    steps = [(topic, step) for _, topic, step in request.steps_of(on.language)]
    for topic in titles(request, on.language):
        items = (
            tag("li", on.html(step.headline), value=str(step.number))
            for its_topic, step in steps
            if its_topic.id == topic.id
        )
        yield tag("h3", topic.title) + tag("ol", items)


def _behind(request: ExportRequest, language: Language) -> Markup:
    """The numbers behind the charts, and where to see what changed since."""
    return tag(
        "div",
        changes_code(request, language),
        tag("h2", interface("paper_numbers", language)),
        tag("p", interface("paper_numbers_why", language), class_="how"),
        [numbers_html(topic, step) for _, topic, step in request.steps_of(language)],
        tag("h2", interface("paper_document_list", language)),
        _documents(request, language),
        class_="numbers",
    )


def _documents(request: ExportRequest, language: Language) -> Markup:
    """Every document that is named on these sheets, in the order of its short name."""
    named: dict[str, Source] = {}
    for _, topic, step in request.steps_of(language):
        chart = chart_of(topic, step)
        if chart is not None:
            named |= {each.id: each for each in [*chart.origins, *chart.sources]}
        for claim in step.claims:
            found = (claim.source, claim.answer_source, claim.since_source)
            named |= {each.id: each for each in found if each}
    ordered = sorted(named.values(), key=lambda each: each.short.to(language))
    return tag("ul", (_document(each, language) for each in ordered), class_="documents")


def _document(source: Source, language: Language) -> Markup:
    quoted = "{}「{}」" if language == "ja" else "{} “{}”"
    full = quoted.format(source.publisher.to(language), source.title.to(language))
    address = f" {source.url}" if source.url else ""
    return tag("li", tag("b", source.short.to(language)), f"　{full}{address}")
