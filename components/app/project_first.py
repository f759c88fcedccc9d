"""The first sight of the page of public money: words and chart before the app has come."""

from collections.abc import Mapping

from markupsafe import Markup

from components.app import layout, notices, project_html, project_link
from components.app.project_link import Asked
from components.charts.chart import PAGE, PHONE, View
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT
from components.data.cache import cached, cached_recent
from components.data.dataset import load_dataset
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.step import picture_name
from components.views.tags import tag


def parts(story: Story, topic: Topic, says: Mapping[str, str], *, narrow: bool) -> list[Markup]:
    """Write the parts of the page in their order, with room for the fields."""
    asked, language = (
        project_link.read(lambda name: says.get(name, ""), load_dataset()),
        topic.language,
    )
    room = tag("div", class_="first-control select") * (1 if asked.project else 2)
    found = [
        _part(layout.head_html(topic, first=not asked.project)),
        tag("div", room, class_="st-key-fields"),
        *(_part(notices.said(interface(key, language))) for key in asked.wrong),
    ]
    if not asked.project:
        listed = ("projects", language, asked.topic)
        every = cached(lambda: project_html.overview(topic, asked.topic), *listed)
        return [*found, _part(every)]
    key = ("first project", language, asked.project, asked.view, asked.year, narrow)
    return [*found, *cached_recent(lambda: _project(story, topic, asked, narrow=narrow), *key)]


def _project(story: Story, topic: Topic, asked: Asked, *, narrow: bool) -> list[Markup]:
    step = next((each for each in topic.steps if each.id == asked.view), topic.steps[0])
    said = _part(project_html.said(asked.project, step, asked.year, topic.language))
    if not asked.view:
        return [said, _part(project_html.caveats(asked.project, step, topic.language))]
    fields = 1 + (len(asked.years) > 1)
    stills = []
    for theme in (LIGHT, DARK):
        canvas = PHONE if narrow else PAGE
        view = View(load_dataset(), topic.language, theme, canvas, step.words)
        chart = story.get_drawing(step.chart)(view, **asked.arguments)
        picture = Markup(svg(chart, canvas.width, name=picture_name(step)))
        stills.append(tag("div", picture, class_=f"first-still {theme.name}"))
    under = project_html.under(chart, topic, step, asked)
    return [said, *[tag("div", class_="first-control segmented")] * fields, *stills, _part(under)]


def _part(inner: str) -> Markup:
    return tag("div", inner, class_="mieru")
