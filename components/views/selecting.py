"""The way into the data: questions to begin with, and every measure by topic."""

from markupsafe import Markup

from components.data.breakdowns import breakdowns
from components.data.languages import aside
from components.data.records import Measure
from components.data.selection import Selection
from components.data.words import StartingPoint
from components.text.selecting import measure_words, measures_by_topic, title
from components.text.story import get_story
from components.text.topics import interface
from components.views.medium import Medium
from components.views.tags import joined, tag


def headline_html(selection: Selection, on: Medium) -> Markup:
    """Write what a selection shows."""
    return tag("h2", on.headline(title(on.dataset, selection, on.language)))


def about_html(selection: Selection, on: Medium) -> Markup:
    """Write, folded, what exactly is counted, and by whose definition."""
    shown = [selection.breakdown.measure, *([selection.beside] if selection.beside else [])]
    measures = [on.dataset.measures[each] for each in shown]
    listed = tag(
        "dl",
        [
            tag("dt", each.name.to(on.language))
            + tag(
                "dd",
                aside(
                    each.definition.to(on.language), each.defined_by.to(on.language), on.language
                ),
            )
            for each in measures
        ],
    )
    return on.fold(interface("explore_about", on.language), listed)


def start_html(on: Medium) -> Markup:
    """Write the questions as ways into their data, and below them every measure under its topic."""
    language = on.language
    questions = tag("h2", interface("explore_starts", language), id=on.anchor("starts"))
    questions += tag(
        "ul", (_question(each, on) for each in on.dataset.starting_points), class_="ways"
    )
    count = str(len(breakdowns(on.dataset)))
    every = tag("h2", interface("explore_every", language, count=count), id=on.anchor("every"))
    return (
        questions
        + every
        + joined(
            on.fold(_topic_title(topic, on), tag("ul", (_way(each, on) for each in measures)))
            for topic, measures in measures_by_topic(on.dataset).items()
        )
    )


def _question(point: StartingPoint, on: Medium) -> Markup:
    there = on.href("explore", measure=point.measure.id, by=point.by, form=point.form)
    words = point.question.to(on.language)
    name = tag("a", words, href=there, **on.link) if there else words
    what = tag("p", measure_words(on.dataset, point.measure, on.language), class_="why")
    return tag("li", tag("p", name), what)


def _way(measure: Measure, on: Medium) -> Markup:
    there = on.href("explore", measure=measure.id)
    words = measure_words(on.dataset, measure, on.language)
    return tag("li", tag("a", words, href=there, **on.link) if there else words)


def _topic_title(topic: str, on: Medium) -> str:
    return get_story(topic).topic(on.language).title
