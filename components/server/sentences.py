"""The few sentences the guard says itself, in both languages at once: it knows no reader's own."""

from components.data.languages import LANGUAGES
from components.text.topics import interface
from components.text.yaml_reader import BrokenText


def both(key: str) -> str:
    """Give a sentence in both languages; nothing where the words cannot be read."""
    try:
        return "\n".join(interface(key, language) for language in LANGUAGES)
    except (BrokenText, KeyError, TypeError, AttributeError):
        return ""
