"""How municipalities are spelt by whoever looks for one: names, readings, romaji, prefectures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from components.data.languages import LANGUAGES

if TYPE_CHECKING:
    from components.data.dataset import Dataset

HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
COUNTY = re.compile("^.+?郡(?=.+[町村]$)")
ENDING = re.compile("[市区町村]$")
ENDING_READ = re.compile("(?<=..)(し|く|まち|ちょう|むら|そん)$")
LATIN_ENDING = re.compile("-(shi|ku|machi|cho|mura|son)$")
LONG = re.compile("ou|oo|uu")  # a long vowel, which the romaji leaves out


class Spellings(NamedTuple):
    """A municipality by its code: its spellings, those of its prefecture, and its residents."""

    code: str
    own: tuple[str, ...]
    home: tuple[str, ...]
    residents: float


def fit(piece: str, names: Spellings) -> int:
    """Say how well a word in its plain spelling fits a municipality; 0 for not at all."""
    _, own, home, _ = names
    if piece in own:
        return 8
    if any(name.startswith(piece) for name in own):
        return 4
    if any(name.startswith(piece) for name in home):
        return 2
    return int(len(piece) > 1 and any(piece in name for name in own))


@lru_cache(maxsize=4)
def spellings(dataset: Dataset, residents: str) -> list[Spellings]:
    """Give the spellings of every municipality; residents names the table they are counted in."""
    sizes = dataset.wide(residents).iloc[:, -1].fillna(0).to_dict()
    found = []
    for each in dataset.municipalities.values():
        home = [dataset.label(each.prefecture, language) for language in LANGUAGES]
        short = COUNTY.sub("", each.name.ja)
        own = {each.code, each.name.ja, short, ENDING.sub("", short), home[0] + each.name.ja}
        own |= {home[0] + short, each.reading, ENDING_READ.sub("", each.reading)}
        own |= {each.name.en, LATIN_ENDING.sub("", each.name.en)}
        spelt = tuple(map(plain, own)), tuple(map(plain, home))
        found.append(Spellings(each.code, *spelt, sizes.get(each.code, 0)))
    return found


def plain(words: str) -> str:
    """Write a name so that its spellings meet: one width, one case, hiragana, short vowels."""
    words = normalize("NFKC", words).casefold().translate(HIRAGANA)
    words = "".join(each for each in normalize("NFD", words) if not "\u0300" <= each <= "\u036f")
    words = normalize("NFC", words).replace("-", "").replace(" ", "").replace("ゖ", "け")
    return LONG.sub(lambda vowels: vowels[0][0], words) if words.isascii() else words
