"""Police and licence: the bureau, the common platform, the card licence, oversight, two rulings."""

from components.app import topic_page
from components.topics import policing

topic_page.render(policing.STORY)
