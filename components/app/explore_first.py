"""The first sight of the data page: its ways in, or the chart a link names, before scripts."""

from collections.abc import Mapping

from markupsafe import Markup

from components.app import explore_fields, layout, notices
from components.charts import selected
from components.charts.chart import PAGE, PHONE, View
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT
from components.data.cache import cached, cached_recent
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.selection import Selection, link, select
from components.text import selecting
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.screen import Screen
from components.views.selecting import headline_html, start_html
from components.views.tags import tag
from components.views.under import under_html


def parts(_story: Story, topic: Topic, asked: Mapping[str, str], *, narrow: bool) -> list[Markup]:
    """Write the parts of the page in their order: with a chart, down to its table."""
    language, selection = topic.language, select(load_dataset(), asked)
    head = _part(layout.head_html(topic, first=selection is None))
    room = tag("div", class_="first-control select")
    if selection is None:
        wrong = [_part(notices.said(interface("explore_unknown", language)))]
        start = cached(lambda: start_html(Screen(language, "explore")), "explore", language)
        return [head, *(wrong if asked.get("measure") else []), room, _part(start)]
    fields = room * explore_fields.count(selection)
    told = selecting.told(load_dataset(), selection, language)
    key = ("first explored", language, narrow, *link(selection).items())
    drawn = cached_recent(lambda: _drawn(selection, language, narrow=narrow), *key)
    return [
        head,
        _part(headline_html(selection, Screen(language, "explore-title"))),
        room,
        *([tag("div", fields, class_="st-key-fields")] if fields else []),
        tag("div", class_="first-control slider"),
        *(_part(notices.said(words)) for words in told),
        *drawn,
    ]


def _drawn(selection: Selection, language: Language, *, narrow: bool) -> list[Markup]:
    """Write the chart's stills in both looks and what stands under them; no table to sort yet."""
    if selection.form == "table" or selecting.is_empty(load_dataset(), selection):
        return []
    found, name = [], selecting.title(load_dataset(), selection, language)
    for theme in (LIGHT, DARK):
        view = View(load_dataset(), language, theme, PHONE if narrow else PAGE)
        chart = selected.draw(view, selection)
        picture = Markup(svg(chart, view.canvas.width, name=name))
        found.append(tag("div", picture, class_=f"first-still {theme.name}"))
    return [*found, _part(under_html(chart, Screen(language, "explore-under")))]


def _part(inner: str) -> Markup:
    return tag("div", inner, class_="mieru")
