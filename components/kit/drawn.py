"""Charts of the kit: each drawn once for its step, language and room, and shared by every form."""

from dataclasses import replace
from functools import lru_cache

from components.charts.chart import PAGE, Chart, Room, View
from components.charts.choices import first_choices
from components.content.book import Edition, book, edition
from components.content.languages import Language
from components.kit.wish import told


def chart(
    topic_id: str, step_id: str, language: Language, room: Room = PAGE, part: int = 0
) -> Chart | None:
    """
    Give a step's chart in the light look with choices at their defaults; None for a step without.

    Raises KeyError for a step there is not, and whatever the drawing raises.
    """
    return _chart(topic_id, step_id, language, room, part, edition())


@lru_cache(maxsize=600)
def _chart(
    topic_id: str, step_id: str, language: Language, room: Room, part: int, _state: Edition
) -> Chart | None:
    story = told(topic_id)
    steps = {step.id: step for step in story.topic(language).steps}
    step = steps[step_id]
    drawing = story.drawing(step.chart)
    if drawing is None:
        return None
    view = View(book(), language, room=room, words=step.words)
    return drawing(replace(view, part=part), **first_choices(drawing))
