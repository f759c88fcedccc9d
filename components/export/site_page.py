"""A page of the plain site: its place among the files, its links, and what stands around it."""

import posixpath
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES, Language
from components.data.municipalities import by_prefecture
from components.export.edition import stamp
from components.export.export_request import ExportRequest
from components.text.story import find_story, get_story
from components.text.topics import interface, sections
from components.text.yaml_reader import read_text
from components.views import claim, front
from components.views.page import Shell, data_block, fill, hashed, page, policy
from components.views.preview import meta_html
from components.views.tags import joined, tag

HERE = Path(__file__).parent
LOOKUPS = (
    "your_town",
    "public_money",
    "explore",
    "system_map",
    "search",
    "timeline",
    "claims",
    "figures",
    "glossary",
    "changes",
)


@dataclass(frozen=True)
class Site:
    """
    Where one page stands: the request, a language, and the page's name; the front page has none.
    A page may be part of another: your_town/13 lists the towns of one prefecture.

    Every link is relative and names its file, so that the folder works anywhere, from a disk too.
    """

    request: ExportRequest
    language: Language
    page: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """List every page, the front page first."""
        return ("", *self.request.topics, *LOOKUPS)

    @property
    def file(self) -> str:
        """Give the path of the page's file: the first language stands at the top."""
        folders = [] if self.language == self.request.languages[0] else [self.language]
        return posixpath.join(*folders, *([self.page] if self.page else []), "index.html")

    def at(self, page: str, language: Language | None = None) -> "Site":
        """Give another page."""
        return replace(self, page=page, language=language or self.language)

    def href(self, page: str, anchor: str = "", language: Language | None = None) -> str:
        """Give the link from this page to another, or to a place on it."""
        there = self.at(page, language).file
        place = f"#{quote(anchor)}" if anchor else ""
        if page == self.page and language in (None, self.language) and place:
            return place
        return posixpath.relpath(there, posixpath.dirname(self.file) or ".") + place

    def title(self, page: str) -> str:
        """Give the title of a page; the front page is called as the product."""
        if not page:
            return interface("product", self.language)
        whole, _, part = page.partition("/")
        title = read_text(whole)["title"][self.language].strip()
        return f"{part_title(whole, part, self.language)}　{title}" if part else title


def part_title(page: str, part: str, language: Language) -> str:
    """Name a part of a page: of the towns a prefecture, of public money a project."""
    if page == "your_town":
        codes = (code for code in by_prefecture(load_dataset()) if code.split("_")[1] == part)
        return load_dataset().label(next(codes), language)
    records = get_story(page).records
    return records.names(language)[part] if records else part


def page_html(site: Site, inner: Markup, *, data: Any = None, extra: str = "") -> bytes:
    """
    Make a whole page around what it says.

    data is for the page's script; extra is a further constant script.
    """
    scripts = [constant("site_links.js"), *([extra] if extra else [])]
    name, product = site.title(site.page), interface("product", site.language)
    title = name if not site.page else f"{name}　{product}"
    others = site.request.languages if len(site.request.languages) > 1 else ()
    head = joined(
        tag("link", rel="alternate", hreflang=each, href=site.href(site.page, "", each))
        for each in others
    )
    head += meta_html(title, _about(site), site.language)
    shell = Shell(
        site.language,
        policy=policy(scripts, style=hashed(style()), images="data:"),
        style=style(),
        scripts=scripts,
        head=head,
    )
    body = fill(
        "export/site_page.html",
        site=site,
        inner=inner,
        stamp=stamp(site.request, site.language),
        lookups=LOOKUPS,
        names=LANGUAGES,
    )
    return page(title, body + (data_block("data", data) if data else ""), shell)


def _about(site: Site) -> str:
    """Say what a page is about: the first sentence below its title."""
    story = find_story(site.page or "home")
    lede = story.topic(site.language).lede if story else ()
    return str(lede[0]) if lede else ""


@cache
def style() -> str:
    """Give the stylesheet of every page."""
    return f"{constant('site.css')}\n{front.STYLE}\n{claim.STYLE}"


@cache
def constant(name: str) -> str:
    """Read a stylesheet or script; the same in every page."""
    return (HERE / name).read_text("utf-8")


def in_sections(site: Site) -> list[tuple[str, list[str]]]:
    """Give the topics of the request under the titles of the menu."""
    found = []
    for section in sections():
        topics = [name for name in section.topics if name in site.request.topics]
        if topics:
            found.append((section.title.to(site.language), topics))
    listed = {name for _, names in found for name in names}
    rest = [name for name in site.request.topics if name not in listed]
    return [*found, ("", rest)] if rest else found
