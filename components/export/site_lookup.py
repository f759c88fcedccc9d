"""The pages of the plain site to look things up in: claims, timeline, glossary, changes."""

from itertools import groupby

from markupsafe import Markup

from components.charts.chart import PAGE, PHONE, View
from components.data import editions
from components.data.dataset import load_dataset
from components.export.site_page import Site
from components.export.site_words import Linked, Uses, picture, used_in
from components.text.glossary import in_order
from components.text.story import get_story
from components.text.topics import interface
from components.views.changes import changes_html as changes_since
from components.views.changes import edition_words
from components.views.claim_list import claim_card, counts_html
from components.views.events import events_html, in_time
from components.views.glossary_list import terms_html
from components.views.step import head_html, section_html
from components.views.tags import joined, tag


def opening(site: Site) -> Markup:
    """Write a page's title and lede."""
    return head_html(get_story(site.page).topic(site.language), Linked(site))


def method(site: Site, *, charts: bool = True) -> Markup:
    """Write how the page is to be read; charts says whether the steps with a chart belong to it."""
    on, topic = Linked(site), get_story(site.page).topic(site.language)
    return joined(section_html(step, on) for step in topic.steps if charts or not step.chart)


def claims_html(site: Site, used: Uses) -> Markup:
    """Write the ledger: counts by side and state, then every claim under its topic."""
    on = Linked(site)
    kept = [claim for claim in load_dataset().claims.values() if not claim.merged_into]
    listed = Markup()
    for topic_id, together in groupby(
        sorted(kept, key=lambda each: each.topic), key=lambda each: each.topic
    ):
        listed += tag("h2", site.title(topic_id), id=f"topic-{topic_id}")
        listed += joined(
            claim_card(each, on, foot=used_in(site, used.get(each.id, ()))) for each in together
        )
    counted = counts_html(site.language, lambda number, *_: str(number))
    return opening(site) + tag("div", counted, class_="frame") + listed + method(site)


def timeline_html(site: Site, used: Uses) -> Markup:
    """Write every event in order of time, under its year, below the chart of them all."""
    events = in_time(load_dataset().events.values())
    listed = events_html(
        events, Linked(site), lambda each: used_in(site, used.get(each, ())), counted=False
    )
    return opening(site) + _ticks(site) + listed + method(site)


def _ticks(site: Site) -> Markup:
    story = get_story("timeline")
    step = story.topic(site.language).steps[0]
    drawing = story.get_drawing(step.chart)
    wide, narrow = (
        drawing(View(load_dataset(), site.language, canvas=room, words=step.words))
        for room in (PAGE, PHONE)
    )
    return tag("figure", picture(wide, narrow, f"{step.chart_name}　{step.takeaway}"))


def glossary_html(site: Site, used: Uses) -> Markup:
    """Write every term in the order of the language."""
    terms = in_order(load_dataset(), site.language)
    on = Linked(site)
    written = terms_html(terms, on, lambda term: used_in(site, used.get(term.id, ())), jumps=False)
    return opening(site) + written + method(site)


def changes_html(site: Site) -> Markup:
    """Write what changed since each edition, the latest first, each with an anchor of its own."""
    known = editions.editions()
    if not known:
        words = tag("p", interface("no_editions", site.language))
        return opening(site) + words + method(site)
    written = joined(_since(site, each) for each in known)
    return opening(site) + written + method(site)


def _since(site: Site, since: editions.Edition) -> Markup:
    language = site.language
    words = tag("h2", edition_words(since, language))
    written = changes_since(since, Linked(site), heading="h3")
    if written is None:
        written = tag("p", interface("edition_unreadable", language, name=since.name))
    return tag("section", words, written, id=f"since-{since.name}")
