"""What a link to the page of public money asks for, made valid; nonsense gets a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from components.data.dataset import Dataset
from components.data.recipients import paid_years
from components.text.project import views


@dataclass(frozen=True)
class Asked:
    """
    A project, how to look at it, and the fiscal year of its payments.

    Each is "" (or 0) where there is none; topic narrows the list of all projects. views are those
    that have something to show, years those of the payments, where these are looked at. wrong
    holds the keys in _interface.yml of what is to be said of the rest.
    """

    project: str
    view: str
    year: int
    topic: str
    views: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def arguments(self) -> Mapping[str, str]:
        """What the view's drawing function is told."""
        year = {"year": str(self.year)} if self.year else {}
        return {"project_id": self.project} | year

    @property
    def link(self) -> Mapping[str, str]:
        """What a link says to come back here."""
        year = {"year": str(self.year)} if self.year else {}
        return {"project": self.project, "view": self.view} | year


def read(says: Callable[[str], str], dataset: Dataset) -> Asked:
    """
    Read a link; says gives what it says under a name, or "".

    A project is looked at by who was paid, where its sheets say so, in the last year that they do.
    """
    written, topic = says("project"), says("topic")
    project = written if written in dataset.projects else ""
    used = {each.topic for each in dataset.projects.values()}
    if not project:
        unknown = ("unknown_project",) if written else ()
        return Asked("", "", 0, topic if topic in used else "", wrong=unknown)
    offered = views(dataset, project)
    asked = says("view")
    first = "paid_to" if "paid_to" in offered else next(iter(offered), "")
    view = asked if asked in offered else first
    years = tuple(paid_years(dataset, project)) if view == "paid_to" else ()
    wanted = says("year")
    known = wanted in map(str, years)
    wrong = {
        "unknown_money_view": bool(asked) and asked != view,
        "unknown_paid_year": bool(wanted) and bool(years) and not known,
    }
    year = int(wanted) if known else years[-1] if years else 0
    said = tuple(key for key, is_so in wrong.items() if is_so)
    return Asked(project, view, year, "", tuple(offered), years, said)
