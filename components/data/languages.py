"""The two languages a reader can choose."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Language = Literal["ja", "en"]
LANGUAGES: dict[Language, str] = {"ja": "日本語", "en": "English"}
DEFAULT: Language = "ja"


class Localized(NamedTuple):
    """The same words in both languages, side by side."""

    ja: str
    en: str

    def to(self, language: Language) -> str:
        """Give the words in one language."""
        return self.ja if language == "ja" else self.en


def aside(words: str, more: str, language: Language) -> str:
    """Write words with more in brackets after them; the words alone where there is no more."""
    if not more:
        return words
    return f"{words}（{more}）" if language == "ja" else f"{words} ({more})"


def listed(pieces: Iterable[str], language: Language, *, english: str = ", ") -> str:
    """Write what is not empty one after the other; english stands between pieces in English."""
    return ("、" if language == "ja" else english).join(filter(None, pieces))


NO_WORDS = Localized("", "")
