"""What every light page has: head, style, size of type; and the form for a room's code."""

from collections.abc import Mapping

from markupsafe import Markup

from components.data.languages import LANGUAGES, Language
from components.rooms.assets import address_of
from components.text.topics import interface
from components.views.page import Shell, fill, page
from components.views.tags import tag

LETTERS = 6  # of a room's code
SIZES = 3  # of type: as the phone has it, a quarter larger, half as large again


def page_html(
    title: str,
    language: Language,
    size: int,
    inner: Markup,
    *,
    script: str = "",
    body: Mapping[str, str] | None = None,
) -> bytes:
    """Write a whole page; style and script are files of their own, constant for all."""
    head = (
        tag("meta", name_="color-scheme", content="light dark")
        + tag("link", rel="stylesheet", href=address_of("light.css"))
        + tag("link", rel="icon", href="data:,")
    )
    if script:
        head += tag("script", src=address_of(script), defer=True)
    shell = Shell(language, head=head, root={"class_": f"size{size}"}, body=body or {})
    return page(title, inner, shell)


def code_html(language: Language, size: int, *, said: str = "", written: str = "") -> bytes:
    """Ask for a room's code; said is what to tell first, written what the reader had typed."""
    other = next(each for each in LANGUAGES if each != language)
    inner = fill(
        "rooms/code.html",
        language=language,
        other=other,
        names=LANGUAGES,
        letters=LETTERS,
        said=said,
        written=written,
    )
    return page_html(interface("live_title", language), language, size, inner)
