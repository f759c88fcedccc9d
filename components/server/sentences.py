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


def failed() -> str:
    """Say that something cannot be shown, and no more."""
    return both("page_failed")


def unknown_host() -> str:
    """Say that this name is none of ours."""
    return both("unknown_host")


def unknown_address() -> str:
    """Say that there is nothing at this address."""
    return both("unknown_address")


def full() -> str:
    """Say that there is no room just now."""
    return both("full")
