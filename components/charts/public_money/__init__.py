"""
Charts of a project's money. Each takes the view and a project's id, and any medium may draw them.

by_year: budgeted, carried over, paid out, left over; paid_to: who was paid; promised: targets and
results; per_person: the sum divided; projects: all of them, largest first.
"""

from components.charts.public_money.beside_cards import beside_cards
from components.charts.public_money.by_year import by_year
from components.charts.public_money.paid_to import paid_to
from components.charts.public_money.per_person import per_person
from components.charts.public_money.projects import projects
from components.charts.public_money.promised import promised
from components.charts.public_money.stacks import Stack, stacks

__all__ = [
    "Stack",
    "beside_cards",
    "by_year",
    "paid_to",
    "per_person",
    "projects",
    "promised",
    "stacks",
]
