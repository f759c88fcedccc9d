"""The short forms: a leaflet of four pages and one page for each topic. Nothing grows past them."""

from collections.abc import Sequence

from components.charts.chart import Chart
from components.data.languages import Language
from components.data.records import Claim
from components.export.edition import stamp
from components.export.export_request import ExportRequest
from components.export.handout_fit import heights
from components.export.handout_imprint import address_of, changes_code, code_html, step_code
from components.export.handout_step import Paper, chart_of, kicker, picture
from components.text.story import get_story
from components.text.topics import Step, Topic, interface
from components.views.claim import claims_html
from components.views.step import figure_html
from components.views.tags import joined, tag, text

Found = tuple[Topic, Step, Chart]
LOW = 430  # pixels: a chart no higher stays legible on half a page
ON_COVER, CHARTS = 11, 4
ONE, MANY = 190, 700  # pixels for the claim of a summary, and for those of a leaflet


def leaflet(wish: ExportRequest, language: Language) -> str:
    """Write the four pages of a talk's findings."""
    told_ = [(topic, step) for _, topic, step in wish.steps_of(language)]
    charts = _spread(_with_charts(told_), CHARTS)
    half = (len(charts) + 1) // 2
    pages = [
        _cover(wish, told_, language),
        _charts(wish, charts[:half], language),
        _charts(wish, charts[half:], language),
        _claims_page(wish, told_, language),
    ]
    return joined(tag("section", page, class_="page") for page in pages)


def summaries(wish: ExportRequest, language: Language) -> str:
    """Write one page for each topic of the wish."""
    topics = [get_story(topic_id).topic(language) for topic_id in wish.topics]
    return joined(tag("section", _summary(wish, topic), class_="page one") for topic in topics)


def _summary(wish: ExportRequest, topic: Topic) -> str:
    language, prose = topic.language, Paper(topic.language)
    name = interface("product", language)
    code = code_html(
        address_of(wish, language, topic.id),
        interface("paper_find_topic", language, topic=topic.title),
        interface("paper_this_topic", language),
    )
    head = tag("p", text(name), class_="kicker") + tag("h1", prose.headline(topic.title))
    lede = joined(tag("p", prose.html(line)) for line in topic.lede)
    steps = joined(
        tag(
            "li",
            tag("strong", prose.headline(step.headline)) + _short(prose, step),
            value=str(step.number),
        )
        for step in topic.steps
    )
    charted = _with_charts([(topic, step) for step in topic.steps])
    shown = _spread(charted, 1)
    chart = _figure(wish, shown[0], language, code=False) if shown else ""
    claims = [claim for step in topic.steps for claim in step.claims]
    one = claims_html(_fitting(claims, language, 1, ONE), prose)
    foot = tag("p", text(stamp(wish, language)), class_="edition")
    return code + head + lede + tag("ol", steps, class_="findings") + chart + one + foot


def _cover(wish: ExportRequest, told_: Sequence[tuple[Topic, Step]], language: Language) -> str:
    prose = Paper(language)
    topics = list({topic.id: topic for topic, _ in told_}.values())
    name = tag("p", text(interface("product", language)), class_="kicker")
    title = topics[0].title if len(topics) == 1 else interface("paper_leaflet_of", language)
    lede = joined(tag("p", prose.html(line), class_="lede") for line in topics[0].lede)
    items = joined(
        tag(
            "li",
            tag("strong", prose.headline(step.headline))
            + _short(prose, step)
            + tag("span", text(f"{topic.title} {step.number}"), class_="where"),
        )
        for topic, step in _spread(list(told_), ON_COVER)
    )
    findings = tag("h2", text(interface("paper_found", language))) + tag(
        "ul", items, class_="findings"
    )
    foot = tag("p", text(stamp(wish, language)), class_="edition")
    return name + tag("h1", prose.headline(title)) + lede + findings + foot


def _short(prose: Paper, step: Step) -> str:
    return tag("span", prose.html(step.short), class_="short") if step.short else ""


def _charts(wish: ExportRequest, found: Sequence[Found], language: Language) -> str:
    return joined(_figure(wish, each, language) for each in found)


def _figure(wish: ExportRequest, found: Found, language: Language, *, code: bool = True) -> str:
    topic, step, chart = found
    prose = Paper(language)
    where = step_code(wish, language, topic.title, topic.id, step.number) if code else ""
    headline = tag("h2", prose.headline(step.headline))
    head = tag(
        "div", where, tag("p", kicker(topic, step), class_="kicker"), headline, class_="head"
    )
    source = tag("p", chart.source_line(language), class_="source")
    drawing = head + tag("div", picture(chart, step), class_="drawn")
    return figure_html(drawing, step, prose, source)


def _claims_page(
    wish: ExportRequest, told_: Sequence[tuple[Topic, Step]], language: Language
) -> str:
    prose = Paper(language)
    claims = [claim for _, step in told_ for claim in step.claims]
    written = claims_html(_fitting(claims, language, 5, MANY), prose)
    heading = tag("h2", text(interface("paper_claims", language)))
    how = tag("p", text(interface("paper_how_to_read", language)), class_="how")
    codes = tag("div", _home(wish, language) + changes_code(wish, language), class_="codes")
    foot = tag("p", text(stamp(wish, language)), class_="edition")
    return heading + written + tag("div", how + codes + foot, class_="last")


def _home(wish: ExportRequest, language: Language) -> str:
    otherwise = interface("paper_find_home", language)
    return code_html(address_of(wish, language, ""), otherwise, interface("paper_home", language))


def _with_charts(told_: Sequence[tuple[Topic, Step]]) -> list[Found]:
    """Give the steps with a chart, those that stay legible when they are made smaller if any."""
    drawn = [(topic, step, chart_of(topic, step)) for topic, step in told_]
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
