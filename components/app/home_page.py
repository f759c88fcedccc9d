"""The front page on the screen, and its field to find a town."""

from markupsafe import Markup

from components.app import charts, layout, page_header, query_params
from components.app.html_buffer import HtmlBuffer
from components.charts.chart import Canvas
from components.charts.front import draw, is_wide
from components.charts.static.still import address, svg
from components.charts.themes import DARK, LIGHT
from components.data.cache import cached
from components.data.languages import Language
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.front import Picture, front_html
from components.views.screen import Screen
from components.views.tags import data, joined, tag


def render(story: Story) -> None:
    """Show the front page."""
    topic = layout.opened(story)
    if topic is None:
        return
    sheet = HtmlBuffer()
    theme, canvas = charts.theme(), charts.canvas()

    def picture(name: str, said: str) -> Markup:
        chart, width = draw(name, topic, theme, canvas)
        if is_wide(name, topic):
            return Markup(charts.figure_html(chart, canvas, key=f"chart_{name}", name=said))
        still = address(svg(chart, width, name=""))
        return Markup(f'<img src="{data(still)}" alt="{data(said)}" decoding="sync">')

    key = ("front", topic.language, theme.name, canvas)
    sheet.add(cached(lambda: _html(topic, picture), *key))
    sheet.out()


def first_html(topic: Topic, canvas: Canvas) -> Markup:
    """Write what stands before the app: each picture in both looks, the stylesheet shows one."""

    def picture(name: str, said: str) -> Markup:
        stills = []
        for theme in (LIGHT, DARK):
            chart, width = draw(name, topic, theme, canvas)
            still = Markup(svg(chart, width, name=said))
            stills.append(tag("div", still, class_=f"first-still {theme.name}"))
        return joined(stills)

    return _html(topic, picture)


def _html(topic: Topic, picture: Picture) -> Markup:
    return front_html(topic, Screen(topic.language, "front"), picture, find_town(topic.language))


def find_town(language: Language) -> Markup:
    """Write the field that leads to a town, by its name or reading."""
    words, send = interface("find_town", language), interface("search_send", language)
    field = tag(
        "input",
        type="search",
        maxlength=str(query_params.LONGEST),
        autocomplete="off",
        placeholder=interface("find_town_example", language),
        aria_label=words,
    )
    button = tag("button", send, type="submit")
    there = query_params.href(page_header.SEARCH, language)
    return tag("form", field, button, class_="ask", role="search", data_address=there)
