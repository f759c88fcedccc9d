"""Where a Japanese headline may break: between phrases, never inside a word."""

from functools import cache

import budoux

PHRASE_END = "\u200b"  # no width, no ink; screens that need markup put <wbr> in its place


@cache
def _breaker() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def phrases(words: str) -> str:
    """Mark where a Japanese text may break, between phrases."""
    return PHRASE_END.join(_breaker().parse(words))
