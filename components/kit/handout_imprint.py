"""What every sheet of paper says of itself: edition, date, where to find it, what changed since."""

import segno

from components.content.dates import format_date
from components.content.languages import Language
from components.content.topics import interface
from components.kit.wish import Wish
from components.markup.tags import tag, text


def edition_line(wish: Wish, language: Language) -> str:
    """Say which edition this is and when it was made, and whether the figures have moved on."""
    made = format_date(wish.made.isoformat(), language)
    name = wish.edition.name
    if not name:
        return interface("paper_no_edition", language, made=made)
    day = format_date(wish.edition.date, language)
    line = interface("paper_edition", language, edition=name, day=day, made=made)
    if wish.edition.moved_on:
        line += interface("paper_moved_on", language)
    return line


def address_of(wish: Wish, language: Language, page: str, **more: str) -> str:
    """Give the full address of a page; empty where nobody knows where the product is."""
    if not wish.address:
        return ""
    asked = "&".join(f"{name}={value}" for name, value in {"lang": language, **more}.items())
    return f"{wish.address}/{page}?{asked}"


def step_address(wish: Wish, language: Language, topic_id: str, number: int) -> str:
    """Give the address of a step, the same in the app and in the plain site."""
    return address_of(wish, language, topic_id, step=str(number))


def changes_address(wish: Wish, language: Language) -> str:
    """Give the address of what changed since this edition."""
    since = {"since": wish.edition.name} if wish.edition.name else {}
    return address_of(wish, language, "changes", **since)


def code_html(address: str, otherwise: str, caption: str) -> str:
    """Write a QR code with its address in short; without an address, how to find the place."""
    if not address:
        return tag("p", text(otherwise), class_="code words")
    drawn = segno.make(address, error="m").svg_inline(border=2, omitsize=True, svgclass="qr")
    drawn = drawn.replace("<svg", f'<svg role="img" aria-label="{text(address)}"', 1)
    short = address.split("://", 1)[-1]
    breaking = (
        text(short).replace("/", "/<wbr>").replace("?", "?<wbr>").replace("&amp;", "&amp;<wbr>")
    )
    words = tag("span", text(caption), class_="caption") + tag("span", breaking, class_="address")
    return tag("div", drawn + words, class_="code")


def step_code(wish: Wish, language: Language, topic: str, topic_id: str, number: int) -> str:
    """Write where a step is found; topic is its title."""
    otherwise = interface("paper_find_step", language, topic=topic, step=str(number))
    address = step_address(wish, language, topic_id, number)
    return code_html(address, otherwise, interface("paper_this_step", language))


def changes_code(wish: Wish, language: Language) -> str:
    """Write where it is said what changed since this edition."""
    otherwise = interface("paper_find_changes", language)
    caption = interface("paper_changes", language)
    return code_html(changes_address(wish, language), otherwise, caption)
