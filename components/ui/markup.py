"""
Markup on the screen.

Text from data goes to the screen only as escaped HTML: Streamlit's Markdown would fetch an image
or follow a link that a row contains.
"""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from components.markup.tags import outside, source_html, sources_html, tag, text

__all__ = [
    "Ready",
    "Sheet",
    "choices",
    "outside",
    "put",
    "source_html",
    "sources_html",
    "tag",
    "text",
]


class Ready:
    """HTML that Streamlit takes as it is: it would look through a plain text line by line."""

    def __init__(self, html: str) -> None:
        self.html = html

    def _repr_html_(self) -> str:
        return self.html


def put(markup: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Put markup made by components.markup on the screen, in our own type and colours."""
    st.html(Ready(tag("div", markup, class_="mieru")), width=width)


class Sheet:
    """Gathers what has no control in between: each element costs every rerun of a page."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, markup: str) -> None:
        """Put a part below the others."""
        if markup:
            self.parts.append(tag("div", markup, class_="mieru"))

    def out(self) -> None:
        """Bring what was gathered to the screen as one element."""
        if self.parts:
            st.html(Ready(tag("div", "".join(self.parts), class_="sheet")))
            self.parts = []


def choices(entries: Iterable[tuple[str, str, bool]], name: str) -> str:
    """
    Write links side by side, one of them chosen: (words, address, whether it is chosen).

    behaviour.js keeps what else the reader's address says, as a control would.
    """
    links = "".join(
        tag(
            "a",
            text(words),
            href=address,
            target="_self",
            data_keep="",
            **({"aria_current": "true"} if chosen else {}),
        )
        for words, address, chosen in entries
    )
    return tag("nav", links, class_="choices", aria_label=name)
