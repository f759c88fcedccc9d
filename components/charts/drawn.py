"""Charts of steps: each drawn once for its step, language, room and look, and shared by all."""

from functools import lru_cache

from components.charts.chart import PAGE, Chart, Room, View
from components.charts.choices import first_choices
from components.charts.looks import LIGHT, Look
from components.content.book import Edition, book, edition
from components.content.languages import Language
from components.content.stories import told


def chart(
    topic_id: str,
    step_id: str,
    language: Language,
    room: Room = PAGE,
    part: int = 0,
    look: Look = LIGHT,
) -> Chart | None:
    """
    Give a step's chart with choices at their defaults; None for a step without.

    Raises KeyError for a step there is not, and whatever the drawing raises.
    """
    return _chart(topic_id, step_id, language, room, part, look, edition())


@lru_cache(maxsize=600)
def _chart(
    topic_id: str,
    step_id: str,
    language: Language,
    room: Room,
    part: int,
    look: Look,
    _state: Edition,
) -> Chart | None:
    story = told(topic_id)
    steps = {step.id: step for step in story.topic(language).steps}
    step = steps[step_id]
    drawing = story.drawing(step.chart)
    if drawing is None:
        return None
    view = View(book(), language, look=look, room=room, words=step.words, part=part)
    return drawing(view, **first_choices(drawing))
