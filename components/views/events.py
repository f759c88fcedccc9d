"""The timeline: events under their years, each with its record and what came of a plan."""

from collections.abc import Callable, Collection, Iterable
from itertools import groupby

from markupsafe import Markup

from components.data.dates import first_day, format_date
from components.data.records import Event
from components.data.today import outcome_label
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.jumps import jumps_html
from components.views.medium import Medium
from components.views.record import record_html
from components.views.tags import joined, tag

Used = Callable[[str], str]  # gives the links to the steps that use a record


def in_time(events: Iterable[Event]) -> list[Event]:
    """Sort events by their day; those of a whole month or year stand at its beginning."""
    return sorted(events, key=lambda event: (first_day(event.date), event.date, event.id))


def events_html(found: Collection[Event], on: Medium, used: Used, *, counted: bool) -> Markup:
    """
    Write events, in order of time, under their years, with links to the years above.

    counted says at each link how many events the year has.
    """
    years = [
        (str(year), list(each)) for year, each in groupby(found, lambda e: first_day(e.date).year)
    ]
    shown = {event.id for event in found}
    places = (
        (f"y{year}", format_date(year, on.language), str(len(each)) if counted else "")
        for year, each in years
    )
    lists = (
        tag("h2", format_date(year, on.language), id=f"y{year}", class_="year")
        + tag("ol", (_event(event, shown, on, used) for event in each), class_="events")
        for year, each in years
    )
    return jumps_html(places, on.language) + joined(lists)


def _event(event: Event, shown: Collection[str], on: Medium, used: Used) -> Markup:
    language, dataset = on.language, on.dataset
    plan = tag("span", dataset.label("event_plan", language), class_="plan-word")
    head = (
        tag("span", format_date(event.date, language), class_="day"),
        " ",
        tag("span", dataset.label(f"kind_{event.kind}", language), class_="kind"),
        " ",
        (plan, " ") if event.is_plan else "",
        tag("span", render_plain(event.name, dataset, language), class_="name"),
    )
    record = record_html(dataset, event, language)
    return tag(
        "li",
        tag("details", tag("summary", head), record),
        outcome_html(event, on, shown),
        used(event.id),
        id=event.id,
        class_="plan" if event.is_plan else "happened",
    )


def outcome_html(event: Event, on: Medium, shown: Collection[str] = ()) -> Markup:
    """Write what came of a plan, with the event in which it did; shown names those of this page."""
    language, dataset = on.language, on.dataset
    then = dataset.events.get(event.outcome_event)
    code = outcome_label(event)
    words = [dataset.label(code, language)] if code else []
    if code == "outcome_unknown":
        day = format_date(event.date, language)
        words = [interface("plan_unchecked", language, day=day)]
    if then:
        name = f"{format_date(then.date, language)}　{render_plain(then.name, dataset, language)}"
        near = {"href": f"#{then.id}"}
        far = {"href": on.href("timeline", record=then.id), **on.link}
        words += ["　", tag("a", name, **(near if then.id in shown else far))]
    if not words:
        return Markup()
    lead = tag("span", interface("came_of_it", language), class_="lead")
    return tag("p", lead, " ", words, class_="outcome")
