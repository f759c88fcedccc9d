"""One sheet of A4 about a record that has a page, such as a town: its sentences and its charts."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from markupsafe import Markup

from components.charts.chart import Canvas, Chart, View
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.export.edition import address_of, code_html
from components.export.export_request import ExportRequest
from components.export.handout_step import PAPER, Paper, picture, source_line
from components.text.story import Story
from components.text.topics import Step, Topic, interface
from components.views.page import fill
from components.views.step import figure_html
from components.views.tags import joined, tag

CHARTS = 2  # that a sheet has room for
ALL = 99  # documents: no list of them follows
LOW = Canvas("paper", PAPER.width, 320)


def sheets_html(request: ExportRequest, language: Language) -> Markup:
    """Write a sheet for each record that the request tells of; nothing where it tells of none."""
    found = request.steps_of(language)
    return joined(_sheet(request, *each) for each in found if each[-1].asked)


def _sheet(request: ExportRequest, story: Story, topic: Topic, step: Step) -> Markup:
    language, on = topic.language, Paper(topic.language)
    place = (
        address_of(request, language, topic.id, **step.asked),
        interface("paper_find_topic", language, topic=topic.title),
        interface("paper_this_record", language),
    )
    return fill(
        "export/record_sheet.html",
        topic=topic,
        step=step,
        on=on,
        code=code_html(*place),
        figures=[_figure(chart, told, on) for told, chart in charts(story, topic, step)],
    )


def charts(story: Story, topic: Topic, step: Step) -> Iterator[tuple[Step, Chart]]:
    """Draw the first charts of a record's page; one that has nothing to show of it is left out."""
    for each in [each for each in topic.steps if each.chart][:CHARTS]:
        told = replace(each, arguments=step.arguments)
        if drawing := story.drawing_of(told):
            view = View(load_dataset(), topic.language, canvas=LOW, words=told.words)
            with suppress(KeyError, ValueError):
                yield told, drawing(view)


def _figure(chart: Chart, step: Step, on: Paper) -> Markup:
    heading = tag("h3", on.html(step.chart_name))
    drawn = tag("div", picture(chart, step), class_="drawn")
    source = tag("p", source_line(chart, on.language, most=ALL), class_="source")
    return figure_html(heading + drawn, step, on, source)
