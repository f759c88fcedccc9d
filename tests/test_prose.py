"""Sentences take their numbers from records."""

import re
from dataclasses import replace

from components.text.phrases import PHRASE_END, phrases
from components.text.prose import rich_text
from tests.factories import BOOK, COUNT, event, record

FIGURE = record("25310000", qualifier="approx", id="applicants", measure=COUNT)
WITH = replace(BOOK, figures={"applicants": FIGURE}, events={"start": event("2021-10-20")})


def test_a_reference_becomes_the_value_in_the_language():
    """{id} is the value with 約, {id.bare} without, {id.as_of} its date, {event.date} a date."""
    words = "{applicants}・{applicants.bare}・{applicants.as_of}・{start.date}"
    assert "約2,531万件・2,531万件" in str(rich_text(words, WITH, "ja"))
    assert "2021年10月20日" in str(rich_text(words, WITH, "ja"))
    assert len(rich_text(words, WITH, "ja").mentions) == 4
    assert {mention.record.id for mention in rich_text(words, WITH, "ja").mentions} == {
        "applicants",
        "event_2021-10-20",
    }


def test_an_unknown_reference_is_said_and_not_guessed():
    """A reference to nothing shows that there is no record."""
    assert str(rich_text("その数は{nothing}です。", WITH, "ja")) == "その数は（記録なし）です。"
    assert rich_text("{nothing}", WITH, "en").mentions[0].record is None


def test_an_english_sentence_begins_with_a_capital():
    """A sentence that begins with a qualified number begins with a capital."""
    assert str(rich_text("{applicants} applied.", WITH, "en")).startswith("About ")
    assert "than about" in str(rich_text("More than {applicants}.", WITH, "en"))


def test_text_around_references_stays_as_it_is():
    """Nothing but the references changes."""
    assert str(rich_text("100{x", WITH, "ja")) == "100{x"


def test_a_number_is_never_broken():
    """A date at the end of a line goes to the next one whole, also where phrases end inside it."""
    words = "出典：アーカイブ投稿2ほか｜2021年9月28日〜2022年4月1日"
    assert not re.search(f"[0-9]{PHRASE_END}[0-9]", phrases(words))
    assert phrases(words).replace(PHRASE_END, "") == words
