"""Terms of the glossary: where they stand in a text, in which order they are listed, how read."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from components.content.book import Book
from components.content.languages import Language
from components.content.records import Term

# A word ends where its script ends: 交付 is not read into 交付金, nor ポータル into マイナポータル.
SCRIPTS = ("々〆㐀-䶿一-鿿", "ァ-ヴー", "A-Za-z0-9")
ROWS = "あかさたなはまやらわ"  # the rows of a Japanese index, each beginning at its kana
SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヴ") + 1)}


class Explained(NamedTuple):
    """A term as it is written in a text."""

    text: str
    term: Term


def explained(
    words: str, book: Book, language: Language, known: Collection[str]
) -> Iterator[str | Explained]:
    """
    Cut a text at the first place of each term; terms whose ids are known are left in the text.

    Of several spellings the longest counts, and only as a whole word. In English capitals do not
    matter, and an s may follow.
    """
    pattern, owners = _finder(book, language)
    seen, end = set(known), 0
    for match in pattern.finditer(words) if owners else ():
        found = match[0].casefold()
        term = owners.get(found) or owners[found.removesuffix("s")]
        if term.id in seen:
            continue
        seen.add(term.id)
        if match.start() > end:
            yield words[end : match.start()]
        yield Explained(match[0], term)
        end = match.end()
    if end < len(words):
        yield words[end:]


@lru_cache(maxsize=4)
def _finder(book: Book, language: Language) -> tuple[re.Pattern[str], dict[str, Term]]:
    owners = {
        spelling.casefold(): term
        for term in book.terms.values()
        for spelling in term.spellings(language)
    }
    longest_first = sorted(owners, key=len, reverse=True)
    plural = "s?" if language == "en" else ""
    words = "|".join(_whole(each, plural) for each in longest_first)
    return re.compile(words, re.IGNORECASE), owners


def _whole(spelling: str, plural: str) -> str:
    before = "".join(f"(?<![{script}])" for script in _script(spelling[:1]))
    after = "".join(f"(?![{script}])" for script in _script(spelling[-1:]))
    return before + re.escape(spelling) + plural + after


def _script(letter: str) -> list[str]:
    return [script for script in SCRIPTS if re.match(f"[{script}]", letter)]


def in_order(book: Book, language: Language) -> list[Term]:
    """List the terms as a reader looks for them: by reading, or by the alphabet."""
    if language == "en":
        return sorted(book.terms.values(), key=lambda term: term.name.en.casefold())
    return sorted(book.terms.values(), key=lambda term: (_bare(term.reading), term.reading))


def group(term: Term, language: Language) -> str:
    """Give the heading a term stands under: the row of its first kana, or its first letter."""
    if language == "en":
        return term.name.en[:1].upper()
    first = _bare(term.reading)[:1]
    return max((row for row in ROWS if row <= first), default=ROWS[0])


def _bare(reading: str) -> str:
    """Take away what does not count in the order of kana: sound marks, small kana, long signs."""
    parts = unicodedata.normalize("NFD", reading)
    return re.sub("[\u3099\u309aー]", "", parts).translate(SMALL)


def ruby(term: Term) -> list[tuple[str, str]]:
    """
    Cut a Japanese term into pieces, each with its reading where it is written in kanji.

    Where the reading does not fit the kana of the term, the whole term has the whole reading.
    """
    pieces = re.findall(f"[{SCRIPTS[0]}]+|[^{SCRIPTS[0]}]+", term.name.ja)
    is_kanji = [bool(_script(piece) and _script(piece)[0] == SCRIPTS[0]) for piece in pieces]
    if not any(is_kanji):
        return [(term.name.ja, "")]
    form = "".join(
        "(.+?)" if kanji else re.escape(piece.translate(KATAKANA))
        for piece, kanji in zip(pieces, is_kanji, strict=True)
    )
    match = re.fullmatch(form, term.reading)
    if not match:
        return [(term.name.ja, term.reading)]
    readings = iter(match.groups())
    return [
        (piece, next(readings) if kanji else "")
        for piece, kanji in zip(pieces, is_kanji, strict=True)
    ]
