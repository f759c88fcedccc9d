"""What a step shows one after the other: on the stage, on phones, and counted before a talk."""

import logging
from collections.abc import Sequence
from typing import NamedTuple

from components.charts import drawn
from components.charts.chart import PRESENTER
from components.charts.controls import Asking, asking_of
from components.data.languages import Language
from components.data.records import Claim
from components.presenter.claims import claims_together
from components.text.story import Story
from components.text.topics import Step, Topic

LOG = logging.getLogger(__name__)
MOST_PAGES = 6


class Fragment(NamedTuple):
    """One thing shown: kind is question, figure, words or claims."""

    kind: str
    page_index: int = 0  # of a figure too long for the stage, from 0
    claims: Sequence[Claim] = ()
    asking: Asking | None = None


def fragments(story: Story, topic: Topic, step: Step) -> list[Fragment]:
    """
    List what a step shows: the question, the chart (in pages where it is long), and each claim.

    Beside a chart only those claims are shown that later events bear on.
    """
    drawing, language = story.drawing_of(step), topic.language
    if drawing is None:
        claims = _claims(step.claims, language)
        return [Fragment("words"), *claims] if step.points or not claims else claims
    asking = asking_of(story, step)
    asked = [Fragment("question", asking=asking)] if asking else []
    pages = [Fragment("figure", page_index) for page_index in range(_pages(topic, step))]
    later = [claim for claim in step.claims if claim.since.to(language)]
    return [*asked, *pages, *_claims(later, language)]


def _claims(claims: Sequence[Claim], language: Language) -> list[Fragment]:
    return [Fragment("claims", claims=each) for each in claims_together(claims, language)]


def _pages(topic: Topic, step: Step) -> int:
    """Count the pages of a chart; one that cannot be drawn leaves an empty one."""
    try:
        chart = drawn.chart(topic.id, step.id, topic.language, PRESENTER)
    except Exception:
        LOG.exception("a chart of the stage failed: %s/%s", topic.id, step.id)
        return 1
    return min(chart.page_count, MOST_PAGES) if chart else 1
