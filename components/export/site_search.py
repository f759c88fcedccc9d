"""Search in the plain site: a list inside the page and a constant script that looks through it."""

from typing import Any

from markupsafe import Markup

from components.data.dataset import load_dataset
from components.export.site_lookup import opening
from components.export.site_page import Site, constant
from components.export.site_towns import page_of
from components.search import portable
from components.search.documents import PAGES, Document
from components.search.named import names
from components.search.search import index, tokenizer_of
from components.text.topics import interface
from components.views.record import value_words
from components.views.tags import joined, tag

HOME = {"claim": "claims", "event": "timeline", "term": "glossary"}
PREFIX = {"claim": "claim-", "term": "term-"}
SHELVES = {"series": "shelf-series", "flow": "shelf-flow", "system": "shelf-system"}


def search_html(site: Site) -> Markup:
    """Write the page; without JavaScript it leads to the list of figures and the other lists."""
    language = site.language
    label = interface("search_all", language)
    field = tag("input", type="search", aria_label=label, placeholder=label)
    send = tag("button", interface("search_send", language), type="submit")
    form = tag("form", field + send, id="search", role="search", hidden="")
    status = tag("p", "", id="said", role="status")
    lists = joined(
        tag("li", tag("a", site.title(page), href=site.href(page)))
        for page in ("figures", "claims", "timeline", "glossary")
    )
    without = tag("p", interface("site_no_script", language)) + tag("ul", lists)
    results = tag("ol", "", id="results")
    return opening(site) + form + status + results + tag("noscript", without)


def script() -> str:
    """Give the script of the page: the search, and what shows its answers."""
    return portable.script() + constant("site_search.js")


def data(site: Site) -> dict[str, Any]:
    """Give what the script looks through: every step, record and term that this site shows."""
    kinds = (*PAGES, "step", "claim", "figure", "series", "event", "flow", "term", "system")
    words = {kind: interface(f"kind_of_{kind}", site.language) for kind in kinds}
    words["found"] = interface("found", site.language, count="{count}")
    here = [each for each in index(load_dataset()) if _is_here(site, each)]
    named = names(load_dataset())
    return {
        "words": words,
        "search": portable.index_data(here, tokenizer_of(load_dataset()), named),
        "entries": [_entry(site, each) for each in portable.with_named(here, named)],
    }


def _is_here(site: Site, found: Document) -> bool:
    return found.place is None or found.place[0] in site.request.topics


def _entry(site: Site, found: Document) -> dict[str, Any]:
    language = site.language
    title = found.title.to(language)
    entry = {"kind": found.kind, "title": title, "href": _address(site, found)}
    value = value_words(load_dataset(), found.entry, language)
    return entry | ({"value": value} if value else {})


def _address(site: Site, found: Document) -> str:
    if found.place:
        page, step = found.place
        return site.href(page, f"step-{step}")
    if found.kind == "town":
        return site.href(page_of(found.id), found.id)
    if found.kind == "project":
        return site.href(f"{PAGES[found.kind]}/{found.id}")
    anchor = SHELVES.get(found.kind) or f"{PREFIX.get(found.kind, '')}{found.id}"
    return site.href(HOME.get(found.kind, "figures"), anchor)
