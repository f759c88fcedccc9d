"""The one measurer of words: safe widths, and lines that break where a reader would break them."""

import pytest

from components.charts.text_width import (
    columns_width,
    line_count,
    longest_word,
    text_width,
    wrap_text,
)

LONG = {
    "ja": "オンライン資格確認等システムの運用に実際に使われた額、2021年10月20日の時点",
    "en": "An item with a rather long name that was really spent, as of 20 October 2021",
}


def test_a_width_is_that_of_the_longest_line_without_its_tags():
    """Lines are parted by <br> or line feeds, tags take no room, and bold is wider."""
    assert (
        text_width("<b>番号</b><br>番", 10) == text_width("番号\n番", 10) == text_width("番号", 10)
    )
    assert text_width("番号", 10, bold=True) > text_width("番号", 10)
    assert text_width("") == 0


def test_latin_letters_are_reckoned_wider_than_half_a_full_one():
    """Wide faces are the yardstick: fewer letters fit a line than half-width columns."""
    assert text_width("abcd", 12) > 2 * 12
    assert text_width("abcd", 12, typical=True) < text_width("abcd", 12)


@pytest.mark.parametrize("language", LONG)
@pytest.mark.parametrize("width", [60, 90, 160, 300])
def test_broken_lines_stay_within_their_width(language, width):
    """No line is wider than asked for, unless one word alone is, and nothing is lost."""
    broken = wrap_text(LONG[language], width, 12)
    assert broken.replace("<br>", "").replace(" ", "") == LONG[language].replace(" ", "")
    widest = max(width, *(text_width(word, 12) for word in LONG["en"].split()))
    hanging = text_width("、", 12)
    assert text_width(broken, 12) <= widest + hanging
    assert not any(line[0] in "、。" for line in broken.split("<br>"))
    assert line_count(broken) == len(broken.split("<br>"))


def test_words_are_never_lost_in_a_room_for_less_than_a_letter():
    """Where not even one character fits, each stands on a line of its own."""
    assert wrap_text("番号", 1, 12) == "番<br>号"


@pytest.mark.parametrize(
    ("words", "columns", "lines"),
    [
        ("情報提供ネットワークシステム", 8, ["情報提供", "ネットワーク", "システム"]),
        ("オンライン資格確認等システム", 8, ["オンライン", "資格確認等", "システム"]),
        ("マイキープラットフォーム", 9, ["マイキー", "プラットフォーム"]),
    ],
)
def test_a_compound_breaks_between_its_words(words, columns, lines):
    """A word too long for its line breaks where its parts meet, never inside one of them."""
    assert wrap_text(words, columns * text_width("字")).split("<br>") == lines
    assert longest_word(words) == max(map(text_width, lines))


def test_columns_of_english_are_wider_than_half_a_full_character():
    """A line for so many columns holds as many Latin letters, or half as many full characters."""
    assert columns_width(8, "ja") == text_width("四字熟語") < text_width("abcdefgh")
    assert columns_width(8, "en") == text_width("abcdefgh")
