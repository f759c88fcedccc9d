"""
Markup on the screen.

Text from data goes to the screen only as escaped HTML: Streamlit's Markdown would fetch an image
or follow a link that a row contains.
"""

from collections.abc import Iterable

from markupsafe import escape

from components.app.streamlit_internals import RUN, show_html
from components.views.tags import joined, tag


def prepend(markup: str) -> None:
    """Put markup on top of the page. It goes with the part below it: each element has a price."""
    RUN.prepended = [markup]


def flush() -> None:
    """Send the top of the page now, if nothing below has taken it along."""
    HtmlBuffer().out()


def show(markup: str) -> None:
    """Put markup made by components.views on the screen, in our own type and colours."""
    sheet = HtmlBuffer()
    sheet.add(markup)
    sheet.out()


class HtmlBuffer:
    """Gathers what has no control in between: each element costs every rerun of a page."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, markup: str) -> None:
        """Put a part below the others."""
        if markup:
            self.parts.append(markup)

    def out(self) -> None:
        """Bring what was gathered to the screen as one element."""
        # Not by tag(), which looks at every part: a page of many is put together in every run.
        whole = [*RUN.prepended, *self.parts]
        RUN.prepended, self.parts = (), []
        parts = [f'<div class="mieru">{escape(each)}</div>' for each in whole]
        if parts:
            show_html(parts[0] if len(parts) == 1 else f'<div class="sheet">{"".join(parts)}</div>')


def link_choices(entries: Iterable[tuple[str, str, bool]], name: str) -> str:
    """
    Write links side by side, one of them chosen: (words, address, whether it is chosen).

    behaviour.js keeps what else the reader's address says, as a control would.
    """
    links = joined(
        tag(
            "a",
            words,
            href=address,
            target="_self",
            data_keep="",
            aria_current="true" if chosen else None,
        )
        for words, address, chosen in entries
    )
    return tag("nav", links, class_="choices", aria_label=name)
