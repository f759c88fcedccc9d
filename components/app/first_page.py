"""A page as plain HTML, each part where the app will draw it."""

from collections.abc import Mapping

from markupsafe import Markup

from components.app import controls, layout, link, notices, page_header, step_html, steps
from components.charts.chart import PAGE, PHONE, Canvas, View
from components.charts.controls import NumberInput, controls_of, default_values, guess_of
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT, Theme
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.text.story import Story, find_story
from components.text.topics import Step, Topic, interface
from components.views.tags import joined, tag


def page_html(page: str, language: Language, asked: Mapping[str, str], *, narrow: bool) -> str:
    """Write a page; what a link says is used only as far as it is valid."""
    told = find_story(page)
    topic = told.topic(language) if told else None
    walks = told and topic and told.walk and topic.steps
    ids = [step.id for step in topic.steps] if walks else []
    wish = link.step_of(asked.get("step", ""), ids) if walks else link.Param("")
    step = wish.value
    no_script = tag("noscript", _part(notices.said(interface("no_script", language))))
    head = page_header.html(layout.page_names(), page, language, step, layout.title_of)
    parts = [no_script, _part(head)]
    if link.language_of(asked.get("lang", "")).mended:
        parts.append(_part(notices.said(interface("unknown_language", language))))
    if wish.mended:
        words = interface("unknown_step", language, last=str(len(ids)))
        parts.append(_part(notices.said(words)))
    key = ("first", page, language, step, narrow)
    parts += cached(lambda: _body(told, topic, step, narrow), *key) if told and topic else []
    return tag("div", joined(parts), class_="first-page sheet")


def _body(told: Story, topic: Topic, shown: str, narrow: bool) -> list[str]:
    """Write what does not depend on the link beyond page, language and step."""
    if not shown:
        return [_part(layout.head_html(topic, first=True))]
    every = shown == link.EVERY_STEP
    head = layout.head_html(topic, first=shown == "1" or every)
    parts = [_part(head), _part(steps.numbers_html(topic, shown))]
    for step in topic.steps if every else [topic.steps[int(shown) - 1]]:
        parts += _step(told, topic, step, narrow)
    return parts


def _step(told: Story, topic: Topic, step: Step, narrow: bool) -> list[str]:
    drawing = told.drawing(step.chart)
    if drawing and step.question and guess_of(drawing):
        return [_part(controls.question(step, topic.language))]  # shown after the app has asked
    parts = [_part(step_html.words(topic, step))]
    if drawing:
        for each in controls_of(drawing).values():
            if not isinstance(each, NumberInput):
                parts.append(tag("div", "", class_="first-control"))
        parts += _chart(told, topic, step, PHONE if narrow else PAGE)
    return parts


def _chart(told: Story, topic: Topic, step: Step, canvas: Canvas) -> list[str]:
    drawing = told.drawing(step.chart)
    defaults = default_values(drawing)
    name = f"{step.chart_name}　{step.takeaway}"

    def drawn(theme: Theme):
        return drawing(View(load_dataset(), topic.language, theme, canvas, step.words), **defaults)

    charts = {theme.name: drawn(theme) for theme in (LIGHT, DARK)}
    stills = joined(
        tag("div", Markup(svg(chart, canvas.width, name=name)), class_=f"first-still {theme}")
        for theme, chart in charts.items()
    )
    return [stills, _part(step_html.under_chart(charts[LIGHT.name], topic, step))]


def _part(inner: str) -> str:
    return tag("div", inner, class_="mieru")
