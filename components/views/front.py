"""The front page, written once for the app, its first sight and the plain site."""

from collections.abc import Callable, Iterable
from pathlib import Path

from markupsafe import Markup

from components.data.dates import format_date
from components.text.story import find_story, walks
from components.text.topics import Point, Step, Topic, interface
from components.views.medium import Medium
from components.views.step import picture_name
from components.views.tags import joined, tag

STYLE = Path(__file__).with_suffix(".css").read_text("utf-8")
Picture = Callable[[str, str], Markup]  # a drawing's name and what a screen reader says of it


def front_html(topic: Topic, on: Medium, picture: Picture, find: Markup) -> Markup:
    """
    Write the front page: what this is, ways in, the main chart, five numbers, topics as questions.

    picture draws a chart of the page's story by its name; find is the field that finds a town.
    """
    hero, town, numbers, topics, guess, about = topic.steps
    first = tag("div", _chart_card(hero, on, picture), _town_card(town, on, picture, find))
    return tag(
        "div",
        _head(topic, hero, on),
        tag("section", first, class_="front-first"),
        _section(numbers, on, (_number_card(each, on, picture) for each in numbers.points)),
        _section(topics, on, (_topic_card(each, on, picture) for each in topics.points)),
        _guess(guess, on),
        _about(about, on),
        on.panels(),
        class_="front",
    )


def _head(topic: Topic, hero: Step, on: Medium) -> Markup:
    lede = joined(tag("p", on.html(line), class_="lede") for line in topic.lede)
    there = ((str(each.text), on.href(each.to)) for each in hero.points)
    actions = [
        tag("a", words, href=address, class_="press", **on.link)
        for words, address in there
        if address
    ]
    how_far = tag("p", _scope(on), class_="lede")
    return (
        tag("h1", on.headline(topic.title)) + lede + how_far + tag("p", actions, class_="ways-in")
    )


def _scope(on: Medium) -> str:
    """Say how many records there are, and of what date the newest number is."""
    data, language = on.dataset, on.language
    newest = data.newest()
    return interface(
        "home_scope",
        language,
        figures=f"{len(data.figures) + sum(map(len, data.tables.values())):,}",
        claims=f"{len(data.claims):,}",
        day=format_date(newest.as_of, language) if newest else "",
    )


def _chart_card(step: Step, on: Medium, picture: Picture) -> Markup:
    more = tag("p", on.html(step.body[0]), class_="why")
    return tag(
        "section",
        tag("h2", on.headline(step.headline)),
        picture(step.chart, picture_name(step)),
        more,
        class_="card hero",
    )


def _town_card(step: Step, on: Medium, picture: Picture, find: Markup) -> Markup:
    return tag(
        "section",
        tag("h2", on.headline(step.headline)),
        tag("p", on.html(step.body[0]), class_="why"),
        find,
        picture(step.chart, picture_name(step)),
        class_="card town",
    )


def _section(step: Step, on: Medium, cards: Iterable[Markup]) -> Markup:
    head = tag("h2", on.headline(step.headline)) + tag("p", on.html(step.body[0]), class_="why")
    return tag("section", head, tag("div", list(cards), class_="cards"), class_=f"front-{step.id}")


def _number_card(point: Point, on: Medium, picture: Picture) -> Markup:
    """A number with its date, its picture, and the way to the topic."""
    link = tag("a", str(point.text), href=on.href(point.to), **on.link)
    return tag(
        "article",
        tag("h3", link),
        tag("p", on.html(point.number), class_="value"),
        picture(point.picture, ""),
        tag("p", on.html(point.more), class_="why"),
        class_="card",
    )


def _topic_card(point: Point, on: Medium, picture: Picture) -> Markup:
    """A topic as a question; the whole card leads there."""
    story = find_story(point.to)
    topic = story.topic(on.language) if story else None
    steps = interface("home_steps", on.language, count=str(len(topic.steps))) if topic else ""
    return tag(
        "a",
        picture(point.picture, ""),
        tag("strong", str(point.text)),
        tag("span", topic.title if topic else "", " ", tag("small", steps)),
        href=on.href(point.to),
        class_="card",
        **on.link,
    )


def _guess(step: Step, on: Medium) -> Markup:
    """Put the first question that a topic asks before it shows, and the way to it."""
    asked = (
        (story.topic_id, str(each.number), each.question.text)
        for story in walks()
        for each in story.topic(on.language).steps
        if each.question
    )
    topic_id, number, question = next(asked, ("", "", ""))
    if not topic_id:
        return Markup()
    there = on.href(topic_id, step=number)
    button = tag("a", on.html(step.body[0]), href=there, class_="press", **on.link)
    words = tag("h2", on.headline(step.headline)), tag("p", str(question))
    return tag("section", words, tag("p", button), class_="card front-guess")


def _about(step: Step, on: Medium) -> Markup:
    lines = (tag("p", on.html(line)) for line in step.body)
    return tag("section", tag("h2", on.headline(step.headline)), *lines, class_="front-about")
