"""The courts: each suit level by level, what one ruling reached, and the yardstick."""

from components.app import topic_page
from components.topics import lawsuits

topic_page.render(lawsuits.STORY)
