"""Which measures may share a chart: data/incomparable.csv says which may not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from components.data.columns import Id
from components.data.languages import NO_WORDS, Localized

if TYPE_CHECKING:
    from components.data.dataset import Dataset

MEASURES = "定義のID（空白区切り）"


@dataclass(frozen=True, kw_only=True)
class Incomparable:
    """Measures that must not be drawn or set together: any of the one with any of the other."""

    id: Annotated[Id, "rule_id", "決まりのID", "The id of the rule"]
    one: Annotated[frozenset[str], MEASURES, "Measures of the one kind, by spaces"]
    other: Annotated[frozenset[str], MEASURES, "Measures of the other kind, by spaces"]
    why: Annotated[Localized, "理由", "Why they must not be set together, in one or two sentences"]


class Refusal(NamedTuple):
    """Why two measures are not shown together; why is there where a rule says it."""

    reason: Literal["incomparable", "units", "unknown"]
    why: Localized = NO_WORDS


def refusal(dataset: Dataset, one: str, other: str) -> Refusal | None:
    """
    Say why two measures may not share a chart; None where they may.

    They may where one names the other in comparable_with and no rule forbids it. Raises KeyError
    for a measure that is not there. refusal(dataset, "issue_rate", "held_rate").why.en
    """
    if rule := _rules(dataset).get(frozenset((one, other))):
        return Refusal("incomparable", rule.why)
    first, second = dataset.measures[one], dataset.measures[other]
    if first.unit != second.unit:
        return Refusal("units")
    if other in first.comparable_with or one in second.comparable_with:
        return None
    return Refusal("unknown")


@lru_cache(maxsize=4)
def _rules(dataset: Dataset) -> dict[frozenset[str], Incomparable]:
    return {
        frozenset((one, other)): rule
        for rule in dataset.incomparable
        for one in rule.one
        for other in rule.other
    }
