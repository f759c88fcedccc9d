"""Characters that have no place in words: what editors and spreadsheets leave, seen or unseen."""

import re
import unicodedata
from collections.abc import Iterator

SEEN = {"radical": re.compile(r"[⺀-⿟]"), "half_kana": re.compile(r"[｡-ﾟ]+")}
# Soft hyphens, blanks of no width, marks that turn the direction of writing, blanks that never
# break: nobody sees them, and search, screen readers and line breaks trip over them.
UNSEEN = re.compile("[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
AROUND = 6  # letters shown on both sides of what cannot be seen


def characters(words: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each kind of wrong character, by key of its message, with the first place of it."""
    for key, pattern in SEEN.items():
        if match := pattern.search(words):
            yield key, {"value": match[0]}
    if match := UNSEEN.search(words):
        yield "unseen", {"value": code(match[0]), "place": around(words, match.start())}
    whole = unicodedata.normalize("NFC", words)
    if whole != words:
        at = next(i for i, pair in enumerate(zip(words, whole, strict=False)) if pair[0] != pair[1])
        yield "decomposed", {"value": whole[at], "place": around(words, at)}


def code(sign: str) -> str:
    """Name a sign that cannot be shown: U+200B ZERO WIDTH SPACE."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()


def around(words: str, at: int) -> str:
    """Show where a sign stands: the letters on both sides of ▮."""
    return f"{words[max(0, at - AROUND) : at]}▮{words[at + 1 : at + 1 + AROUND]}"
