"""What ministries set themselves as measures of a project, and what they reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.data import money
from components.data.languages import Localized
from components.data.records import Figure
from components.data.spending import of_project

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset


@dataclass(frozen=True)
class Indicator:
    """
    What a ministry set itself as a measure of a project.

    years maps a fiscal year to its records, target and actual, where the sheet prints them. unit is
    as printed where the records have none of their own.
    """

    name: Localized
    unit: Localized
    kind: str
    years: Mapping[int, Mapping[str, Figure]]

    @property
    def figures(self) -> list[Figure]:
        """All records, year by year."""
        return [each for year in self.years.values() for each in year.values()]


def indicators(dataset: Dataset, project_id: str) -> list[Indicator]:
    """
    Give a project's indicators: those with a target first, and of these the outcomes.

    Raises KeyError for a project that there is not; one without indicators gives none.
    """
    rows = of_project(money.indicators(dataset), dataset, project_id)
    rows = rows[rows["use_in_series"]].sort_values("fiscal_year")
    found = [_indicator(dataset, group) for _, group in rows.groupby("indicator_key", sort=False)]

    def order(each: Indicator) -> tuple[bool, bool]:
        promised = any("target" in year for year in each.years.values())
        return not promised, each.kind != "outcome"

    return sorted((each for each in found if each.years), key=order)


def _indicator(dataset: Dataset, rows: pd.DataFrame) -> Indicator:
    listed = rows.to_dict("records")
    last = listed[-1]
    years = {
        int(row["fiscal_year"]): {
            name: dataset.figure(f"{row['id']}.{name}")
            for name in ("target", "actual")
            if row[name] == row[name]
        }
        for row in listed
    }
    unit = Localized(last["unit_ja"], last["unit_en"])
    name = Localized(last["indicator_ja"], last["indicator_en"] or last["indicator_ja"])
    return Indicator(name, unit, last["kind"], {year: each for year, each in years.items() if each})
