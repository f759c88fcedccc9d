"""The card's safety: PINs, what each side says, a lost card, joined lists, reported incidents."""

from components.app import topic_page
from components.topics import card_security

topic_page.render(card_security.STORY)
