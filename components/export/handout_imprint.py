"""Where what is printed can be found: codes with short addresses, or words where none is known."""

import re

from markupsafe import Markup, escape

from components.data.languages import Language
from components.export import edition
from components.export.export_request import ExportRequest
from components.text.topics import interface
from components.views.qr_code import QUIET, qr_code
from components.views.tags import tag


def address_of(wish: ExportRequest, language: Language, page: str, **more: str) -> str:
    """Give the full address of a page; empty where nobody knows where the product is."""
    if not wish.address:
        return ""
    asked = "&".join(f"{name}={value}" for name, value in {"lang": language, **more}.items())
    return f"{wish.address}/{page}?{asked}"


def step_address(wish: ExportRequest, language: Language, topic_id: str, number: int) -> str:
    """Give the address of a step, the same in the app and in the plain site."""
    return address_of(wish, language, topic_id, step=str(number))


def code_html(address: str, otherwise: str, caption: str) -> Markup:
    """Write a QR code with its address in short; without an address, how to find the place."""
    if not address:
        return tag("p", otherwise, class_="code words")
    drawn = qr_code(address).svg_inline(border=QUIET, omitsize=True, svgclass="qr")
    drawn = drawn.replace("<svg", f'<svg role="img" aria-label="{escape(address)}"', 1)
    short = Markup("<wbr>").join(re.split("(?<=[/?&])", address.split("://", 1)[-1]))
    words = tag("span", caption, class_="caption") + tag("span", short, class_="address")
    return tag("div", Markup(drawn), words, class_="code")


def step_code(
    wish: ExportRequest, language: Language, topic: str, topic_id: str, number: int
) -> Markup:
    """Write where a step is found; topic is its title."""
    otherwise = interface("paper_find_step", language, topic=topic, step=str(number))
    address = step_address(wish, language, topic_id, number)
    return code_html(address, otherwise, interface("paper_this_step", language))


def changes_code(wish: ExportRequest, language: Language) -> Markup:
    """Write where it is said what changed since this edition."""
    otherwise = interface("paper_find_changes", language)
    address = edition.link(wish, language) if wish.address else ""
    return code_html(address, otherwise, interface("paper_changes", language))
