"""One's own town: how its rate of cards moved, and where it stands among all."""

from components.app import your_town_page
from components.topics import your_town

your_town_page.render(your_town.STORY)
