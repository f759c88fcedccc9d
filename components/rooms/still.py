"""A chart as the light page shows it: one still drawing, in the colours the phone asks for."""

import re

from markupsafe import Markup

from components.charts import drawn
from components.charts.chart import PHONE, Chart
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT, Theme, tokens
from components.data.languages import Language
from components.views.tags import tag

COLOUR = re.compile(r'(?:fill|stroke)="(#[^"]+)"')


def still_html(topic_id: str, step_id: str, language: Language, name: str) -> tuple[Markup, Chart]:
    """
    Draw a step's chart for a phone, and give the chart as well.

    The stylesheet turns the colours of the light look into those of the dark one. A drawing with
    shades of its own comes twice, and the stylesheet shows one of the two. The source line stands
    below it as text. Raises whatever the drawing raises.
    """
    chart = _chart(topic_id, step_id, language, LIGHT)
    by_day = Markup(svg(chart, PHONE.width, name=name, source=False))
    if set(COLOUR.findall(by_day)) <= set(tokens(LIGHT)):
        return by_day, chart
    dark = _chart(topic_id, step_id, language, DARK)
    by_night = Markup(svg(dark, PHONE.width, name=name, source=False))
    both = tag("div", by_day, class_="by-day") + tag("div", by_night, class_="by-night")
    return both, chart


def _chart(topic_id: str, step_id: str, language: Language, look: Theme) -> Chart:
    chart = drawn.chart(topic_id, step_id, language, PHONE, theme=look)
    if chart is None:
        raise KeyError(f"{topic_id}/{step_id} has no chart")
    return chart


def recolouring() -> str:
    """Write the rules that turn the light look of a drawing into the dark one."""
    rules = []
    for light, dark in zip(tokens(LIGHT), tokens(DARK), strict=True):
        for part in ("fill", "stroke"):
            rules.append(f'figure svg [{part}="{light}"]{{{part}:{dark}}}')
    return "".join(rules)
