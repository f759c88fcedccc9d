"""The two languages a reader can choose."""

from typing import Literal, NamedTuple

Language = Literal["ja", "en"]
LANGUAGES: dict[Language, str] = {"ja": "日本語", "en": "English"}
DEFAULT: Language = "ja"


class Words(NamedTuple):
    """The same words in both languages, side by side."""

    ja: str
    en: str

    def to(self, language: Language) -> str:
        """Give the words in one language."""
        return self.ja if language == "ja" else self.en


NO_WORDS = Words("", "")
