"""How far a topic knows, and what a plan says once its day has passed."""

from dataclasses import replace

import pytest

from components.data.dataset import load_dataset
from components.data.today import outcome_label
from components.text.story import topic_ids
from components.text.topics import interface, load_topic
from components.views.events import outcome_html
from components.views.screen import Screen

LANGUAGES = ("ja", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic_id", topic_ids())
def test_every_topic_says_of_what_date_its_newest_number_is(topic_id, language):
    """The lede of every topic ends with the date of its newest number, as a way to the record."""
    line = load_topic(topic_id, language).lede[-1]
    (named,) = line.mentions
    assert named.record is load_dataset().newest(topic_id)
    assert str(line) == interface("known_until", language, day=named.text)


def test_plans_budgets_of_years_and_dates_are_not_taken_for_the_newest():
    """A forecast never counts; a fiscal year counts from its beginning, a span by its end."""
    data = load_dataset()
    row = data.figure("use_rate")
    later = replace(row, id="later", as_of="2030-01", qualifier="planned", value="9")
    year = replace(row, id="year", as_of="FY" + row.as_of[:4], value="9")
    span = replace(row, id="span", as_of=f"2014/{int(row.as_of[:4]) + 9}", value="9")
    some = {"figures": {each.id: each for each in (row, later, year)}, "tables": {}}
    assert replace(data, **some).newest(row.topic) is row
    some["figures"] = {each.id: each for each in (row, later, span)}
    assert replace(data, **some).newest(row.topic) is span


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_whose_day_has_passed_says_that_it_was_not_looked_after(monkeypatch, language):
    """The same row is ahead until its day, and from the next says that nobody has looked."""
    plan = load_dataset().events["ev_certificates_end"]
    unknown = replace(plan, outcome="unknown", date="2026-07-31", outcome_event="")
    monkeypatch.setenv("MIERU_TODAY", "2026-07-31")
    assert outcome_label(unknown) == "outcome_ahead"
    monkeypatch.setenv("MIERU_TODAY", "2026-08-01")
    assert outcome_label(unknown) == "outcome_unknown"
    said = {"ja": "2026年7月31日の予定でした。", "en": "Planned for 31 July 2026."}
    assert said[language] in outcome_html(unknown, Screen(language, "test"))
