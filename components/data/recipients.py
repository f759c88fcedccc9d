"""Who was paid out of a project's money, by the blocks of its review sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from components.data import money
from components.data.languages import Localized
from components.data.records import Figure
from components.data.spending import number, of_project

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

LEVELS = ("direct", "not_stated", "subcontract")


@dataclass(frozen=True)
class Payment:
    """One payment of a sheet: the record of its amount, who got it, for what."""

    record: Figure
    name: Localized
    role: Localized
    named: bool

    @property
    def disclosed(self) -> bool:
        """Tell whether an amount is printed; a 0 means that none is disclosed."""
        return bool(number(self.record))


@dataclass(frozen=True)
class Block:
    """
    Payments that the sheet gathers under one letter, largest first.

    level is direct (paid by the ministry), subcontract (paid by a recipient, and so a part of a
    direct payment: never add the two) or not_stated.
    """

    letter: str
    level: str
    payments: Sequence[Payment]

    @property
    def total(self) -> Decimal:
        """What the block's payments come to, in yen."""
        return sum((number(each.record) for each in self.payments), Decimal(0))

    @property
    def single(self) -> bool:
        """Tell whether one recipient got all of it, in one payment or several."""
        return bool(self.total) and len({each.name.ja for each in self.payments}) == 1

    @property
    def unnamed(self) -> Decimal:
        """How much of it went to recipients without a name, in yen."""
        return sum((number(each.record) for each in self.payments if not each.named), Decimal(0))


def paid_years(dataset: Dataset, project_id: str) -> list[int]:
    """List the fiscal years of a project for which recipients are printed, in order."""
    rows = of_project(money.payments(dataset), dataset, project_id)
    return sorted({int(each) for each in rows["fiscal_year"]})


def blocks(dataset: Dataset, project_id: str, fiscal_year: int) -> list[Block]:
    """
    Give a year's payments by block: direct ones first, then by amount.

    Before the others of its level stands one of all blocks that print 0 alone, its letter empty:
    what they got may have been more than any other. Raises KeyError for a project that there is
    not; a year without recipients gives none.
    """
    rows = of_project(money.payments(dataset), dataset, project_id)
    rows = rows[rows["fiscal_year"] == fiscal_year]
    found = [
        Block(str(letter), str(level), _payments(dataset, group))
        for (level, letter), group in rows.groupby(["level", "block"], sort=False)
    ]
    shown = [block for block in found if block.total]
    for level in LEVELS:
        closed = [block for block in found if block.level == level and not block.total]
        # A recipient may stand under two letters.
        if payments := {each.name.ja: each for block in closed for each in block.payments}:
            shown.append(Block("", level, list(payments.values())))
    return sorted(
        shown, key=lambda block: (LEVELS.index(block.level), bool(block.letter), -block.total)
    )


def _payments(dataset: Dataset, rows: pd.DataFrame) -> list[Payment]:
    ordered = rows.sort_values("amount_million_yen", ascending=False, kind="stable")
    return [_payment(dataset, row) for row in ordered.to_dict("records")]


def _payment(dataset: Dataset, row: Mapping[Any, Any]) -> Payment:
    record = dataset.figure(row["id"])
    name = Localized(row["recipient_ja"], row["recipient_en"] or row["recipient_ja"])
    role = Localized(row["role_ja"], row["role_en"] or row["role_ja"])
    return Payment(record, name, role, row["name_kind"] == "named")
