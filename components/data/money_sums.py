"""What is worked out from cells of public money: totals, what was left over, amounts per head."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import add, sub, truediv
from typing import TYPE_CHECKING

from components.data import money
from components.data.languages import Localized
from components.data.money_figures import cell, joined
from components.data.records import Figure

if TYPE_CHECKING:
    from components.data.dataset import Dataset

PER = {
    "project_per_resident": "residents_2022_01_01",
    "project_per_household": "households_2022_01_01",
    "project_per_card": "cards_issued_2023_03_31",
}
CALCULATED = ("project_total", "project_left_over", *PER)
CALCULATED_HERE = Localized("本資料で計算：{sum}", "Calculated here: {sum}")
LEFT_OVER = ("total_after_carried_out", "executed")
SIGNS = {"+": " + ", "-": " − ", "/": " ÷ "}


def calculated(dataset: Dataset, name: str) -> Figure:
    """
    Give what is worked out from cells, with the arithmetic in calculation and note.

    "project_total.mynapoint_round2.executed" adds the years of the series;
    "project_left_over.mynapoint_round2.FY2022" is what was neither carried on nor paid out;
    "project_per_resident.mynapoint_round2.executed" (per_card) divides a total, and
    "project_per_resident.mynapoint_round2.FY2022.executed" one year. Raises KeyError for a name
    of another form, and ValueError where a year of the sum is not printed.
    """
    kind, project, *rest = name.split(".")
    if kind == "project_total":
        return _total(dataset, name, project, ".".join(rest))
    stem = f"project_budgets_by_year.{project}."
    if kind == "project_left_over":
        parts = [cell(dataset, f"{stem}{rest[0]}.{each}") for each in LEFT_OVER]
        return _worked_out(name, parts, "-", dataset)
    inner = f"project_total.{project}.{rest[0]}" if len(rest) == 1 else stem + ".".join(rest)
    amount = calculated(dataset, inner) if len(rest) == 1 else cell(dataset, inner)
    divisor = dataset.figures[PER[kind]]
    return _worked_out(name, [amount, divisor], "/", dataset)


def _total(dataset: Dataset, name: str, project: str, column: str) -> Figure:
    years = money.by_year(dataset, project)
    closed = years[years["row_kind"].eq("closed_year") & years[column].notna()]
    parts = [cell(dataset, f"{stem}.{column}") for stem in closed["id"]]
    return _worked_out(name, parts, "+", dataset)


def _worked_out(name: str, parts: list[Figure], sign: str, dataset: Dataset) -> Figure:
    """Make a figure of the sum, difference or quotient of figures, in whole yen."""
    if not parts or not all(each.value for each in parts):
        raise ValueError(name)
    numbers = [Decimal(each.value) for each in parts]
    result = reduce({"+": add, "-": sub, "/": truediv}[sign], numbers)
    written = SIGNS[sign].join(f"{each:,f}" for each in numbers)
    measure = dataset.measures[name.partition(".")[0]]
    days = [each.as_of for each in parts if each.as_of.startswith("FY")]
    whole = parts[0]
    return Figure(
        id=name,
        topic=whole.topic,
        measure=measure,
        label=joined(whole.label, measure.name),
        value=f"{result.quantize(Decimal(1)):f}",
        unit="yen",
        qualifier="approx" if any(each.qualifier == "approx" for each in parts) else "exact",
        as_of=days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}",
        source=whole.source,
        link=whole.link,
        place=whole.place,
        processing="calculated",
        calculation=f" {sign} ".join(each.value for each in parts),
        checked=min(each.checked for each in parts),
        confidence=whole.confidence,
        note=Localized(*(words.format(sum=written) for words in CALCULATED_HERE)),
    )
