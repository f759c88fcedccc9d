"""Tell a story on the screen, one step at a time: words, chart, source line, rows, claims."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.app import (
    charts,
    choices,
    controls,
    downloads,
    layout,
    notices,
    present,
    query_params,
    step_html,
    steps,
)
from components.app.html_buffer import HtmlBuffer
from components.charts.chart import Chart
from components.charts.controls import asking_of
from components.data.cache import cached
from components.text.story import Story
from components.text.topics import Step, Topic


def render(story: Story) -> None:
    """Show a topic: the step the link asks for, or all of them."""
    topic = layout.opened(story)
    if topic is None:
        return
    language = topic.language
    if query_params.is_presenter_view():
        present.render(story, language)
        return
    shown = steps.asked(topic)
    sheet = HtmlBuffer()
    sheet.add(layout.head_html(topic, first=shown in ("1", query_params.EVERY_STEP)))
    sheet.add(steps.names_html(topic, shown))
    for step in topic.steps if shown == query_params.EVERY_STEP else [topic.steps[int(shown) - 1]]:
        render_step(story, topic, step, sheet)
    sheet.add(steps.end_html(topic, shown))
    # The bar has the files too; all steps together have no bar.
    sheet.add(steps.turn_html(topic, shown) or downloads.topic_html(topic.id, language))
    sheet.out()
    downloads.topic(topic.id, language)


def render_step(story: Story, topic: Topic, step: Step, sheet: HtmlBuffer) -> None:
    """Show one step. One with controls runs again by itself when one of them is used."""
    drawing = story.drawing(step.chart)
    if drawing and controls.offers(drawing):
        sheet.out()
        answering = st.fragment(_answering, run_every=controls.pace(step, drawing))
        answering(story, topic, step)
    else:
        _guarded(story, topic, step, sheet)


def _answering(story: Story, topic: Topic, step: Step) -> None:
    sheet = HtmlBuffer()
    _guarded(story, topic, step, sheet)
    sheet.out()


def _guarded(story: Story, topic: Topic, step: Step, sheet: HtmlBuffer) -> None:
    with notices.guarded(topic.language, "page_failed"):
        _render(story, topic, step, sheet)


def _render(story: Story, topic: Topic, step: Step, sheet: HtmlBuffer) -> None:
    language = topic.language
    drawing = story.drawing(step.chart)
    asking = asking_of(story, step)
    chosen: dict[str, Any] = {}
    if asking:
        chosen[asking.argument] = controls.guessed(step, asking.drawing)
        if chosen[asking.argument] is None:
            sheet.add(controls.question(step, language))
            sheet.out()
            controls.ask_guess(step, asking.guess, language)
            return
    sheet.add(cached(lambda: step_html.lead(topic, step), "lead", topic.id, step.id, language))
    if drawing is not None:
        if controls.offers(drawing):
            sheet.out()
            chosen |= controls.choose(step, drawing, language)
        sheet.add(_drawn(topic, step, drawing, chosen))
        if asking:
            sheet.out()
            controls.think_again(step, language)
    sheet.add(cached(lambda: step_html.body(topic, step), "body", topic.id, step.id, language))
    if step.claims:
        claims = cached(
            lambda: step_html.claims(topic, step), "claims", topic.id, step.id, language
        )
        sheet.add(claims)


def _drawn(topic: Topic, step: Step, drawing: Callable[..., Chart], chosen: dict[str, Any]) -> str:
    """A step's chart and what stands under it; a sentence where it fails."""

    view = charts.view(topic, step)

    def make() -> str:
        chart = drawing(view, **chosen)
        said = choices.said(step, drawing, chosen, chart, topic.language)
        return step_html.drawn(chart, topic, step, view.canvas, said)

    key = (
        topic.id,
        step.id,
        topic.language,
        view.theme.name,
        view.canvas,
        *sorted(chosen.items()),
    )
    return notices.attempted(lambda: cached(make, "drawn", *key), topic.language, "chart_failed")
