"""Where a Japanese headline may break: between phrases, never inside a word."""

import re
from functools import cache

import budoux

PHRASE_END = "\u200b"  # no width, no ink; screens that need markup put <wbr> in its place
INSIDE_NUMBER = re.compile(f"(?<=[0-9]){PHRASE_END}(?=[0-9])")


@cache
def _breaker() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def phrases(words: str) -> str:
    """Mark where a Japanese text may break: between phrases, and never inside a number."""
    marked = PHRASE_END.join(_breaker().parse(words))
    return INSIDE_NUMBER.sub("", marked)
