"""The timeline: every event in order of time, with what came of plans and where it is used."""

from collections.abc import Sequence
from itertools import groupby

from components.app import charts, filters, layout, link, lookup_page, notices, uses
from components.app.filters import Filter
from components.app.html_buffer import HtmlBuffer, joined, tag, text
from components.data.cache import cached, cached_unless_query
from components.data.dataset import load_dataset
from components.data.dates import first_day, format_date
from components.data.languages import Language
from components.data.records import Event
from components.search.search import index, narrow
from components.text.prose import render_plain
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.record import record_html


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
    chosen = filters.render(topic.id, offered, language)
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
    named = lookup_page.topics({name for event in events for name in event.topics})
    kinds = sorted({event.kind for event in events})
    return [
        Filter("topic", named, lambda code: layout.title_of(code, language)),
        Filter("kind", kinds, lambda code: load_dataset().label(f"kind_{code}", language)),
    ]


def _asked(language: Language, sheet: HtmlBuffer) -> None:
    event = lookup_page.asked(load_dataset().events.get, language, sheet)
    if event:
        record = record_html(load_dataset(), event, language) + _more(event, language)
        sheet.add(tag("section", record, class_="notice"))


def _found(topic: str, kind: str, q: str) -> list[Event]:
    """Give the events that fit the filters, in order of time."""
    every = (each for each in index(load_dataset()) if each.kind == "event")
    events = [
        each.entry for each in narrow(every, q, load_dataset()) if isinstance(each.entry, Event)
    ]
    fit = [event for event in events if topic in ("", *event.topics) and kind in ("", event.kind)]
    return sorted(fit, key=lambda event: (first_day(event.date), event.date, event.id))


def _chart(story: Story, topic: Topic, found: list[Event], *, words: str) -> str:
    language, step = topic.language, topic.steps[0]
    drawing = story.drawing(step.chart)
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
    return cached_unless_query(
        words, lambda: _by_year(found, language), "timeline list", language, ids
    )


def _by_year(found: Sequence[Event], language: Language) -> str:
    years = [(year, list(each)) for year, each in groupby(found, lambda event: _year(event))]
    shown = {event.id for event in found}
    nav = lookup_page.jumps(
        [(f"y{year}", format_date(str(year), language), str(len(each))) for year, each in years],
        language,
    )
    return nav + joined(
        tag("h2", text(format_date(str(year), language)), id=f"y{year}", class_="year")
        + tag("ol", joined(_event(event, shown, language) for event in each), class_="events")
        for year, each in years
    )


def _year(event: Event) -> int:
    return first_day(event.date).year


def _event(event: Event, shown: set[str], language: Language) -> str:
    plan = tag("span", text(load_dataset().label("event_plan", language)), class_="plan-word")
    head = (
        tag("span", text(format_date(event.date, language)), class_="day")
        + tag("span", text(load_dataset().label(f"kind_{event.kind}", language)), class_="kind")
        + (plan if event.is_plan else "")
        + tag("span", text(_name(event, language)), class_="name")
    )
    record = cached(
        lambda: record_html(load_dataset(), event, language), "event", event.id, language
    )
    return tag(
        "li",
        tag("details", tag("summary", head) + record) + _more(event, language, shown),
        id=event.id,
        class_="plan" if event.is_plan else "happened",
    )


def _name(event: Event, language: Language) -> str:
    return render_plain(event.name, load_dataset(), language)


def _more(event: Event, language: Language, shown: Sequence[str] | set[str] = ()) -> str:
    """What came of a plan, with the event in which it did, and the steps that use the event."""
    then = load_dataset().events.get(event.outcome_event)
    words = (
        text(load_dataset().label(f"outcome_{event.outcome}", language)) if event.outcome else ""
    )
    if then:
        name = f"{format_date(then.date, language)}　{_name(then, language)}"
        here = link.href("timeline", language, record=then.id)
        there = {"href": f"#{then.id}"} if then.id in shown else {"href": here, "target": "_self"}
        words += "　" + tag("a", name, **there)
    lead = tag("span", text(interface("came_of_it", language)), class_="lead")
    outcome = tag("p", lead, " ", words, class_="outcome") if words else ""
    return outcome + uses.html(event.id, language)
