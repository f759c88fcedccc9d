"""The money of the state's projects: budgets, payments and promises, project by project."""

from components.charts import public_money
from components.charts.chart import Chart, View
from components.text import project
from components.text.story import Story

FIRST = "mynapoint_round2"  # what stands where no project is named


def by_year(view: View, project_id: str = FIRST) -> Chart:
    """Draw what could be spent each year, and what became of it."""
    return public_money.by_year(view, project_id)


def paid_to(view: View, project_id: str = FIRST, year: str = "") -> Chart:
    """Draw who was paid in a fiscal year (2023), or in the last for which a sheet says so."""
    return public_money.paid_to(view, project_id, int(year) if year.isdecimal() else 0)


def promised(view: View, project_id: str = "mynapoint_round1") -> Chart:
    """Draw targets beside results."""
    return public_money.promised(view, project_id)


def per_person(view: View, project_id: str = FIRST) -> Chart:
    """Draw what was paid out per resident, card and household."""
    return public_money.per_person(view, project_id)


def projects(view: View, topic: str = "") -> Chart:
    """Draw what each project paid out, largest first."""
    return public_money.projects(view, topic)


STORY = Story(
    "public_money",
    (by_year, paid_to, promised, per_person, projects),
    walk=False,
    records=project.RECORDS,
)
