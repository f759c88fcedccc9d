"""The talk builder: steps of any topics in an order of one's own, looked over before the room."""

from components.app import talk_page
from components.topics import lookup

talk_page.render(lookup.TALK)
