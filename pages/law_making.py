"""Laws and the Diet: six bills stage by stage, what they say, what came later, what was spent."""

from components.app import topic_page
from components.topics import law_making

topic_page.render(law_making.STORY)
