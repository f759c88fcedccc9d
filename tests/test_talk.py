"""Building a talk: steps, order, link and file; and the look over it before it is given."""

from dataclasses import replace
from datetime import date

import pytest

from components.content.book import book
from components.content.languages import Words
from components.stage import play, preflight
from components.stage.preflight import KINDS, Shown, pace, shown, worries
from components.stage.talk import LONGEST, Talk, read_steps, whole
from components.stage.talk_file import as_text, find_talk
from tests.factories import BOOK, SOURCE, record
from tests.screens import follow, link, open_page, words
from tests.test_stage import story

TEN = (
    "25~overview.what_is_what.five_numbers"
    "~health_insurance.at_the_reader.three_stages.by_provider.old_card"
    "~mynapoint.planned_and_applied.deadlines_moved.round_two_budget.what_came_of_it"
)
A, B, C = ("overview", "what_is_what"), ("overview", "five_numbers"), ("mynapoint", "same_budget")
DAY = date(2026, 11, 25)
ARCHIVE = replace(SOURCE, id="archive", kind="archive")
TOLD = replace(SOURCE, id="told", kind="second_hand")


# --- the talk and its file ------------------------------------------------------------------------


def test_steps_are_added_moved_and_taken_out():
    """Each change gives the talk one would expect; impossible ones change nothing."""
    talk = Talk((A, B)).with_steps([C])
    assert talk.steps == (A, B, C)
    assert talk.moved(2, -1).steps == (A, C, B)
    assert talk.moved(0, 2).steps == (B, C, A)
    assert talk.without(1).steps == (A, C)
    for same in (talk.moved(0, -1), talk.moved(2, 1), talk.moved(9, 1), talk.without(7)):
        assert same == talk
    assert (talk.lasting(0).minutes, talk.lasting(9999).minutes) == (1, 240)
    assert len(talk.with_steps([A] * 200).steps) == LONGEST


def test_a_talk_being_built_may_be_empty():
    """A link without steps is an empty talk of its length; a page that is no walk has no steps."""
    assert read_steps("") == Talk(()) and read_steps("45") == Talk((), 45)
    assert read_steps("45~search.begin~talk.how") == Talk((), 45)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_talk_survives_its_file(language):
    """The file names every headline for people, and opens to the same talk in any language."""
    talk = read_steps(TEN)
    text = as_text(talk, language)
    for topic_id, step_id in talk.steps:
        steps = story(topic_id).topic(language).steps
        assert str(next(each for each in steps if each.id == step_id).headline) in text
    assert find_talk(text) == talk
    assert find_talk("\ufeff" + text.replace("\n", "\r\n")) == talk


def test_a_pasted_link_opens_its_talk():
    """A link of the builder or of the present view is as good as a file, escaped or not."""
    talk = read_steps(TEN)
    for wish in (f"/talk?lang=en&talk={TEN}", f"/overview?talk={TEN}&view=present&step=3",
                 f"see /talk?talk={TEN.replace('~', '%7E')} tomorrow"):  # fmt: skip
        assert find_talk(wish) == talk


@pytest.mark.parametrize(
    "junk",
    ["", "talk=", "talk=20", "talk=20~nothing.here", "20~overview.1", "\x00\x01PNG", "<b>talk=</b>",
     "talk=" + "~" * 9000, "%", "a" * 300_000, "talk=20~../../etc.passwd"],
)  # fmt: skip
def test_what_holds_no_talk_says_so(junk):
    """Whatever a file holds, there is a valid talk in it or none."""
    assert find_talk(junk) is None


# --- pre-flight -----------------------------------------------------------------------------------


def step(*rows, **changes) -> Shown:
    plain = Shown(1, "Headline", "/x", tuple(rows), notes=True, beats=1)
    return replace(plain, **changes)


def found(*steps, rows=()):
    """Give kind, step and record of each worry, planted into an empty book."""
    known = replace(BOOK, figures={row.id: row for row in rows})
    return [(each.kind, each.place, each.row.id if each.row else "", each.more)
            for each in worries(steps, known, "en", DAY)]  # fmt: skip


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
        record("2", id="b", source=ARCHIVE, origin=replace(SOURCE, short=Words("省", "Ministry"))),
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
    steps = (step(notes=False), step(place=2, parts=3, beats=3), step(place=3, drawn=False),
             step(place=4, notes=False))  # fmt: skip
    assert found(*steps) == [
        ("broken", 3, "", ""), ("no_notes", 1, "", ""), ("no_notes", 4, "", ""),
        ("parts", 2, "", "3"),
    ]  # fmt: skip


def test_overtaken_claims_come_with_what_came_since():
    """Claims that later events overtook or refuted are listed; open ones are not."""
    claims = book().claims.values()
    overtaken = next(each for each in claims if each.state == "overtaken" and each.since.en)
    open_ = next(each for each in claims if each.state == "open")
    listed = [each for each in worries([step(overtaken, open_)], book(), "en", DAY)]
    assert [(each.kind, each.row.id) for each in listed] == [("overtaken", overtaken.id)]
    assert listed[0].more


