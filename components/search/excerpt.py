"""The line of an answer that holds most of a question, with the words that match marked."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from components.search.tokens import Tokenizer, plain

LONGEST = 160  # half-width columns would be too fine: letters, Japanese or Latin
SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？]|[!?](?=\s|$))?|\n")


class Bit(NamedTuple):
    """Some words, and whether they are what was asked for."""

    words: str
    hit: bool


def best_line(text: str, asked: Set[str], tokenizer: Tokenizer) -> str:
    """Choose the sentence with most of what was asked for; the first where none has any."""
    lines = [line.strip() for line in SENTENCE.findall(text) if line.strip()]
    best = max(lines, key=lambda line: len(asked & set(tokenizer.terms(line))), default="")
    return best if len(best) <= LONGEST else best[:LONGEST].rstrip() + "…"


def marked(text: str, asked: Set[str], tokenizer: Tokenizer) -> Iterator[Bit]:
    """Cut a text into what matches and what does not, in order; together they are the text."""
    letters = [(letter, at) for at, each in enumerate(text) for letter in plain(each)]
    hits = set()
    for piece in tokenizer.pieces("".join(letter for letter, _ in letters)):
        if piece.term in asked:
            hits |= {at for _, at in letters[piece.start : piece.end]}
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or (at in hits) != (start in hits):
            yield Bit(text[start:at], start in hits)
            start = at
