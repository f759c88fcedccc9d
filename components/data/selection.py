"""
What a reader chose of the data: from a link to a selection, and back into a link.

A link holds codes and dates as the records write them:
/explore?measure=issue_rate_by_age_sex&by=age&sex=sex_f&only=age_20_24,age_70_74&to=2022-12-31
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from components.data.breakdowns import Breakdown, breakdowns, rows_of
from components.data.dates import first_day
from components.data.wide import TOWN

if TYPE_CHECKING:
    from components.data.dataset import Dataset

FORMS = ("line", "bar", "map", "table")
MAP_OF = "prefecture"
PLACES = 20  # prefectures with a value, from which on a map says more than a line
BARS_FIRST = ("project", "budget_item")  # whose amounts are too far apart for lines
BARS = 30  # bars that one chart shows, the largest
WHOLE = "_all"  # the end of the code that stands for all groups together


@dataclass(frozen=True)
class Selection:
    """
    What is shown: which codes of a breakdown (all, where none is named) and how.

    where holds a code for each further dimension. start and end are as_of dates, "" for the first
    and the last; forms of one date take the end. beside is the measure compared with, if any.
    mended names the parts of the link that could not be had, as the link calls them.
    """

    breakdown: Breakdown
    form: str = ""
    only: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)
    start: str = ""
    end: str = ""
    beside: str = ""
    mended: tuple[str, ...] = ()


def select(dataset: Dataset, asked: Mapping[str, str]) -> Selection | None:
    """
    Make a selection of what a link says; None where it names no measure that has rows.

    Whatever is no code, date or form of the measure is left out and named in mended. Any text can
    be given: select(dataset, {"measure": "issue_rate", "to": "x"}).mended == ("to",)
    """
    known = breakdowns(dataset)
    ways = known.get(asked.get("measure", ""), ())
    if not ways:
        return None
    link = _Link(asked)
    by = link.option("by", [each.by for each in ways])
    breakdown = next(each for each in ways if each.by == by)
    others = breakdown.others.items() if breakdown.is_amount else ()
    chosen = Selection(
        breakdown,
        only=link.several("only", breakdown.codes),
        where={name: link.option(name, codes, whole_of(codes)) for name, codes in others},
        start=link.option("from", breakdown.dates, ""),
        end=link.option("to", breakdown.dates, ""),
        beside=link.option("with", known.keys() - {breakdown.measure}, ""),
    )
    if chosen.start and chosen.end and first_day(chosen.start) > first_day(chosen.end):
        chosen = replace(chosen, start="", end="")
        link.mended.append("from")
    return replace(
        chosen, form=link.option("form", forms(dataset, chosen)), mended=tuple(link.mended)
    )


class _Link:
    """Takes what a link says as far as it is known, and notes what is not."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        self.asked = asked
        self.mended: list[str] = []

    def option(self, name: str, options: Collection[str], default: str | None = None) -> str:
        """Take one of the options; the default, or the first of them, for anything else."""
        says = self.asked.get(name, "")
        if says in options:
            return says
        if says:
            self.mended.append(name)
        return next(iter(options)) if default is None else default

    def several(self, name: str, options: Collection[str]) -> tuple[str, ...]:
        """Take what is among the options of a list parted by commas."""
        says = [each for each in dict.fromkeys(self.asked.get(name, "").split(",")) if each]
        found = tuple(each for each in says if each in options)
        if len(found) < len(says):
            self.mended.append(name)
        return found


def whole_of(codes: Collection[str]) -> str:
    """Give the code that stands for all groups together, else the first."""
    return next((code for code in codes if code.endswith(WHOLE)), next(iter(codes)))


def forms(dataset: Dataset, selection: Selection) -> tuple[str, ...]:
    """Say which forms fit what is selected, the one that fits best first; a table always does."""
    breakdown = selection.breakdown
    if breakdown.by == TOWN:  # its rows are not all made for this
        return ("bar", *(["line"] if len(breakdown.dates) > 1 else []), "table")
    known = rows_of(dataset, breakdown)
    known = known[known["number"].notna()]
    if not breakdown.is_amount or known.empty:
        return ("table",)
    dated = known[known["as_of"] != ""]
    fit = []
    if (dated.groupby(breakdown.by)["as_of"].nunique() > 1).any():
        fit.append("line")
    if breakdown.by == MAP_OF and len(dated):
        most = dated.groupby("as_of").size().max()
        fit.insert(0 if most >= PLACES else 1, "map")
    if breakdown.codes or len(known) <= BARS:
        fit.insert(0 if breakdown.by in BARS_FIRST else len(fit), "bar")
    return (*fit, "table")


def key(selection: Selection) -> tuple[str, ...]:
    """Name a selection for what is kept of it: its link, and what of the link was left out."""
    return (*(f"{name}={value}" for name, value in link(selection).items()), *selection.mended)


def link(selection: Selection) -> dict[str, str]:
    """Write a selection as the parameters of its link; what is empty is left out."""
    breakdown = selection.breakdown
    written = {
        "measure": breakdown.measure,
        "by": breakdown.by,
        **selection.where,
        "only": ",".join(selection.only),
        "from": selection.start,
        "to": selection.end,
        "form": selection.form,
        "with": selection.beside,
    }
    return {name: value for name, value in written.items() if value}
