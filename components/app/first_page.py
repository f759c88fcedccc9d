"""A page as plain HTML, each part where the app will draw it."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from components.app import (
    choices,
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
    system_map_page,
    town_first,
    town_html,
)
from components.charts import drawn
from components.charts.chart import PAGE, PHONE, Canvas, Chart
from components.charts.controls import (
    Control,
    DateSlider,
    Guess,
    NumberInput,
    Select,
    asking_of,
    controls_of,
    default_values,
)
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT
from components.data.cache import cached, cached_recent
from components.data.languages import Language
from components.text.story import Story, find_story
from components.text.topics import Step, Topic, interface
from components.views.tags import joined, tag

# Pages that show the record which their link names.
OF_RECORDS = {
    town_html.PAGE: town_first.parts,
    project_html.PAGE: project_first.parts,
    "explore": explore_first.parts,
    "system_map": system_map_page.parts,
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
    if story and topic and page in OF_RECORDS:
        parts += OF_RECORDS[page](story, topic, asked, narrow=narrow)
    elif story and topic:
        chosen = _chosen(story, topic, step, asked)
        keep = cached_recent if chosen else cached
        key = ("first", page, language, step, narrow, chosen)
        parts += keep(lambda: _body(story, topic, step, narrow, chosen), *key)
    return tag("div", joined(parts), class_="first-page sheet")


def _chosen(story: Story, topic: Topic, shown: str, asked: Mapping[str, str]) -> drawn.Chosen:
    """Give what the link chooses on the step shown, as far as it is not what stands anyway."""
    drawing = story.drawing(topic.steps[int(shown) - 1].chart) if shown.isdigit() else None
    if drawing is None:
        return ()
    found = choices.read(topic.steps[int(shown) - 1], drawing, asked)
    defaults = default_values(drawing)
    return tuple((name, each) for name, each in found.items() if each != defaults[name])


def _body(
    story: Story, topic: Topic, shown: str, narrow: bool, chosen: drawn.Chosen
) -> list[Markup]:
    """Write what does not depend on the link beyond page, language, step and choices."""
    if topic.id == page_header.HOME:
        return [_part(home_page.first_html(topic, PHONE if narrow else PAGE))]
    if not shown:
        return [_part(layout.head_html(topic, first=True))]
    every = shown == query_params.EVERY_STEP
    head = layout.head_html(topic, first=shown == "1" or every)
    parts = [_part(head), _part(steps.names_html(topic, shown))]
    for step in topic.steps if every else [topic.steps[int(shown) - 1]]:
        parts += _step(story, topic, step, narrow, chosen)
    parts.append(_part(steps.end_html(topic, shown) + steps.first_turn_html(topic, shown)))
    return parts


def _step(
    story: Story, topic: Topic, step: Step, narrow: bool, chosen: drawn.Chosen
) -> list[Markup]:
    asking = asking_of(story, step)
    if asking and asking.argument not in dict(chosen):  # the rest is shown after it was answered
        return [_part(controls.question(step, topic.language))]
    drawing = story.drawing(step.chart)
    parts = [_part(step_html.lead(topic, step))]
    if drawing:
        kinds = [
            _room(each)
            for each in controls_of(drawing).values()
            if not isinstance(each, NumberInput | Guess)
        ]
        rooms = [tag("div", class_=f"first-control {kind}") for kind in kinds]
        parts += [tag("div", rooms, class_="first-controls")] if rooms else []
        parts += _chart(topic, step, drawing, PHONE if narrow else PAGE, chosen)
        parts.append(_part(step_html.body(topic, step)))
    return parts


def _room(control: Control) -> str:
    """Name what room a control will take."""
    if isinstance(control, Select):
        return "select"
    return "played" if isinstance(control, DateSlider) and control.plays else "slider"


def _chart(
    topic: Topic,
    step: Step,
    drawing: Callable[..., Chart],
    canvas: Canvas,
    chosen: drawn.Chosen,
) -> list[Markup]:
    """Write a chart's stills in both looks, of which the stylesheet shows one."""
    charts = {
        theme.name: drawn.chart(
            topic.id, step.id, topic.language, canvas, theme=theme, chosen=chosen
        )
        for theme in (LIGHT, DARK)
    }
    light = charts[LIGHT.name]
    if light is None:
        return []
    said = choices.said(step, drawing, dict(chosen), light, topic.language)
    name = step_html.name_of(step, said)
    stills = [
        tag("div", Markup(svg(chart, canvas.width, name=name)), class_=f"first-still {theme}")
        for theme, chart in charts.items()
        if chart
    ]
    return [*stills, _part(step_html.under_chart(light, topic, step, said))]


def _part(inner: str) -> Markup:
    return tag("div", inner, class_="mieru")
