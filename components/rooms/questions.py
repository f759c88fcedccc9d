"""What a room may vote on: the question of a step, and its options."""

from components.charts.controls import asking_of
from components.data.cache import cached
from components.data.languages import DEFAULT
from components.presenter.slides import options
from components.presenter.talk import Talk
from components.text.story import get_story


def question_at(talk: Talk, step: int) -> str | None:
    """Name the question of a step, counted from 1; None where it asks nothing."""
    if not 1 <= step <= len(talk.steps):
        return None
    name = talk.steps[step - 1]
    return "/".join(name) if options_of(*name) else None


def options_of(topic_id: str, step_id: str) -> tuple[str, ...]:
    """Give the options of a step's question as they travel; none where it asks nothing."""

    def make() -> tuple[str, ...]:
        story = get_story(topic_id)
        step = next((each for each in story.topic(DEFAULT).steps if each.id == step_id), None)
        asking = asking_of(story, step) if step else None
        return tuple(map(str, options(asking.guess))) if asking else ()

    return cached(make, "options of votes", topic_id, step_id)
