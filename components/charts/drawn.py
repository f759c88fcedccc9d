"""Charts of steps: each drawn once for its step, language, room and look, and shared by all."""

import logging
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from components.charts.chart import PAGE, Canvas, Chart, View
from components.charts.controls import default_values
from components.charts.themes import LIGHT, Theme
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.state import DataState, data_state
from components.text.story import get_story
from components.text.topics import Topic

LOG = logging.getLogger(__name__)
Chosen = tuple[tuple[str, Any], ...]  # arguments of a drawing function and their values


def chart(
    topic_id: str,
    step_id: str,
    language: Language,
    canvas: Canvas = PAGE,
    page_index: int = 0,
    theme: Theme = LIGHT,
    chosen: Chosen = (),
) -> Chart | None:
    """
    Give a step's chart, choices that chosen does not name at their defaults; None without a chart.

    Raises KeyError for a step there is not, and whatever the drawing raises.
    """
    return _chart(topic_id, step_id, language, canvas, page_index, theme, chosen, data_state())


def rows(topics: Iterable[Topic]) -> dict[tuple[str, str], list[str]]:
    """Give the ids of the rows of each step's chart, by topic and step, where it can be drawn."""
    found = {}
    for topic in topics:
        for step in topic.steps:
            try:
                drawn = chart(topic.id, step.id, topic.language)
            except Exception:  # the step's own page says so
                LOG.exception("chart of %s %s", topic.id, step.id)
                continue
            if drawn is not None:
                found[topic.id, step.id] = [row.id for row in drawn.rows]
    return found


@lru_cache(maxsize=600)
def _chart(
    topic_id: str,
    step_id: str,
    language: Language,
    canvas: Canvas,
    page_index: int,
    theme: Theme,
    chosen: Chosen,
    _state: DataState,
) -> Chart | None:
    story = get_story(topic_id)
    step = story.step(step_id, language)
    drawing = story.drawing_of(step)
    if drawing is None:
        return None
    view = View(
        load_dataset(),
        language,
        theme=theme,
        canvas=canvas,
        words=step.words,
        page_index=page_index,
    )
    return drawing(view, **default_values(drawing) | dict(chosen))
