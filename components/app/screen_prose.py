"""The screen as a medium, by its former call."""

from components.data.dataset import Dataset
from components.data.languages import Language
from components.views.screen import Screen


def ScreenProse(_dataset: Dataset, language: Language, prefix: str) -> Screen:
    """Give the medium of the screen."""
    return Screen(language, prefix)
