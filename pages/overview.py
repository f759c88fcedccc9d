"""What the number is, what the card is, five numbers that frame the story, and the ways in."""

from components.app import topic_page
from components.topics import overview

topic_page.render(overview.STORY)
