"""What every output carries: edition, the day it was made, and the way to what changed since."""

from collections.abc import Sequence

from components.data.dates import format_date
from components.data.languages import Language
from components.export.export_request import ExportRequest
from components.text.topics import interface
from components.views.qr_code import qr_code


def stamp(wish: ExportRequest, language: Language) -> str:
    """Say edition and date in one line: 版 2026-11（2026年11月25日）｜作成 2026年12月1日."""
    made = interface("kit_made", language, date=format_date(wish.made.isoformat(), language))
    named = wish.edition
    if not named.name:
        return f"{interface('kit_no_edition', language)}{_bar(language)}{made}"
    date = format_date(named.date, language)
    key = "kit_edition_moved_on" if named.moved_on else "kit_edition"
    words = interface(key, language, name=named.name, date=date)
    return f"{words}{_bar(language)}{made}"


def link(wish: ExportRequest, language: Language) -> str:
    """Give the address of the changes since the edition; without a host where it is not known."""
    since = f"since={wish.edition.name}&" if wish.edition.name else ""
    return f"{wish.address}/changes?{since}lang={language}"


def link_words(wish: ExportRequest, language: Language) -> str:
    """Say beside the code what it leads to, and that its host is missing where it is."""
    key = "kit_qr" if wish.address else "kit_qr_no_address"
    return interface(key, language, link=link(wish, language))


def qr_matrix(wish: ExportRequest, language: Language) -> Sequence[Sequence[int]]:
    """Give the code as rows of 0 and 1 without its quiet zone, for forms that draw squares."""
    return qr_code(link(wish, language)).matrix


def _bar(language: Language) -> str:
    return "｜" if language == "ja" else " | "
