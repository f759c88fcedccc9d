"""
Markup on the screen.

Text from data goes to the screen only as escaped HTML: Streamlit's Markdown would fetch an image
or follow a link that a row contains.
"""

from typing import Literal

import streamlit as st

from components.markup.tags import outside, source_html, sources_html, tag, text

__all__ = ["outside", "put", "source_html", "sources_html", "tag", "text"]


def put(markup: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Put markup made by components.markup on the screen, in our own type and colours."""
    st.html(tag("div", markup, class_="mieru"), width=width)
