"""A story: which drawing function tells which step. Pages make it; screens and kit receive it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from components.content.languages import Language
from components.content.topics import Topic, load_topic


@dataclass(frozen=True)
class Story:
    """
    A topic's id with the functions that draw its charts.

    Each function's name is the `chart:` of the step it draws. Its first argument is the view
    (records, language, look, room); every further argument's default is a choice the reader has.
    A page to look things up in is no walk: its steps are not shown one by one.
    """

    topic_id: str
    charts: tuple[Callable[..., Any], ...]
    walk: bool = True

    def drawing(self, name: str) -> Callable[..., Any] | None:
        """Give the function that draws a chart, or None where there is none of that name."""
        return next((draw for draw in self.charts if draw.__name__ == name), None)

    def topic(self, language: Language) -> Topic:
        """Give the words of the topic in one language. Raises BrokenText."""
        return load_topic(self.topic_id, language)
