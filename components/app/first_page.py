"""A page as plain HTML, each part where the app will draw it."""

from collections.abc import Mapping

from markupsafe import Markup

from components.app import (
    controls,
    explore_first,
    home_page,
    layout,
    notices,
    page_header,
    project_first,
    project_html,
    query_params,
    step_html,
    steps,
    town_first,
    town_html,
)
from components.charts import drawn
from components.charts.chart import PAGE, PHONE, Canvas, Chart
from components.charts.controls import (
    Control,
    DateSlider,
    NumberInput,
    Select,
    asking_of,
    controls_of,
)
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT
from components.data.cache import cached
from components.data.languages import Language
from components.text.story import Story, find_story
from components.text.topics import Step, Topic, interface
from components.views.step import picture_name
from components.views.tags import joined, tag

# Pages that show the record which their link names.
OF_RECORDS = {
    town_html.PAGE: town_first.parts,
    project_html.PAGE: project_first.parts,
    "explore": explore_first.parts,
}


def page_html(page: str, language: Language, asked: Mapping[str, str], *, narrow: bool) -> Markup:
    """Write a page; what a link says is used only as far as it is valid."""
    story = find_story(page)
    topic = story.topic(language) if story else None
    ids = [step.id for step in topic.steps] if story and topic and story.walk else []
    param = query_params.step_of(asked.get("step", ""), ids) if ids else query_params.Param("")
    step = param.value
    no_script = tag("noscript", _part(notices.said(interface("no_script", language))))
    head = page_header.html(layout.page_names(), page, language, step, layout.title_of)
    parts = [no_script, _part(head)]
    if query_params.language_of(asked.get("lang", "")).mended:
        parts.append(_part(notices.said(interface("unknown_language", language))))
    if param.mended:
        words = interface("unknown_step", language, last=str(len(ids)))
        parts.append(_part(notices.said(words)))
    key = ("first", page, language, step, narrow)
    if story and topic:
        parts += (
            OF_RECORDS[page](story, topic, asked, narrow=narrow)
            if page in OF_RECORDS
            else cached(lambda: _body(story, topic, step, narrow), *key)
        )
    return tag("div", joined(parts), class_="first-page sheet")


def _body(story: Story, topic: Topic, shown: str, narrow: bool) -> list[Markup]:
    """Write what does not depend on the link beyond page, language and step."""
    if topic.id == page_header.HOME:
        return [_part(home_page.first_html(topic, PHONE if narrow else PAGE))]
    if not shown:
        return [_part(layout.head_html(topic, first=True))]
    every = shown == query_params.EVERY_STEP
    head = layout.head_html(topic, first=shown == "1" or every)
    parts = [_part(head), _part(steps.names_html(topic, shown))]
    for step in topic.steps if every else [topic.steps[int(shown) - 1]]:
        parts += _step(story, topic, step, narrow)
    parts.append(_part(steps.end_html(topic, shown) + steps.first_turn_html(topic, shown)))
    return parts


def _step(story: Story, topic: Topic, step: Step, narrow: bool) -> list[Markup]:
    if asking_of(story, step):  # the rest is shown after the app has asked
        return [_part(controls.question(step, topic.language))]
    drawing = story.drawing(step.chart)
    parts = [_part(step_html.lead(topic, step))]
    if drawing:
        kinds = [
            _room(each)
            for each in controls_of(drawing).values()
            if not isinstance(each, NumberInput)
        ]
        rooms = [tag("div", class_=f"first-control {kind}") for kind in kinds]
        parts += [tag("div", rooms, class_="first-controls")] if rooms else []
        parts += _chart(topic, step, PHONE if narrow else PAGE)
        parts.append(_part(step_html.body(topic, step)))
    return parts


def _room(control: Control) -> str:
    """Name what room a control will take."""
    if isinstance(control, Select):
        return "select"
    return "played" if isinstance(control, DateSlider) and control.plays else "slider"


def _chart(topic: Topic, step: Step, canvas: Canvas) -> list[Markup]:
    """Write a chart's stills in both looks, of which the stylesheet shows one."""
    charts = {
        theme.name: drawn.chart(topic.id, step.id, topic.language, canvas, theme=theme)
        for theme in (LIGHT, DARK)
    }
    stills = [
        tag("div", _still(chart, canvas, step), class_=f"first-still {theme}")
        for theme, chart in charts.items()
        if chart
    ]
    light = charts[LIGHT.name]
    return [*stills, _part(step_html.under_chart(light, topic, step))] if light else []


def _still(chart: Chart, canvas: Canvas, step: Step) -> Markup:
    return Markup(svg(chart, canvas.width, name=picture_name(step)))


def _part(inner: str) -> Markup:
    return tag("div", inner, class_="mieru")
