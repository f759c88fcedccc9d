"""The pictures of the front page, each drawn for its place there."""

from components.charts.chart import PAGE, Canvas, Chart, View
from components.charts.small import CARD
from components.charts.themes import LIGHT, Theme
from components.data.dataset import load_dataset
from components.text.story import get_story
from components.text.topics import Topic

MAP = Canvas("map", 520)  # wide enough for tiles instead of a list


def is_wide(name: str, topic: Topic) -> bool:
    """Tell whether a picture is the main chart, which takes the width of the window."""
    return name == topic.steps[0].chart


def draw(name: str, topic: Topic, theme: Theme = LIGHT, canvas: Canvas = PAGE) -> tuple[Chart, int]:
    """
    Draw a picture of the front page, and give the width it is drawn for.

    canvas is that of the main chart; maps and the pictures of cards have their own. Raises
    LookupError for a name without a drawing.
    """
    step = next((each for each in topic.steps if each.chart == name), None)
    room = CARD if step is None else canvas if is_wide(name, topic) else MAP
    view = View(load_dataset(), topic.language, theme, room, step.words if step else {})
    return get_story(topic.id).get_drawing(name)(view), room.width
