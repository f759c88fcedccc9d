"""The look over a talk before it is given: what its presenter should know."""

from dataclasses import replace
from datetime import date

import pytest

from components.data import cache
from components.data.dataset import load_dataset
from components.data.languages import Localized
from components.presenter import figures, play, preflight
from components.presenter.preflight import KINDS, Shown, pace, shown, worries
from components.presenter.talk import Talk, read_steps
from components.text.story import get_story
from tests.factories import BOOK, SOURCE, record
from tests.talks import TEN

DAY = date(2026, 11, 25)
ARCHIVE = replace(SOURCE, id="archive", kind="archive")
TOLD = replace(SOURCE, id="told", kind="second_hand")


def step(*rows, **changes) -> Shown:
    plain = Shown(1, "Headline", "/x", tuple(rows), notes=True, fragments=1)
    return replace(plain, **changes)


def found(*steps, rows=()):
    """Give kind, step and record of each worry, planted into an empty dataset."""
    known = replace(BOOK, figures={row.id: row for row in rows})
    return [
        (each.kind, each.place, each.row.id if each.row else "", each.more)
        for each in worries(steps, known, "en", DAY)
    ]


def test_a_sound_step_worries_nobody():
    """Primary sources, notes and one screen give nothing to know."""
    assert found(step(record("10"), record("11"))) == []


def test_a_newer_value_is_named_with_its_date():
    """A superseded figure is listed with the newest value, even over several rounds."""
    newest = record("30", "2026-06-01", id="c")
    middle = record("20", "2025-06-01", id="b", superseded_by="c")
    old = record("10", "2024-06-01", id="a", superseded_by="b")
    assert found(step(old), rows=(old, middle, newest)) == [
        ("superseded", 1, "a", "30% (1 June 2026)")
    ]


def test_circles_of_newer_values_end():
    """Two figures that name each other as newer do not hang the page."""
    one, two = record("1", id="a", superseded_by="b"), record("2", id="b", superseded_by="a")
    assert [kind for kind, *_ in found(step(one), rows=(one, two))] == ["superseded"]


def test_a_review_date_counts_from_the_day_after():
    """A figure is overdue once its day has passed, not on it."""
    assert found(step(record("10", review_after="2026-11-25"))) == []
    assert found(step(record("10", id="a", review_after="2026-11-24"))) == [
        ("overdue", 1, "a", "24 November 2026")
    ]


def test_what_others_tell_is_told_apart_from_what_only_the_archive_tells():
    """Second-hand, the archive quoting someone, the archive alone; and low confidence besides."""
    rows = (
        record("1", id="a", source=TOLD),
        record(
            "2", id="b", source=ARCHIVE, origin=replace(SOURCE, short=Localized("省", "Ministry"))
        ),
        record("3", id="c", source=ARCHIVE, confidence="low"),
    )
    kinds = {(kind, row) for kind, _, row, _ in found(step(*rows))}
    assert kinds == {
        ("second_hand", "a"),
        ("second_hand", "b"),
        ("archive_only", "c"),
        ("low", "c"),
    }
    assert ("second_hand", 1, "b", "Ministry ← Example") in found(step(*rows))


def test_steps_without_notes_in_parts_or_without_a_chart_are_named():
    """What is wrong with the step itself is listed, the gravest first, then in talk order."""
    steps = (
        step(notes=False),
        step(place=2, parts=3, fragments=3),
        step(place=3, drawn=False),
        step(place=4, notes=False),
    )
    assert found(*steps) == [
        ("broken", 3, "", ""),
        ("no_notes", 1, "", ""),
        ("no_notes", 4, "", ""),
        ("parts", 2, "", "3"),
    ]


def test_overtaken_claims_come_with_what_came_since():
    """Claims that later events overtook or refuted are listed; open ones are not."""
    claims = load_dataset().claims.values()
    overtaken = next(each for each in claims if each.state == "overtaken" and each.since.en)
    open_ = next(each for each in claims if each.state == "open")
    listed = [each for each in worries([step(overtaken, open_)], load_dataset(), "en", DAY)]
    assert [(each.kind, each.row.id) for each in listed] == [("overtaken", overtaken.id)]
    assert listed[0].more


def test_the_length_is_shared_out_evenly():
    """Time per step and per screen is a division, nothing else."""
    told = pace(
        Talk((("overview", "what_is_what"), ("overview", "five_numbers")), 10),
        [step(fragments=3), step(fragments=2)],
    )
    assert (told.steps, told.fragments, told.a_step, told.a_fragment) == (2, 5, 300, 120)
    with pytest.raises(ValueError, match="without steps"):
        pace(Talk(()), [])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_real_talk_is_seen_as_it_is_shown(language):
    """Steps come with their screens and with the records of chart, headline, notes and claims."""
    talk = read_steps(TEN)
    slides = play.slides_of(talk, language)
    steps = shown(talk, slides, load_dataset(), language)
    assert [each.place for each in steps] == list(range(1, 11))
    kinds = [[each["kind"] for each in slide["fragments"]] for slide in slides]
    unasked = [max(1, len(each) - each.count("claims")) for each in kinds]
    assert [each.fragments for each in steps] == unasked
    ids = {row.id for each in steps for row in each.rows}
    for topic_id, step_id in talk.steps:
        told = next(s for s in get_story(topic_id).topic(language).steps if s.id == step_id)
        assert {each.record.id for each in told.headline.mentions if each.record} <= ids
        assert {claim.id for claim in told.claims} <= ids
    assert {each.kind for each in worries(steps, load_dataset(), language, DAY)} <= set(KINDS)
    assert not any(
        each.kind in ("broken", "no_notes")
        for each in worries(steps, load_dataset(), language, DAY)
    )


def test_a_broken_chart_is_found_before_the_talk(monkeypatch):
    """A chart that cannot be drawn is the first thing the list names."""

    def broken(*_args):
        raise ValueError("broken")

    cache.clear_cache()
    monkeypatch.setattr(figures, "drawn", broken)
    talk = Talk((("mynapoint", "same_budget"),))
    steps = shown(talk, play.slides_of(talk, "en"), load_dataset(), "en")
    assert worries(steps, load_dataset(), "en", DAY)[0].kind == "broken"
    assert preflight.KINDS[0] == "broken"
    cache.clear_cache()  # the broken slide must not be shown to the next test
