"""Tell a story on the screen, one step at a time: words, chart, source line, rows, claims."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.charts.chart import Chart
from components.charts.choices import guess_of
from components.content.kept import once
from components.content.story import Story
from components.content.topics import Step, Topic
from components.ui import (
    charts,
    choosing,
    frame,
    link,
    notices,
    present,
    step_html,
    steps,
    take_away,
)
from components.ui.markup import Sheet


def tell(story: Story) -> None:
    """Show a topic: the step the link asks for, or all of them."""
    topic = frame.opened(story)
    if topic is None:
        return
    language = topic.language
    if link.is_staged():
        present.tell(story, language)
        return
    shown = steps.asked(topic)
    sheet = Sheet()
    sheet.add(frame.head_html(topic, first=shown in ("1", link.EVERY_STEP)))
    sheet.add(steps.numbers_html(topic, shown))
    for step in topic.steps if shown == link.EVERY_STEP else [topic.steps[int(shown) - 1]]:
        tell_step(story, topic, step, sheet)
    sheet.add(steps.turn_html(topic, shown))
    sheet.add(take_away.topic_html(topic.id, language))
    sheet.out()
    take_away.topic(topic.id, language)


def tell_step(story: Story, topic: Topic, step: Step, sheet: Sheet) -> None:
    """Show one step. One with controls runs again by itself when one of them is used."""
    drawing = story.drawing(step.chart)
    if drawing and choosing.offers(drawing):
        sheet.out()
        _answering(story, topic, step)
    else:
        _guarded(story, topic, step, sheet)


@st.fragment
def _answering(story: Story, topic: Topic, step: Step) -> None:
    sheet = Sheet()
    _guarded(story, topic, step, sheet)
    sheet.out()


def _guarded(story: Story, topic: Topic, step: Step, sheet: Sheet) -> None:
    with notices.guarded(topic.language, "page_failed"):
        _tell(story, topic, step, sheet)


def _tell(story: Story, topic: Topic, step: Step, sheet: Sheet) -> None:
    language = topic.language
    drawing = story.drawing(step.chart)
    asking = guess_of(drawing) if step.question else None
    choices: dict[str, Any] = {}
    if asking:
        name, guess = asking
        choices[name] = choosing.guessed(step, guess)
        if choices[name] is None:
            sheet.add(choosing.question(step, guess, language))
            return
    sheet.add(once(lambda: step_html.words(topic, step), "words", topic.id, step.id, language))
    if drawing is not None:
        if choosing.offers(drawing):
            sheet.out()
            choices |= choosing.choose(step, drawing, language)
        sheet.add(_drawn(topic, step, drawing, choices))
        if asking:
            sheet.add(choosing.think_again(step, language))
    if step.claims:
        claims = once(lambda: step_html.claims(topic, step), "claims", topic.id, step.id, language)
        sheet.add(claims)


def _drawn(topic: Topic, step: Step, drawing: Callable[..., Chart], choices: dict[str, Any]) -> str:
    """A step's chart and what stands under it; a sentence where it fails."""

    view = charts.view(topic, step)

    def make() -> str:
        return step_html.drawn(drawing(view, **choices), topic, step, view.room)

    key = (topic.id, step.id, topic.language, view.look.name, view.room, *sorted(choices.items()))
    return notices.attempted(lambda: once(make, "drawn", *key), topic.language, "chart_failed")
