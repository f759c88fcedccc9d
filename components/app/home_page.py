"""The front page on the screen, and its field to find a town."""

from markupsafe import Markup

from components.app import charts, layout, page_header, query_params
from components.app.html_buffer import HtmlBuffer, tag
from components.charts.chart import Canvas, Chart, View
from components.charts.small import CARD
from components.charts.static.still import address, svg
from components.charts.themes import Theme
from components.data.cache import cached
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.front import Picture, front_html
from components.views.screen import Screen
from components.views.tags import data

MAP = Canvas("map", 520)  # wide enough for tiles instead of a list
WIDE = ("goal_and_rate",)


def render(story: Story) -> None:
    """Show the front page."""
    topic = layout.opened(story)
    if topic is None:
        return
    sheet = HtmlBuffer()
    theme, canvas = charts.theme(), charts.canvas()

    def picture(name: str, said: str) -> Markup:
        chart, width = draw(story, topic, name, theme, canvas)
        if name in WIDE:
            return Markup(charts.figure_html(chart, canvas, key=f"chart_{name}", name=said))
        still = address(svg(chart, width, name=""))
        return Markup(f'<img src="{data(still)}" alt="{data(said)}" decoding="sync">')

    key = ("front", topic.language, theme.name, canvas)
    sheet.add(cached(lambda: html(topic, picture), *key))
    sheet.out()


def html(topic: Topic, picture: Picture) -> Markup:
    """Write the front page for the app or for the sight before it."""
    return front_html(topic, Screen(topic.language, "front"), picture, find_town(topic.language))


def draw(story: Story, topic: Topic, name: str, theme: Theme, canvas: Canvas) -> tuple[Chart, int]:
    """Draw a picture of the front page, and give the width it is drawn for."""
    step = next((each for each in topic.steps if each.chart == name), None)
    room = CARD if step is None else canvas if name in WIDE else MAP
    view = View(load_dataset(), topic.language, theme, room, step.words if step else {})
    return story.get_drawing(name)(view), room.width


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
