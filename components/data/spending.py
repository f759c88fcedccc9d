"""What became of a project's money: the rows of its review sheets as records, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from components.data import money
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

SOURCES = ("initial", "supplementary", "carried_in", "reserve")
USES = ("executed", "carried_out", "left_over", "moved_away")
# Budgets that hold other projects' money, and projects that are not of My Number.
BULK = ("bulk_it_budget", "government_solution_service")
NOT_MY_NUMBER = "education"  # the topic of devices, networks and lessons at schools


@dataclass(frozen=True)
class Year:
    """
    A fiscal year of a project: what it could spend (come) and what became of that (gone).

    Both map a column of the sheet to its record, without those that are zero. kind is closed_year,
    current_year or request; a sheet that prints no budget of its own leaves come empty.
    """

    fiscal_year: int
    kind: str
    come: Mapping[str, Figure]
    gone: Mapping[str, Figure]
    requested: Figure | None = None

    @property
    def figures(self) -> list[Figure]:
        """All records of the year, in the order in which they are drawn."""
        asked = [self.requested] if self.requested else []
        return [*asked, *self.come.values(), *self.gone.values()]

    @property
    def available(self) -> Decimal:
        """What could be spent, in yen; 0 where the sheet prints no budget."""
        return sum(map(number, self.come.values()), Decimal(0))

    @property
    def unexplained(self) -> bool:
        """Tell whether the copy of the sheet lacks a part of what became of the money."""
        went = sum((abs(number(each)) for each in self.gone.values()), Decimal(0))
        return bool(self.gone) and self.available > went * Decimal("1.005") + 1_000_000


def years(dataset: Dataset, project_id: str) -> list[Year]:
    """
    Give a project's fiscal years in order, one each: closed ones, then those still open.

    Raises KeyError for a project that there is not.

    years(dataset, "mynapoint_round2")[1].gone["executed"].value is "973932000000".
    """
    rows = of_project(money.budgets(dataset), dataset, project_id)
    rows = rows[rows["use_in_series"]]
    found: dict[int, Year] = {}
    order = {"closed_year": 0, "current_year": 1, "request": 2}
    for row in sorted(rows.to_dict("records"), key=lambda row: order[row["row_kind"]]):
        year = int(row["fiscal_year"])
        if year not in found:
            found[year] = _year(dataset, row)
    return [found[year] for year in sorted(found)]


def of_project(rows: pd.DataFrame, dataset: Dataset, project_id: str) -> pd.DataFrame:
    """Keep the rows of one project. Raises KeyError for one that there is not."""
    if project_id not in dataset.projects:
        raise KeyError(project_id)
    return rows[rows["project_key"] == project_id]


def _year(dataset: Dataset, row: Mapping[Any, Any]) -> Year:
    kind, stem = row["row_kind"], row["id"]

    def cells(*names: str) -> dict[str, Figure]:
        """Give the records of columns that are neither blank nor zero."""
        printed = (name for name in names if row[name] == row[name] and row[name])
        return {name: dataset.figure(f"{stem}.{name}") for name in printed}

    year = int(row["fiscal_year"])
    if kind == "request":
        return Year(year, kind, {}, {}, cells("requested").get("requested"))
    amounts = cells(*SOURCES)
    come = {name: each for name, each in amounts.items() if number(each) > 0}
    if kind == "current_year":
        return Year(year, kind, come, {})
    gone = {"executed": dataset.figure(f"{stem}.executed")} | cells("carried_out")
    if row["total_after_carried_out"] > row["executed"]:
        gone["left_over"] = dataset.figure(f"project_left_over.{row['project_key']}.FY{year}")
    if away := [each for each in amounts.values() if number(each) < 0]:
        gone["moved_away"] = away[0]
    return Year(year, kind, come, gone)


def number(figure: Figure) -> Decimal:
    """Give a record's amount; 0 for one without."""
    return Decimal(figure.value or 0)


def totals(dataset: Dataset, topic: str = "") -> list[Figure]:
    """
    Give what each project paid out over its closed years, largest first; of a topic, or all.

    A project whose sheets print no closed year of its own has none.
    """
    rows = money.budgets(dataset)
    drawn = rows[rows["use_in_series"] & rows["row_kind"].eq("closed_year")]
    found = [
        dataset.figure(f"project_total.{each}.executed")
        for each in drawn["project_key"].unique()
        if topic in ("", dataset.projects[each].topic)
    ]
    return sorted(found, key=lambda each: -number(each))


def project_of(record: Figure) -> str:
    """Give the project that a record of its money belongs to, by its id; nothing for others."""
    table, _, rest = record.id.partition(".")
    return rest.split(".")[0] if table.startswith("project_") else ""


def kind_of(record: Figure) -> str:
    """
    Tell what a record's project is: executed, bulk or other.

    bulk budgets hold the money of other projects; other ones are not of the My Number system.
    """
    if project_of(record) in BULK:
        return "bulk"
    return "other" if record.topic == NOT_MY_NUMBER else "executed"
