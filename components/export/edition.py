"""What every output carries: edition, the day it was made, and where to look for news."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from components.data.dates import format_date
from components.data.languages import Language
from components.export.export_request import ExportRequest
from components.text.topics import Step, Topic, interface
from components.views.qr_code import QUIET, qr_code
from components.views.tags import tag


def stamp(request: ExportRequest, language: Language) -> str:
    """Say edition and date in one line: 版 2026-11（2026年11月25日）｜作成 2026年12月1日."""
    made = interface("kit_made", language, date=format_date(request.made.isoformat(), language))
    named = request.edition
    if not named.name:
        return f"{interface('kit_no_edition', language)}{_bar(language)}{made}"
    date = format_date(named.date, language)
    key = "kit_edition_moved_on" if named.moved_on else "kit_edition"
    words = interface(key, language, name=named.name, date=date)
    return f"{words}{_bar(language)}{made}"


def link(request: ExportRequest, language: Language) -> str:
    """Give the address of the changes since the edition; without a host where it is not known."""
    since = f"since={request.edition.name}&" if request.edition.name else ""
    return f"{request.address}/changes?{since}lang={language}"


def link_words(request: ExportRequest, language: Language) -> str:
    """Say beside the code what it leads to, and that its host is missing where it is."""
    key = "kit_qr" if request.address else "kit_qr_no_address"
    return interface(key, language, link=link(request, language))


def qr_matrix(request: ExportRequest, language: Language) -> Sequence[Sequence[int]]:
    """Give the code as rows of 0 and 1 without its quiet zone, for forms that draw squares."""
    return qr_code(link(request, language)).matrix


def _bar(language: Language) -> str:
    return "｜" if language == "ja" else " | "


def address_of(request: ExportRequest, language: Language, page: str, **more: str) -> str:
    """Give the full address of a page; empty where nobody knows where the product is."""
    if not request.address:
        return ""
    asked = "&".join(f"{name}={value}" for name, value in {"lang": language, **more}.items())
    return f"{request.address}/{page}?{asked}"


def step_address(request: ExportRequest, topic: Topic, step: Step) -> str:
    """Give the address of a step, the same in the app and in the plain site."""
    return address_of(request, topic.language, topic.id, **step.query)


def code_html(address: str, otherwise: str, caption: str) -> Markup:
    """Write a QR code with its address in short; without an address, how to find the place."""
    if not address:
        return tag("p", otherwise, class_="code words")
    drawn = qr_code(address).svg_inline(border=QUIET, omitsize=True, svgclass="qr")
    drawn = drawn.replace("<svg", f'<svg role="img" aria-label="{escape(address)}"', 1)
    short = Markup("<wbr>").join(re.split("(?<=[/?&])", address.split("://", 1)[-1]))
    words = tag("span", caption, class_="caption") + tag("span", short, class_="address")
    return tag("div", Markup(drawn), words, class_="code")


def step_code(request: ExportRequest, topic: Topic, step: Step) -> Markup:
    """Write where a step is found."""
    words = {"topic": topic.title} | ({} if step.asked else {"step": str(step.number)})
    key = "paper_find_topic" if step.asked else "paper_find_step"
    otherwise = interface(key, topic.language, **words)
    address = step_address(request, topic, step)
    return code_html(address, otherwise, interface("paper_this_step", topic.language))


def changes_code(request: ExportRequest, language: Language) -> Markup:
    """Write where it is said what changed since this edition."""
    otherwise = interface("paper_find_changes", language)
    address = link(request, language) if request.address else ""
    return code_html(address, otherwise, interface("paper_changes", language))
