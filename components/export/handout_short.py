"""The short forms: a leaflet of four pages and one page for each topic. Nothing grows past them."""

from collections.abc import Sequence

from markupsafe import Markup

from components.charts.chart import Chart
from components.data.languages import Language
from components.data.records import Claim
from components.export.edition import address_of, changes_code, code_html, stamp, step_code
from components.export.export_request import ExportRequest
from components.export.handout_fit import heights
from components.export.handout_step import Paper, chart_of, kicker, picture
from components.text.story import get_story
from components.text.topics import Step, Topic, interface
from components.views.claim import claims_html
from components.views.step import figure_html
from components.views.tags import joined, tag

Found = tuple[Topic, Step, Chart]
LOW = 430  # pixels: a chart no higher stays legible on half a page
ON_COVER, CHARTS = 11, 4
ONE, MANY = 190, 700  # pixels for the claim of a summary, and for those of a leaflet


def leaflet(request: ExportRequest, language: Language) -> Markup:
    """Write the four pages of a talk's findings."""
    steps = [(topic, step) for _, topic, step in request.steps_of(language)]
    charts = [_figure(request, each) for each in _spread(_with_charts(steps), CHARTS)]
    half = (len(charts) + 1) // 2
    pages = [
        _cover(request, steps, language),
        joined(charts[:half]),
        joined(charts[half:]),
        _claims_page(request, steps, language),
    ]
    return joined(tag("section", page, class_="page") for page in pages)


def summaries(request: ExportRequest, language: Language) -> Markup:
    """Write one page for each topic of the request."""
    topics = [get_story(topic_id).topic(language) for topic_id in request.topics]
    return joined(tag("section", _summary(request, topic), class_="page one") for topic in topics)


def _summary(request: ExportRequest, topic: Topic) -> Markup:
    language, on = topic.language, Paper(topic.language)
    code = code_html(
        address_of(request, language, topic.id),
        interface("paper_find_topic", language, topic=topic.title),
        interface("paper_this_topic", language),
    )
    steps = (tag("li", _finding(step, on), value=str(step.number)) for step in topic.steps)
    charted = _with_charts([(topic, step) for step in topic.steps])
    claims = [claim for step in topic.steps for claim in step.claims]
    return joined(
        [
            code,
            tag("p", interface("product", language), class_="kicker"),
            tag("h1", on.headline(topic.title)),
            [tag("p", on.html(line)) for line in topic.lede],
            tag("ol", steps, class_="findings"),
            [_figure(request, each, code=False) for each in _spread(charted, 1)],
            claims_html(_fitting(claims, language, 1, ONE), on),
            tag("p", stamp(request, language), class_="edition"),
        ]
    )


def _cover(
    request: ExportRequest, steps: Sequence[tuple[Topic, Step]], language: Language
) -> Markup:
    on = Paper(language)
    topics = list({topic.id: topic for topic, _ in steps}.values())
    title = topics[0].title if len(topics) == 1 else interface("paper_leaflet_of", language)
    found = (
        tag("li", _finding(step, on), tag("span", f"{topic.title} {step.number}", class_="where"))
        for topic, step in _spread(steps, ON_COVER)
    )
    return joined(
        [
            tag("p", interface("product", language), class_="kicker"),
            tag("h1", on.headline(title)),
            [tag("p", on.html(line), class_="lede") for line in topics[0].lede],
            tag("h2", interface("paper_found", language)),
            tag("ul", found, class_="findings"),
            tag("p", stamp(request, language), class_="edition"),
        ]
    )


def _finding(step: Step, on: Paper) -> Markup:
    short = tag("span", on.html(step.short), class_="short") if step.short else ""
    return tag("strong", on.headline(step.headline)) + short


def _figure(request: ExportRequest, found: Found, *, code: bool = True) -> Markup:
    topic, step, chart = found
    on = Paper(topic.language)
    head = tag(
        "div",
        step_code(request, topic.language, topic.title, topic.id, step.number) if code else "",
        tag("p", kicker(topic, step), class_="kicker"),
        tag("h2", on.headline(step.headline)),
        class_="head",
    )
    source = tag("p", chart.source_line(topic.language), class_="source")
    return figure_html(head + tag("div", picture(chart, step), class_="drawn"), step, on, source)


def _claims_page(
    request: ExportRequest, steps: Sequence[tuple[Topic, Step]], language: Language
) -> Markup:
    claims = [claim for _, step in steps for claim in step.claims]
    home = code_html(
        address_of(request, language, ""),
        interface("paper_find_home", language),
        interface("paper_home", language),
    )
    last = (
        tag("p", interface("paper_how_to_read", language), class_="how"),
        tag("div", home, changes_code(request, language), class_="codes"),
        tag("p", stamp(request, language), class_="edition"),
    )
    heading = tag("h2", interface("paper_claims", language))
    written = claims_html(_fitting(claims, language, 5, MANY), Paper(language))
    return heading + written + tag("div", last, class_="last")


def _with_charts(steps: Sequence[tuple[Topic, Step]]) -> list[Found]:
    """Give the steps with a chart, those that stay legible when they are made smaller if any."""
    drawn = [(topic, step, chart_of(topic, step)) for topic, step in steps]
    found = [(topic, step, chart) for topic, step, chart in drawn if chart is not None]
    return [each for each in found if each[2].height <= LOW] or found


def _spread(found: Sequence, most: int) -> list:
    """Choose evenly over a talk, the first always among them."""
    if len(found) <= most:
        return list(found)
    return [found[place * len(found) // most] for place in range(most)]


def _fitting(claims: Sequence[Claim], language: Language, most: int, room: float) -> list[Claim]:
    """Choose claims that have an answer, in their order, as many as surely fit into a height."""
    answered = list({each.id: each for each in claims if each.answer.to(language)}.values())
    chosen: list[Claim] = []
    for claim in _spread(answered, most * 2):
        if len(chosen) < most and heights([*chosen, claim], language) <= room:
            chosen.append(claim)
    return chosen
