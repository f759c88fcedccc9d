"""Terms of the glossary: where they stand in a text, in which order they are listed, how read."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.words import Term

# A word ends where its script ends: 交付 is not read into 交付金, nor ポータル into マイナポータル.
SCRIPTS = ("々〆㐀-䶿一-鿿", "ァ-ヴー", "A-Za-z0-9")
ROWS = "あかさたなはまやらわ"  # the rows of a Japanese index, each beginning at its kana
SAME_VOWEL = (
    "あかさたなはまやらわ",
    "いきしちにひみり",
    "うくすつぬふむゆる",
    "えけせてねへめれ",
    "おこそとのほもよろを",
)
VOWELS = {kana: row[0] for row in SAME_VOWEL for kana in row}
KANA = "ぁ-ゖァ-ヴー・"
SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヴ") + 1)}


class Explained(NamedTuple):
    """A term as it is written in a text."""

    text: str
    term: Term


def explained(
    words: str, dataset: Dataset, language: Language, known: Collection[str]
) -> Iterator[str | Explained]:
    """
    Cut a text at the first place of each term; terms whose ids are known are left in the text.

    Of several spellings the longest counts, and only as a whole word. In English capitals do not
    matter, and an s may follow.
    """
    seen, end = set(known), 0
    for start, stop, term in sorted(_places(words, dataset, language), key=lambda each: each[0]):
        if term.id in seen:
            continue
        seen.add(term.id)
        if start > end:
            yield words[end:start]
        yield Explained(words[start:stop], term)
        end = stop
    if end < len(words):
        yield words[end:]


def _places(words: str, dataset: Dataset, language: Language) -> list[tuple[int, int, Term]]:
    found: list[tuple[int, int, Term]] = []
    comparable = words.casefold()
    for spelling, pattern, term in _spellings(dataset, language):
        if spelling not in comparable:
            continue
        for match in pattern.finditer(words):
            if all(match.end() <= start or stop <= match.start() for start, stop, _ in found):
                found.append((*match.span(), term))
    return found


@lru_cache(maxsize=4)
def _spellings(dataset: Dataset, language: Language) -> list[tuple[str, re.Pattern[str], Term]]:
    """List every spelling, the longest first, so that it is found before one inside it."""
    plural = "s?" if language == "en" else ""
    found = [
        (spelling.casefold(), re.compile(_whole(spelling, plural), re.IGNORECASE), term)
        for term in dataset.terms.values()
        for spelling in term.spellings(language)
    ]
    return sorted(found, key=lambda each: -len(each[0]))


def _whole(spelling: str, plural: str) -> str:
    before = "".join(f"(?<![{script}])" for script in _script(spelling[:1]))
    after = "".join(f"(?![{script}])" for script in _script(spelling[-1:]))
    return before + re.escape(spelling) + plural + after


def _script(letter: str) -> list[str]:
    return [script for script in SCRIPTS if re.match(f"[{script}]", letter)]


def in_order(dataset: Dataset, language: Language) -> list[Term]:
    """List the terms as a reader looks for them: by reading, or by the alphabet."""
    if language == "en":
        return sorted(dataset.terms.values(), key=lambda term: term.name.en.casefold())
    return sorted(dataset.terms.values(), key=lambda term: (_bare(term.reading), term.reading))


def group(term: Term, language: Language) -> str:
    """Give the heading a term stands under: the row of its first kana, or its first letter."""
    if language == "en":
        return term.name.en[:1].upper()
    first = _bare(term.reading)[:1]
    return max((row for row in ROWS if row <= first), default=ROWS[0])


def _bare(reading: str) -> str:
    """Write a reading as it is ordered: no sound marks, no small kana, a vowel for a long sign."""
    parts = re.sub("[\u3099\u309a]", "", unicodedata.normalize("NFD", reading)).translate(SMALL)
    bare = ""
    for kana in parts:
        bare += VOWELS.get(bare[-1:], "") if kana == "ー" else kana
    return bare


def ruby(term: Term) -> list[tuple[str, str]]:
    """
    Cut a Japanese term into pieces, each with its reading where it is not written in kana.

    Where the reading does not fit the kana of the term, the whole term has the whole reading.
    """
    pieces = re.findall(f"[{KANA}]+|[^{KANA}]+", term.name.ja)
    is_kana = [bool(re.fullmatch(f"[{KANA}]+", piece)) for piece in pieces]
    if all(is_kana):
        return [(term.name.ja, "")]
    form = "".join(
        re.escape(piece.translate(KATAKANA)) if kana else "(.+?)"
        for piece, kana in zip(pieces, is_kana, strict=True)
    )
    match = re.fullmatch(form, term.reading)
    if not match:
        return [(term.name.ja, term.reading)]
    readings = iter(match.groups())
    return [
        (piece, "" if kana else next(readings)) for piece, kana in zip(pieces, is_kana, strict=True)
    ]
