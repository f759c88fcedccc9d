"""Terms are found in sentences as whole words, listed in the order readers expect, and read."""

from dataclasses import replace

import pytest

from components.data.dataset import load_dataset
from components.data.languages import Localized
from components.data.words import Term
from components.text.glossary import Explained, explained, group, in_order, ruby
from tests.factories import BOOK


def term(ja: str, reading: str = "れい", en: str = "example", **changes) -> Term:
    """Make a term, with what the test needs changed."""
    plain = Term(
        id=ja,
        name=Localized(ja, en),
        reading=reading,
        plain=Localized("例", "An example."),
        topics=(),
        checked="",
    )
    return replace(plain, **changes)


def found(words: str, *terms: Term, language: str = "ja", known: tuple[str, ...] = ()) -> list[str]:
    """Give the texts that would open an explanation."""
    with_terms = replace(BOOK, terms={each.id: each for each in terms})
    pieces = list(explained(words, with_terms, language, known))
    assert "".join(getattr(piece, "text", piece) for piece in pieces) == words
    return [piece.text for piece in pieces if isinstance(piece, Explained)]


def test_the_longest_spelling_counts():
    """Where one term stands inside another, the longer is explained, and the shorter is not."""
    short, long = term("個人情報"), term("特定個人情報")
    assert found("特定個人情報と個人情報", short, long) == ["特定個人情報", "個人情報"]
    assert found("特定個人情報", short, long, known=("特定個人情報",)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("交付された", ["交付"]),
        ("交付金", []),
        ("再交付", []),
        ("カード交付", ["交付"]),
        ("（交付）", ["交付"]),
    ],
)
def test_a_japanese_term_ends_where_its_script_ends(words, expected):
    """A term in kanji is not read into a longer word in kanji."""
    assert found(words, term("交付")) == expected
    assert found("ポータル・マイナポータル", term("ポータル")) == ["ポータル"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Pins differ.", ["Pins"]), ("spinning", []), ("a PIN.", ["PIN"]), ("pinned", [])],
)
def test_an_english_term_is_a_whole_word(words, expected):
    """Capitals do not matter and a plural counts, but no part of a word does."""
    assert found(words, term("暗証番号", en="PIN"), language="en") == expected


def test_a_term_is_explained_once():
    """Only the first place of a term, in whatever spelling, opens it."""
    number = term("発行番号", also=Localized("シリアル番号", ""))
    assert found("シリアル番号は発行番号です。", number) == ["シリアル番号"]
    assert found("発行番号", number, known=("発行番号",)) == []


def test_the_order_is_that_of_kana_and_of_the_alphabet():
    """Sound marks and small kana do not break the order; a long sign counts as its vowel."""
    readings = ("いけん", "あーかいぶ", "あいしー", "がくせい", "かくにん", "ぱす")
    terms = [term(each, each, en) for each, en in zip(readings, "bCadeF", strict=True)]
    ordered = replace(BOOK, terms={each.id: each for each in terms})
    assert [each.reading for each in in_order(ordered, "ja")] == [
        "あーかいぶ",
        "あいしー",
        "いけん",
        "がくせい",
        "かくにん",
        "ぱす",
    ]
    assert [each.name.en for each in in_order(ordered, "en")] == ["a", "b", "C", "d", "e", "F"]
    assert [group(each, "ja") for each in in_order(ordered, "ja")] == [*"あああかかは"]


def test_a_reading_stands_over_what_is_not_kana():
    """Kana needs no reading; where the reading cannot be shared out, all of it stands over all."""
    assert ruby(term("住基ネット", "じゅうきねっと")) == [("住基", "じゅうき"), ("ネット", "")]
    assert ruby(term("マイナポータル", "まいなぽーたる")) == [("マイナポータル", "")]
    assert ruby(term("学習者ID", "がくしゅうしゃあいでぃー")) == [
        ("学習者ID", "がくしゅうしゃあいでぃー")
    ]
    assert ruby(term("差止め", "ちがうよみ")) == [("差止め", "ちがうよみ")]


def test_every_reading_fits_its_term():
    """In the glossary itself every reading agrees with the kana of its term."""
    for each in load_dataset().terms.values():
        assert "".join(reading or piece for piece, reading in ruby(each)), each.id
        kana = [piece for piece, reading in ruby(each) if not reading]
        assert kana or ruby(each) == [(each.name.ja, each.reading)], each.id
    assert len(load_dataset().terms) >= 45
