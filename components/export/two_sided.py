"""One sheet of two sides for each topic: what was found, and what both sides say of it."""

from markupsafe import Markup

from components.data.dataset import load_dataset
from components.data.languages import Language
from components.export.edition import address_of, code_html
from components.export.export_request import ExportRequest
from components.export.handout_step import Paper, chart_of, picture
from components.text.prose import rich_text
from components.text.short_form import short_form
from components.text.story import get_story
from components.text.topics import Step, Topic, interface
from components.views.claim import claims_html
from components.views.page import fill
from components.views.step import figure_html
from components.views.tags import joined, tag

ACTIONS = 3  # that a side has room for


def two_sided_html(request: ExportRequest, language: Language) -> Markup:
    """Write two pages for each topic of a request. Raises KeyError where nothing was chosen."""
    return joined(_sheet(request, get_story(each).topic(language)) for each in request.topics)


def _sheet(request: ExportRequest, topic: Topic) -> Markup:
    dataset, language, on = load_dataset(), topic.language, Paper(topic.language)
    chosen, steps = short_form(topic.id), {step.id: step for step in topic.steps}
    place = (
        address_of(request, language, topic.id),
        interface("paper_find_topic", language, topic=topic.title),
        interface("paper_this_topic", language),
    )
    terms = [dataset.terms[each] for each in chosen.terms]
    return fill(
        "export/two_sided.html",
        on=on,
        topic=topic,
        code=code_html(*place),
        findings=[steps[each] for each in chosen.findings],
        figure=_figure(topic, steps[chosen.chart], on),
        claims=claims_html([dataset.claims[each] for each in chosen.claims], on),
        terms=[
            (each.name.to(language), rich_text(each.plain.to(language), dataset, language))
            for each in terms
        ],
        actions=steps[chosen.actions].points[:ACTIONS],
    )


def _figure(topic: Topic, step: Step, on: Paper) -> Markup:
    chart = chart_of(topic, step)
    if chart is None:
        return Markup()
    source = tag("p", chart.source_line(topic.language), class_="source")
    return figure_html(tag("div", picture(chart, step), class_="drawn"), step, on, source)
