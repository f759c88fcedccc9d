"""
Tables whose cells become figures when somebody asks for them: municipalities and public money.

Their rows are written with the columns a selection needs: id, number, as_of, start, and a code for
each dimension. Records are made of the few that are shown, by their ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from components.data import money, municipalities
from components.data.derived import increase
from components.data.languages import Localized
from components.data.money_figures import CELLS
from components.data.wide import TOWN

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

INCREASE = "cards_issued_increase"
TOWN_TABLES = {  # the measure of each
    municipalities.RATE: municipalities.RATE,
    municipalities.CARDS: "cards_issued_by_place",
    municipalities.RESIDENTS: "resident_register",
}


@dataclass(frozen=True)
class MoneyTable:
    """The column of a table's codes with its name in links, and those that part its rows more."""

    by: str
    column: str
    others: Mapping[str, str]
    named: tuple[str, str] = ("", "")  # the columns of names, where a code is no project


MONEY_TABLES = {
    "project_budgets_by_year": MoneyTable("project", "project_key", {}),
    "system_costs": MoneyTable("project", "project_key", {}),
    "project_indicators": MoneyTable(
        "time", "indicator_key", {"indicator": "indicator_key"}, ("indicator_ja", "indicator_en")
    ),
    "budget_items_mof": MoneyTable(
        "budget_item", "item_key", {"budget_type": "budget_type"}, ("item_ja", "item_en")
    ),
    "project_recipients": MoneyTable(
        "payment", "id", {"project": "project_key"}, ("recipient_ja", "recipient_en")
    ),
}


def tables(dataset: Dataset) -> dict[tuple[str, str], str]:
    """Name what stands in these tables: (table, measure) to the dimension they are parted by."""
    found = {(table, measure): TOWN for table, measure in TOWN_TABLES.items()}
    for table, money_table in MONEY_TABLES.items():
        found |= {(table, measure): money_table.by for measure, _ in CELLS[table].values()}
    return {each: by for each, by in found.items() if each[1] in dataset.measures}


def town_rows(dataset: Dataset, table: str, codes: Sequence[str], end: str) -> pd.DataFrame:
    """Give all dates of the municipalities named; of all of them, where none is, the one date."""
    import pandas as pd

    cells = _towns(dataset, table)
    cells = cells.loc[[*codes]] if codes else cells[[end if end in cells else cells.columns[-1]]]
    found = cells.melt(var_name="as_of", value_name="number", ignore_index=False)
    found = found.rename_axis(TOWN).reset_index()
    ids = table + "." + found[TOWN] + "." + found["as_of"]
    return found.assign(id=ids, start=pd.to_datetime(found["as_of"]))


def town_dates(dataset: Dataset, table: str) -> tuple[str, ...]:
    """List the dates of a table of municipalities."""
    known = dataset.wide_tables.get(municipalities.CARDS if table == municipalities.RATE else table)
    return known.dates if known else ()


def _towns(dataset: Dataset, table: str) -> pd.DataFrame:
    if table == municipalities.RATE:
        return municipalities.issue_rates(dataset)
    return dataset.wide(table)


@lru_cache(maxsize=64)
def money_rows(dataset: Dataset, table: str, measure: str) -> pd.DataFrame:
    """
    Give what a table of public money prints of one measure, a row a cell that is not empty.

    Of several publications of a year the one to use in a series stands.
    """
    import pandas as pd

    shape, found = MONEY_TABLES[table], money.frame(dataset, table)
    column, factor = next(
        (name, factor) for name, (known, factor) in CELLS[table].items() if known == measure
    )
    if "use_in_series" in found:
        found = found[found["use_in_series"]]
    if table == "project_recipients":
        found = found[found["amount_million_yen"] != 0]  # a nought says that nothing is disclosed
    found = found[found[column].notna()]
    years = found["fiscal_year"].astype("str")
    ids = found["id"] if table == "project_recipients" else found["id"] + "." + column
    codes = {name: found[each] for name, each in {shape.by: shape.column, **shape.others}.items()}
    codes |= {"time": pd.Series(measure, found.index)} if shape.by == "time" else {}
    whole = pd.DataFrame({"id": ids, "number": found[column].astype("float64") * factor})
    dated = whole.assign(as_of="FY" + years, start=pd.to_datetime(years + "-04-01"))
    coded = dated.assign(**codes)
    return coded.drop_duplicates("id", keep="last").reset_index(drop=True)


@lru_cache(maxsize=16)
def money_names(dataset: Dataset, table: str) -> dict[str, Localized]:
    """Name the codes of a table of public money; what has no English name goes by its own."""
    shape, found = MONEY_TABLES[table], money.frame(dataset, table)
    if not shape.named[0]:
        return {key: each.name for key, each in dataset.projects.items()}
    pairs = zip(found[shape.column], *(found[each] for each in shape.named), strict=True)
    return {code: Localized(ja, en or f"「{ja}」") for code, ja, en in pairs}


@lru_cache(maxsize=4)
def increases(dataset: Dataset) -> pd.DataFrame:
    """Give the monthly increases of the cards issued, which are calculated (frames.to_frame)."""
    counts = dataset.series("cards_by_date", measure_id="cards_issued_cumulative")
    return increase(counts, dataset.measures[INCREASE]).assign(time=INCREASE)
