"""The story is told to its end: what one can do, all claims, and what a finding means."""

import re
from difflib import SequenceMatcher

import pytest

from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES
from components.text.story import walks

ALIKE = 0.65  # of letters, from which a sentence repeats another
QUESTION = {"ja": re.compile("聞|予想|手をあげ"), "en": re.compile(r"\?|\b[Aa]sk|hands|guess")}


@pytest.fixture(scope="module", params=LANGUAGES)
def topics(request):
    """All walks in one language."""
    return [story.topic(request.param) for story in walks() if story.topic_id != "home"]


def test_a_topic_ends_with_what_one_can_do(topics):
    """The last step of each topic lists questions with their answers, and one rests on a record."""
    for topic in topics:
        last = topic.steps[-1]
        assert len(last.points) >= 3, topic.id
        assert all(str(point.more) for point in last.points), topic.id
        mentions = [mention for point in last.points for mention in point.more.mentions]
        assert mentions or all(point.to for point in last.points), topic.id


def test_every_claim_is_told_in_a_step(topics):
    """A claim of the ledger stands beside a step, where what it is about is explained."""
    told = {claim.id for topic in topics for step in topic.steps for claim in step.claims}
    assert not [id for id, each in load_dataset().claims.items() if id not in told | _merged()]


def test_what_a_finding_means_is_not_the_finding_again(topics):
    """The sentence below a chart neither repeats the headline nor the line under it."""
    for topic in topics:
        for step in topic.steps:
            for said in (step.headline, step.short):
                if (below := str(step.takeaway)) and str(said):
                    assert SequenceMatcher(None, below, str(said)).ratio() < ALIKE, step.id


def test_notes_begin_a_conversation(topics):
    """Each step gives its speaker a question for the room."""
    for topic in topics:
        for step in topic.steps:
            words = " ".join(map(str, step.note))
            assert QUESTION[topic.language].search(words), (topic.id, step.id)


def _merged() -> set[str]:
    return {id for id, each in load_dataset().claims.items() if each.merged_into}
