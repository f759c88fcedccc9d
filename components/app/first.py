"""
What a page shows before the platform has arrived: the asked step as plain HTML.

The page that Streamlit sends is empty until a megabyte of script has run. Here the words, the
chart's still and the ways on are written into it from the same records, in the same places. They
can be read at once, and without any script; `first.js` takes them away when the app is drawn.
"""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from components.app import assets, layout, page_header, preview, query_params
from components.app.first_page import page_html
from components.charts.themes import FONT
from components.data.cache import cached
from components.data.languages import Language
from components.server import packing, streamlit_internals
from components.text.topics import interface
from components.views.tags import tag

LOG = logging.getLogger(__name__)
DARK = ':root:has(#reader[data-look="dark"]) {'


def shell(scope: Mapping[str, Any], html: str) -> str:
    """Write what is asked for into Streamlit's page."""
    asked = {
        name: values[-1]
        for name, values in parse_qs(scope.get("query_string", b"").decode("latin-1")).items()
    }
    language = query_params.language_of(asked.get("lang", "")).value
    page = scope["path"].strip("/") or page_header.HOME
    page = page if page in layout.page_names() else ""
    title = layout.tab_title(page, language) if page else interface("product", language)
    named = _titled(page, language, asked.get("step", ""), title)
    html = html.replace(streamlit_internals.TITLE, tag("title", named), 1)
    try:
        first = _first(page, scope, asked, language)
    except Exception:  # the page without it is whole, only later
        LOG.exception("the first sight of a page failed")
        first = ""
    return _placed(html, language, first, _told(page, language, asked, title))


def _first(
    page: str, scope: Mapping[str, Any], asked: Mapping[str, str], language: Language
) -> str:
    if not page or asked.get("view", "") in query_params.PRESENTER_VIEWS:
        return ""
    agents = [value for name, value in scope["headers"] if name == b"user-agent"]
    narrow = any(b"Mobi" in agent for agent in agents)
    return page_html(page, language, asked, narrow=narrow)


def _titled(page: str, language: Language, step: str, plain: str) -> str:
    try:
        return preview.title(page, language, step, plain)
    except Exception:  # which costs a tab its own name, and no more
        LOG.exception("the title of a page failed")
        return plain


def _told(page: str, language: Language, asked: Mapping[str, str], title: str) -> str:
    try:
        return preview.meta_html(page, language, asked, title)
    except Exception:  # which costs a link its preview, and no more
        LOG.exception("the preview of a page failed")
        return ""


def _placed(html: str, language: Language, first: str, told: str) -> str:
    html = html.replace(streamlit_internals.LANGUAGE, f'<html lang="{language}">', 1)
    # In the body, so that our rules come after those the platform adds to the head as it draws.
    parts = [f"<style>{_style()}</style>"]
    if first:
        parts.append(tag("main", first, id="first", tabindex="0"))
    parts.append(tag("script", "", src=assets.page_script_address()))
    plotly = f'<meta name="plotly" content="{packing.plotly_address()}">'
    icon = tag("link", rel="icon", href="/favicon.svg", type="image/svg+xml")
    html = html.replace("</head>", f"{plotly}{icon}{told}</head>", 1)
    # What Streamlit says where no script runs; what we say stands instead.
    return streamlit_internals.NO_SCRIPT.sub(lambda _: "".join(parts), html, count=1)


def _style() -> str:
    return cached(_written_style, "first_style")


def _written_style() -> str:
    page, own = assets.page_style(), assets.style("first.css")
    # Until the app says which look it has, the browser's own wish counts.
    dark = page.split(DARK, 1)[1].split("}", 1)[0]
    look = f"@media (prefers-color-scheme: dark) {{ :root:has(#first) {{ {dark} }} }}"
    return f"{page}\n{own}\n{look}\n#first {{ font-family: {FONT}; }}"
