"""The page of public money: find a project, and see its years, who was paid, what was promised."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace

from markupsafe import Markup

from components.app import (
    charts,
    downloads,
    filters,
    layout,
    lookup_page,
    notices,
    present,
    project_html,
    query_params,
    steps,
    widgets,
)
from components.app.html_buffer import HtmlBuffer
from components.app.project_link import Asked, read
from components.data.cache import cached, cached_recent
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import LANGUAGES, Language
from components.text.story import Story, walks
from components.text.topics import Step, Topic, interface
from components.views.step import picture_name

PAGE = project_html.PAGE


def render(story: Story) -> None:
    """Show the page: the field, and the project in the link, or all of them."""
    topic = layout.opened(story)
    if topic is None:
        return
    if present.wanted(story):
        present.render(story, topic.language)
        return
    language, sheet = topic.language, HtmlBuffer()
    asked = read(query_params.param_words, load_dataset())
    sheet.add(layout.head_html(topic, first=not asked.project))
    sheet.out()
    _fields(asked, language)
    for key in asked.wrong:
        sheet.add(notices.said(interface(key, language)))
    if asked.project:
        _project(story, topic, asked, sheet)
    else:
        found = ("projects", language, asked.topic)
        sheet.add(cached(lambda: project_html.overview(topic, asked.topic), *found))
    sheet.add(lookup_page.method(replace(topic, steps=topic.steps[-1:])))
    if asked.project:
        sheet.add(steps.record_turn_html(topic, {"project": asked.project}))
        sheet.add(downloads.record_html(topic.id, language))
    sheet.out()
    if asked.project:
        downloads.record(topic.id, asked.project, language)


def _fields(asked: Asked, language: Language) -> None:
    options = cached(lambda: _options(language), "project options", language)
    with widgets.side_by_side():
        label = interface("money_field", language)
        widgets.find_box("project", label, options, asked.project, clears=("view", "year", "topic"))
        if not asked.project:
            topics = cached(lambda: _topics(language), "project topics", language)
            label = interface("topic_filter", language)
            widgets.selectbox("topic", label, topics, asked.topic, clears=filters.AGAIN)


def _options(language: Language) -> Mapping[str, str]:
    """Write each project as an option, by topic; behind a tab stands what else it is found by."""
    dataset, order = load_dataset(), list(_topics(language))
    listed = sorted(dataset.projects.values(), key=lambda each: order.index(each.topic))
    others = [each for each in LANGUAGES if each != language]
    return {
        each.id: f"{each.name.to(language)}　{layout.title_of(each.topic, language)}\t "
        + " ".join(each.name.to(other) for other in others)
        for each in listed
    }


def _topics(language: Language) -> Mapping[str, str]:
    used = {each.topic for each in load_dataset().projects.values()}
    listed = [each.topic_id for each in walks() if each.topic_id in used]
    named = {each: layout.title_of(each, language) for each in listed}
    return {"": interface("every_topic", language)} | named


def _project(story: Story, topic: Topic, asked: Asked, sheet: HtmlBuffer) -> None:
    language = topic.language
    if not asked.view:
        step = topic.steps[0]
        sheet.add(project_html.said(asked.project, step, 0, language))
        sheet.add(project_html.caveats(asked.project, step, language))
        return
    step = next(each for each in topic.steps if each.id == asked.view)
    said = project_html.said
    sheet.add(
        _kept("said", asked, language, lambda: said(asked.project, step, asked.year, language))
    )
    sheet.out()
    words = {each: interface(f"money_{each}", language) for each in asked.views}
    widgets.segmented_control("view", interface("money_view", language), words, asked.view)
    if len(asked.years) > 1:
        days = {str(each): format_date(f"FY{each}", language) for each in asked.years}
        widgets.segmented_control("year", interface("money_year", language), days, str(asked.year))
    sheet.add(drawn(story, topic, step, asked))


def drawn(story: Story, topic: Topic, step: Step, asked: Asked) -> str:
    """Write the chart of a view and what stands under it; a sentence where it fails."""
    view, language = charts.view(topic, step), topic.language

    def make() -> Markup:
        chart = story.get_drawing(step.chart)(view, **asked.arguments)
        key = f"chart_{step.id}"
        still = charts.figure_html(chart, view.canvas, key=key, name=picture_name(step))
        return still + project_html.under(chart, topic, step, asked)

    key = (view.theme.name, view.canvas)
    return notices.attempted(
        lambda: _kept("drawn", asked, language, make, *key), language, "chart_failed"
    )


def _kept(
    name: str, asked: Asked, language: Language, make: Callable[[], Markup], *key: Hashable
) -> Markup:
    """Keep what was made for the projects asked for last."""
    return cached_recent(make, name, asked.project, asked.view, asked.year, language, *key)
