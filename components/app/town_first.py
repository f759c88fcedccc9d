"""The first sight of a town's page: what is said, and the first chart, before the app has come."""

from collections.abc import Mapping

from markupsafe import Markup

from components.app import layout, notices, town_doors, town_html, town_link
from components.charts.chart import PAGE, PHONE, View
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT, Theme
from components.data.cache import cached_recent
from components.data.dataset import load_dataset
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.tags import tag


def parts(story: Story, topic: Topic, says: Mapping[str, str], *, narrow: bool) -> list[Markup]:
    """Write the parts of the page in their order, down to the sentences below the first chart."""
    asked = town_link.read(lambda name: says.get(name, ""), load_dataset())
    room = tag("div", class_="first-control select") * (1 + asked.adds)
    found = [
        _part(layout.head_html(topic, first=not asked.town)),
        tag("div", room, class_="st-key-fields"),
        *(_part(notices.said(interface(key, topic.language))) for key in asked.wrong),
    ]
    if not asked.town:
        doors, until = town_doors.doors(asked, topic.language), town_html.until(topic)
        return [*found, _part(doors), _part(until)]
    key = ("first town", topic.language, asked.codes, asked.date, asked.adds, narrow)
    return [*found, *cached_recent(lambda: _town(story, topic, asked, narrow=narrow), *key)]


def _town(story: Story, topic: Topic, asked: town_link.Asked, *, narrow: bool) -> list[Markup]:
    step, language = topic.steps[0], topic.language
    stills = []
    for theme in (LIGHT, DARK):
        view = _view(topic, theme, narrow=narrow)
        chart = town_html.drawn(story, view, step, asked, asked.date)
        picture = Markup(
            svg(chart, view.canvas.width, name=town_html.chart_name(step, asked, language))
        )
        stills.append(tag("div", picture, class_=f"first-still {theme.name}"))
    return [
        _part(town_html.headline(asked, language)),
        *stills,
        _part(town_html.under(chart, topic, step, asked)),
        _part(town_html.body(asked, step, language)),
        _part(town_html.until(topic)),
    ]


def _view(topic: Topic, theme: Theme, *, narrow: bool) -> View:
    canvas = PHONE if narrow else PAGE
    return View(load_dataset(), topic.language, theme, canvas, topic.steps[0].words)


def _part(inner: str) -> Markup:
    return tag("div", inner, class_="mieru")
