"""The front page: what this is, how far it knows, the newest numbers, and every way in."""

from components.app import home_page
from components.topics import home

home_page.render(home.STORY)
