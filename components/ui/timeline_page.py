"""The timeline: every event in order of time, with what came of plans and where it is used."""

from collections.abc import Sequence
from itertools import groupby

from components.content.book import book
from components.content.dates import first_day, format_date
from components.content.kept import once, once_unless
from components.content.languages import Language
from components.content.prose import spoken
from components.content.records import Event
from components.content.search import index, narrow
from components.content.story import Story
from components.content.topics import Topic, interface
from components.markup.record import record_html
from components.ui import charts, filters, frame, link, notices, reference, uses
from components.ui.filters import Filter
from components.ui.markup import Sheet, tag, text


def tell(story: Story) -> None:
    """Show the page: filters, the overview chart, the event a link names, and the list by year."""
    sheet = Sheet()
    topic = reference.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    _asked(language, sheet)
    offered = once(lambda: _filters(language), "timeline filters", language)
    chosen = filters.asked(offered)
    sheet.add(filters.html(topic.id, offered, chosen, language))
    found = once_unless(chosen["q"], lambda: _found(**chosen), "timeline found", *chosen.values())
    reference.counted(found, topic.id, language, sheet)
    if found:
        sheet.add(_chart(story, topic, found, words=chosen["q"]))
        sheet.add(_list(found, language, words=chosen["q"]))
    sheet.add(reference.method(topic))
    sheet.out()


def _filters(language: Language) -> list[Filter]:
    events = book().events.values()
    named = reference.topics({name for event in events for name in event.topics})
    kinds = sorted({event.kind for event in events})
    return [
        Filter("topic", named, lambda code: frame.title_of(code, language)),
        Filter("kind", kinds, lambda code: book().label(f"kind_{code}", language)),
    ]


def _asked(language: Language, sheet: Sheet) -> None:
    event = reference.asked(book().events.get, language, sheet)
    if event:
        record = record_html(book(), event, language) + _more(event, language)
        sheet.add(tag("section", record, class_="notice"))


def _found(topic: str, kind: str, q: str) -> list[Event]:
    """Give the events that fit the filters, in order of time."""
    every = (each for each in index(book()) if each.kind == "event")
    events = [each.entry for each in narrow(every, q, book()) if isinstance(each.entry, Event)]
    fit = [
        event
        for event in events
        if topic in ("", *event.topics) and kind in ("", event.kind)
    ]  # fmt: skip
    return sorted(fit, key=lambda event: (first_day(event.date), event.date, event.id))


def _chart(story: Story, topic: Topic, found: list[Event], *, words: str) -> str:
    language, step = topic.language, topic.steps[0]
    drawing = story.drawing(step.chart)
    view = charts.view(topic, step)
    ids = tuple(event.id for event in found)

    def make() -> str:
        chart = drawing(view, event_ids=ids)
        name = f"{step.chart_name}　{step.takeaway}"
        return charts.figure_html(chart, view.room, key="chart_timeline", name=name)

    def kept() -> str:
        key = (language, view.look.name, view.room, ids)
        return once_unless(words, make, "timeline", *key)

    return notices.attempted(kept, language, "chart_failed")


def _list(found: list[Event], language: Language, *, words: str) -> str:
    ids = tuple(event.id for event in found)
    return once_unless(words, lambda: _by_year(found, language), "timeline list", language, ids)


def _by_year(found: Sequence[Event], language: Language) -> str:
    years = [(year, list(each)) for year, each in groupby(found, lambda event: _year(event))]
    shown = {event.id for event in found}
    nav = reference.jumps(
        [(f"y{year}", format_date(str(year), language), str(len(each))) for year, each in years],
        language,
    )
    return nav + "".join(
        tag("h2", text(format_date(str(year), language)), id=f"y{year}", class_="year")
        + tag("ol", "".join(_event(event, shown, language) for event in each), class_="events")
        for year, each in years
    )


def _year(event: Event) -> int:
    return first_day(event.date).year


def _event(event: Event, shown: set[str], language: Language) -> str:
    plan = tag("span", text(book().label("event_plan", language)), class_="plan-word")
    head = (
        tag("span", text(format_date(event.date, language)), class_="day")
        + tag("span", text(book().label(f"kind_{event.kind}", language)), class_="kind")
        + (plan if event.is_plan else "")
        + tag("span", text(_name(event, language)), class_="name")
    )
    record = once(lambda: record_html(book(), event, language), "event", event.id, language)
    return tag(
        "li",
        tag("details", tag("summary", head) + record) + _more(event, language, shown),
        id=event.id,
        class_="plan" if event.is_plan else "happened",
    )


def _name(event: Event, language: Language) -> str:
    return spoken(event.name, book(), language)


def _more(event: Event, language: Language, shown: Sequence[str] | set[str] = ()) -> str:
    """What came of a plan, with the event in which it did, and the steps that use the event."""
    then = book().events.get(event.outcome_event)
    words = text(book().label(f"outcome_{event.outcome}", language)) if event.outcome else ""
    if then:
        name = f"{format_date(then.date, language)}　{_name(then, language)}"
        here = link.href("timeline", language, record=then.id)
        there = {"href": f"#{then.id}"} if then.id in shown else {"href": here, "target": "_self"}
        words += f"　{tag('a', text(name), **there)}"
    lead = tag("span", text(interface("came_of_it", language)), class_="lead")
    outcome = tag("p", f"{lead} {words}", class_="outcome") if words else ""
    return outcome + uses.html(event.id, language)
