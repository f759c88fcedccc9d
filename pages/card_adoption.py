"""How the card spread: goal, incentives, a forecast, prefectures, ages, renewal, local gifts."""

from components.app import topic_page
from components.topics import card_adoption

topic_page.render(card_adoption.STORY)
