"""Any cell of the tables of public money as a figure, made when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from components.data import money
from components.data.languages import NO_WORDS, Localized
from components.data.money_records import RECORD_TABLES
from components.data.records import Figure
from components.data.schema import fields_of

if TYPE_CHECKING:
    from components.data.dataset import Dataset

MILLION, THOUSAND = 1_000_000, 1000
# table: {column: (measure, what makes yen of it)}
CELLS: Mapping[str, Mapping[str, tuple[str, int]]] = {
    "project_budgets_by_year": {
        "initial": ("project_initial", MILLION),
        "supplementary": ("project_supplementary", MILLION),
        "carried_in": ("project_carried_in", MILLION),
        "carried_out": ("project_carried_out", MILLION),
        "reserve": ("project_reserve", MILLION),
        "total_after_carried_out": ("project_total_after_carried_out", MILLION),
        "executed": ("project_executed", MILLION),
        "requested": ("project_requested", MILLION),
    },
    "project_recipients": {"amount_million_yen": ("project_payment", MILLION)},
    "project_indicators": {
        "actual": ("project_indicator_actual", 1),
        "target": ("project_indicator_target", 1),
    },
    "budget_items_mof": {
        "amount_thousand_yen": ("state_budget_line", THOUSAND),
        "settled_current_yen": ("state_budget_available", 1),
        "settled_spent_yen": ("state_budget_spent", 1),
        "settled_carried_out_yen": ("state_budget_carried_out", 1),
        "settled_unused_yen": ("state_budget_unused", 1),
    },
    "system_costs": {
        "development_thousand_yen": ("system_development", THOUSAND),
        "operation_thousand_yen": ("system_operation", THOUSAND),
        "other_thousand_yen": ("system_other", THOUSAND),
        "total_million_yen": ("system_total", MILLION),
    },
}
UNITS = {  # of indicators, as printed: (unit of ours, factor); any other is counted in items
    "percent": ("percent", 1),
    "people": ("people", 1),
    "users": ("people", 1),
    "schools": ("schools", 1),
    "facilities": ("facilities", 1),
    "municipalities": ("municipalities", 1),
    "bodies": ("authorities", 1),
    "firms": ("companies", 1),
    "months": ("months", 1),
    "applications": ("applications", 1),
    "pupils per computer": ("pupils_per_device", 1),
    "10,000 items": ("items", 10_000),
    "10,000 cards": ("cards", 10_000),
    "million yen": ("yen", MILLION),
}
SHEET = Localized("シート {sheet}、{where}", "Sheet 「{sheet}」, {where}")
COLUMN = Localized("「{title}」の欄", "column 「{title}」")
PAYEE = Localized(
    "支出先{block}の{rank}番、「{title}」の欄", "recipient {block} {rank}, 「{title}」"
)
PAGE = Localized("予算書 {page}ページ、{where}", "Budget book, page {page}, {where}")
NOT_DISCLOSED = Localized("金額は公表されていません。", "The amount is not disclosed.")


def cell(dataset: Dataset, name: str) -> Figure:
    """
    Give one cell as a figure in yen, or in its indicator's unit; a cell left empty is a gap.

    cell(dataset, "project_budgets_by_year.mynapoint_round2.FY2022.executed"); a payment is named
    without a column: "project_recipients.mynapoint_round2.FY2023.A.1". Raises KeyError for a
    row or a column that is not there.
    """
    table = name.partition(".")[0]
    stem, column = name, "amount_million_yen"
    if table != "project_recipients":
        stem, _, column = name.rpartition(".")
    measure_id, factor = CELLS[table][column]
    found = _rows(dataset, table)[stem]
    row = next((each for each in found if getattr(each, column) is not None), found[0])
    measure, unit = dataset.measures[measure_id], "yen"
    if table == "project_indicators":
        unit, factor = UNITS.get(row.unit.en, ("items", 1))
    note = NO_WORDS if table in ("budget_items_mof", "system_costs") else row.note
    value = _value(getattr(row, column), factor)
    if value == "0" and table == "project_recipients":
        value, note = "", NOT_DISCLOSED
    return Figure(
        id=name,
        topic=row.topic if table == "budget_items_mof" else dataset.projects[row.project_key].topic,
        measure=measure,
        label=joined(_subject(dataset, row), measure.name),
        value=value,
        unit=unit,
        qualifier="exact" if value else "not_seen",
        as_of=f"FY{row.fiscal_year}",
        source=row.source,
        link=money.link(row),
        place=_place(table, row, column),
        processing="as_published" if factor == 1 else "unit_converted",
        checked=row.source.checked,
        confidence="medium",  # transcribed by others
        note=note,
    )


@lru_cache(maxsize=16)
def _rows(dataset: Dataset, table: str) -> dict[str, list[Any]]:
    """Give the rows by the beginning of their ids: a budget and a request of a year share one."""
    found: dict[str, list[Any]] = {}
    for row in money.records(dataset, table):
        found.setdefault(money.row_id(table, row), []).append(row)
    return found


def _value(number: float | None, factor: int) -> str:
    """Write a number in its unit, without an exponent or idle noughts."""
    if number is None:
        return ""
    exact = Decimal(str(number)) * factor
    return f"{exact.to_integral_value() if exact == exact.to_integral_value() else exact:f}"


def joined(subject: Localized, name: Localized) -> Localized:
    """Name a figure: what it is about, and what of it."""
    return Localized(f"{subject.ja}・{name.ja}", f"{subject.en}, {name.en}")


def _subject(dataset: Dataset, row: Any) -> Localized:
    """Name what a row is about; a payment goes by recipient, a name without English by itself."""
    match type(row).__name__:
        case "BudgetItem":
            return Localized(row.item.ja, row.item.en)
        case "Indicator":
            return Localized(row.indicator.ja, row.indicator.en or f"「{row.indicator.ja}」")
        case "Payment":
            name = Localized(row.recipient.ja, row.recipient.en or f"「{row.recipient.ja}」")
            return joined(dataset.projects[row.project_key].name, name)
    return dataset.projects[row.project_key].name


def _place(table: str, row: Any, column: str) -> Localized:
    """Say where the cell stands: sheet, block and column, or the page of the budget book."""
    title = next(each.title for each in fields_of(RECORD_TABLES[table]) if each.column == column)
    known = {name: str(value) for name, value in vars(row).items()}
    inner, outer = COLUMN, SHEET
    if "page" in known:
        outer = PAGE
    elif "block" in known:
        inner = PAYEE
    return Localized(
        *(
            to.format(
                sheet=known.get("sheet_id", ""), where=at.format(title=title, **known), **known
            )
            for to, at in zip(outer, inner, strict=True)
        )
    )


def building_and_running(dataset: Dataset, project: str) -> dict[str, list[Figure]]:
    """
    Give what building and what running a system cost, a figure a fiscal year, by measure.

    building_and_running(dataset, "info_network_system")["system_operation"]
    """
    rows = money.system_costs(dataset)
    mine = rows[rows["project_key"].eq(project) & rows["use_in_series"]]
    return {
        measure: [
            figure
            for stem in mine.sort_values("fiscal_year")["id"]
            if (figure := cell(dataset, f"{stem}.{column}")).value
        ]
        for column, (measure, _) in list(CELLS["system_costs"].items())[:2]
    }
