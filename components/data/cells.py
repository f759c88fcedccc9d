"""Records made when somebody asks for them: cells of tables too large to be records all along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from components.data import money_figures, money_sums, municipalities, standings, wide
from components.data.money_records import RECORD_TABLES
from components.data.records import Figure

if TYPE_CHECKING:
    from components.data.dataset import Dataset

# Who makes the record of a name, by the table it begins with; they raise KeyError or ValueError.
MAKERS: Mapping[str, Callable[[Dataset, str], Figure]] = {
    municipalities.CARDS: wide.cell,
    municipalities.RESIDENTS: wide.cell,
    municipalities.RATE: municipalities.issue_rate,
    **dict.fromkeys(standings.RANKS, standings.ranked),
    **dict.fromkeys(RECORD_TABLES, money_figures.cell),
    **dict.fromkeys(money_sums.CALCULATED, money_sums.calculated),
}


@lru_cache(maxsize=4)
def by_id(dataset: Dataset) -> dict[str, Figure]:
    """Give every figure and every row of the longer tables by its id."""
    rows = [row for table in dataset.tables.values() for row in table]
    return {row.id: row for row in rows} | dict(dataset.figures)


@lru_cache(maxsize=4096)
def figure(dataset: Dataset, name: str) -> Figure | None:
    """
    Give the record of a cell or of a row of a longer table by its id; None where there is none.

    figure(dataset, "cards_by_municipality.131130.2022-12-31")
    """
    if "." not in name:
        return None
    if make := MAKERS.get(name.partition(".")[0]):
        try:
            return make(dataset, name)
        except (KeyError, ValueError):
            return None
    return by_id(dataset).get(name)
