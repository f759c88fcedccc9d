"""
Elements of HTML. Markup is HTML, str is words: tag() and + escape the one and keep the other.

    >>> tag("p", "1 < 2 ", tag("b", "true"), class_="why")
    Markup('<p class="why">1 &lt; 2 <b>true</b></p>')
"""

from collections.abc import Iterable
from html import escape as escape_all

from markupsafe import Markup, escape

from components.data.languages import Language
from components.data.records import Source
from components.text.topics import interface

Inner = str | Iterable["Inner"]  # words, Markup, or several of them, to any depth
VOID = {"input", "img", "meta", "link", "source"}


def tag(name: str, *inner: Inner, **attributes: str | bool | None) -> Markup:
    """
    Make one element of what stands in it: words, Markup, or several of them.

    class_ stands for class, data_step for data-step. An attribute that is None or False is left
    out, one that is True stands without a value.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(inner)}</{name}>")


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'


def joined(parts: Iterable[Inner]) -> Markup:
    """Write words and Markup one after the other."""
    return Markup("").join(each if isinstance(each, str) else joined(each) for each in parts)


def data(words: str) -> Markup:
    """Escape text that only our script reads: its quotes stay, which halves a chart's figures."""
    return Markup(escape_all(words, quote=False))


def source_html(source: Source, language: Language) -> Markup:
    """Name a document: publisher, title, how near to the maker, and a link if there is one."""
    title = source.title.to(language)
    quoted = f"「{title}」" if language == "ja" else f"“{title}”"
    words = escape(f"{source.publisher.to(language)} {quoted}")
    if source.kind != "primary":
        words += " " + tag("span", interface(f"kind_{source.kind}", language), class_="kind")
    if source.url:
        words += " " + outside(source.url, interface("open_document", language))
    return words


def outside(url: str, words: str) -> Markup:
    """A link out: plain, in a new tab, telling the other side nothing about the reader."""
    return tag(
        "a",
        words,
        href=url,
        target="_blank",
        rel="noopener noreferrer nofollow",
        referrerpolicy="no-referrer",
    )


def sources_html(sources: Iterable[Source], language: Language) -> Markup:
    """A list of documents."""
    return tag("ul", (tag("li", source_html(each, language)) for each in sources), class_="sources")
