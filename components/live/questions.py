"""What a room may raise its hands for: the question of a step, and its options."""

from components.charts.choices import guess_of
from components.content.kept import once
from components.content.languages import DEFAULT
from components.content.stories import told
from components.stage.slides import options
from components.stage.talk import Talk


def question_at(talk: Talk, step: int) -> str | None:
    """Name the question of a step, counted from 1; None where it asks nothing."""
    if not 1 <= step <= len(talk.steps):
        return None
    name = talk.steps[step - 1]
    return "/".join(name) if options_of(*name) else None


def options_of(topic_id: str, step_id: str) -> tuple[str, ...]:
    """Give the options of a step's question as they travel; none where it asks nothing."""

    def make() -> tuple[str, ...]:
        story = told(topic_id)
        step = next((each for each in story.topic(DEFAULT).steps if each.id == step_id), None)
        asking = guess_of(story.drawing(step.chart)) if step and step.question else None
        return tuple(map(str, options(asking[1]))) if asking else ()

    return once(make, "options of hands", topic_id, step_id)