def test_the_length_is_shared_out_evenly():
    """Time per step and per screen is a division, nothing else."""
    told = pace(Talk((A, B), 10), [step(beats=3), step(beats=2)])
    assert (told.steps, told.beats, told.a_step, told.a_beat) == (2, 5, 300, 120)
    with pytest.raises(ValueError, match="without steps"):
        pace(Talk(()), [])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_real_talk_is_seen_as_it_is_shown(language):
    """Steps come with their screens and with the records of chart, headline, notes and claims."""
    talk = read_steps(TEN)
    slides = play.slides_of(talk, language)
    steps = shown(talk, slides, book(), language)
    assert [each.place for each in steps] == list(range(1, 11))
    assert [each.beats for each in steps] == [len(slide["beats"]) for slide in slides]
    ids = {row.id for each in steps for row in each.rows}
    for topic_id, step_id in talk.steps:
        told = next(s for s in story(topic_id).topic(language).steps if s.id == step_id)
        assert {each.record.id for each in told.headline.mentions if each.record} <= ids
        assert {claim.id for claim in told.claims} <= ids
    assert {each.kind for each in worries(steps, book(), language, DAY)} <= set(KINDS)
    assert not any(each.kind in ("broken", "no_notes")
                   for each in worries(steps, book(), language, DAY))  # fmt: skip


def test_a_broken_chart_is_found_before_the_talk(monkeypatch):
    """A chart that cannot be drawn is the first thing the list names."""
    from components.stage import figures

    def broken(*_args):
        raise ValueError("broken")

    monkeypatch.setattr(figures, "drawn", broken)
    talk = Talk((("mynapoint", "same_budget"),))
    steps = shown(talk, play.slides_of(talk, "en"), book(), "en")
    assert worries(steps, book(), "en", DAY)[0].kind == "broken"
    assert preflight.KINDS[0] == "broken"


# --- the page -------------------------------------------------------------------------------------


def test_the_builder_writes_the_link():
    """Adding, moving, taking out and the length all stand in the link at once."""
    app = open_page("talk", lang="en")
    assert "There are no steps yet" in words(app)
    app.selectbox(key="talk_topic").set_value("mynapoint").run()
    app.button(key="add_mynapoint_same_budget").click().run()
    app.selectbox(key="talk_topic").set_value("overview").run()
    app.button(key="add_all").click().run()
    all_ = ".".join(step_id for _, step_id in whole("overview").steps)
    assert app.query_params["talk"] == f"20~mynapoint.same_budget~overview.{all_}"
    app.button(key="down_mynapoint_same_budget_0").click().run()
    app.button(key="remove_overview_five_numbers_0").click().run()
    app.number_input(key="talk_minutes").set_value(35).run()
    talk = read_steps(app.query_params["talk"])
    assert talk.minutes == 35 and talk.steps[:2] == (A, C) and B not in talk.steps
    assert not app.exception


def test_a_step_may_come_twice():
    """A talk may return to a step; each of its rows has buttons of its own."""
    app = open_page("talk", lang="ja", talk="20~overview.1.2.1")
    app.button(key="remove_overview_what_is_what_1").click().run()
    assert read_steps(app.query_params["talk"]).steps == (A, B)


def test_a_saved_talk_is_opened_from_its_text():
    """Pasted text puts its talk into the link; anything else gets a plain sentence."""
    app = open_page("talk", lang="en", talk="20~overview.1")
    app.text_area(key="talk_text").set_value("<b>no talk</b>")
    app.button(key="talk_open").click().run()
    assert "No talk was found" in words(app) and "<b>no" not in words(app)
    assert app.query_params["talk"] == "20~overview.1"
    app.text_area(key="talk_text").set_value(as_text(read_steps(TEN), "ja"))
    app.button(key="talk_open").click().run()
    assert app.query_params["talk"] == TEN and "Know before you go" in words(app)


@pytest.mark.parametrize("wish", ["<b>", "\x00", "~~", "9" * 900, "20~x.y", "²~３"])
def test_any_link_gives_a_builder(wish):
    """Whatever a link says, the page stands."""
    app = open_page("talk", lang="ja", talk=wish)
    assert not app.exception and "notice trouble" not in words(app) and "<b>" not in words(app)


def test_the_read_view_leads_back_into_the_talk():
    """With a talk in the link, the way leads back to the step and beat where it was left."""
    app = open_page("mynapoint", lang="en", step="5", talk=TEN, at="9.2")
    assert link(app, "present")["words"] == "Return to the talk"
    follow(app, "present")
    asked = {name: app.query_params[name] for name in ("view", "step", "beat", "talk")}
    assert asked == {"view": "present", "step": "9", "beat": "2", "talk": TEN}
    assert link(open_page("mynapoint", lang="en"), "present")["words"] == "Present"
