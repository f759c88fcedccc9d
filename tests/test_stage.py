"""What the stage is sent: slides that tell their steps, and the index of answers."""

import json

import pytest

from components.charts.controls import Guess
from components.data.dataset import load_dataset
from components.presenter import figures, play
from components.presenter.answers import answers
from components.presenter.slides import options, slide
from components.presenter.talk import whole
from components.search.documents import PAGES
from components.search.named import names
from components.search.portable import with_named
from components.search.search import index
from components.text.story import get_story, topic_ids
from tests.screens import TOPICS

LANGUAGES = ("ja", "en")


def test_the_room_votes_on_the_whole_scale():
    """The options lie evenly inside the scale, on its steps."""
    assert options(Guess(0, 6000, 100, "people")) == [600, 1800, 3000, 4200, 5400]
    assert options(Guess(0, 100, 1, "percent")) == [10, 30, 50, 70, 90]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_a_slide_tells_its_step(topic, language):
    """A slide is plain JSON with the step's words; the question stands before the finding."""
    story = get_story(topic)
    for step in story.topic(language).steps:
        made = json.loads(json.dumps(slide(story, story.topic(language), step)))
        headline = "".join(text for text, _ in made["headline"]).replace("\u200b", "")
        assert headline == str(step.headline)
        kinds = [fragment["kind"] for fragment in made["fragments"]]
        assert kinds[0] == ("question" if step.question else kinds[0]) and kinds
        assert ("figure" in kinds) == bool(step.chart)
        for fragment in made["fragments"]:
            if fragment["kind"] == "figure":
                assert fragment["figure"] and fragment["source"] and fragment["rows"]["rows"]


def test_the_speaker_has_the_answers_that_the_stage_leaves_out():
    """A list of questions stands on the stage without its answers, which are in the notes."""
    story = get_story("card_security")
    topic = story.topic("ja")
    now = slide(story, topic, topic.steps[-1])
    for point in topic.steps[-1].points:
        assert f"{point.text} {point.more}" in now["notes"]


@pytest.mark.parametrize("topic", TOPICS)
def test_what_happened_since_is_told_with_both_sides(topic):
    """Every claim that later events bear on has a fragment, with claim, answer and what came."""
    story = get_story(topic)
    for step in story.topic("ja").steps:
        made = slide(story, story.topic("ja"), step)
        shown = {
            claim["id"]: claim
            for fragment in made["fragments"]
            for claim in fragment.get("claims", ())
        }
        for claim in step.claims:
            if claim.since.ja:
                columns = shown[claim.id]["columns"]
                assert [each["kind"] for each in columns] == ["claim", "answer", "since"]
                assert all(each["text"] for each in columns)


def test_a_chart_that_fails_leaves_its_step(monkeypatch):
    """A drawing that breaks leaves the headline, the short form and an empty figure."""
    story = get_story("mynapoint")

    def broken(*_args, **_more):
        raise ValueError("broken")

    monkeypatch.setattr(figures, "drawn", broken)
    made = slide(story, story.topic("ja"), story.topic("ja").steps[1])
    assert made["headline"] and made["short"]
    assert [
        fragment["figure"] for fragment in made["fragments"] if fragment["kind"] == "figure"
    ] == [None]


def test_a_question_is_answered_with_every_kind_of_record():
    """Every document the app finds has a card, and a number or a claim stands with its source."""
    shown = {f"{topic}/{step}" for topic, step in whole(*topic_ids()).steps}
    for language in LANGUAGES:
        entries = answers(language, shown)["entries"]
        documents = [
            each for each in index(load_dataset()) if each.kind != "step" or each.id in shown
        ]
        documents = with_named(documents, names(load_dataset()))
        assert [entry["id"] for entry in entries] == [each.id for each in documents]
        assert all(
            entry["source"] for entry in entries if entry["kind"] in ("figure", "claim", "event")
        )
        assert {entry["kind"] for entry in entries} | set(PAGES) == set(play.KINDS)
