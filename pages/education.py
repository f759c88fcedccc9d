"""Education data: who wants what, what may hang from a learner ID, how long records are kept."""

from components.app import topic_page
from components.topics import education

topic_page.render(education.STORY)
