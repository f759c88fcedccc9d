"""
Towns and projects by their names: what a question names stands before all other answers.

A question is cut at spaces and marks. A name counts where it is all that is asked, or where it
stands whole, with its ending, before a piece: 千代田区の交付率, 東京都千代田区, chiyoda-ku.
A prefecture beside it chooses among those of one name. find.js does the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from components.data.municipality_names import plain as spelling
from components.search.documents import Document
from components.search.tokens import LONGEST_QUERY, plain

SPLIT = re.compile(r"[\s、。・,?!()「」]+")
# What is asked beside a name and says nothing more of it.
BESIDE = frozenset("city ward town village prefecture the of in".split())
ENDING = re.compile(
    r"^(.+)[市区町村]$|^(..+)(?:し|く|ちょう|まち|むら|そん)$|^(..+)(?:shi|ku|cho|machi|mura|son)$"
)
WHOLE = re.compile(r"[市区町村]$|^[a-z]+$")  # a spelling that is a name wherever it stands
MOST = 8


@dataclass(frozen=True, eq=False)
class Names:
    """
    Documents that are found by a name, the likeliest first.

    names has the spellings of each, homes the place of its prefecture in home_names, or -1;
    home_names are the spellings of each prefecture.
    """

    documents: Sequence[Document]
    names: Sequence[Sequence[str]]
    homes: Sequence[int]
    home_names: Sequence[Sequence[str]]

    @cached_property
    def whole(self) -> dict[str, list[int]]:
        """The documents of each whole name."""
        return _by_key((number, each) for number, names in enumerate(self.names) for each in names)

    @cached_property
    def short(self) -> dict[str, list[int]]:
        """The documents of each name without its ending: 千代田, ちよだ, chiyoda."""
        pairs = ((number, each) for number, names in enumerate(self.names) for each in names)
        return _by_key((number, kept) for number, each in pairs if (kept := without_ending(each)))

    @cached_property
    def home_of(self) -> dict[str, int]:
        """The prefecture of each of its spellings."""
        return {name: at for at, names in enumerate(self.home_names) for name in names}

    def find(self, query: str) -> list[Document]:
        """List what a question names, the likeliest first; nothing where it names nothing."""
        pieces = pieces_of(query)
        found = self._named("".join(pieces))
        if not found:
            homes, rest = self._without_homes(pieces)
            rest = rest or pieces[-1:]  # Kyoto Kyoto
            found = self._named(*rest) if len(rest) == 1 else []
            found = found or [number for each in rest for number in self._begun(each)]
            found = [each for each in found if not homes or self.homes[each] in homes]
        return [self.documents[number] for number in dict.fromkeys(found)][:MOST]

    def _named(self, words: str) -> list[int]:
        return [*self.whole.get(words, ()), *self.short.get(words, ())]

    def _without_homes(self, pieces: Iterable[str]) -> tuple[set[int], list[str]]:
        """Take the prefectures out of the pieces: those by themselves, and 東京都 before a name."""
        homes, rest = set(), []
        for piece in pieces:
            kept = piece
            for name, home in self.home_of.items():
                if piece == name or (name[-1] in "都道府県" and piece.startswith(name)):
                    homes.add(home)
                    kept = piece[len(name) :]
                    break
            rest += [kept] if kept else []
        return homes, rest

    def _begun(self, piece: str) -> list[int]:
        """Give what a piece begins with by its longest whole name; a Latin name is the piece."""
        ends = [len(piece)] if piece.isascii() else range(len(piece), 1, -1)
        names = (piece[:end] for end in ends)
        return next((self.whole[n] for n in names if n in self.whole and WHOLE.search(n)), [])


def pieces_of(query: str) -> list[str]:
    """Cut a question into pieces that can be compared with names."""
    pieces = (spelling(each) for each in SPLIT.split(plain(query)[:LONGEST_QUERY]))
    return [each for each in pieces if each and each not in BESIDE]


def without_ending(name: str) -> str:
    """Give a name without the word for its kind; nothing where that is no part of it."""
    found = ENDING.match(name)
    return next(filter(None, found.groups()), "") if found else ""


def _by_key(pairs: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, key in pairs:
        found.setdefault(key, []).append(number)
    return found
