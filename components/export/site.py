"""
The plain site: a folder of static pages that any web host, or a disk, can show.

/health_insurance/index.html is a topic in the request's first language, /en/health_insurance/ the
same in the other. Steps are anchors by number and by id (#step-3, #three_stages). The app's links
(/health_insurance?lang=en&step=3) open the same step: a constant script reads them. Without
JavaScript, /health_insurance/3/ leads there.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from markupsafe import Markup

from components.charts import drawn
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.export import (
    site_explore,
    site_lookup,
    site_map,
    site_money,
    site_records,
    site_search,
    site_towns,
)
from components.export.export_request import ExportRequest
from components.export.site_front import front
from components.export.site_page import Site, in_sections, page_html
from components.export.site_words import Linked, Uses
from components.text.story import get_story
from components.text.topics import Topic, interface
from components.text.uses import uses
from components.views.page import Shell, fill, page
from components.views.step import step_html
from components.views.tags import tag


def write(request: ExportRequest, folder: Path) -> list[Path]:
    """Write the whole site into a folder and give its files. Raises OSError."""
    made = []
    for name, content in files(request):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        made.append(path)
    return made


def files(request: ExportRequest) -> Iterator[tuple[str, bytes]]:
    """Give every file of the site by its path."""
    for language in request.languages:
        used = _used(request, language)
        home = Site(request, language)
        yield home.file, page_html(home, _front(home))
        for topic_id in request.topics:
            site, topic = home.at(topic_id), get_story(topic_id).topic(language)
            yield site.file, page_html(site, _walk(site, topic))
            for step in topic.steps:
                yield _redirect(site, step.number)
        for name, make in LOOKUPS.items():
            site = home.at(name)
            yield site.file, page_html(site, make(site, used))
        parts = (site_towns.prefectures, site_money.projects, site_explore.topics)
        for site, inner in (each for make in parts for each in make(home)):
            yield site.file, page_html(site, inner)
        site = home.at("search")
        found = site_search.search_html(site)
        listed = site_search.data(site)
        yield site.file, page_html(site, found, data=listed, extra=site_search.script())
    yield "README.txt", _readme(request)


LOOKUPS: dict[str, Callable[[Site, Uses], Markup]] = {
    "your_town": lambda site, _used: site_towns.towns_html(site),
    "public_money": lambda site, _used: site_money.money_html(site),
    "explore": lambda site, _used: site_explore.explore_html(site),
    "system_map": lambda site, _used: site_map.map_html(site),
    "claims": site_lookup.claims_html,
    "timeline": site_lookup.timeline_html,
    "glossary": site_lookup.glossary_html,
    "figures": site_records.records_html,
    "changes": lambda site, _used: site_lookup.changes_html(site),
}


def _used(request: ExportRequest, language: Language) -> Uses:
    """Say which steps use each record."""
    topics = [get_story(topic_id).topic(language) for topic_id in request.topics]
    return uses(topics, drawn.rows(topics), load_dataset())


def _front(site: Site) -> Markup:
    """The front page: the whole where all topics are there, and every topic with its steps."""
    topics = {name: get_story(name).topic(site.language) for name in site.request.topics}
    on = Linked(site)
    values = {"on": on, "topics": topics, "sections": in_sections(site), "front": front(on)}
    return fill("export/site_front.html", site=site, **values)


def _walk(site: Site, topic: Topic) -> Markup:
    """A topic: its steps one below the other, each with an anchor of its own."""
    on = Linked(site)
    return fill("export/site_topic.html", topic=topic, on=on, step_html=step_html)


def _redirect(site: Site, number: int) -> tuple[str, bytes]:
    """Make a page that leads to a step without JavaScript."""
    there = f"../index.html#step-{number}"
    words = interface("use_step", site.language, number=str(number))
    onward = tag("meta", http_equiv="refresh", content=f"0; url={there}")
    shell = Shell(site.language, policy={"default-src": "'none'"}, head=onward)
    body = tag("p", tag("a", f"{site.title(site.page)}　{words}", href=there))
    name = site.file.replace("index.html", f"{number}/index.html")
    return name, page(words, body, shell)


def _readme(request: ExportRequest) -> bytes:
    """Say how the folder is used, for whoever uploads it."""
    written = "\n\n".join(interface("site_readme", language) for language in request.languages)
    return f"{written}\n".replace("\n", "\r\n").encode("utf-8-sig")
