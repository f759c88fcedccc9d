"""
Words cut into terms that can be compared, in Japanese (no spaces between words) and English.

Japanese is cut by kind of letter: kanji into pairs, katakana into threes,
hiragana into pairs. English words are cut to their stems. Where a text holds one of the words
that data/synonyms.csv counts as one, the concept is a term as well, so that 費用 finds cost.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from components.data.words import Synonym
from components.search.years import numbered

RUNS = re.compile(
    r"(?P<kanji>[㐀-䶿一-鿿々〆〇豈-﫿]+)|(?P<kata>[ァ-ヺー]{2,})|(?P<hira>[ぁ-ゖー]+)"
    r"|(?P<digits>[0-9](?:[0-9,.]*[0-9])?)|(?P<latin>[a-z][a-z0-9_]*)"
)
# What a question is made of and no answer is found by. Longer ones first.
TAILS = re.compile(
    r"でしょうか|でしょう|ましたか|ませんか|ですか|ますか|ください|なりますか|どうなる|どれくらい|"
    r"どのくらい|どうして|について|という|されて|される|された|できない|できる|しなければ|している|"
    r"していた|なって|なった|なる|ました|ません|です|ます|した|して|しない|する|ある|ない|いる|"
    r"だれ|どこ|いつ|なに|なん|なぜ|どう|どんな|どの|いくら|いくつ|とは|この|その|これ|それ|"
    r"から|まで|より|だけ|[はがのをにへともかでやなねよさたてだし]"
)
STOP = frozenset(
    """
    a an the is are was were be been being am do does did can could will would shall should may
    might must have has had of in on at to for from by with as about into and or but if not no i
    me my you your we our they their them he she his her it its this that these those there what
    which who whom whose when where why how much many any some all get got so than then please
    tell up out s t often ever really true 何 誰 本当
    """.split()
)
LONGEST_QUERY = 200  # letters that are looked at
SINGLE, PLAIN_HIRA = 0.6, 0.5  # how far a lone kanji, or hiragana, is to be trusted
_ENDINGS = "ies:y sses:ss ings: ing: ied:y ed: ly: es: s: e:"
ENDINGS = [tuple(each.split(":")) for each in _ENDINGS.split()]


class Piece(NamedTuple):
    """A term with the place in the text it was cut from."""

    term: str
    start: int
    end: int


@dataclass(frozen=True)
class Query:
    """What a query asks for: terms with their weights, and the kinds of record it prefers."""

    terms: Mapping[str, float]
    prefers: frozenset[str]


def plain(words: str) -> str:
    """Make words comparable: full-width as half-width, capitals as small letters."""
    return unicodedata.normalize("NFKC", words).casefold()


def stem(word: str) -> str:
    """Cut the commonest endings off an English word; three letters stay (used, using: use)."""
    for ending, instead in ENDINGS:
        kept = word[: -len(ending)] + instead
        if word.endswith(ending) and len(kept) >= 2 and not word.endswith("ss"):
            return word if ending in ("s", "e") and len(kept) < 3 else kept + "e" * (len(kept) < 3)
    return word


class Tokenizer:
    """Cuts texts and queries into terms, knowing the synonyms of one edition of data/."""

    def __init__(self, synonyms: Sequence[Synonym]) -> None:
        self.prefers = {f"={each.concept}": each.prefers for each in synonyms if each.prefers}
        meant: dict[str, list[str]] = {}
        for each in synonyms:
            for word in filter(None, map(str.strip, "|".join(each.words).split("|"))):
                meant.setdefault(plain(word), []).append(f"={each.concept}")
        self.words = sorted(meant.items(), key=lambda pair: -len(pair[0]))
        self.terms = lru_cache(maxsize=20_000)(self._terms)

    def _terms(self, words: str) -> tuple[str, ...]:
        return tuple(piece.term for piece in self.pieces(plain(words)))

    def pieces(self, text: str) -> Iterator[Piece]:
        """Cut a plain text into every term it can be found by, concepts included."""
        for run in RUNS.finditer(text):
            yield from _pieces(run.lastgroup or "", run[0], run.start())
        yield from self.concepts(text)

    def concepts(self, text: str) -> Iterator[Piece]:
        """
        Find the words that count as one, longer ones first; a word inside a longer one is not met.

        A Latin word must stand by itself, or in a plural.
        """
        taken: set[int] = set()
        for word, concepts in [pair for pair in self.words if pair[0] in text]:
            start = text.find(word)
            while start >= 0:
                end = start + len(word)
                alone = not word[0].isascii() or _stands_alone(text, start, end)
                if alone and taken.isdisjoint(range(start, end)):
                    taken.update(range(start, end))
                    yield from (Piece(concept, start, end) for concept in concepts)
                start = text.find(word, end)

    def wanted(self, query: str) -> Query:
        """Read a query: question words dropped, the rest weighed."""
        text = numbered(plain(query)[:LONGEST_QUERY])
        terms: dict[str, float] = {}
        for run in RUNS.finditer(text):
            kind = run.lastgroup or ""
            for words in _content(kind, run[0]):
                cut = [piece.term for piece in _pieces(kind, words, 0)]
                trust = PLAIN_HIRA if kind == "hira" else SINGLE if len(words) == 1 else 1
                for term in cut:
                    terms[term] = max(terms.get(term, 0), trust * len(cut) ** -0.5)
        concepts = {piece.term for piece in self.concepts(text)}
        prefers = {self.prefers[each] for each in concepts if each in self.prefers}
        return Query(terms | dict.fromkeys(concepts, 1.0), frozenset(prefers))


def _content(kind: str, words: str) -> list[str]:
    """Leave out what carries no meaning: particles, tails of questions, English stop words."""
    if kind == "hira":
        return [left for left in TAILS.split(words) if len(left) > 1]
    return [] if words in STOP else [words]


def _pieces(kind: str, words: str, start: int) -> Iterator[Piece]:
    end = start + len(words)
    if kind == "latin":
        yield Piece(stem(words), start, end)
        return
    if kind == "digits":
        yield Piece(words.replace(",", ""), start, end)
        return
    size = 3 if kind == "kata" else 2
    if len(words) < size:
        yield Piece(words, start, end)
    for at in range(len(words) - size + 1):
        yield Piece(words[at : at + size], start + at, start + at + size)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isascii() and text[start - 1].isalnum())
    after = re.match(r"(?:e?s|ed|ing)?(?![a-z0-9])", text[end:])
    return before and after is not None
