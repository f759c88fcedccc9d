"""The MynaPoint budget: what was set aside, which deadlines moved, what was used."""

from components.app import topic_page
from components.topics import mynapoint

topic_page.render(mynapoint.STORY)
