"""The timeline: every event in order of time, with what came of plans and where it is used."""

from components.app import charts, filters, lookup_page, notices, uses
from components.app.filters import Filter
from components.app.html_buffer import HtmlBuffer
from components.data.cache import cached, cached_unless_query
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Event
from components.search.search import index, narrow
from components.text.story import Story
from components.text.topics import Topic
from components.views.events import events_html, in_time, outcome_html
from components.views.record import record_html
from components.views.screen import Screen
from components.views.tags import tag


def render(story: Story) -> None:
    """Show the page: filters, the overview chart, the event a link names, and the list by year."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    _asked(language, sheet)
    offered = cached(lambda: _filters(language), "timeline filters", language)
    sheet.out()
    chosen = filters.render(offered, language)
    found = cached_unless_query(
        chosen["q"], lambda: _found(**chosen), "timeline found", *chosen.values()
    )
    lookup_page.counted(found, topic.id, language, sheet)
    if found:
        sheet.add(_chart(story, topic, found, words=chosen["q"]))
        sheet.add(_list(found, language, words=chosen["q"]))
    sheet.add(lookup_page.method(topic))
    sheet.out()


def _filters(language: Language) -> list[Filter]:
    events = load_dataset().events.values()
    topics = {name for event in events for name in event.topics}
    kinds = sorted({event.kind for event in events})
    label = load_dataset().label
    return [
        lookup_page.topic_filter(topics, language),
        filters.choice("kind", kinds, lambda code: label(f"kind_{code}", language), language),
    ]


def _asked(language: Language, sheet: HtmlBuffer) -> None:
    event = lookup_page.asked(load_dataset().events.get, language, sheet)
    if event:
        record = record_html(load_dataset(), event, language)
        record += outcome_html(event, Screen(language, "asked")) + uses.html(event.id, language)
        sheet.add(tag("section", record, class_="notice"))


def _found(topic: str, kind: str, q: str) -> list[Event]:
    """Give the events that fit the filters, in order of time."""
    every = (each for each in index(load_dataset()) if each.kind == "event")
    events = [
        each.entry for each in narrow(every, q, load_dataset()) if isinstance(each.entry, Event)
    ]
    fit = [event for event in events if topic in ("", *event.topics) and kind in ("", event.kind)]
    return in_time(fit)


def _chart(story: Story, topic: Topic, found: list[Event], *, words: str) -> str:
    language, step = topic.language, topic.steps[0]
    drawing = story.get_drawing(step.chart)
    view = charts.view(topic, step)
    ids = tuple(event.id for event in found)

    def make() -> str:
        chart = drawing(view, event_ids=ids)
        name = f"{step.chart_name}　{step.takeaway}"
        return charts.figure_html(chart, view.canvas, key="chart_timeline", name=name)

    def kept() -> str:
        key = (language, view.theme.name, view.canvas, ids)
        return cached_unless_query(words, make, "timeline", *key)

    return notices.attempted(kept, language, "chart_failed")


def _list(found: list[Event], language: Language, *, words: str) -> str:
    ids = tuple(event.id for event in found)

    def make() -> str:
        on = Screen(language, "timeline")
        return events_html(found, on, lambda each: uses.html(each, language), counted=True)

    return cached_unless_query(words, make, "timeline list", language, ids)
