"""Follow the money: what the state's projects cost, who was paid, and what was promised."""

from components.app import public_money_page
from components.topics import public_money

public_money_page.render(public_money.STORY)
