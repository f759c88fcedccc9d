"""The front page of the plain site: as in the app, with still pictures."""

from markupsafe import Markup

from components.charts.chart import PHONE
from components.charts.front import draw, is_wide
from components.charts.static.still import address, svg
from components.export.site_find import find_form
from components.export.site_words import Linked, picture
from components.text.story import find_story, topic_ids
from components.views.front import front_html
from components.views.tags import tag


def front(on: Linked) -> Markup:
    """The front page as in the app; nothing where the site has only some of the topics."""
    story = find_story("home")
    if story is None or set(topic_ids()) - set(on.site.request.topics):
        return Markup()
    topic = story.topic(on.language)

    def drawn(name: str, said: str) -> Markup:
        wide, width = draw(name, topic)
        if is_wide(name, topic):
            return picture(wide, draw(name, topic, canvas=PHONE)[0], said)
        return tag("img", src=address(svg(wide, width, name=said)), alt=said, loading="lazy")

    return front_html(topic, on, drawn, find_form(on.site))
