"""
Paper: a sheet for each step, a booklet of a talk, a sheet of two sides for each topic.

Each form is one HTML file that prints by itself; pdf.printed makes a PDF of it where there is a
browser.
"""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from components.data.languages import Language
from components.data.records import Source
from components.export import two_sided
from components.export.edition import changes_code, stamp
from components.export.export_request import ExportRequest
from components.export.handout_step import Paper, chart_of, numbers_html, step_html
from components.export.record_sheet import sheets_html
from components.text.topics import interface
from components.views.page import Shell, fill, page, policy
from components.views.tags import joined, tag

CSS = Path(__file__).with_name("paper.css")


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


def two_sided_html(request: ExportRequest, language: Language) -> bytes:
    """Write a sheet of two sides for each topic, and one for each record that a talk tells of."""
    inner = two_sided.two_sided_html(request, language) + sheets_html(request, language)
    return file_html(inner, request, language, "paper_two_sided")


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
