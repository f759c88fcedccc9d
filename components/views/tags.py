"""Elements of HTML, with everything that comes from data escaped; documents and links out."""

from collections.abc import Iterable
from html import escape

from components.data.languages import Language
from components.data.records import Source
from components.text.topics import interface


def text(words: str) -> str:
    """Escape words for HTML."""
    return escape(words, quote=True)


def data(words: str) -> str:
    """Escape text between tags that only our script reads: its quotes may stay."""
    return escape(words, quote=False)


def tag(name: str, inner: str, **attributes: str) -> str:
    """Make one element; inner is HTML, attribute values are escaped. class_ stands for class."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items()
    )
    return f"<{name}{written}>{inner}</{name}>"


def source_html(source: Source, language: Language) -> str:
    """Name a document: publisher, title, how near to the maker, and a link if there is one."""
    title = source.title.to(language)
    quoted = f"「{title}」" if language == "ja" else f"“{title}”"
    words = text(f"{source.publisher.to(language)} {quoted}")
    if source.kind != "primary":
        words += " " + tag("span", text(interface(f"kind_{source.kind}", language)), class_="kind")
    if source.url:
        words += " " + outside(source.url, interface("open_document", language))
    return words


def outside(url: str, words: str) -> str:
    """A link out: plain, in a new tab, telling the other side nothing about the reader."""
    return tag(
        "a",
        text(words),
        href=url,
        target="_blank",
        rel="noopener noreferrer nofollow",
        referrerpolicy="no-referrer",
    )


def sources_html(sources: Iterable[Source], language: Language) -> str:
    """A list of documents."""
    items = "".join(tag("li", source_html(source, language)) for source in sources)
    return tag("ul", items, class_="sources")
