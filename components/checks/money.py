"""Does public money add up? Budgets, splits of a cost, settlements, and who was paid."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from components.checks.figures import number_of
from components.checks.tables import Table
from components.data.problems import Problem

NEARLY = Decimal("1.01")  # million yen: the sheets round each amount by itself
PLUS = ("initial", "supplementary", "carried_in", "reserve")
# Printed so: the grants to payment firms stand on the sheet of the second year in full.
PRINTED_ABOVE = {("mynapoint_shop_terminals", "2021")}


def problems(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """List sums that do not hold, and rows of which only one may be drawn."""
    if budgets := tables.get("project_budgets_by_year"):
        yield from _totals(budgets)
        yield from _drawn_once(budgets)
    if payments := tables.get("project_recipients"):
        yield from _subcontracts(payments)
    if lines := tables.get("budget_items_mof"):
        parts = ("settled_spent_yen", "settled_carried_out_yen", "settled_unused_yen")
        yield from _parts(lines, parts, "settled_current_yen", 1)
    if costs := tables.get("system_costs"):
        parts = ("development_thousand_yen", "operation_thousand_yen", "other_thousand_yen")
        yield from _parts(costs, parts, "total_million_yen", 1000)


def _amount(row: Mapping[str, str], column: str) -> Decimal:
    return number_of(row.get(column, "")) or Decimal(0)


def _totals(budgets: Table) -> Iterator[Problem]:
    """Budget, carry-over and reserve make the total; a lost carry-over is empty and has a note."""
    for number, row in budgets.lines():
        total = number_of(row.get("total_after_carried_out", ""))
        if total is None:
            continue
        result = sum(_amount(row, name) for name in PLUS) - _amount(row, "carried_out")
        values = {"result": f"{result:f}", "value": f"{total:f}"}
        if abs(result - total) <= NEARLY:
            continue
        if row.get("carried_out", ""):
            yield budgets.problem(number, "total_after_carried_out", "budget_sum", **values)
        elif not row.get("note_ja"):
            yield budgets.problem(number, "carried_out", "carried_out_lost", **values)


def _drawn_once(budgets: Table) -> Iterator[Problem]:
    """Of a project's year one account is drawn, and one request."""
    seen: dict[tuple[str, ...], int] = {}
    for number, row in budgets.lines():
        if row.get("use_in_series") == "yes":
            is_request = "request" if row.get("row_kind") == "request" else "account"
            key = (row.get("project_key", ""), row.get("fiscal_year", ""), is_request)
            if key in seen:
                yield budgets.problem(number, "use_in_series", "drawn_twice", first=seen[key])
            seen.setdefault(key, number)


def _subcontracts(payments: Table) -> Iterator[Problem]:
    """What recipients pay on is part of what they were paid."""
    paid: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    first: dict[tuple[str, str], int] = {}
    for number, row in payments.lines():
        key = (row.get("project_key", ""), row.get("fiscal_year", ""))
        paid[key][row.get("level", "")] += _amount(row, "amount_million_yen")
        if row.get("level") == "subcontract":
            first.setdefault(key, number)
    for key, number in first.items():
        part, whole = paid[key]["subcontract"], paid[key]["direct"]
        if whole and part > whole + NEARLY and key not in PRINTED_ABOVE:
            values = {"part": f"{part:f}", "whole": f"{whole:f}"}
            yield payments.problem(number, "amount_million_yen", "subcontract_above", **values)


def _parts(table: Table, parts: tuple[str, ...], whole: str, factor: int) -> Iterator[Problem]:
    for number, row in table.lines():
        if (total := number_of(row.get(whole, ""))) is not None:
            result = sum((_amount(row, name) for name in parts), Decimal(0))
            if abs(result - total * factor) > 1:
                values = {"result": f"{result / factor:f}", "value": f"{total:f}"}
                yield table.problem(number, whole, "budget_sum", **values)
